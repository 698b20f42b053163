#include "program/window_stage.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>
#include <utility>

// After the others: these define Bool, None, Success and more as macros.
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

namespace {

using Json = WindowStage::Json;

constexpr auto kStep = std::chrono::milliseconds(10);
// Sanitizers, a software renderer and a busy machine together are slow.
constexpr int kMostSteps = 12000;

KeySym symbolOf(const ui::Key& key) {
    switch (key.name) {
        case ui::KeyName::Character:
            return static_cast<KeySym>(static_cast<unsigned char>(key.character));
        case ui::KeyName::Right:
            return XK_Right;
        case ui::KeyName::Left:
            return XK_Left;
        case ui::KeyName::Up:
            return XK_Up;
        case ui::KeyName::Down:
            return XK_Down;
        case ui::KeyName::Space:
            return XK_space;
        case ui::KeyName::Enter:
            return XK_Return;
        case ui::KeyName::Backspace:
            return XK_BackSpace;
        case ui::KeyName::PageUp:
            return XK_Page_Up;
        case ui::KeyName::PageDown:
            return XK_Page_Down;
        case ui::KeyName::Home:
            return XK_Home;
        case ui::KeyName::End:
            return XK_End;
        case ui::KeyName::Tab:
            return XK_Tab;
        case ui::KeyName::Escape:
            return XK_Escape;
        case ui::KeyName::F1:
            return XK_F1;
        case ui::KeyName::F5:
            return XK_F5;
        case ui::KeyName::F6:
            return XK_F6;
        case ui::KeyName::F11:
            return XK_F11;
    }
    return NoSymbol;
}

Child startServer(const WindowStage::Setup& setup, std::string& display) {
    int number[2];
    if (::pipe(number) != 0) return {};
    const std::string size = std::to_string(setup.screen.w) + "x" + std::to_string(setup.screen.h) + "x24";
    std::vector<std::string> words{"/usr/bin/env", "Xvfb",    "-displayfd", std::to_string(number[1]),
                                   "-noreset",     "-screen", "0",          size,
                                   "-nolisten",    "tcp"};
    words.insert(words.end(), setup.server.begin(), setup.server.end());
    const Child child = startProcess(words, {}, setup.longest);
    ::close(number[1]);
    std::string text;
    for (char c = 0; ::read(number[0], &c, 1) == 1 && c != '\n';) text += c;
    ::close(number[0]);
    display = ":" + text;
    return child;
}

}  // namespace

bool awaitTrue(const std::function<bool()>& holds) {
    for (int i = 0; i < kMostSteps; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(kStep);
    }
    return false;
}

struct WindowStage::Implementation {
    TemporaryFolder folder;
    base::Size screen;
    std::string name;  // of the display
    Child server, program;
    Display* display = nullptr;
    ::Window window = 0;
    bool up = false, ended = false;
    std::string unread;       // the start of a line that is not yet whole
    std::streamoff read = 0;  // bytes of the trace
    std::vector<Json> lines;
    std::size_t seen = 0;  // lines

    std::string tracePath() const { return folder.path("trace.jsonl"); }
    void start(const Setup& setup);
    void readTrace();
    bool hasEnded() const;
    bool findWindow();
    void send(const ui::Key& key, bool down) const;
    void tap(KeyCode code) const;
    std::string told() const;
};

void WindowStage::Implementation::start(const Setup& setup) {
    screen = setup.screen;
    server = startServer(setup, name);
    display = XOpenDisplay(name.c_str());
    if (!display) return;
    std::vector<std::string> words = programWith({"present"});
    words.insert(words.end(), setup.words.begin(), setup.words.end());
    const std::string size = std::to_string(screen.w) + "x" + std::to_string(screen.h);
    if (std::find(words.begin(), words.end(), "--size") == words.end())
        words.insert(words.end(), {"--size", size});
    words.insert(words.end(), {"--trace", tracePath()});
    std::vector<std::string> settings{"DISPLAY=" + name, "SDL_VIDEODRIVER=x11", "XMODIFIERS=@im=none",
                                      "HARMATTAN_SETTINGS=", "XDG_CONFIG_HOME=" + folder.path("config")};
    settings.insert(settings.end(), setup.settings.begin(), setup.settings.end());
    program = startProcess(words, settings, setup.longest);
    awaitTrue([&] {
        readTrace();
        return hasEnded() || (!lines.empty() && findWindow());
    });
    up = window != 0;
}

