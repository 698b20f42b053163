#include "picture/scene.h"

#include <algorithm>

#include "picture/camera_path.h"
#include "picture/cue_change.h"
#include "picture/detour_labels.h"
#include "picture/label_change.h"
#include "picture/shot.h"
#include "picture/shown_arrows.h"
#include "picture/shown_ink.h"
#include "picture/shown_labels.h"
#include "picture/shown_marks.h"
#include "picture/shown_panels.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;

FrameLayout layoutOf(const Options& options) {
    return options.purpose == Purpose::Film ? layoutFor(options.size)
                                            : pageLayoutFor(options.size, options.scale);
}

std::vector<int> focusOf(const film::Film& film, const geo::World& world) {
    std::vector<int> focus;
    for (const std::string& code : film.focus) {
        if (const int index = world.countryIndex(code); index >= 0) focus.push_back(index);
    }
    std::sort(focus.begin(), focus.end());
    return focus;
}

/// How the camera and the names come from the cue before.
struct Arrival {
    CameraPath path;
    LabelChange labels;
};

}  // namespace

struct Scene::Implementation {
    Options options;
    Theme theme;
    Context context;
    std::vector<int> focus;
    // A cue is worked out when it is first asked for. What comes out depends on nothing but the cue, so
    // asking in another order gives the same pictures.
    mutable std::vector<std::optional<Shot>> shots;
    mutable std::vector<std::optional<Arrival>> arrivals;
    mutable DetourLabels detours;

    Implementation(const film::Film& film, const geo::World& world, const Fonts& fonts, Options o)
        : options(std::move(o)),
          theme(scaled(options.theme, layoutOf(options).unit)),
          context{film, world, fonts, options, theme, layoutOf(options)},
          focus(focusOf(film, world)),
          shots(film.cues.size()),
          arrivals(film.cues.size()) {}

    std::size_t indexOf(const film::Moment& m) const { return std::min(m.cue, shots.size() - 1); }
    const Shot& shot(std::size_t index) const;
    const Arrival& arrivalAt(std::size_t index) const;
    Change changeAt(const film::Moment& moment) const;
    geo::MapView viewAt(const film::Moment& moment) const;
    std::optional<double> dayAt(const Change& change) const;
    Ground groundFor(const Change& change, const geo::MapView& view, double widthKm) const;
    void addNames(const film::Moment& moment, const geo::MapView& view, Picture& picture) const;
    void addMovements(const Change& change, const geo::MapView& view, Picture& picture) const;
};

const Shot& Scene::Implementation::shot(std::size_t index) const {
    if (!shots[index]) shots[index] = makeShot(context, index);
    return *shots[index];
}

const Arrival& Scene::Implementation::arrivalAt(std::size_t index) const {
    if (!arrivals[index]) {
        const Shot &from = shot(index - 1), &to = shot(index);
        const CameraPath path(from.view, to.view, to.cue->flySeconds);
        arrivals[index] = Arrival{path, makeLabelChange(context, from, to, path)};
    }
    return *arrivals[index];
}

Change Scene::Implementation::changeAt(const film::Moment& moment) const {
    const std::size_t index = indexOf(moment);
    const Shot& now = shot(index);
    const double fly = now.cue->flySeconds;
    const double share = index == 0 || fly <= 0 ? 1 : base::clamp01(moment.seconds / fly);
    return {now, share < 1 ? &shot(index - 1) : nullptr, share, moment.seconds};
}

geo::MapView Scene::Implementation::viewAt(const film::Moment& moment) const {
    const Change change = changeAt(moment);
    if (!change.last) return change.shot.view;
    return viewOn(arrivalAt(indexOf(moment)).path, context.world.projection, change.share);
}

/// The film's date in days since 1970: it moves on with the camera's flight, then through the cue's own span.
std::optional<double> Scene::Implementation::dayAt(const Change& change) const {
    const Shot& shot = change.shot;
    if (!shot.days) return std::nullopt;
    const auto first = static_cast<double>(shot.days->first.sinceEpoch);
    const auto past = static_cast<double>(shot.days->last.sinceEpoch);
    if (change.last && change.last->days)
        return base::lerp(static_cast<double>(change.last->days->last.sinceEpoch), first,
                          cameraShare(change.share));
    const film::Cue& cue = *shot.cue;
    return base::lerp(first, past, ramp(cue.flySeconds, cue.flySeconds + cue.playSeconds, change.seconds));
}

