#include "Compose/MatrixSigns.h"

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

using Path = std::vector<PathSegment>;

constexpr Colour kGreen{0x1b, 0x6e, 0x3c};
constexpr Colour kAmber{0xb3, 0x59, 0x00};
constexpr Colour kRed{0xa4, 0x16, 0x1a};
constexpr Colour kBlue{0x0b, 0x53, 0x94};
constexpr Colour kGrey{0x4a, 0x55, 0x60};
constexpr Colour kAccent{0x1f, 0x3a, 0x4d};
constexpr Colour kTrack{0xe3, 0xe7, 0xea};
constexpr Colour kWhite{0xff, 0xff, 0xff};

/// A point in thousandths of a square's side.
Point at(std::int64_t x, std::int64_t y, Length side) {
    return {side * x / 1000, side * y / 1000};
}

PathSegment move(Point to) {
    return {PathSegment::Kind::Move, to, {}, {}};
}
PathSegment line(Point to) {
    return {PathSegment::Kind::Line, to, {}, {}};
}
PathSegment close() {
    return {PathSegment::Kind::Close, {}, {}, {}};
}

Path polygon(std::initializer_list<Point> corners) {
    Path out;
    for (const Point& corner : corners) {
        out.push_back(out.empty() ? move(corner) : line(corner));
    }
    out.push_back(close());
    return out;
}

/// A circle around the middle of a square, of four curves; `radius` in thousandths of its side.
Path circle(Length side, std::int64_t radius) {
    const std::int64_t bend = radius * 5523 / 10000; // of a quarter of a circle
    const auto p = [&](std::int64_t dx, std::int64_t dy) { return at(500 + dx, 500 + dy, side); };
    const auto curve = [](Point one, Point two, Point to) {
        return PathSegment{PathSegment::Kind::Curve, to, one, two};
    };
    return {move(p(radius, 0)),
            curve(p(radius, bend), p(bend, radius), p(0, radius)),
            curve(p(-bend, radius), p(-radius, bend), p(-radius, 0)),
            curve(p(-radius, -bend), p(-bend, -radius), p(0, -radius)),
            curve(p(bend, -radius), p(radius, -bend), p(radius, 0)),
            close()};
}

/// The left half of that circle.
Path halfCircle(Length side, std::int64_t radius) {
    Path whole = circle(side, radius);
    return {move(at(500, 500 + radius, side)), whole[2], whole[3], close()};
}

Drawing::Stroke filled(Path path, Colour colour) {
    Drawing::Stroke out;
    out.segments = std::move(path);
    out.fill = colour;
    return out;
}

Drawing::Stroke drawn(Path path, Colour colour, Length width) {
    Drawing::Stroke out;
    out.segments = std::move(path);
    out.stroke = colour;
    out.width = width;
    return out;
}

Figure figure(Length width, Length height, std::vector<Drawing::Stroke> paths) {
    Figure out;
    out.width = width;
    out.height = height;
    out.shown = Drawing{std::move(paths)};
    return out;
}

Colour colourOf(GoalStatus status) {
    switch (status) {
    case GoalStatus::Reached:
        return kGreen;
    case GoalStatus::OnTrack:
        return kBlue;
    case GoalStatus::Partly:
        return kAmber;
    case GoalStatus::NotReached:
        return kRed;
    case GoalStatus::NotAssessed:
    case GoalStatus::Unspecified:
        break;
    }
    return kGrey;
}

/// The sign of a status, `size` high and wide.
std::vector<Drawing::Stroke> signOf(GoalStatus status, Length size, Colour colour) {
    const Length pen = size * 12 / 90;
    switch (status) {
    case GoalStatus::Reached:
        return {filled(circle(size, 480), colour)};
    case GoalStatus::OnTrack:
        return {filled(halfCircle(size, 430), colour), drawn(circle(size, 430), colour, pen)};
    case GoalStatus::Partly:
        return {filled(
            polygon({at(500, 0, size), at(1000, 500, size), at(500, 1000, size), at(0, 500, size)}), colour)};
    case GoalStatus::NotReached:
        return {filled(polygon({at(60, 60, size), at(940, 60, size), at(940, 940, size), at(60, 940, size)}),
                       colour)};
    case GoalStatus::NotAssessed:
        return {drawn(circle(size, 430), colour, pen)};
    case GoalStatus::Unspecified:
        break;
    }
    return {};
}

