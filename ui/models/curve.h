// SPDX-License-Identifier: GPL-3.0-or-later
// A curve of a plot over time: what it counts, and how it is told from the others.
#pragma once
#include <QString>
#include <cstdint>

namespace sallyport {

enum class CurveKind : std::uint8_t { all, accepted, dropped, lost, filter };
/// Colours by name, so that a curve fits the light and the dark theme. The first four carry the fixed curves' meaning.
enum class CurveHue : std::uint8_t { neutral, green, red, amber, blue, violet, teal, orange, pink, brown };
inline constexpr int curve_hues = 10, free_curve_hues = 4;  // the first hue for curves of people's own
enum class CurveLine : std::uint8_t { solid, dash, dot, dash_dot };
inline constexpr int curve_lines = 4;

struct Curve {
    CurveKind kind = CurveKind::filter;
    QString name;  // of filter curves; the others have the program's words
    QString filter;
    CurveHue hue = CurveHue::blue;
    CurveLine line = CurveLine::solid;
    bool shown = true;

    friend bool operator==(const Curve&, const Curve&) = default;
};

}  // namespace sallyport
