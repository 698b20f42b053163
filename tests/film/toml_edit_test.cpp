#include "film/toml_edit.h"

#include <gtest/gtest.h>

using film::editToml;
using film::TomlChange;
using film::tomlSource;
using film::tomlString;

namespace {

using Path = std::vector<std::string>;

std::string changed(const std::string& text, const Path& path, const std::optional<std::string>& source) {
    const auto edit = editToml(text, "film.toml", {{path, source}});
    if (!edit) return "refused: " + base::toString(edit.problems().front());
    // Every edit can be taken back, to the byte.
    const auto back = editToml(edit->text, "film.toml", edit->back);
    EXPECT_TRUE(back) << edit->text;
    if (back) {
        EXPECT_EQ(back->text, text);
    }
    return edit->text;
}

std::string event(const std::string& lines) {
    return "# head\n[[events]]\nid = \"A\"\n" + lines + "[[events]]\nid = \"B\"\ntitle = \"b\"\n";
}

}  // namespace

TEST(TomlEdit, ReplacesAValueAndNothingElse) {
    EXPECT_EQ(changed("a = 1 # one\n\n  b   =  \"x\"\t# two\n", {"b"}, "\"y\""),
              "a = 1 # one\n\n  b   =  \"y\"\t# two\n");
    EXPECT_EQ(changed("a=1", {"a"}, "22"), "a=22");
    EXPECT_EQ(changed("[t]\nlist = [ # of\n  1, # one\n  2,\n]\nb = 1\n", {"t", "list"}, "[3]"),
              "[t]\nlist = [3]\nb = 1\n");
    EXPECT_EQ(changed("d = 2024-04-10 # day\n", {"d"}, "\"2024-05\""), "d = \"2024-05\" # day\n");
}

TEST(TomlEdit, FindsTheEntryOfAListByItsId) {
    EXPECT_EQ(changed(event("title = \"a\"\n"), {"events", "B", "title"}, "\"c\""),
              "# head\n[[events]]\nid = \"A\"\ntitle = \"a\"\n[[events]]\nid = \"B\"\ntitle = \"c\"\n");
    EXPECT_EQ(changed("events = [{ id = \"A\", title = \"a\" }, { id = \"B\", title = \"b\" }]\n",
                      {"events", "B", "title"}, "\"c\""),
              "events = [{ id = \"A\", title = \"a\" }, { id = \"B\", title = \"c\" }]\n");
}

TEST(TomlEdit, ChangesOneLanguageOfAText) {
    const std::string text = "[[cues]]\nid = \"x\"\ntitle = { fr = \"é, « }\", en = 'b' } # said\n";
    EXPECT_EQ(changed(text, {"cues", "x", "title", "en"}, "'c'"),
              "[[cues]]\nid = \"x\"\ntitle = { fr = \"é, « }\", en = 'c' } # said\n");
    EXPECT_EQ(changed(text, {"cues", "x", "title", "de"}, "\"d\""),
              "[[cues]]\nid = \"x\"\ntitle = { fr = \"é, « }\", en = 'b', de = \"d\" } # said\n");
    EXPECT_EQ(changed(text, {"cues", "x", "title", "en"}, std::nullopt),
              "[[cues]]\nid = \"x\"\ntitle = { fr = \"é, « }\" } # said\n");
}

TEST(TomlEdit, PutsANewKeyAfterThoseThatUsuallyStandBeforeIt) {
    EXPECT_EQ(changed(event("date = \"2024\" # d\nsources = [\n \"s\" ]\n"), {"events", "A", "title", "fr"},
                      "\"t\""),
              event("date = \"2024\" # d\nsources = [\n \"s\" ]\ntitle = { fr = \"t\" }\n"));
    EXPECT_EQ(changed(event("title = \"a\" # t\n\n"), {"events", "A", "text"}, "\"t\""),
              event("title = \"a\" # t\ntext = \"t\"\n\n"));
    EXPECT_EQ(changed(event("title = \"a\"\n"), {"events", "A", "date"}, "\"2024\""),
              event("date = \"2024\"\ntitle = \"a\"\n"));
    EXPECT_EQ(changed("[places.x]\n  lat = 1\n", {"places", "x", "name"}, "\"n\""),
              "[places.x]\nname = \"n\"\n  lat = 1\n");
    EXPECT_EQ(changed("camera = { pitch = 3 }\n", {"camera", "bearing"}, "1"),
              "camera = { bearing = 1, pitch = 3 }\n");
    EXPECT_EQ(editToml("title = {}\n", "", {{{"title", "fr"}, "\"x\""}})->text, "title = { fr = \"x\" }\n");
}

