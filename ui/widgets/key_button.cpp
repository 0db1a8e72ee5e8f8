// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_button.h"
#include "ui/widgets/colors.h"
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace sallyport {

namespace {
constexpr int gap = 10, edge = 12;
}

KeyButton::KeyButton(const QIcon& icon, const QString& text, const QKeySequence& keys, QWidget* parent)
    : QPushButton(icon, text, parent), keys_(keys.toString(QKeySequence::NativeText)) {
    setAccessibleDescription(keys_);
}

QFont KeyButton::chipFont() const {
    QFont smaller = font();
    if (smaller.pointSizeF() > 0) smaller.setPointSizeF(smaller.pointSizeF() * 0.85);
    return smaller;
}

QSize KeyButton::chipSize() const {
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(keys_) + 10, metrics.height() + 2};
}

QSize KeyButton::sizeHint() const { return QPushButton::sizeHint() + QSize(chipSize().width() + gap, 0); }

void KeyButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    QStyleOptionButton label = option;
    label.rect.setRight(label.rect.right() - chipSize().width() - gap);
    painter.drawControl(QStyle::CE_PushButtonLabel, label);

    const Colors& colors = Colors::of(palette());
    const QSize size = chipSize();
    const QRectF chip(width() - edge - size.width(), (height() - size.height()) / 2, size.width(), size.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.field_border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip.adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setFont(chipFont());
    painter.setPen(isEnabled() ? colors.muted : colors.disabled);
    painter.drawText(chip, Qt::AlignCenter, keys_);
}

}  // namespace sallyport
