#include "film/timeline.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

namespace film {

namespace {

constexpr double kNanosecondsPerSecond = 1e9;

// Cue starts are sums of whole nanoseconds, so that 0.1 s + 0.2 s begins the next cue at 0.3 s, where a frame
// may fall.
std::int64_t nanoseconds(const Cue& cue) {
    const auto rounded = [](double seconds) { return std::llround(seconds * kNanosecondsPerSecond); };
    return rounded(cue.flySeconds) + rounded(cue.playSeconds) + rounded(cue.holdSeconds);
}

std::optional<std::int64_t> parsePart(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && number >= 1 && number <= 1'000'000 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<FrameRate> parseFrameRate(std::string_view text) {
    const auto slash = text.find('/');
    const auto numerator = parsePart(text.substr(0, slash));
    const auto denominator =
        slash == std::string_view::npos ? std::optional<std::int64_t>(1) : parsePart(text.substr(slash + 1));
    if (!numerator || !denominator) return std::nullopt;
    if (*numerator < *denominator || *numerator > 1000 * *denominator) return std::nullopt;
    return FrameRate{*numerator, *denominator};
}

double timeOfFrame(std::int64_t frame, FrameRate rate) {
    return static_cast<double>((frame - 1) * rate.denominator) / static_cast<double>(rate.numerator);
}

std::int64_t frameCount(double seconds, FrameRate rate) {
    assert(std::isfinite(seconds));
    const double estimate =
        seconds * static_cast<double>(rate.numerator) / static_cast<double>(rate.denominator);
    auto count = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(estimate)));
    while (count > 1 && timeOfFrame(count, rate) >= seconds) --count;
    while (timeOfFrame(count + 1, rate) < seconds) ++count;
    return count;
}

double duration(const Film& film) {
    return cueStart(film, film.cues.size());
}

double cueStart(const Film& film, std::size_t cue) {
    assert(cue <= film.cues.size());
    std::int64_t start = 0;
    for (std::size_t i = 0; i < cue; ++i) start += nanoseconds(film.cues[i]);
    return static_cast<double>(start) / kNanosecondsPerSecond;
}

Moment momentAt(const Film& film, double filmSeconds) {
    Moment moment;
    std::int64_t end = 0;
    double start = 0;
    for (std::size_t i = 0; i < film.cues.size(); ++i) {
        moment = {i, std::clamp(filmSeconds - start, 0.0, film.cues[i].seconds())};
        end += nanoseconds(film.cues[i]);
        start = static_cast<double>(end) / kNanosecondsPerSecond;
        if (filmSeconds < start) return moment;
    }
    return film.cues.empty() ? moment : endOfCue(film, film.cues.size() - 1);
}

double filmTime(const Film& film, const Moment& moment) {
    if (moment.cue >= film.cues.size()) return duration(film);
    const double time = cueStart(film, moment.cue) + std::max(0.0, moment.seconds);
    return std::min(time, cueStart(film, moment.cue + 1));
}

std::optional<std::size_t> findCue(const Film& film, std::string_view id) {
    const auto found =
        std::find_if(film.cues.begin(), film.cues.end(), [&](const Cue& cue) { return cue.id == id; });
    if (found == film.cues.end()) return std::nullopt;
    return static_cast<std::size_t>(found - film.cues.begin());
}

Moment endOfCue(const Film& film, std::size_t cue) {
    assert(cue < film.cues.size());
    return {cue, film.cues[cue].seconds()};
}

std::optional<std::size_t> cueAtDate(const Film& film, base::Day day) {
    std::optional<std::size_t> found;
    base::Day latest;
    for (std::size_t cue = 0; cue < film.cues.size(); ++cue) {
        for (const auto& id : film.cues[cue].events) {
            const Event* event = findEvent(film, id);
            if (!event || event->date.firstDay() > day) continue;
            if (found && event->date.firstDay() <= latest) continue;
            found = cue;
            latest = event->date.firstDay();
        }
    }
    return found;
}

std::optional<DayRange> daysOfCue(const Film& film, std::size_t cue) {
    assert(cue < film.cues.size());
    for (std::size_t i = cue + 1; i-- > 0;) {
        if (const auto& date = film.cues[i].date) {
            const bool isGoneThrough = date->end && i == cue;
            return DayRange{isGoneThrough ? date->firstDay() : date->lastDay(), date->lastDay()};
        }
        std::optional<base::Day> latest;
        for (const auto& id : film.cues[i].events) {
            const Event* event = findEvent(film, id);
            if (event) latest = std::max(latest.value_or(event->date.lastDay()), event->date.lastDay());
        }
        if (latest) return DayRange{*latest, *latest};
    }
    return std::nullopt;
}

std::optional<DayRange> dayRange(const Film& film) {
    std::optional<DayRange> range;
    const auto add = [&](const base::Edtf& date) {
        const base::Day first = date.firstDay(), last = date.lastDay();
        range = range ? DayRange{std::min(range->first, first), std::max(range->last, last)}
                      : DayRange{first, last};
    };
    for (const Event& event : film.events) add(event.date);
    for (const Cue& cue : film.cues) {
        if (cue.date) add(*cue.date);
    }
    return range;
}

}  // namespace film