bool WindowStage::Implementation::hasEnded() const {
    siginfo_t info{};
    const auto id = static_cast<id_t>(program.process);
    return ::waitid(P_PID, id, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
}

// The program's window gets the keyboard: there is no window manager to give it.
bool WindowStage::Implementation::findWindow() {
    ::Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    if (XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count) == 0) return false;
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes attributes;
        char* title = nullptr;
        if (XFetchName(display, children[i], &title) == 0) continue;
        XFree(title);
        if (XGetWindowAttributes(display, children[i], &attributes) != 0 &&
            attributes.map_state == IsViewable)
            window = children[i];
    }
    if (children) XFree(children);
    if (window == 0) return false;
    XSetInputFocus(display, window, RevertToPointerRoot, CurrentTime);
    XSync(display, False);
    return true;
}

void WindowStage::Implementation::readTrace() {
    std::ifstream file(tracePath(), std::ios::binary);
    file.seekg(read);
    std::string more{std::istreambuf_iterator<char>(file), {}};
    read += static_cast<std::streamoff>(more.size());
    unread += more;
    for (std::size_t end = unread.find('\n'); end != std::string::npos; end = unread.find('\n')) {
        lines.push_back(Json::parse(unread.substr(0, end)));
        unread.erase(0, end + 1);
    }
}

std::string WindowStage::Implementation::told() const {
    std::string text = "the trace's last lines:\n";
    for (std::size_t i = lines.size() > 6 ? lines.size() - 6 : 0; i < lines.size(); ++i)
        text += lines[i].dump() + "\n";
    return text;
}

// What is held beside a key goes down before it and up after it.
void WindowStage::Implementation::send(const ui::Key& key, bool down) const {
    const KeySym symbol = symbolOf(key);
    const KeyCode code = XKeysymToKeycode(display, symbol);
    ASSERT_NE(code, 0) << "the server's keyboard has no such key";
    const bool shifted =
        key.name == ui::KeyName::Character && XkbKeycodeToKeysym(display, code, 0, 0) != symbol;
    const std::pair<bool, KeySym> modifiers[] = {
        {key.with.shift || shifted, XK_Shift_L}, {key.with.control, XK_Control_L}, {key.with.alt, XK_Alt_L}};
    if (!down) XTestFakeKeyEvent(display, code, False, CurrentTime);
    for (const auto& [held, modifier] : modifiers) {
        if (held) XTestFakeKeyEvent(display, XKeysymToKeycode(display, modifier), down, CurrentTime);
    }
    if (down) XTestFakeKeyEvent(display, code, True, CurrentTime);
}

WindowStage::WindowStage(const Setup& setup) : m_implementation(std::make_unique<Implementation>()) {
    m_implementation->start(setup);
    if (!isUp()) ADD_FAILURE() << "no first picture: " << end().error;
}

WindowStage::~WindowStage() {
    Implementation& self = *m_implementation;
    if (self.program.process > 0 && !self.ended) {
        ::kill(self.program.process, SIGKILL);
        endOf(self.program);
    }
    if (self.display) XCloseDisplay(self.display);
    if (self.server.process > 0) {
        ::kill(self.server.process, SIGKILL);
        endOf(self.server);
    }
}

bool WindowStage::isUp() const {
    return m_implementation->up;
}

int WindowStage::process() const {
    return m_implementation->program.process;
}

const std::string& WindowStage::display() const {
    return m_implementation->name;
}

