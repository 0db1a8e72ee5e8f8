// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colors.h"
#include <algorithm>
#include <cmath>

namespace sallyport {

const Colors& Colors::light() {
    static const Colors colors{
        .dark = false,
        .window = 0xf6f7f9,
        .panel = 0xffffff,
        .alternate = 0xfafbfc,
        .hover = 0xeff1f4,
        .border = 0xdfe3e8,
        .field_border = 0xcdd3db,
        .text = 0x1c2430,
        .muted = 0x5f6b7a,
        .disabled = 0x98a1ad,
        .accent = 0x2a67d3,
        .on_accent = 0xffffff,
        .selection = 0x2f6fde,
        .on_selection = 0xffffff,
        .accept = {0x147040, 0xe5f5ec},
        .drop = {0xb42a24, 0xfdeceb},
        .held = {0x865a00, 0xfff4d6},
        .yours = {0x2158b8, 0xe4edfd},
    };
    return colors;
}

const Colors& Colors::dark_ones() {
    static const Colors colors{
        .dark = true,
        .window = 0x1b1f26,
        .panel = 0x22272f,
        .alternate = 0x262c35,
        .hover = 0x2d343e,
        .border = 0x343b46,
        .field_border = 0x434c59,
        .text = 0xe4e8ee,
        .muted = 0x9aa5b4,
        .disabled = 0x6b7481,
        .accent = 0x6ea0ff,
        .on_accent = 0x10151d,
        .selection = 0x3461b8,
        .on_selection = 0xffffff,
        .accept = {0x5fd08f, 0x1f3a2b},
        .drop = {0xff8a82, 0x43262a},
        .held = {0xf2c14e, 0x413619},
        .yours = {0x8db4ff, 0x26385c},
    };
    return colors;
}

const Colors& Colors::of(const QPalette& palette) {
    // Style sheets change the ground and the text of a widget's palette, but not its link colour: it tells our own palettes apart.
    const QColor link = palette.color(QPalette::Link);
    for (const Colors* ours : {&light(), &dark_ones()})
        if (link == ours->yours.ink) return *ours;
    const bool is_dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return is_dark ? dark_ones() : light();
}

QPalette Colors::palette() const {
    QPalette p;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) { p.setColor(role, color); };
    all(QPalette::Window, window);
    all(QPalette::WindowText, text);
    all(QPalette::Base, panel);
    all(QPalette::AlternateBase, alternate);
    all(QPalette::Text, text);
    all(QPalette::PlaceholderText, muted);
    all(QPalette::Button, dark ? hover : panel);
    all(QPalette::ButtonText, text);
    all(QPalette::BrightText, drop.ink);
    all(QPalette::Highlight, selection);
    all(QPalette::HighlightedText, on_selection);
    all(QPalette::Link, yours.ink);
    all(QPalette::LinkVisited, yours.ink);
    all(QPalette::ToolTipBase, panel);
    all(QPalette::ToolTipText, text);
    all(QPalette::Light, dark ? border : panel);
    all(QPalette::Midlight, border);
    all(QPalette::Mid, field_border);
    all(QPalette::Dark, dark ? QColor(0x12151a) : field_border);
    all(QPalette::Shadow, dark ? QColor(0x0c0e12) : disabled);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) p.setColor(QPalette::Disabled, role, disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, border);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, muted);
    return p;
}

static double luminance(const QColor& color) {
    const auto linear = [](double channel) {  // WCAG 2.2, "relative luminance"
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast_ratio(const QColor& one, const QColor& other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace sallyport
