// SPDX-License-Identifier: GPL-3.0-or-later
// The small coloured label of a verdict or an action: a sign, a word, and the colour of its meaning, so that colour never
// stands alone. Free functions for delegates.
#pragma once
#include "ui/models/verdict_label.h"
#include "ui/widgets/colors.h"
#include <QFont>
#include <QPainter>
#include <QRect>
#include <QSize>
#include <QString>

namespace sallyport {

/// The colours of a verdict's meaning; `none` is grey, `failure` amber.
Tone tone_of(VerdictKind kind, const Colors& colors);

/// The meaning of a rule's action, by its name ("accept", "drop", …); actions we do not know are shown grey.
VerdictKind action_kind(const QString& action);

/// How large a pill with this word is in this font (a little smaller and bolder inside).
QSize pill_size(const QString& word, const QFont& font);

/// Paints a pill at the left (or right, with Qt::AlignRight) of `area`, centred vertically; returns the rectangle it took.
/// Dimmed pills, outlined in grey, belong to what is switched off.
QRect paint_pill(QPainter& painter, const QRect& area, VerdictKind kind, const QString& word, const QFont& font, const QPalette& palette,
                 Qt::Alignment alignment = Qt::AlignLeft, bool dimmed = false);

/// Paints just the sign (✓ ✕ ⏸ ↗ !) in the current pen's colour.
void paint_sign(QPainter& painter, const QRectF& area, VerdictKind kind);

}  // namespace sallyport
