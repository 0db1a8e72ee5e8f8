// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the window by what they mean. Two immutable tables, chosen by the palette that a widget has, so that a
// delegate or a painted widget needs no link to the theme: Colors::of(widget->palette()).
#pragma once
#include <QColor>
#include <QPalette>

namespace sallyport {

/// Ink on its own pale fill: a pill, a notice, a running state. Ink is also readable on panel and window.
struct Tone {
    QColor ink, fill;
};

struct Colors {
    bool dark;
    QColor window;     // behind everything
    QColor panel;      // cards, lists, fields
    QColor alternate;  // every other row
    QColor hover;
    QColor border;        // lines between things; carries no meaning alone
    QColor field_border;  // around what can be typed into or pressed: 3:1 is not needed, the text tells what it is
    QColor text;
    QColor muted;  // second-rank text, still WCAG AA on window, panel and alternate
    QColor disabled;
    QColor accent;     // the one primary button, links, switches that are on
    QColor on_accent;  // text on accent
    QColor selection, on_selection;
    Tone accept, drop, held, yours;

    static const Colors& light();
    static const Colors& dark_ones();
    /// The table that fits a palette: ours where it was made by palette(), else dark where its window is darker than its text.
    static const Colors& of(const QPalette& palette);
    /// A Qt palette of these colours.
    QPalette palette() const;
};

/// WCAG 2 contrast ratio of two opaque colours, 1 … 21.
double contrast_ratio(const QColor& one, const QColor& other);

}  // namespace sallyport
