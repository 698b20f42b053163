// Ink on stage: the tool in hand, what has been drawn, and the way back. Plain data; what it looks like is
// the picture's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "picture/ink.h"
#include "ui/navigation.h"

namespace ui {

enum class InkHold : std::uint8_t { Nothing, Pen, Highlighter, Arrow, Eraser, Laser, Spotlight };

/// A stroke, and its place in the list.
struct PlacedStroke {
    std::size_t at = 0;
    picture::Stroke stroke;
};

/// One step of undo: strokes that went and strokes that came, each by rising place.
struct InkChange {
    std::vector<PlacedStroke> gone, come;
};

inline constexpr std::size_t kMostInkChanges = 200;
/// Seconds for which the name of a tool just taken in hand is shown.
inline constexpr double kInkSignSeconds = 2.5;
/// How near to a stroke the eraser takes it away, share of the frame's shorter side.
inline constexpr double kEraserReach = 0.018;

struct InkDesk {
    InkHold hold = InkHold::Nothing;
    int color = 0;         ///< of the theme's, from 0
    bool keep = false;     ///< strokes outlast their cue
    bool drawing = false;  ///< the last stroke is still growing
    picture::Ink shown;
    std::vector<InkChange> done, undone;  ///< the latest last
    std::size_t cue = 0;                  ///< which the story is in
    double signAge = kInkSignSeconds;     ///< seconds since tool, colour or keeping changed
};

std::string_view toString(InkHold hold);

/// Whether the tool in hand draws strokes.
bool draws(InkHold hold);
/// Whether it shows where the pointer is.
bool points(InkHold hold);

/// Takes a tool in hand, or puts it away when it is there already.
void take(InkDesk& desk, InkHold hold);
void putAway(InkDesk& desk);

/// A stroke begins, goes on, ends. Without a tool that draws, or beyond kMostStrokes, nothing does.
void beginStroke(InkDesk& desk, base::LonLat at);
void growStroke(InkDesk& desk, base::LonLat to);
void endStroke(InkDesk& desk);

/// The uppermost stroke that the eraser reaches from `pixel`, if any.
std::optional<std::size_t> strokeAt(const InkDesk& desk, base::Vec2 pixel, const Sight& sight);
void eraseStroke(InkDesk& desk, std::size_t index);
void eraseAll(InkDesk& desk);

void undoInk(InkDesk& desk);
void redoInk(InkDesk& desk);
/// Whether undo and redo mean ink: a tool is in hand, or there is something that they could change.
bool undoesInk(const InkDesk& desk);

void nextInkColor(InkDesk& desk);
void toggleKeep(InkDesk& desk);

/// The laser or the spotlight is here now, or, without a point, nowhere.
void pointAt(InkDesk& desk, const std::optional<picture::InkPoint>& at);
/// Whether it is there already: pointing there changes nothing.
bool rests(const InkDesk& desk, const std::optional<picture::InkPoint>& at);

/// Tells the desk which cue the story is in: with another, strokes that are not kept go.
void followCue(InkDesk& desk, std::size_t cue);

/// `seconds` of real time pass: trails fade.
void age(InkDesk& desk, double seconds);

/// Whether something of it changes by itself.
bool isMoving(const InkDesk& desk);

}  // namespace ui
