// What the rows of the table of commands do, each in the file of its section. Called through apply() alone.
#pragma once

#include "ui/commands.h"

namespace ui::act {

// The story: story_commands.cpp
void next(Session& session, const Command& command, const Sight& sight);
void previous(Session& session, const Command& command, const Sight& sight);
void skip(Session& session, const Command& command, const Sight& sight);
void first(Session& session, const Command& command, const Sight& sight);
void last(Session& session, const Command& command, const Sight& sight);
void jumpToCue(Session& session, const Command& command, const Sight& sight);
void jumpToEvent(Session& session, const Command& command, const Sight& sight);
void scrub(Session& session, const Command& command, const Sight& sight);
void pause(Session& session, const Command& command, const Sight& sight);
void typeDigit(Session& session, const Command& command, const Sight& sight);

// The screen: screen_commands.cpp
void black(Session& session, const Command& command, const Sight& sight);
void white(Session& session, const Command& command, const Sight& sight);
void start(Session& session, const Command& command, const Sight& sight);
void startHere(Session& session, const Command& command, const Sight& sight);
void fullScreen(Session& session, const Command& command, const Sight& sight);
void quit(Session& session, const Command& command, const Sight& sight);

// The map: map_commands.cpp
void zoomIn(Session& session, const Command& command, const Sight& sight);
void zoomOut(Session& session, const Command& command, const Sight& sight);
void panLeft(Session& session, const Command& command, const Sight& sight);
void panRight(Session& session, const Command& command, const Sight& sight);
void panUp(Session& session, const Command& command, const Sight& sight);
void panDown(Session& session, const Command& command, const Sight& sight);
void turnLeft(Session& session, const Command& command, const Sight& sight);
void turnRight(Session& session, const Command& command, const Sight& sight);
void tiltFlatter(Session& session, const Command& command, const Sight& sight);
void tiltSteeper(Session& session, const Command& command, const Sight& sight);
void look(Session& session, const Command& command, const Sight& sight);
void fly(Session& session, const Command& command, const Sight& sight);
void comeBack(Session& session, const Command& command, const Sight& sight);

// Tools: tool_commands.cpp
void language(Session& session, const Command& command, const Sight& sight);
void theme(Session& session, const Command& command, const Sight& sight);
void panels(Session& session, const Command& command, const Sight& sight);
void list(Session& session, const Command& command, const Sight& sight);
void help(Session& session, const Command& command, const Sight& sight);
void panelKeys(Session& session, const Command& command, const Sight& sight);
void exportPanel(Session& session, const Command& command, const Sight& sight);
void exportRun(Session& session, const Command& command, const Sight& sight);
void exportStop(Session& session, const Command& command, const Sight& sight);
void exportSet(Session& session, const Command& command, const Sight& sight);
void filterText(Session& session, const Command& command, const Sight& sight);
void filterActor(Session& session, const Command& command, const Sight& sight);
void undo(Session& session, const Command& command, const Sight& sight);
void redo(Session& session, const Command& command, const Sight& sight);
void leave(Session& session, const Command& command, const Sight& sight);

// The second screen: notes_commands.cpp
void notes(Session& session, const Command& command, const Sight& sight);
void swapScreens(Session& session, const Command& command, const Sight& sight);
void talkStop(Session& session, const Command& command, const Sight& sight);
void talkReset(Session& session, const Command& command, const Sight& sight);
void notesLarger(Session& session, const Command& command, const Sight& sight);
void notesSmaller(Session& session, const Command& command, const Sight& sight);

// Ink: ink_commands.cpp
void pen(Session& session, const Command& command, const Sight& sight);
void highlighter(Session& session, const Command& command, const Sight& sight);
void inkArrow(Session& session, const Command& command, const Sight& sight);
void laser(Session& session, const Command& command, const Sight& sight);
void spotlight(Session& session, const Command& command, const Sight& sight);
void eraser(Session& session, const Command& command, const Sight& sight);
void inkColor(Session& session, const Command& command, const Sight& sight);
void inkKeep(Session& session, const Command& command, const Sight& sight);
void erase(Session& session, const Command& command, const Sight& sight);
void strokeBegin(Session& session, const Command& command, const Sight& sight);
void strokePoint(Session& session, const Command& command, const Sight& sight);
void strokeEnd(Session& session, const Command& command, const Sight& sight);
void eraseAt(Session& session, const Command& command, const Sight& sight);
void pointAt(Session& session, const Command& command, const Sight& sight);

/// Back to a window, with the panels that were open there.
void leaveFullScreen(Session& session);

// Writing: writing_commands.cpp
void copyView(Session& session, const Command& command, const Sight& sight);
void copyPlace(Session& session, const Command& command, const Sight& sight);
void inspector(Session& session, const Command& command, const Sight& sight);
void inspect(Session& session, const Command& command, const Sight& sight);
void draftText(Session& session, const Command& command, const Sight& sight);
void keepText(Session& session, const Command& command, const Sight& sight);
void editText(Session& session, const Command& command, const Sight& sight);
void takeView(Session& session, const Command& command, const Sight& sight);
/// The last change to the film's text taken back, and made again.
/// Takes back what the inspector could not save, the newest first; false when there is nothing.
bool dropRefused(Session& session);
void undoText(Session& session);
void redoText(Session& session);
// How the story runs: pace_commands.cpp
void slower(Session& session, const Command& command, const Sight& sight);
void faster(Session& session, const Command& command, const Sight& sight);
void autoPlay(Session& session, const Command& command, const Sight& sight);

// Looking through the film: browse_commands.cpp
void overview(Session& session, const Command& command, const Sight& sight);
void chapters(Session& session, const Command& command, const Sight& sight);
void nextChapter(Session& session, const Command& command, const Sight& sight);
void previousChapter(Session& session, const Command& command, const Sight& sight);
void search(Session& session, const Command& command, const Sight& sight);
void searchText(Session& session, const Command& command, const Sight& sight);
void browseMark(Session& session, const Command& command, const Sight& sight);
void browseChoose(Session& session, const Command& command, const Sight& sight);

// Looking closer: card_commands.cpp
void card(Session& session, const Command& command, const Sight& sight);
void openCard(Session& session, const Command& command, const Sight& sight);
void openLink(Session& session, const Command& command, const Sight& sight);
void ruler(Session& session, const Command& command, const Sight& sight);
void rulerHere(Session& session, const Command& command, const Sight& sight);
void rulerPoint(Session& session, const Command& command, const Sight& sight);

/// Closes what lies on top of all that is browsed; false when nothing does.
bool leaveBrowsing(Session& session);

/// Goes to a moment of the story; ends a detour.
void jumpTo(Session& session, film::Moment to, const Sight& sight);
/// Goes to a cue's beginning, and lets time run.
void play(Session& session, std::size_t cue, const Sight& sight);
/// Where the story stands, also while a detour has left it.
film::Moment storyMoment(const Session& session);

}  // namespace ui::act
