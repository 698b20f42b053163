#include <nlohmann/json.hpp>

#include "picture/picture.h"

namespace picture {

namespace {

using Json = nlohmann::ordered_json;

Json boxOf(const base::Box& box) {
    return Json::array({box.x, box.y, box.w, box.h});
}

std::string_view nameOf(ArrowDirection direction) {
    switch (direction) {
        case ArrowDirection::Arrival:
            return "arrival";
        case ArrowDirection::Departure:
            return "departure";
        case ArrowDirection::Visit:
            return "visit";
        case ArrowDirection::Call:
            return "call";
    }
    return "";
}

std::string_view nameOf(ArrowFill fill) {
    switch (fill) {
        case ArrowFill::Solid:
            return "solid";
        case ArrowFill::Chevrons:
            return "chevrons";
        case ArrowFill::Hollow:
            return "hollow";
        case ArrowFill::Hatched:
            return "hatched";
        case ArrowFill::Dashed:
            return "dashed";
    }
    return "";
}

std::string_view nameOf(MarkKind kind) {
    switch (kind) {
        case MarkKind::Dot:
            return "dot";
        case MarkKind::Ring:
            return "ring";
        case MarkKind::Pulse:
            return "pulse";
        case MarkKind::DashedRing:
            return "dashed_ring";
        case MarkKind::Diamond:
            return "diamond";
        case MarkKind::FilledRing:
            return "filled_ring";
        case MarkKind::PrecisionRing:
            return "precision_ring";
        case MarkKind::Square:
            return "square";
        case MarkKind::Hexagon:
            return "hexagon";
        case MarkKind::Bubble:
            return "bubble";
        case MarkKind::Disc:
            return "disc";
        case MarkKind::TriangleUp:
            return "triangle_up";
        case MarkKind::TriangleDown:
            return "triangle_down";
        case MarkKind::Gauge:
            return "gauge";
        case MarkKind::Aircraft:
            return "aircraft";
        case MarkKind::Vehicle:
            return "vehicle";
        case MarkKind::Walker:
            return "walker";
    }
    return "";
}

// The share of the way that the points are.
Json partOf(const Arrow& arrow) {
    if (arrow.whole <= 0) return Json::array({0, 1});
    double length = 0;
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
        length += base::length(arrow.points[i] - arrow.points[i - 1]);
    const double end = (arrow.before + length) / arrow.whole;
    return Json::array({arrow.before / arrow.whole, end > 1 - 1e-9 ? 1 : end});
}

Json arrowsOf(const Picture& picture) {
    Json list = Json::array();
    for (const Arrow& arrow : picture.arrows) {
        Json points = Json::array();
        for (const base::Vec2& p : arrow.points) points.push_back(Json::array({p.x, p.y}));
        list.push_back({{"event", arrow.event},
                        {"actor", arrow.actor},
                        {"direction", nameOf(arrow.direction)},
                        {"style", nameOf(arrow.fill)},
                        {"width_px", arrow.width},
                        {"progress", arrow.progress},
                        {"alpha", arrow.alpha},
                        {"carries", arrow.material ? "material" : "people"},
                        {"part", partOf(arrow)},
                        {"fades_out", arrow.fadeFrom <= 1},
                        {"points", std::move(points)}});
    }
    return list;
}

Json marksOf(const Picture& picture) {
    Json list = Json::array();
    for (const auto* marks : {&picture.marksBelow, &picture.marks}) {
        for (const Mark& mark : *marks) {
            list.push_back({{"id", mark.id},
                            {"kind", nameOf(mark.kind)},
                            {"x", mark.at.x},
                            {"y", mark.at.y},
                            {"radius", mark.radius},
                            {"flatness", mark.flatness},
                            {"angle", mark.angle},
                            {"cut", mark.cut},
                            {"hatched", mark.hatched},
                            {"level", mark.level},
                            {"alpha", mark.alpha}});
        }
    }
    return list;
}

std::string_view nameOf(InkTool tool) {
    switch (tool) {
        case InkTool::Pen:
            return "pen";
        case InkTool::Highlighter:
            return "highlighter";
        case InkTool::Arrow:
            return "arrow";
    }
    return "";
}

Json inkOf(const DrawnInk& ink) {
    Json lines = Json::array(), spotlight, laser;
    for (const InkLine& line : ink.lines) {
        Json pieces = Json::array();
        for (const std::vector<base::Vec2>& piece : line.pieces) {
            Json points = Json::array();
            for (const base::Vec2& p : piece) points.push_back(Json::array({p.x, p.y}));
            pieces.push_back({{"points", std::move(points)}});
        }
        lines.push_back({{"tool", nameOf(line.tool)},
                         {"color", base::toString(line.color)},
                         {"width_px", line.width},
                         {"pieces", std::move(pieces)}});
    }
    if (ink.spotlight)
        spotlight = {
            {"x", ink.spotlight->at.x}, {"y", ink.spotlight->at.y}, {"radius", ink.spotlight->radius}};
    if (ink.laser) laser = {{"x", ink.laser->at.x}, {"y", ink.laser->at.y}, {"radius", ink.laser->radius}};
    return {{"lines", std::move(lines)}, {"spotlight", std::move(spotlight)}, {"laser", std::move(laser)}};
}

}  // namespace

std::string toJson(const Picture& picture) {
    Json labels = Json::array(), panels = Json::array();
    for (const Label& label : picture.labels) {
        labels.push_back({{"id", label.id},
                          {"text", label.text},
                          {"rank", label.rank},
                          {"box", boxOf(label.box)},
                          {"alpha", label.alpha}});
    }
    for (const Panel& panel : picture.panels) {
        panels.push_back(
            {{"id", panel.id}, {"box", boxOf(panel.box)}, {"texts", panel.texts}, {"alpha", panel.alpha}});
    }
    const geo::Camera& camera = picture.camera;
    const Json json = {{"size", {picture.size.w, picture.size.h}},
                       {"time_s", picture.time},
                       {"cue", picture.cue},
                       {"language", picture.language},
                       {"theme", picture.theme},
                       {"camera",
                        {{"center", {camera.center.lon, camera.center.lat}},
                         {"width_km", camera.widthKm},
                         {"bearing", camera.bearing},
                         {"pitch", camera.pitch}}},
                       {"arrows", arrowsOf(picture)},
                       {"marks", marksOf(picture)},
                       {"labels", std::move(labels)},
                       {"panels", std::move(panels)},
                       {"ink", inkOf(picture.ink)}};
    return json.dump(2) + "\n";
}

}  // namespace picture