void movePath(Path& path, Length x, Length y) {
    for (PathSegment& segment : path) {
        for (Point* point : {&segment.to, &segment.control1, &segment.control2}) {
            point->x += x;
            point->y += y;
        }
    }
}

/// A part of a bar, with its status's sign where there is room: it is told apart without its colour.
void addPart(std::vector<Drawing::Stroke>& paths, GoalStatus status, Length left, Length width,
             Length height) {
    const bool dark = status != GoalStatus::NotAssessed && status != GoalStatus::Unspecified;
    const Length right = left + width;
    const Path box = polygon({{left, Length()}, {right, Length()}, {right, height}, {left, height}});
    paths.push_back(filled(box, dark                                ? colourOf(status)
                                : status == GoalStatus::NotAssessed ? kWhite
                                                                    : kTrack));
    const Length sign = height * 7 / 12;
    if (width > sign + Length::points(3)) {
        for (Drawing::Stroke& stroke : signOf(status, sign, dark ? kWhite : kGrey)) {
            movePath(stroke.segments, left + (width - sign) / 2, (height - sign) / 2);
            paths.push_back(std::move(stroke));
        }
    }
    if (left > Length()) { // from the part before
        paths.push_back(drawn({move({left, Length()}), line({left, height})}, kWhite, Length::points(1)));
        paths.push_back(drawn({move({left, Length()}), line({left, height})}, kGrey, Length::milli(300)));
    }
}

} // namespace

std::optional<Figure> statusSign(GoalStatus status, Length size) {
    if (status == GoalStatus::Unspecified) {
        return std::nullopt;
    }
    return figure(size, size, signOf(status, size, colourOf(status)));
}

Figure statusBar(const StatusCounts& goals, Length width, NodeId leaf) {
    const Length height = Length::points(12);
    const Length pen = Length::milli(500);
    const auto total = static_cast<std::int64_t>(goals.total());
    std::vector<Drawing::Stroke> paths;
    std::int64_t before = 0;
    for (const GoalStatus status : kStatusOrder) {
        const auto count = static_cast<std::int64_t>(goals[status]);
        const Length left = width * before / total;
        before += count;
        const Length right = width * before / total;
        if (count > 0) {
            addPart(paths, status, left, right - left, height);
        }
    }
    paths.push_back(drawn(
        polygon({{Length(), Length()}, {width, Length()}, {width, height}, {Length(), height}}), kGrey, pen));
    Figure out = figure(width, height, std::move(paths));
    out.leaf = leaf;
    return out;
}

std::optional<Figure> trendSign(Trend trend, Length size) {
    if (trend == Trend::Unspecified) {
        return std::nullopt;
    }
    // An arrow from the left: level, or turned up or down by 45 degrees.
    const std::int64_t slope = trend == Trend::Up ? -1 : trend == Trend::Down ? 1 : 0;
    const Length pen = size * 14 / 90;
    const Point from = at(slope == 0 ? 60 : 150, 500 - slope * 350, size);
    const Point to = at(slope == 0 ? 940 : 850, 500 + slope * 350, size);
    Path head = slope == 0 ? Path{move(at(600, 180, size)), line(to), line(at(600, 820, size))}
                           : Path{move(at(380, 500 + slope * 350, size)), line(to),
                                  line(at(850, 500 - slope * 120, size))};
    return figure(size, size,
                  {drawn({move(from), line(to)}, kAccent, pen), drawn(std::move(head), kAccent, pen)});
}

Figure changeSign(GoalChange::Kind kind, Length size) {
    const Length pen = size * 18 / 90;
    const Path across{move(at(80, 500, size)), line(at(920, 500, size))};
    switch (kind) {
    case GoalChange::Kind::New:
        return figure(size, size,
                      {drawn(across, kAccent, pen),
                       drawn({move(at(500, 80, size)), line(at(500, 920, size))}, kAccent, pen)});
    case GoalChange::Kind::Gone:
        return figure(size, size, {drawn(across, kAccent, pen)});
    case GoalChange::Kind::Changed:
        break;
    }
    return figure(size, size,
                  {filled(polygon({at(500, 60, size), at(980, 920, size), at(20, 920, size)}), kAccent)});
}

