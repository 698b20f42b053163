#include "video/handout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "film/style_sheet.h"
#include "picture/theme.h"
#include "video/contact_sheet.h"

namespace video {
namespace {

const TypeSetter& setter() {
    static const TypeSetter* one = [] {
        auto made = TypeSetter::make(std::string(HARMATTAN_SOURCE_DIR) + "/assets/fonts", "fr");
        return made ? new TypeSetter(std::move(*made)) : nullptr;
    }();
    return *one;
}

picture::Theme theme() {
    const auto sheet = film::readStyleSheet(std::string(HARMATTAN_SOURCE_DIR) + "/assets/themes/paper.toml");
    return *picture::makeTheme(*sheet, "paper");
}

std::string longText(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += "mot" + std::to_string(i) + " ";
    return text;
}

Storyboard boardOf(int cues, int words) {
    Storyboard board;
    board.language = "fr";
    board.title = "Un film";
    board.dates = "2024";
    board.summary = "des séquences";
    board.sources = {{1, "AFP", "AFP, mars 2024", "https://example.org/" + std::string(300, 'a')},
                     {2, "RFI", "RFI", ""}};
    for (int i = 1; i <= cues; ++i) {
        CueNote cue;
        cue.number = i;
        cue.id = "c" + std::to_string(i);
        cue.title = "Séquence " + std::to_string(i);
        cue.date = "10 avril 2024";
        cue.text = longText(words);
        cue.notes = longText(words / 2);
        cue.sources = {1, 2};
        cue.events = {
            {"mai 2024", "Un fait", longText(words), "rapporté", "environ 60", "RFI", "", {1, 2}, true, {}}};
        board.cues.push_back(cue);
    }
    return board;
}

// Every line of every paragraph is placed exactly once and inside the page: nothing is cut off.
void expectWhole(const Handout& handout) {
    const Paragraph* open = nullptr;
    int next = 0;
    for (const Page& page : handout.pages) {
        for (const PlacedText& text : page.texts) {
            EXPECT_GE(text.y, 0);
            EXPECT_LE(text.y + text.lines * text.paragraph.lineHeight(), kPageHeight - 20);
            EXPECT_GE(text.x, 0);
            EXPECT_LE(text.x + text.width, kPageWidth);
            const int lines = setter().lineCount(text.paragraph, text.width);
            if (text.first == 0 && text.lines == lines) continue;  // whole; footers come between the parts
            if (text.first == 0) {
                EXPECT_EQ(open, nullptr) << "a paragraph has lost its end";
            } else {
                EXPECT_NE(open, nullptr);
                EXPECT_EQ(text.first, next) << "lines are missing";
            }
            next = text.first + text.lines;
            open = next == lines ? nullptr : &text.paragraph;
        }
    }
    EXPECT_EQ(open, nullptr);
}

bool hasText(const Page& page, const std::string& wanted) {
    return std::any_of(page.texts.begin(), page.texts.end(), [&](const PlacedText& text) {
        std::string whole;
        for (const Span& span : text.paragraph.spans) whole += span.text;
        return whole.find(wanted) != std::string::npos;
    });
}

std::size_t picturesOn(const Handout& handout) {
    std::size_t count = 0;
    for (const Page& page : handout.pages) count += page.pictures.size();
    return count;
}

}  // namespace

TEST(TypeSetter, SaysWhichFontIsMissing) {
    const auto made = TypeSetter::make("/nowhere", "fr");
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.problems()[0].trouble, base::Trouble::Failure);
    EXPECT_NE(made.problems()[0].file.find("/nowhere/"), std::string::npos);
}

TEST(TypeSetter, CountsLines) {
    Paragraph paragraph;
    EXPECT_EQ(setter().lineCount(paragraph, 100), 0);
    paragraph.spans = {{"court", Face::Text, {}, {}}};
    EXPECT_EQ(setter().lineCount(paragraph, 100), 1);
    paragraph.spans = {{longText(50), Face::Text, {}, {}}};
    EXPECT_GT(setter().lineCount(paragraph, 100), setter().lineCount(paragraph, 300));
}

TEST(Handout, GivesEveryCueItsPage) {
    const Handout handout = layHandout(boardOf(5, 20), setter(), {});
    ASSERT_EQ(handout.pageOfCue.size(), 5u);
    EXPECT_EQ(handout.pageOfCue, (std::vector<std::size_t>{1, 2, 3, 4, 5}));
    EXPECT_EQ(handout.pages.size(), 7u);
    EXPECT_TRUE(hasText(handout.pages[2], "Séquence 2"));
    EXPECT_TRUE(hasText(handout.pages[2], "3 / 7"));
    EXPECT_TRUE(hasText(handout.pages[2], "Un film"));
    EXPECT_TRUE(hasText(handout.pages[2], "hors\u00a0des\u00a0articles"));
    EXPECT_EQ(picturesOn(handout), 5u);
    expectWhole(handout);
}

