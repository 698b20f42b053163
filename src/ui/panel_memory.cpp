#include "ui/panel_memory.h"

namespace ui {

namespace {

struct Panel {
    const char* name;    // in the settings file
    const char* window;  // of ImGui
    bool (*isOpen)(const Session&);
    void (*open)(Session&, bool);
};

// Those that are worth finding again: the help page and the export panel are not.
constexpr Panel kRemembered[] = {
    {"list", "events", [](const Session& session) { return session.list; },
     [](Session& session, bool open) { session.list = open; }},
    {"inspector", "inspector", [](const Session& session) { return session.writing.open; },
     [](Session& session, bool open) { session.writing.open = open; }},
};

}  // namespace

void closePanels(Session& session) {
    for (const Panel& panel : kRemembered) panel.open(session, false);
    session.help = session.exporting.open = session.hints.open = false;
    session.panelWithKeys.clear();
}

void rememberPanels(Session& session) {
    if (!windowWithKeys(session)) session.panelWithKeys.clear();
    if (session.fullScreen || !session.panels) return;
    for (const Panel& panel : kRemembered) setOpen(session.settings, panel.name, panel.isOpen(session));
}

void openRemembered(Session& session) {
    for (const Panel& panel : kRemembered) {
        if (wasOpen(session.settings, panel.name)) panel.open(session, true);
    }
}

std::string panelAfter(const Session& session, const std::string& name) {
    bool isNext = name.empty();
    for (const Panel& panel : kRemembered) {
        if (isNext && panel.isOpen(session)) return panel.name;
        isNext = isNext || panel.name == name;
    }
    return "";
}

const char* windowWithKeys(const Session& session) {
    for (const Panel& panel : kRemembered) {
        if (panel.name == session.panelWithKeys && panel.isOpen(session)) return panel.window;
    }
    return nullptr;
}

}  // namespace ui