Block signedWords(std::optional<Figure> sign, Paragraph words) {
    Block out;
    if (!sign) {
        out.content = std::move(words);
        return out;
    }
    const Length gap = sign->width * 4 / 9;
    ListItem item;
    item.label = std::move(*sign);
    item.body.emplace_back().content = std::move(words);
    List list;
    list.items.push_back(std::move(item));
    list.labelGap = gap;
    out.content = std::move(list);
    return out;
}

Figure indicatorBar(std::int64_t actual, std::int64_t target, std::int64_t whole, Length width) {
    const Length height = Length::points(6);
    const Length tick = Length::points(10);
    const Length top = (tick - height) / 2;
    const std::int64_t most = std::max<std::int64_t>({actual, target, whole, 1});
    const auto x = [&](std::int64_t value) {
        // In thousandths: figures are millionths of up to twelve places.
        const std::int64_t share = most > 1'000'000'000 ? value / (most / 1000) : value * 1000 / most;
        return width * std::clamp<std::int64_t>(share, 0, 1000) / 1000;
    };
    const auto box = [&](Length end) {
        return polygon({{Length(), top}, {end, top}, {end, top + height}, {Length(), top + height}});
    };
    std::vector<Drawing::Stroke> paths{filled(box(width), kTrack)};
    if (actual > 0) {
        paths.push_back(filled(box(x(actual)), kAccent));
    }
    paths.push_back(drawn(box(width), kGrey, Length::milli(500)));
    const Length place = std::min(x(target), width - Length::milli(600));
    paths.push_back(drawn({move({place, Length()}), line({place, tick})}, {0, 0, 0}, Length::milli(1200)));
    return figure(width, tick, std::move(paths));
}

Figure sparkline(const std::vector<std::int64_t>& values, std::optional<std::int64_t> target, NodeId leaf) {
    const Length width = Length::points(60);
    const Length height = Length::points(14);
    const Length dot = Length::milli(1800); // radius
    std::int64_t least = *std::min_element(values.begin(), values.end());
    std::int64_t most = *std::max_element(values.begin(), values.end());
    least = std::min(least, target.value_or(least));
    most = std::max({most, target.value_or(most), least + 1});
    const std::int64_t span = most - least;
    const auto y = [&](std::int64_t value) {
        const std::int64_t up = value - least;
        const std::int64_t share = span > 1'000'000'000 ? up / (span / 1000) : up * 1000 / span;
        return height - dot - (height - dot * 2) * std::clamp<std::int64_t>(share, 0, 1000) / 1000;
    };
    const auto steps = static_cast<std::int64_t>(values.size()) - 1;
    const auto point = [&](std::size_t i) {
        return Point{dot + (width - dot * 2) * static_cast<std::int64_t>(i) / steps, y(values[i])};
    };
    Path path;
    for (std::size_t i = 0; i < values.size(); ++i) {
        path.push_back(i == 0 ? move(point(i)) : line(point(i)));
    }
    std::vector<Drawing::Stroke> paths;
    if (target) {
        Drawing::Stroke dashes =
            drawn({move({Length(), y(*target)}), line({width, y(*target)})}, kGrey, Length::milli(500));
        dashes.dash = {Length::points(2), Length::points(2)};
        paths.push_back(std::move(dashes));
    }
    paths.push_back(drawn(std::move(path), kAccent, Length::points(1)));
    const Point last = point(values.size() - 1);
    Path end = circle(dot * 2, 500);
    for (PathSegment& segment : end) {
        for (Point* p : {&segment.to, &segment.control1, &segment.control2}) {
            p->x += last.x - dot;
            p->y += last.y - dot;
        }
    }
    paths.push_back(filled(std::move(end), kAccent));
    Figure out = figure(width, height, std::move(paths));
    out.leaf = leaf;
    return out;
}

} // namespace sidetal
