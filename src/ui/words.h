// The words of the overlay, in French and English. The picture has its own; commands bring their help with
// them.
#pragma once

#include <string>
#include <string_view>

namespace ui {

enum class Word {
    NoMicrophone,
    Recording,
    TakeNotWritten,
    SoundFull,
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
    Ink,
    InkKept,
    Mouse,
    Drag,
    DragDoes,
    Wheel,
    WheelDoes,
    DoubleClick,
    DoubleClickDoes,
    RightDrag,
    RightDragDoes,
    SaveNotShown,
    SettingsBroken,
    HintNext,
    HintDetour,
    HintKeys,
    HintDrag,
    Country,
    Capital,
    City,
    Base,
    Region,
    Water,
    HowSure,
    WhoSaysSo,
    NoEventsHere,
    EventsHere,
    ReadOnline,
    Places,
    FindHint,
    FoundNothing,
    Overview,
    Chapters,
    NoChapters,
    BrowseKeys,
    AutoPlayOn,
    AutoPlayOff,
    RulerHint,
    Click,
    ClickDoes,
    Pinch,
    PinchDoes,
    Export,
    ExportTo,
    ExportInFolder,
    ExportForeign,
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
    Close,
    NoNotes,
    NextStep,
    LastStep,
    OnScreen,
    BlackScreen,
    WhiteScreen,
    Elapsed,
    Remaining,
    Clock,
    Ahead,
    Behind,
    OnTime,
    TalkWaits,
    TalkStopped,
    TalkStop,
    TalkGoOn,
    TalkReset,
    NotesOf,
    OneDisplay,
    DisplayGone,
    Inspector,
    Undo,
    Redo,
    Event,
    PlaceFrom,
    PlaceTo,
    PlaceVia,
    TextTitle,
    TextBody,
    TextNotes,
    Camera,
    CameraFit,
    CameraCenter,
    CameraWidth,
    CameraAngles,
    TakeView,
    Seconds,
    CopiedView,
    CopiedPlace,
    CopiedAddress,
    NoSuchStep,  ///< "%" stands for how many there are
    FileNotRead,
    MoreProblems,  ///< "%" stands for how many
    DistanceFrom,
    UnknownPlace,
    MovingMap  ///< followed by a share
};

/// The word in `language`; English for languages the overlay does not know.
std::string_view word(Word which, std::string_view language);

/// The same with `filling` where its "%" stands.
std::string wordWith(Word pattern, const std::string& filling, std::string_view language);

/// "from Oran", "d’Oran".
std::string fromPlace(const std::string& name, const std::string& language);

/// The name of a theme that the program brings ("Nuit"), or its own.
std::string themeName(std::string_view theme, std::string_view language);

/// The name of a language in itself ("Français"), or its code in capitals.
std::string languageName(std::string_view language);

/// "1:02" for seconds of film time; whole seconds, rounded down.
std::string clockText(double seconds);

/// "2 ×", "0.25 ×"; with a comma in French.
std::string speedText(double speed, std::string_view language);

}  // namespace ui
