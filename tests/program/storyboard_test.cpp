// The storyboard and the bibliography as files that other programs read.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/image.h"
#include "program/run_program.h"
#include "program/small_film.h"

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class StoryboardFiles : public testing::Test {
  protected:
    void SetUp() override {
        std::string text = kSmallFilm;
        text.replace(text.find("camera = { center"), 0,
                     "notes = { fr = \"Respirer avant de parler.\", en = \"Breathe first.\" }\n");
        text.replace(text.find("date = \"2024-04\""), 0, "url = \"https://example.org/un-article\"\n");
        writeFile(film(), text);
    }
    std::string film() const { return folder.path("film.toml"); }
    std::string pdf() const { return folder.path("a.pdf"); }
    Outcome board(const std::string& out, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"storyboard", film(), "-o", out};
        words.insert(words.end(), more.begin(), more.end());
        return runProgram(words);
    }
    TemporaryFolder folder;
};

// The text of a PDF with every run of spaces as one, so that line ends do not matter.
std::string textOf(const std::string& pdf) {
    std::string text;
    for (const char c : runShell("pdftotext '" + pdf + "' -").out) {
        const bool space = c == ' ' || c == '\n' || c == '\f';
        if (!space)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    return text;
}

// Without spaces of any kind, and without hyphens: pdftotext takes those at line ends away.
std::string solid(std::string text) {
    for (const std::string gone : {" ", "-", "\u00a0", "\u202f"}) {
        for (std::size_t at = 0; (at = text.find(gone, at)) != std::string::npos;)
            text.erase(at, gone.size());
    }
    return text;
}

bool has(const std::string& text, const std::string& words) {
    return solid(text).find(solid(words)) != std::string::npos;
}

}  // namespace

TEST_F(StoryboardFiles, TheHandoutSaysEveryCueWithItsSources) {
    const Outcome run = board(pdf(), {"--lang", "fr"});
    ASSERT_EQ(run.code, 0) << run.error;
    EXPECT_EQ(readFile(pdf()).rfind("%PDF-", 0), 0u);
    const std::string text = textOf(pdf());
    for (const char* words :
         {"Petit film", "Arrivée", "10 avril 2024", "Un texte.", "Départ", "mai 2024",
          "Respirer avant de parler.", "Notes du présentateur", "confirmé", "nombre inconnu",
          "Toutes les sources", "[1]", "Journal, avril 2024", "1 / 4", "4 / 4", "GeoNames"}) {
        EXPECT_TRUE(has(text, words)) << words << " is not in: " << text;
    }
    EXPECT_TRUE(has(text, "https://example.org/un-article"));
    EXPECT_NE(readFile(pdf()).find("https://example.org/un-article"), std::string::npos) << "no link";
}

TEST_F(StoryboardFiles, NotesCanBeLeftOutAndTheLanguageChosen) {
    ASSERT_EQ(board(pdf(), {"--no-notes", "--lang", "en", "--theme", "paper", "--per-page", "3"}).code, 0);
    const std::string text = textOf(pdf());
    EXPECT_EQ(text.find("Breathe"), std::string::npos);
    EXPECT_EQ(text.find("Presenter"), std::string::npos);
    for (const char* words : {"Small film", "How sure", "about 1,500", "All sources", "10 APRIL 2024"})
        EXPECT_TRUE(has(text, words)) << words << " is not in: " << text;
}

TEST_F(StoryboardFiles, TwoRunsGiveTheSameBytes) {
    for (const char* ending : {"pdf", "png"}) {
        const std::string one = folder.path(std::string("one.") + ending),
                          two = folder.path(std::string("two.") + ending);
        ASSERT_EQ(board(one).code, 0);
        ASSERT_EQ(board(two).code, 0);
        EXPECT_GT(readFile(one).size(), 1000u);
        EXPECT_TRUE(readFile(one) == readFile(two)) << ending;
        EXPECT_FALSE(fs::exists(one + ".part"));
    }
}

TEST_F(StoryboardFiles, TheContactSheetIsAPictureOfItsWidth) {
    ASSERT_EQ(board(folder.path("a.png"), {"--size", "square"}).code, 0);
    const auto image = base::readImage(folder.path("a.png"));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->width, 2400);
    EXPECT_GT(image->height, 1200);
    EXPECT_LT(image->height, 2000);
}

TEST_F(StoryboardFiles, TheEndingMayBeInCapitals) {
    ASSERT_EQ(board(folder.path("a.PDF")).code, 0);
    EXPECT_EQ(readFile(folder.path("a.PDF")).rfind("%PDF-", 0), 0u);
    ASSERT_EQ(board(folder.path("a.Png")).code, 0);
    EXPECT_EQ(readFile(folder.path("a.Png")).rfind("\x89PNG", 0), 0u);
}

