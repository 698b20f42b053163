#include "picture/more_words.h"

#include <algorithm>
#include <iterator>

namespace picture {

namespace {

struct Entry {
    Word which;
    std::string_view ar, ru;
};

// clang-format off
constexpr Entry kWords[] = {
    {Word::Arrival, "وصول", "прибытие"},
    {Word::Departure, "مغادرة", "уход"},
    {Word::Visit, "زيارة", "визит"},
    {Word::Call, "اتصال هاتفي", "звонок"},
    {Word::Delivery, "تسليم", "поставка"},
    {Word::WidthIsCount, "العرض: عدد الأفراد", "Ширина: число людей"},
    {Word::ChevronsUnknown, "أسهم متتالية: العدد مجهول أو غير متحقَّق منه", "Уголки: число неизвестно или не проверено"},
    {Word::HollowAnnounced, "مفرَّغ: معلَن", "Контур: объявлено"},
    {Word::HatchedDisputed, "مخطَّط: محلّ خلاف", "Штриховка: оспаривается"},
    {Word::RoutesSchematic, "المسارات تخطيطية", "Пути показаны схематично"},
    {Word::FadesUnknown, "يتلاشى: المكان غير محدَّد", "Угасает: место не указано"},
    {Word::Source, "المصدر: ", "Источник: "},
    {Word::Sources, "المصادر", "Источники"},
    {Word::AccordingTo, "وفق ", "по данным: "},
    {Word::OutsideArticles, "خارج المقالات", "вне статей"},
    {Word::PartlyOutsideArticles, "خارج المقالات جزئيًّا", "частично вне статей"},
    {Word::Announced, "معلَن", "объявлено"},
    {Word::Disputed, "محلّ خلاف", "оспаривается"},
    {Word::Data, "الخريطة: Natural Earth (ملك عام)، GeoNames (CC BY 4.0)",
     "Карта: Natural Earth (общественное достояние), GeoNames (CC BY 4.0)"},
    {Word::Coup, "انقلاب", "переворот"},
    {Word::Agreement, "اتفاق", "соглашение"},
    {Word::AgreementEnded, "إلغاء اتفاق", "соглашение расторгнуто"},
    {Word::Alliance, "تأسيس أو وضع", "основание или статус"},
    {Word::Exit, "انسحاب من منظمة", "выход из организации"},
    {Word::Announcement, "إعلان", "объявление"},
    {Word::Presence, "وجود", "присутствие"},
    {Word::DepartureStep, "مرحلة من مغادرة", "этап ухода"},
    {Word::ArrivalStep, "مرحلة من وصول", "этап прибытия"},
    {Word::PrecisionRing, "الحلقة: المكان الدقيق داخلها", "Кольцо: точное место внутри"},
    {Word::BarIsSpan, "شريط متلاشٍ على الخط الزمني: فترة أو شهر", "Угасающая полоса на шкале: период или месяц"},
    {Word::LeavingAnnounced, "إطار: انسحاب معلَن", "Рамка: объявлен выход"},
    {Word::PresenceAttested, "وجود مثبَت", "Присутствие подтверждено"},
    {Word::PresenceAttestedLater, "إطار: أُثبت لاحقًا، بدايته غير مؤرَّخة", "Рамка: подтверждено позже, начало не датировано"},
    {Word::PresenceDisputed, "وجود محلّ خلاف", "Присутствие оспаривается"},
    {Word::MemberOfAlliance, "عضو في المنظمة", "Член организации"},
    {Word::ByAir, "جوًّا", "по воздуху"},
    {Word::ByRoad, "برًّا", "по дороге"},
    {Word::OnFoot, "سيرًا على الأقدام", "пешком"},
    {Word::UpTo, "حتى ", "до "},
    {Word::MoreThan, "أكثر من ", "более "},
    {Word::AnnouncedFeminine, "معلَن", "объявлено"},
    {Word::DisputedFeminine, "محلّ خلاف", "оспаривается"},
    {Word::Kilometres, "كم", "км"},
};
// clang-format on

}  // namespace

std::string_view moreWord(Word which, std::string_view language) {
    const auto* entry =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Entry& e) { return e.which == which; });
    if (entry == std::end(kWords)) return {};
    return language == "ar" ? entry->ar : language == "ru" ? entry->ru : std::string_view();
}

}  // namespace picture
