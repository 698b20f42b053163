// The words of the overlay, in French and English. The picture has its own; commands bring their help with
// them.
#pragma once

#include <string>
#include <string_view>

namespace ui {

enum class Word {
    Events,
    Search,
    Date,
    Actor,
    EventAndPlace,
    Sources,
    NotGiven,
    NothingFound,
    NotShown,
    Step,
    Detour,
    Stopped,
    NumberThenEnter,
    Keys,
    Story,
    Screen,
    Map,
    Tools,
    Mouse,
    Drag,
    DragDoes,
    Wheel,
    WheelDoes,
    DoubleClick,
    DoubleClickDoes,
    RightDrag,
    RightDragDoes,
    Export,
    ExportTo,
    ExportInFolder,
    ExportFormat,
    ExportFrames,
    ExportPreset,
    ExportNoPreset,
    ExportSize,
    ExportRate,
    ExportPart,
    ExportFilm,
    ExportCue,
    ExportSomeFrames,
    ExportWith,
    ExportPanels,
    ExportAlpha,
    ExportThere,
    ExportRefuse,
    ExportResume,
    ExportReplace,
    ExportCommand,
    ExportCopy,
    ExportRun,
    ExportStop,
    ExportStarting,
    ExportStopping,
    ExportDone,
    ExportStopped,
    ExportFailed,
    ExportSilent,
    ExportOf,
    ExportPace,
    ExportCount,
    ExportLeft,  ///< "%" stands for the time
    ExportMegabytes,
    Close
};

/// The word in `language`; English for languages the overlay does not know.
std::string_view word(Word which, std::string_view language);

/// The name of a theme that the program brings ("Nuit"), or its own.
std::string themeName(std::string_view theme, std::string_view language);

/// The name of a language in itself ("Français"), or its code in capitals.
std::string languageName(std::string_view language);

/// "1:02" for seconds of film time; whole seconds, rounded down.
std::string clockText(double seconds);

}  // namespace ui