TEST_F(StoryboardFiles, TheShippedFilmHasEveryCueOnItsPages) {
    ASSERT_EQ(runProgram({"storyboard", "-o", pdf(), "--lang", "fr"}).code, 0);
    EXPECT_LT(readFile(pdf()).size(), 10u << 20);
    const std::string text = textOf(pdf()), links = runShell("pdfinfo -url '" + pdf() + "'").out;
    const Json info = Json::parse(runProgram({"info", "--json"}).out);
    for (const Json& cue : info["cues"]) {
        const std::string title = cue["title"].is_string() ? cue["title"] : cue["title"]["fr"];
        EXPECT_TRUE(has(text, title)) << title;
    }
    for (const char* words : {"La carte au 31 décembre 2024", "attestée plus tard, début non daté",
                              "présence contestée", "retrait annoncé", "(facultatif)", "BURKINA FASO",
                              "Compris dans : Les soldats français quittent le Niger"})
        EXPECT_TRUE(has(text, words)) << words;
    for (const Json& source : info["sources"]) {
        if (source["url"].is_null()) continue;
        const std::string url = source["url"];
        EXPECT_TRUE(has(text, url)) << url;
        EXPECT_NE(links.find(url), std::string::npos) << url << " is no link";
    }
}

TEST_F(StoryboardFiles, WrongUseIsSaidAndNothingIsWritten) {
    const Outcome unknown = board(folder.path("a.jpg"));
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.error.find(".pdf"), std::string::npos) << unknown.error;
    EXPECT_EQ(board(pdf(), {"--size", "100x1000"}).code, 2);
    EXPECT_EQ(board(pdf(), {"--per-page", "7"}).code, 2);
    const Outcome sheet = board(folder.path("a.png"), {"--per-page", "2"});
    EXPECT_EQ(sheet.code, 2);
    EXPECT_NE(sheet.error.find("--per-page is for a handout"), std::string::npos) << sheet.error;
    EXPECT_FALSE(fs::exists(folder.path("a.png")));
    EXPECT_EQ(board(pdf(), {"--lang", "de"}).code, 2);
    EXPECT_EQ(board("/proc/nowhere/a.pdf").code, 1);
    EXPECT_FALSE(fs::exists(pdf()));
    EXPECT_FALSE(fs::exists(pdf() + ".part"));
}

TEST_F(StoryboardFiles, AFileIsNotOverwrittenUnlessForced) {
    for (const char* name : {"a.pdf", "a.png"}) {
        writeFile(folder.path(name), "mine");
        const Outcome run = board(folder.path(name));
        EXPECT_EQ(run.code, 2);
        EXPECT_NE(run.error.find("--force"), std::string::npos) << run.error;
        EXPECT_EQ(readFile(folder.path(name)), "mine");
        EXPECT_EQ(board(folder.path(name), {"--force"}).code, 0);
        EXPECT_NE(readFile(folder.path(name)), "mine");
    }
}

TEST_F(StoryboardFiles, AFullDiskLeavesNothingBehind) {
    fs::create_symlink("/dev/full", pdf() + ".part");
    const Outcome run = board(pdf());
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("No space left"), std::string::npos) << run.error;
    EXPECT_FALSE(fs::exists(pdf()));
    EXPECT_FALSE(fs::exists(pdf() + ".part"));
}

TEST_F(StoryboardFiles, SourcesAreListedForPeopleAndForPrograms) {
    const Outcome text = runProgram({"info", film(), "--sources", "--lang", "fr"});
    EXPECT_EQ(text.out, "[1] Journal, avril 2024. https://example.org/un-article\n") << text.error;
    EXPECT_EQ(runProgram({"info", film(), "--sources", "--format", "text", "--lang", "en"}).out,
              "[1] Journal, April 2024. https://example.org/un-article\n");
    const Json items = Json::parse(runProgram({"info", film(), "--sources", "--format", "csl-json"}).out);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0]["type"], "article-newspaper");
    EXPECT_EQ(items[0]["issued"]["date-parts"], Json::parse("[[2024, 4]]"));
    EXPECT_EQ(runProgram({"info", film(), "--sources", "--format", "bibtex"}).code, 2);
    EXPECT_EQ(runProgram({"info", film(), "--format", "text"}).code, 2);
    EXPECT_EQ(runProgram({"info", film(), "--sources", "--json"}).code, 2);
}