TEST(TomlEdit, AnEntryEndsBeforeTheTablesUnderIt) {
    const std::string text =
        "[[cues]]\nid = \"x\"\n[cues.camera]\nfit = [\"NER\"]\n[cues.title]\nfr = \"a\"\n";
    EXPECT_EQ(changed(text, {"cues", "x", "text", "fr"}, "\"t\""),
              "[[cues]]\nid = \"x\"\ntext = { fr = \"t\" }\n[cues.camera]\nfit = [\"NER\"]\n[cues.title]\nfr "
              "= \"a\"\n");
    EXPECT_EQ(changed(text, {"cues", "x", "title", "en"}, "\"b\""), text + "en = \"b\"\n");
    EXPECT_EQ(changed(text, {"cues", "x", "camera", "fit"}, "[\"MLI\"]"),
              "[[cues]]\nid = \"x\"\n[cues.camera]\nfit = [\"MLI\"]\n[cues.title]\nfr = \"a\"\n");
}

TEST(TomlEdit, WritesKeysWithDotsAsTheirNeighboursDo) {
    const std::string text = "[[cues]]\nid = \"x\"\n  title.fr = \"a\" # t\nhold = 3\n";
    EXPECT_EQ(changed(text, {"cues", "x", "title", "en"}, "\"b\""),
              "[[cues]]\nid = \"x\"\n  title.fr = \"a\" # t\n  title.en = \"b\"\nhold = 3\n");
    EXPECT_EQ(changed(text, {"cues", "x", "title", "fr"}, "\"b\""),
              "[[cues]]\nid = \"x\"\n  title.fr = \"b\" # t\nhold = 3\n");
}

TEST(TomlEdit, TheLastOfKeysWithDotsGoesWithItsTable) {
    const std::string head = "[[cues]]\nid = \"x\"\n", tail = "hold = 3\n";
    const auto edit =
        editToml(head + "notes.fr = \"n\"\n" + tail, "", {{{"cues", "x", "notes", "fr"}, std::nullopt}});
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit->text, head + tail);
    const auto back = editToml(edit->text, "", edit->back);
    ASSERT_TRUE(back);
    EXPECT_EQ(tomlSource(back->text, {"cues", "x", "notes", "fr"}), "\"n\"");
    EXPECT_EQ(editToml("a.b = 1\nc = 2\n", "", {{{"a", "b"}, std::nullopt}})->text, "c = 2\n");
    EXPECT_EQ(editToml("a.b.c = 1\na.d = 2\n", "", {{{"a", "b", "c"}, std::nullopt}})->text, "a.d = 2\n");
}

TEST(TomlEdit, TakesAKeyOut) {
    EXPECT_EQ(editToml("a = 1\nb = 2 # two\nc = 3\n", "", {{{"b"}, std::nullopt}})->text,
              "a = 1\n# two\nc = 3\n");
    EXPECT_EQ(changed("id = 1\nname = 2\nlon = 3\n", {"name"}, std::nullopt), "id = 1\nlon = 3\n");
    EXPECT_EQ(changed("id = 1\nname = 2", {"name"}, std::nullopt), "id = 1");
    EXPECT_EQ(changed("t = { a = 1, b = 2 }\n", {"t", "b"}, std::nullopt), "t = { a = 1 }\n");
    EXPECT_EQ(editToml("t = { a = 1, b = 2 }\n", "", {{{"t", "a"}, std::nullopt}})->text, "t = { b = 2 }\n");
    EXPECT_EQ(changed("a = 1\n", {"b"}, std::nullopt), "a = 1\n");
}

TEST(TomlEdit, KeepsLineEndsByteOrderMarkAndAMissingLastLineBreak) {
    EXPECT_EQ(changed("\xEF\xBB\xBF"
                      "a = 1\r\nb = \"é\" # x\r\n",
                      {"b"}, "2"),
              "\xEF\xBB\xBF"
              "a = 1\r\nb = 2 # x\r\n");
    EXPECT_EQ(changed("\xEF\xBB\xBF"
                      "a = 1 # x\r\n",
                      {"a"}, "2"),
              "\xEF\xBB\xBF"
              "a = 2 # x\r\n");
    EXPECT_EQ(changed("id = 1\r\nhold = 2\r\n", {"fly"}, "2"), "id = 1\r\nfly = 2\r\nhold = 2\r\n");
    EXPECT_EQ(changed("id = 1\r\nfly = 2", {"hold"}, "2"), "id = 1\r\nfly = 2\r\nhold = 2");
    EXPECT_EQ(changed("id = 1\nfly = 2 # x", {"hold"}, "2"), "id = 1\nfly = 2 # x\nhold = 2");
}

