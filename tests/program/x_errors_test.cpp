// What SDL still sends to a window that has just been closed does not end the program.
#include "ui/x_errors.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include "program/small_film.h"
#include "program/window_stage.h"

// After the others: it defines Bool, None, Success and more as macros.
#include <X11/Xlib.h>

namespace {

constexpr unsigned long kNoWindow = 0x123456;

class XErrors : public testing::Test {
  protected:
    void SetUp() override {
        writeFile(film, kSmallFilm);
        stage =
            std::make_unique<WindowStage>(WindowStage::Setup{{film, "--no-settings"}, {640, 360}, {}, {}});
        ASSERT_TRUE(stage->isUp());
    }
    void TearDown() override {
        stage->press(ui::key('q', ui::kControl));
        EXPECT_EQ(stage->end().code, 0);
    }

    // In a process of its own. Ends with 0 when it is still there after it has done `wrong` over a second
    // connection, as SDL has one.
    [[noreturn]] void endAfter(void (*wrong)(Display*)) const {
        setenv("DISPLAY", stage->display().c_str(), 1);
        setenv("SDL_VIDEODRIVER", "x11", 1);
        if (SDL_Init(SDL_INIT_VIDEO) != 0) std::_Exit(3);
        ui::forgiveLateMessages();
        Display* second = XOpenDisplay(nullptr);
        if (!second) std::_Exit(4);
        wrong(second);
        XSync(second, False);
        std::_Exit(0);
    }

    TemporaryFolder folder;
    const std::string film = folder.path("film.toml");
    std::unique_ptr<WindowStage> stage;
};

}  // namespace

TEST_F(XErrors, OfMessagesToAWindowThatIsGoneAreForgiven) {
    const auto send = [](Display* display) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = kNoWindow;
        event.xclient.format = 8;
        XSendEvent(display, kNoWindow, False, NoEventMask, &event);
    };
    EXPECT_EXIT(endAfter(send), testing::ExitedWithCode(0), "");
}

TEST_F(XErrors, OfAnyOtherRequestToItAreForgivenToo) {
    const auto map = [](Display* display) {
        XMapWindow(display, kNoWindow);
        XSetInputFocus(display, kNoWindow, RevertToNone, CurrentTime);
    };
    EXPECT_EXIT(endAfter(map), testing::ExitedWithCode(0), "");
}

TEST_F(XErrors, OfAnyOtherKindAreNot) {
    const auto draw = [](Display* display) { XFreePixmap(display, kNoWindow); };
    EXPECT_EXIT(endAfter(draw), testing::ExitedWithCode(1), "BadPixmap");
}
