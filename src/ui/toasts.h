// Short messages in a corner of the window: what happened and what to do about it. Plain data; they never
// take the keyboard, and go by themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/words.h"

namespace ui {

enum class Tone : std::uint8_t { Note, Warning, Error };

struct Toast {
    std::string text;         ///< what happened; may be empty when there is a title
    std::string advice = "";  ///< what to do; may be empty
    Tone tone = Tone::Error;
    bool sticky = false;             ///< stays until it is resolved
    std::string topic = "";          ///< a new one takes the place of the old one of its topic; empty: none
    std::optional<Word> title = {};  ///< stands above, in the language of the moment
    double age = 0;                  ///< seconds
    std::size_t more = 0;            ///< things that are wrong beside this one
    bool operator==(const Toast&) const = default;
};
using Toasts = std::vector<Toast>;

inline constexpr std::size_t kMostToasts = 3;
inline constexpr double kToastSeconds = 10;  ///< on screen
inline constexpr double kNoteSeconds = 4;    ///< for those that say that something has been done
inline constexpr double kToastFade = 0.3;    ///< of them, to come and to go

/// A toast of what is wrong; the place ("film.toml:4:7") stands before what.
Toast toastOf(const base::Problem& problem);

/// Puts it on screen, below the others. One of the same topic, or the same words, goes; so does the oldest
/// when there are too many, sticky ones last.
void add(Toasts& toasts, Toast toast);

/// Takes those of the topic away.
void resolve(Toasts& toasts, std::string_view topic);

/// `seconds` pass; those that have had their time go.
void age(Toasts& toasts, double seconds);

/// How much of it is to be seen, 0..1.
double opacityOf(const Toast& toast);

/// Seconds until one of them looks different; 0 while one comes or goes, 1e9 when none ever will.
double restOf(const Toasts& toasts);

/// The last one's words, "what; advice", for traces; empty: there is none.
std::string newestText(const Toasts& toasts);

}  // namespace ui