TEST(TomlEdit, RefusesWhatWouldChangeAnythingElse) {
    const std::string text = "t = { a = 1, b = 2 }\nc = 3\n";
    for (const char* source : {"1\nd = 4", "2, b = 3", "2 } #", "2, e = 5", "", "\"", "= 2", "x"}) {
        EXPECT_TRUE(changed(text, {"t", "a"}, source).starts_with("refused: film.toml")) << source;
    }
    EXPECT_TRUE(changed(text, {"c", "d"}, "1").starts_with("refused"));
    EXPECT_TRUE(changed(text, {"nobody", "no", "title", "fr"}, "1").starts_with("refused"));
    EXPECT_TRUE(changed("[a.b]\nc = 1\n", {"a", "b"}, "1").starts_with("refused"));
    EXPECT_TRUE(changed("a = \n", {"a"}, "1").starts_with("refused: film.toml:1"));
    EXPECT_TRUE(changed(text, {}, "1").starts_with("refused"));
}

TEST(TomlEdit, SaysWhatStandsThere) {
    const std::string text =
        "a = [ 1,\n 2 ] # x\nb.c = '''x'''\n[[cues]]\nid = \"x\"\nt = \"\"\"a\"\"\"\"\" # q\n";
    EXPECT_EQ(tomlSource(text, {"a"}), "[ 1,\n 2 ]");
    EXPECT_EQ(tomlSource(text, {"b", "c"}), "'''x'''");
    EXPECT_EQ(tomlSource(text, {"b"}), "");
    EXPECT_EQ(tomlSource(text, {"cues", "x", "t"}), "\"\"\"a\"\"\"\"\"");
    EXPECT_EQ(tomlSource(text, {"cues", "y", "t"}), std::nullopt);
    EXPECT_EQ(tomlSource("= x", {"cues"}), std::nullopt);
}

TEST(TomlString, ReadsBackAsWhatItWasInEveryKindOfQuotes) {
    const std::vector<std::string> values = {"plain",
                                             "",
                                             "a \"b\" c",
                                             "l’été\\n",
                                             "tab\tand\nbreak",
                                             "it's",
                                             "'''",
                                             "\"\"\"",
                                             "ends in '",
                                             "ends in \"",
                                             "\\",
                                             "😀 👩‍👩‍👧 é \u200F",
                                             "\nfirst",
                                             "last\n",
                                             "# no comment",
                                             "a = 1",
                                             "}",
                                             std::string(10'000, 'x'),
                                             "\"\"",
                                             "\\u0041"};
    for (const std::string like :
         {"", "\"x\"", "'x'", "\"\"\"x\"\"\"", "'''x'''", "\"\"\"\nx\"\"\"", "'''\nx\n'''"}) {
        for (const std::string& value : values) {
            const auto source = tomlString(value, like);
            ASSERT_TRUE(source);
            const std::string text = "a = \"1\"\nb = " + (like.empty() ? "'x'" : like) + " # x\n";
            const std::string now = changed(text, {"b"}, *source);
            const auto plain = tomlString(value);
            // The same text in plain quotes is the same value: replacing one by the other changes nothing.
            EXPECT_EQ(changed("b = 1\n", {"b"}, *plain), "b = " + *plain + "\n");
            EXPECT_EQ(now, "a = \"1\"\nb = " + *source + " # x\n") << value << " like " << like;
        }
    }
    EXPECT_EQ(*tomlString("a\\b", "'x'"), "'a\\b'");
    EXPECT_EQ(*tomlString("it's", "'x'"), "\"it's\"");
    EXPECT_EQ(*tomlString("a\nb", "\"\"\"x\r\ny\"\"\""), "\"\"\"a\r\nb\"\"\"");
}

TEST(TomlString, RefusesControlCharactersAndWhatIsNoText) {
    for (const std::string& value :
         {std::string("a\x1b"), std::string("a\0b", 3), std::string("\r\n"), std::string("\x7f"),
          std::string("\xff"), std::string("\xc0\x80"), std::string("\xc2\x85")}) {
        EXPECT_FALSE(tomlString(value));
    }
}
