#include "ui/toasts.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;

namespace {

Toast note(const std::string& text) {
    return {text, "", Tone::Note};
}

Toast brokenSave(const std::string& text) {
    return {text, "mend it", Tone::Error, true, "files"};
}

std::vector<std::string> textsOf(const Toasts& toasts) {
    std::vector<std::string> texts;
    for (const Toast& toast : toasts) texts.push_back(toast.text);
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST(Toasts, GoWhenTheyHaveHadTheirTime) {
    Toasts toasts;
    add(toasts, note("copied"));
    add(toasts, {"disk full", "make room"});
    age(toasts, kNoteSeconds - 0.01);
    EXPECT_EQ(textsOf(toasts), (Texts{"copied", "disk full"}));
    age(toasts, 0.02);
    EXPECT_EQ(textsOf(toasts), (Texts{"disk full"}));
    age(toasts, kToastSeconds);
    EXPECT_TRUE(toasts.empty());
}

TEST(Toasts, ThatAreStickyStayUntilTheyAreResolved) {
    Toasts toasts;
    add(toasts, brokenSave("line 4"));
    age(toasts, 1e6);
    EXPECT_EQ(textsOf(toasts), (Texts{"line 4"}));
    EXPECT_EQ(opacityOf(toasts.front()), 1);
    resolve(toasts, "other");
    EXPECT_EQ(toasts.size(), 1u);
    resolve(toasts, "files");
    EXPECT_TRUE(toasts.empty());
}

TEST(Toasts, AreNeverTwiceTheSameAndOnePerTopic) {
    Toasts toasts;
    add(toasts, brokenSave("line 4"));
    add(toasts, note("copied"));
    age(toasts, 1);
    add(toasts, note("copied"));
    add(toasts, brokenSave("line 9"));
    EXPECT_EQ(textsOf(toasts), (Texts{"copied", "line 9"}));
    EXPECT_EQ(toasts.front().age, 0) << "told again, it stays as long as a new one";
}

TEST(Toasts, AreAtMostThreeAndStickyOnesGoLast) {
    Toasts toasts;
    add(toasts, brokenSave("save"));
    for (const char* text : {"a", "b", "c"}) add(toasts, note(text));
    EXPECT_EQ(textsOf(toasts), (Texts{"save", "b", "c"}));
}

TEST(Toasts, FadeInAndOutAndRestBetween) {
    Toasts toasts;
    EXPECT_EQ(restOf(toasts), 1e9);
    add(toasts, {"disk full", ""});
    EXPECT_EQ(opacityOf(toasts.front()), 0);
    EXPECT_EQ(restOf(toasts), 0);
    age(toasts, kToastFade);
    EXPECT_EQ(opacityOf(toasts.front()), 1);
    EXPECT_NEAR(restOf(toasts), kToastSeconds - 2 * kToastFade, 1e-9);
    age(toasts, restOf(toasts) + kToastFade / 2);
    EXPECT_NEAR(opacityOf(toasts.front()), 0.5, 1e-9);
    EXPECT_EQ(restOf(toasts), 0);
}

TEST(Toasts, SayWhereAProblemIsAndWhatToDo) {
    const Toast toast = toastOf({base::Severity::Error, base::Trouble::Data, "film.toml", 4, 7,
                                 "unknown key \"colour\"", "did you mean \"color\"?"});
    EXPECT_EQ(toast.text, "film.toml:4:7: unknown key \"colour\"");
    EXPECT_EQ(toast.advice, "did you mean \"color\"?");
    EXPECT_EQ(toast.tone, Tone::Error);
    EXPECT_EQ(newestText({toast}), "film.toml:4:7: unknown key \"colour\"; did you mean \"color\"?");
}

TEST(Toasts, OfASessionWaitUnderABlackScreen) {
    small::Desk desk;
    warn(desk.session, "what; do this");
    ASSERT_EQ(desk.session.toasts.size(), 1u);
    EXPECT_EQ(desk.session.toasts.front().advice, "do this");
    desk.press(key('b'));
    advance(desk.session, 60);
    EXPECT_EQ(desk.session.toasts.size(), 1u);
    EXPECT_EQ(lookRest(desk.session), 1e9);
    desk.press(key('b'));
    advance(desk.session, 60);
    EXPECT_TRUE(desk.session.toasts.empty());
}

TEST(Toasts, AboutASaveGoWithTheNextGoodOne) {
    small::Desk desk;
    Toast toast = brokenSave("line 4");
    toast.topic = kFilesTopic;
    tell(desk.session, toast);
    tell(desk.session, note("copied"));
    adopt(desk.session, desk.film, desk.session.themes);
    EXPECT_EQ(textsOf(desk.session.toasts), (Texts{"copied"}));
}