TEST(Handout, TextThatDoesNotFitFlowsToTheNextPage) {
    for (const int perPage : {1, 2, 6}) {
        const Handout handout = layHandout(boardOf(3, 1500), setter(), {{1920, 1080}, perPage});
        EXPECT_GT(handout.pages.size(), 8u);
        EXPECT_EQ(picturesOn(handout), 3u);
        expectWhole(handout);
    }
}

TEST(Handout, PutsSeveralCuesOnAPageButNoMoreThanAsked) {
    for (const int perPage : {2, 3, 4, 5, 6}) {
        Storyboard board = boardOf(12, 4);
        const Handout handout = layHandout(board, setter(), {{1920, 1080}, perPage});
        std::map<std::size_t, int> onPage;
        for (const std::size_t page : handout.pageOfCue) ++onPage[page];
        for (const auto& [page, cues] : onPage) EXPECT_LE(cues, perPage);
        EXPECT_GE(onPage.begin()->second, 2);
        expectWhole(handout);
    }
}

TEST(Handout, KeepsPicturesInsideThePageWhateverTheirShape) {
    for (const base::Size shape : {base::Size{1920, 1080}, {1080, 1080}, {1080, 4320}, {4320, 1080}}) {
        for (const int perPage : {1, 3}) {
            const Handout handout = layHandout(boardOf(4, 60), setter(), {shape, perPage});
            for (const Page& page : handout.pages) {
                for (const PlacedPicture& picture : page.pictures) {
                    EXPECT_GE(picture.box.x, 0);
                    EXPECT_LE(picture.box.right(), kPageWidth);
                    EXPECT_LE(picture.box.bottom(), kPageHeight);
                    EXPECT_NEAR(picture.box.w * shape.h, picture.box.h * shape.w, 1);
                }
            }
            expectWhole(handout);
        }
    }
}

TEST(Handout, ATitleOfManyLinesStandsWholeInTheFooter) {
    Storyboard board = boardOf(2, 10);
    board.title = longText(80);
    expectWhole(layHandout(board, setter(), {}));
}

TEST(Handout, HeadsTheContentsWithChapters) {
    Storyboard board = boardOf(4, 5);
    board.cues[0].chapter = board.cues[1].chapter = "Un début";
    board.cues[2].chapter = "Une suite (facultatif)";
    const Handout handout = layHandout(board, setter(), {});
    const auto& cover = handout.pages[0].texts;
    const auto headings = [&](const std::string& title) {
        return std::count_if(cover.begin(), cover.end(),
                             [&](const PlacedText& text) { return text.paragraph.spans[0].text == title; });
    };
    EXPECT_EQ(headings("Un début"), 1);
    EXPECT_EQ(headings("Une suite (facultatif)"), 1);
    for (const std::size_t cue : {0u, 1u})
        EXPECT_TRUE(hasText(handout.pages[handout.pageOfCue[cue]], "Un début"));
    EXPECT_TRUE(hasText(handout.pages[handout.pageOfCue[2]], "Une suite (facultatif)"));
    expectWhole(handout);
}

TEST(Handout, SaysWhatTheMapRestsOn) {
    Storyboard board = boardOf(2, 5);
    const EventNote event{"mai 2024", "Un départ", "", "contesté", "", "RFI", "", {2}, true, {}};
    board.cues[0].state =
        StateNote{"La carte au 31 mai 2024",
                  {{"Mali", {{"Russie", "présence contestée", {event}, {}}}}, {"Niger", {}}}};
    board.cues[1].events[0].partOf = "Le grand départ";
    for (const int perPage : {1, 2}) {
        const Handout handout = layHandout(board, setter(), {{1920, 1080}, perPage});
        const Page& page = handout.pages[1];
        for (const char* words : {"La carte au 31 mai 2024", "MALI", "Russie  présence contestée",
                                  "Un départ", "Qui le dit\u00a0: RFI", "NIGER", "n’y atteste rien"})
            EXPECT_TRUE(hasText(page, words)) << words;
        EXPECT_TRUE(hasText(handout.pages[handout.pageOfCue[1]], "Compris dans\u00a0: Le grand départ"));
        expectWhole(handout);
    }
}

