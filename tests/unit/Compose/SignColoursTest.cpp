// The signs of a follow-up in black and white, and as people see them who see colours differently: none is
// told by its colour.

#include "Compose/FollowUpWords.h"
#include "Compose/MatrixSigns.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace sidetal {
namespace {

using Triple = std::array<double, 3>;

constexpr std::array kStatuses = {GoalStatus::Reached, GoalStatus::OnTrack, GoalStatus::Partly,
                                  GoalStatus::NotReached, GoalStatus::NotAssessed};
constexpr std::array kTrends = {Trend::Up, Trend::Level, Trend::Down};

/// How a screen or an eye shows linear red, green and blue.
struct View {
    const char* name;
    std::array<Triple, 3> rows;
};

/// Without colours, and the three dichromacies (Machado, Oliveira and Fernandes 2009, severity 1.0).
constexpr std::array kViews = {
    View{"all colours", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    View{"grey", {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}},
    View{"protanopia",
         {{{0.152286, 1.052583, -0.204868},
           {0.114503, 0.786281, 0.099216},
           {-0.003882, -0.048116, 1.051998}}}},
    View{
        "deuteranopia",
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    View{"tritanopia",
         {{{1.255528, -0.076749, -0.178779},
           {-0.078411, 0.930809, 0.147602},
           {0.004733, 0.691367, 0.303900}}}},
};

double linear(std::uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Triple seen(Colour colour, const View& view) {
    const Triple in = {linear(colour.red), linear(colour.green), linear(colour.blue)};
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i) {
        const Triple& row = view.rows[i];
        out[i] = std::clamp(row[0] * in[0] + row[1] * in[1] + row[2] * in[2], 0.0, 1.0);
    }
    return out;
}

double luminance(const Triple& c) {
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

/// CIE L*a*b*, D65.
Triple lab(const Triple& c) {
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
    const double y = f(luminance(c));
    const double z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& a, const Triple& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

Colour colourOf(const Figure& sign) {
    const Drawing::Stroke& first = std::get<Drawing>(sign.shown).paths.front();
    return first.fill ? *first.fill : first.stroke.value();
}

// ---- shapes

struct Corner {
    double x;
    double y;
};

/// The path as corners, curves in small steps; in thousandths of a point.
std::vector<Corner> cornersOf(const std::vector<PathSegment>& path) {
    const auto corner = [](Point p) {
        return Corner{static_cast<double>(p.x.milli()), static_cast<double>(p.y.milli())};
    };
    std::vector<Corner> out;
    for (const PathSegment& segment : path) {
        if (segment.kind == PathSegment::Kind::Close) {
            out.push_back(out.front());
        } else if (segment.kind == PathSegment::Kind::Curve) {
            const Corner from = out.back();
            const Corner one = corner(segment.control1);
            const Corner two = corner(segment.control2);
            const Corner to = corner(segment.to);
            for (int step = 1; step <= 16; ++step) {
                const double t = step / 16.0;
                const double u = 1 - t;
                const auto at = [&](double a, double b, double c, double d) {
                    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
                };
                out.push_back({at(from.x, one.x, two.x, to.x), at(from.y, one.y, two.y, to.y)});
            }
        } else {
            out.push_back(corner(segment.to));
        }
    }
    return out;
}

bool liesInside(const std::vector<Corner>& path, Corner p) {
    bool inside = false;
    for (std::size_t i = 0, j = path.size() - 1; i < path.size(); j = i++) {
        const Corner& a = path[i];
        const Corner& b = path[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

bool liesOn(const std::vector<Corner>& path, Corner p, double half) {
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Corner& a = path[i - 1];
        const Corner& b = path[i];
        const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
        const double t =
            length == 0
                ? 0
                : std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0);
        if (std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y)) <= half) {
            return true;
        }
    }
    return false;
}

constexpr int kSide = 40;

/// What is inked of a sign, on a grid, whatever its colour.
std::vector<bool> inkOf(const Figure& sign) {
    std::vector<bool> out(static_cast<std::size_t>(kSide) * kSide);
    for (const Drawing::Stroke& path : std::get<Drawing>(sign.shown).paths) {
        const std::vector<Corner> corners = cornersOf(path.segments);
        const double half = path.stroke ? static_cast<double>(path.width.milli()) / 2 : 0;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const Corner p = {
                (static_cast<double>(i % kSide) + 0.5) * static_cast<double>(sign.width.milli()) / kSide,
                (static_cast<double>(i / kSide) + 0.5) * static_cast<double>(sign.height.milli()) / kSide};
            out[i] =
                out[i] || (path.fill && liesInside(corners, p)) || (half > 0 && liesOn(corners, p, half));
        }
    }
    return out;
}

/// The share of two signs' ink that one has and the other lacks.
double difference(const Figure& a, const Figure& b) {
    const std::vector<bool> one = inkOf(a);
    const std::vector<bool> other = inkOf(b);
    double either = 0;
    double differs = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        either += one[i] || other[i] ? 1 : 0;
        differs += one[i] != other[i] ? 1 : 0;
    }
    return differs / either;
}

std::vector<Figure> signs() {
    std::vector<Figure> out;
    for (const GoalStatus status : kStatuses) {
        out.push_back(statusSign(status, Length::points(9)).value());
    }
    for (const Trend trend : kTrends) {
        out.push_back(trendSign(trend, Length::points(9)).value());
    }
    return out;
}

TEST(SignColours, StandOutFromThePaperForEveryEye) {
    for (const Figure& sign : signs()) {
        for (const View& view : kViews) { // WCAG 2.1, 1.4.11 asks for 3:1
            EXPECT_GE(1.05 / (luminance(seen(colourOf(sign), view)) + 0.05), 4.0) << view.name;
        }
    }
}

TEST(SignColours, DifferForEveryEyeThatSeesTwoColours) {
    for (std::size_t i = 0; i < kStatuses.size(); ++i) {
        for (std::size_t j = i + 1; j < kStatuses.size(); ++j) {
            const Colour one = colourOf(statusSign(kStatuses[i], Length::points(9)).value());
            const Colour other = colourOf(statusSign(kStatuses[j], Length::points(9)).value());
            for (const View& view : kViews) {
                if (std::string(view.name) != "grey") { // where shapes alone tell
                    EXPECT_GE(distance(lab(seen(one, view)), lab(seen(other, view))), 12)
                        << view.name << " " << i << " " << j;
                }
            }
        }
    }
}

TEST(SignShapes, DifferWithoutTheirColours) {
    const std::vector<Figure> all = signs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            EXPECT_GE(difference(all[i], all[j]), 0.1) << i << " " << j;
        }
        EXPECT_EQ(difference(all[i], all[i]), 0);
    }
}

TEST(SignWords, DifferInEveryLanguage) {
    for (const char* language : {"da", "en"}) {
        const Labels& labels = *Labels::find(language);
        std::set<std::string_view> words;
        for (const GoalStatus status : kStatuses) {
            words.insert(statusWord(labels, status));
        }
        for (const Trend trend : kTrends) {
            words.insert(trendWord(labels, trend));
        }
        EXPECT_EQ(words.size(), kStatuses.size() + kTrends.size());
        EXPECT_FALSE(words.contains(""));
    }
}

} // namespace
} // namespace sidetal