void WindowStage::press(const ui::Key& key) {
    pressQuickly(key, 1);
    // SDL takes a press that comes within 2 ms of the same key's release for one that is held down.
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void WindowStage::hold(const ui::Key& key) {
    m_implementation->send(key, true);
    XSync(m_implementation->display, False);
}

void WindowStage::release(const ui::Key& key) {
    m_implementation->send(key, false);
    XSync(m_implementation->display, False);
}

void WindowStage::pressQuickly(const ui::Key& key, int times) {
    for (int i = 0; i < times; ++i) {
        m_implementation->send(key, true);
        m_implementation->send(key, false);
    }
    XSync(m_implementation->display, False);
}

void WindowStage::type(const std::string& ascii) {
    for (const char c : ascii) press(c == ' ' ? ui::key(ui::KeyName::Space) : ui::key(c));
}

void WindowStage::movePointer(int x, int y) {
    XTestFakeMotionEvent(m_implementation->display, -1, x, y, CurrentTime);
    XSync(m_implementation->display, False);
}

void WindowStage::setPointer(int x, int y) {
    Display* const display = m_implementation->display;
    XWarpPointer(display, None, DefaultRootWindow(display), 0, 0, 0, 0, x, y);
    XSync(display, False);
}

void WindowStage::holdButton(int button) {
    XTestFakeButtonEvent(m_implementation->display, static_cast<unsigned>(button), True, CurrentTime);
    XSync(m_implementation->display, False);
}

void WindowStage::releaseButton(int button) {
    XTestFakeButtonEvent(m_implementation->display, static_cast<unsigned>(button), False, CurrentTime);
    XSync(m_implementation->display, False);
}

void WindowStage::click(int button) {
    holdButton(button);
    releaseButton(button);
}

void WindowStage::doubleClick() {
    click();
    click();
}

void WindowStage::drag(int button, int toX, int toY) {
    ::Window root = 0, child = 0;
    int x = 0, y = 0, ignoredX = 0, ignoredY = 0;
    unsigned mask = 0;
    XQueryPointer(m_implementation->display, DefaultRootWindow(m_implementation->display), &root, &child, &x,
                  &y, &ignoredX, &ignoredY, &mask);
    holdButton(button);
    constexpr int kSteps = 8;
    for (int i = 1; i <= kSteps; ++i) movePointer(x + (toX - x) * i / kSteps, y + (toY - y) * i / kSteps);
    releaseButton(button);
}

// The wheel is buttons 4 (up) and 5 to X.
void WindowStage::wheel(int notches) {
    for (int i = 0; i < std::abs(notches); ++i) click(notches > 0 ? 4 : 5);
}

void WindowStage::unmap() {
    XUnmapWindow(m_implementation->display, m_implementation->window);
    XSync(m_implementation->display, False);
}

void WindowStage::map() {
    XMapWindow(m_implementation->display, m_implementation->window);
    XSync(m_implementation->display, False);
    m_implementation->findWindow();
}

void WindowStage::resize(int w, int h) {
    XResizeWindow(m_implementation->display, m_implementation->window, static_cast<unsigned>(w),
                  static_cast<unsigned>(h));
    XSync(m_implementation->display, False);
}

Json WindowStage::await(const std::string& what, const Predicate& holds) {
    Implementation& self = *m_implementation;
    Json found;
    awaitTrue([&] {
        const bool ended = self.hasEnded();
        self.readTrace();
        while (self.seen < self.lines.size() && found.is_null()) {
            const Json& line = self.lines[self.seen++];
            if ((what.empty() || line["what"] == what) && (!holds || holds(line))) found = line;
        }
        return !found.is_null() || ended;
    });
    if (found.is_null()) ADD_FAILURE() << "no line \"" << what << "\" as awaited; " << self.told();
    return found;
}

Json WindowStage::now() {
    m_implementation->readTrace();
    return m_implementation->lines.empty() ? Json() : m_implementation->lines.back();
}

int WindowStage::count(const std::string& what) {
    m_implementation->readTrace();
    int lines = 0;
    for (const Json& line : m_implementation->lines) lines += line["what"] == what;
    return lines;
}

void WindowStage::forgetLines() {
    m_implementation->readTrace();
    m_implementation->seen = m_implementation->lines.size();
}

base::Image WindowStage::picture() const {
    const Implementation& self = *m_implementation;
    base::Image image{self.screen.w, self.screen.h, 4, {}};
    XImage* shot =
        XGetImage(self.display, DefaultRootWindow(self.display), 0, 0, static_cast<unsigned>(self.screen.w),
                  static_cast<unsigned>(self.screen.h), AllPlanes, ZPixmap);
    if (!shot) return image;
    for (int y = 0; y < self.screen.h; ++y) {
        for (int x = 0; x < self.screen.w; ++x) {
            const unsigned long pixel = XGetPixel(shot, x, y);
            for (const int shift : {16, 8, 0})
                image.bytes.push_back(static_cast<std::uint8_t>(pixel >> shift & 255));
            image.bytes.push_back(255);
        }
    }
    XDestroyImage(shot);
    return image;
}

base::Image WindowStage::steadyPicture() const {
    base::Image before = picture();
    return awaitPicture([&](const base::Image& now) {
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        const bool isSteady = picture() == before && now == before;
        if (!isSteady) before = picture();
        return isSteady;
    });
}

base::Image WindowStage::awaitPicture(const std::function<bool(const base::Image&)>& holds) const {
    base::Image image;
    const bool seen = awaitTrue([&] {
        image = picture();
        return holds(image) || m_implementation->hasEnded();
    });
    if (!seen || !holds(image)) ADD_FAILURE() << "the picture awaited has not come";
    return image;
}

Outcome WindowStage::end() {
    Implementation& self = *m_implementation;
    if (self.program.process <= 0 || self.ended) return {};
    if (!awaitTrue([&] { return self.hasEnded(); })) ::kill(self.program.process, SIGKILL);
    self.ended = true;
    return endOf(self.program);
}