// A few lines of sources are no reason for another page as long as a smaller picture, or smaller type in two
// columns, can hold them.
TEST(Handout, SourcesStayOnTheirCuesPageWhereTheyCan) {
    std::size_t before = 1;
    for (int words = 20; words <= 400; words += 4) {
        Storyboard board = boardOf(1, words);
        board.cues[0].sources = {1, 2, 1, 2, 1, 2};
        const Handout handout = layHandout(board, setter(), {});
        const std::size_t pages = handout.pages.size() - 2;  // without the cover and the list of all sources
        EXPECT_GE(pages, before) << words;
        before = pages;
        if (pages > 1) {
            EXPECT_TRUE(hasText(handout.pages[2], "mot1 ")) << "sources alone on a page: " << words;
        }
        expectWhole(handout);
        if (pages > 1) break;
    }
    EXPECT_EQ(before, 2u);
}

TEST(ContactSheet, SaysHowSureEachCueIs) {
    Storyboard board = boardOf(2, 5);
    board.cues[0].claims = {"rapporté", "contesté"};
    board.cues[0].badge = "en partie hors des articles";
    const auto sheet = layContactSheet(board, setter(), theme(), {1920, 1080});
    ASSERT_TRUE(sheet.ok());
    EXPECT_TRUE(hasText(sheet->page, "rapporté\u00a0· contesté"));
    EXPECT_TRUE(hasText(sheet->page, "en\u00a0partie\u00a0hors\u00a0des\u00a0articles"));
}

// A dot between two words stays with the first, so that a line ends with it and none begins with it.
TEST(ContactSheet, TiesADotToTheWordBeforeIt) {
    Storyboard board = boardOf(1, 5);
    board.cues[0].claims = {"rapporté", "annoncé", "contesté"};
    const auto sheet = layContactSheet(board, setter(), theme(), {1920, 1080});
    ASSERT_TRUE(sheet.ok());
    EXPECT_TRUE(hasText(sheet->page, "rapporté\u00a0· annoncé\u00a0· contesté"));
    EXPECT_TRUE(hasText(sheet->page, "[1]\u00a0· RFI\u00a0[2]"));
}

TEST(ContactSheet, GrowsWithItsCues) {
    const auto few = layContactSheet(boardOf(3, 5), setter(), theme(), {1920, 1080});
    const auto many = layContactSheet(boardOf(40, 5), setter(), theme(), {1920, 1080});
    ASSERT_TRUE(few.ok() && many.ok());
    EXPECT_EQ(few->size.w, kSheetWidth);
    EXPECT_EQ(few->columns, 3);
    EXPECT_EQ(many->columns, 4);
    EXPECT_EQ(many->page.pictures.size(), 40u);
    EXPECT_GT(many->size.h, few->size.h);
    for (const PlacedText& text : many->page.texts)
        EXPECT_LE(text.y + text.lines * text.paragraph.lineHeight(), many->size.h);
}

TEST(ContactSheet, TakesMoreColumnsThenSaysThatItIsFull) {
    const auto more = layContactSheet(boardOf(300, 5), setter(), theme(), {1920, 1080});
    ASSERT_TRUE(more.ok());
    EXPECT_GT(more->columns, 4);
    EXPECT_LE(more->size.h, kSheetHighest);
    const auto full = layContactSheet(boardOf(2000, 5), setter(), theme(), {1920, 1080});
    ASSERT_FALSE(full.ok());
    EXPECT_EQ(full.problems()[0].trouble, base::Trouble::Usage);
    EXPECT_NE(full.problems()[0].advice.find(".pdf"), std::string::npos);
}

TEST(ContactSheet, DrawsThePicturesItIsGiven) {
    const auto sheet = layContactSheet(boardOf(1, 5), setter(), theme(), {1920, 1080});
    ASSERT_TRUE(sheet.ok());
    const auto red = [](std::size_t, base::Size size) -> base::Result<base::Image> {
        base::Image image{size.w, size.h, 4, {}};
        for (int i = 0; i < size.w * size.h; ++i) image.bytes.insert(image.bytes.end(), {200, 10, 20, 255});
        return image;
    };
    const auto image = drawContactSheet(*sheet, setter(), red);
    ASSERT_TRUE(image.ok());
    const base::Box& box = sheet->page.pictures[0].box;
    const auto at =
        (static_cast<std::size_t>(box.center().y) * kSheetWidth + static_cast<std::size_t>(box.center().x)) *
        4;
    EXPECT_EQ(image->bytes[at], 200);
    EXPECT_EQ(image->bytes[at + 1], 10);
    EXPECT_EQ(image->bytes[at + 2], 20);
    EXPECT_EQ(image->bytes[3], 255);
}

}  // namespace video
