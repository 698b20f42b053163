// The program in a real window: an X server of its own (Xvfb), the program on it with --trace, keys and mouse
// as the server sends them (XTest). Nothing waits for a clock: every wait is for something to be seen, with a
// generous bound.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/image.h"
#include "base/units.h"
#include "program/run_program.h"
#include "ui/keys.h"

class WindowStage {
  public:
    struct Setup {
        std::vector<std::string> words;     ///< of the command line, after `present`: the film, --size, ...
        base::Size screen{640, 360};        ///< pixels; the window has this size unless `words` say another
        std::vector<std::string> settings;  ///< environment of the program, "NAME=value"
        std::vector<std::string> server;    ///< more words for Xvfb
        unsigned longest = 500;             ///< seconds after which server and program are killed
    };
    using Json = nlohmann::json;
    using Predicate = std::function<bool(const Json&)>;

    /// Starts server and program and waits for the first picture. A test failure when that does not come.
    explicit WindowStage(const Setup& setup);
    ~WindowStage();
    WindowStage(const WindowStage&) = delete;
    WindowStage& operator=(const WindowStage&) = delete;

    bool isUp() const;  ///< the first picture has come
    int process() const;
    const std::string& display() const;  ///< ":7"

    /// Presses and releases a key with what is held beside it.
    void press(const ui::Key& key);
    void hold(const ui::Key& key);  ///< the server repeats it until it is released
    void release(const ui::Key& key);
    /// Presses it so many times within a millisecond or two.
    void pressQuickly(const ui::Key& key, int times);
    void type(const std::string& ascii);  ///< letters, digits and signs of a US keyboard, in one go

    void movePointer(int x, int y);  ///< on the screen, pixels
    void setPointer(int x, int y);   ///< without a movement of a device, as remote desktops do
    void holdButton(int button);     ///< 1 left, 2 middle, 3 right
    void releaseButton(int button);
    void click(int button = 1);
    void doubleClick();
    void drag(int button, int toX, int toY);  ///< from where the pointer is, in steps
    void wheel(int notches);                  ///< up positive

    void unmap();  ///< what a window manager does to minimise; SDL then counts the window as hidden
    void map();
    void resize(int w, int h);

    /// Waits for a line of the trace that is new since the last line awaited, has this `what` (empty: any)
    /// and holds this. Lines before it count as seen. A failure of the test and null when none comes.
    Json await(const std::string& what, const Predicate& holds = {});
    /// The newest line written so far, read or not.
    Json now();
    /// How many lines with this `what` the trace has so far.
    int count(const std::string& what);
    /// All lines have been seen: the next await() takes only newer ones.
    void forgetLines();

    /// The whole screen, 4 channels.
    base::Image picture() const;
    /// The whole screen once it has stayed the same for half a second.
    base::Image steadyPicture() const;
    /// Waits for a screen that holds this; a failure of the test when none comes. The last one either way.
    base::Image awaitPicture(const std::function<bool(const base::Image&)>& holds) const;

    /// Waits for the program to end by itself; kills it after a while.
    Outcome end();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

/// Waits until `holds`, asking a hundred times a second; false after two minutes.
bool awaitTrue(const std::function<bool()>& holds);