Ground Scene::Implementation::groundFor(const Change& change, const geo::MapView& view,
                                        double widthKm) const {
    Ground ground;
    ground.view = view;
    ground.style = theme.ground;
    ground.focus = focus;
    ground.graticule = context.film.graticule;
    const double from = options.theme.ground.adminFromKm;
    ground.adminAlpha = smoothstep(ramp(-from * 1.15, -from * 0.85, -widthKm));
    for (const AllianceBand& band : change.shot.bands) {
        const double shown = shownAt(band.shown, change.seconds);
        if (shown <= 0) continue;
        ground.outlines.push_back({band.countries, band.color.faded(theme.ground.outlineStrength * shown),
                                   theme.ground.outlineWidth});
    }
    return ground;
}

// Names that found no room before the camera came to rest may still be fading in afterwards.
void Scene::Implementation::addNames(const film::Moment& moment, const geo::MapView& view,
                                     Picture& picture) const {
    const std::size_t index = indexOf(moment);
    const Shot& now = shot(index);
    const double share = now.cue->flySeconds > 0 ? moment.seconds / now.cue->flySeconds : kLatestShare;
    if (index > 0 && share < kLatestShare && share < arrivalAt(index).labels.over)
        addLabels(context, arrivalAt(index).labels, share, view, picture);
    else
        addLabels(context, now.labels, view, picture);
}

// Arrows, marks and rings: those of the last cue while they fade, then the cue's own.
void Scene::Implementation::addMovements(const Change& change, const geo::MapView& view,
                                         Picture& picture) const {
    if (change.last) {
        const double out = leaving(change.share);
        addArrows(context, *change.last, change.lastSeconds(), out, view, picture);
        addEventMarks(context, *change.last, change.lastSeconds(), out, view, picture);
        addRings(context, *change.last, out, view, picture);
    }
    addArrows(context, change.shot, change.seconds, 1, view, picture);
    addEventMarks(context, change.shot, change.seconds, 1, view, picture);
    addRings(context, change.shot, change.last ? coming(change.share) : 1, view, picture);
}

Scene::Scene(const film::Film& film, const geo::World& world, const Fonts& fonts, Options options)
    : m_implementation(std::make_unique<Implementation>(film, world, fonts, std::move(options))) {}
Scene::~Scene() = default;
Scene::Scene(Scene&&) noexcept = default;
Scene& Scene::operator=(Scene&&) noexcept = default;

const Options& Scene::options() const {
    return m_implementation->options;
}

geo::Camera Scene::cameraAt(const film::Moment& moment) const {
    return geo::cameraOf(m_implementation->context.world.projection, m_implementation->viewAt(moment));
}

bool Scene::restsAt(const film::Moment& moment) const {
    const Shot& shot = m_implementation->shot(m_implementation->indexOf(moment));
    if (!shot.arrows.empty() || !shot.marks.empty() || shot.cards.size() > 1) return false;
    // Everything else is over soon after the cue has flown and played; names may take twice the flight.
    constexpr double kEasing = 2;  // s
    const film::Cue& cue = *shot.cue;
    const double over = std::max(kLatestShare * cue.flySeconds, cue.flySeconds + cue.playSeconds);
    return moment.seconds > over + cue.holdSeconds + kEasing;
}

Picture Scene::at(const film::Moment& moment, const View& detour) const {
    const Implementation& self = *m_implementation;
    const geo::Projection& projection = self.context.world.projection;
    const Change change = self.changeAt(moment);
    const geo::MapView view =
        detour.camera ? geo::makeView(projection, *detour.camera, self.options.size) : self.viewAt(moment);

    Picture picture;
    picture.size = self.options.size;
    picture.time = film::filmTime(self.context.film, moment);
    picture.cue = change.shot.cue->id;
    picture.language = self.options.language;
    picture.theme = self.options.theme.name;
    picture.camera = detour.camera ? *detour.camera : geo::cameraOf(projection, view);
    picture.ground = self.groundFor(change, view, picture.camera.widthKm);
    picture.arrowStyle = self.theme.arrow;
    self.addMovements(change, view, picture);
    if (detour.camera) {
        std::optional<SettledView> rest;
        if (detour.rest)
            rest = {geo::makeView(projection, detour.rest->camera, self.options.size), detour.rest->share};
        if (change.shot.cards.empty())
            self.detours.add(self.context, self.indexOf(moment), change.shot, view, rest, picture);
    } else {
        self.addNames(moment, view, picture);
    }
    addState(self.context, change, view, picture);
    addInk(self.context, detour.ink, view, picture);
    if (!self.options.panels) return picture;
    if (self.options.purpose == Purpose::Film) addTimeline(self.context, change, self.dayAt(change), picture);
    addScaleBar(self.context, change, view, picture);
    addPanels(self.context, change, picture);
    return picture;
}

Picture pictureAt(const film::Film& film, const geo::World& world, const Fonts& fonts,
                  const film::Moment& moment, const View& view, const Options& options) {
    return Scene(film, world, fonts, options).at(moment, view);
}

}  // namespace picture
