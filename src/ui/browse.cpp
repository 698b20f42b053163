#include "ui/browse.h"

#include <array>

namespace ui {

namespace {

struct Prefix {
    SubjectKind kind;
    std::string_view text;
};
constexpr std::array<Prefix, 3> kPrefixes{
    {{SubjectKind::Event, "event:"}, {SubjectKind::Place, "place:"}, {SubjectKind::Country, "country:"}}};

}  // namespace

std::string_view nameOf(Browser browser) {
    switch (browser) {
        case Browser::Overview:
            return "overview";
        case Browser::Chapters:
            return "chapters";
        case Browser::Search:
            return "search";
        case Browser::None:
            break;
    }
    return "";
}

std::string toText(const Subject& subject) {
    for (const Prefix& prefix : kPrefixes) {
        if (prefix.kind == subject.kind) return std::string(prefix.text) + subject.id;
    }
    return {};
}

std::optional<Subject> subjectOf(const std::string& text) {
    for (const Prefix& prefix : kPrefixes) {
        if (text.starts_with(prefix.text)) return Subject{prefix.kind, text.substr(prefix.text.size())};
    }
    return std::nullopt;
}

}  // namespace ui
