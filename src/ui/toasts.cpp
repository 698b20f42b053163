#include "ui/toasts.h"

#include <algorithm>

namespace ui {

namespace {

double lifeOf(const Toast& toast) {
    return toast.tone == Tone::Note ? kNoteSeconds : kToastSeconds;
}

bool isSame(const Toast& a, const Toast& b) {
    if (!a.topic.empty() || !b.topic.empty()) return a.topic == b.topic;
    return a.text == b.text && a.advice == b.advice && a.title == b.title;
}

}  // namespace

Toast toastOf(const base::Problem& problem) {
    base::Problem place = problem;
    place.advice.clear();
    const bool isWarning = problem.severity == base::Severity::Warning;
    return {base::toString(place), problem.advice, isWarning ? Tone::Warning : Tone::Error};
}

void add(Toasts& toasts, Toast toast) {
    std::erase_if(toasts, [&](const Toast& old) { return isSame(old, toast); });
    if (toasts.size() >= kMostToasts) {
        const auto passing =
            std::find_if(toasts.begin(), toasts.end(), [](const Toast& old) { return !old.sticky; });
        toasts.erase(passing == toasts.end() ? toasts.begin() : passing);
    }
    toast.age = 0;
    toasts.push_back(std::move(toast));
}

void resolve(Toasts& toasts, std::string_view topic) {
    std::erase_if(toasts, [&](const Toast& toast) { return toast.topic == topic; });
}

void age(Toasts& toasts, double seconds) {
    for (Toast& toast : toasts) toast.age += seconds;
    std::erase_if(toasts, [](const Toast& toast) { return !toast.sticky && toast.age >= lifeOf(toast); });
}

double opacityOf(const Toast& toast) {
    const double come = toast.age / kToastFade, go = (lifeOf(toast) - toast.age) / kToastFade;
    return std::clamp(toast.sticky ? come : std::min(come, go), 0.0, 1.0);
}

double restOf(const Toasts& toasts) {
    double rest = 1e9;
    for (const Toast& toast : toasts) {
        const double leaves = toast.sticky ? 1e9 : lifeOf(toast) - kToastFade - toast.age;
        rest = std::min(rest, toast.age < kToastFade ? 0 : std::max(leaves, 0.0));
    }
    return rest;
}

std::string newestText(const Toasts& toasts) {
    if (toasts.empty()) return "";
    const Toast& toast = toasts.back();
    return toast.advice.empty() ? toast.text : toast.text + "; " + toast.advice;
}

}  // namespace ui
