// SPDX-License-Identifier: GPL-3.0-or-later
// What people can read of a window: words that stand out from what is behind them, and are not cut. It looks at what is painted, whatever
// style sheet or palette it comes from; what delegates paint has the colours that colors_test goes through.
#pragma once
#include "ui/widgets/colors.h"
#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QToolButton>

namespace sallyport {

inline constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3

inline QString words_of(const QWidget* widget) {
    if (auto* label = qobject_cast<const QLabel*>(widget)) return label->text();
    if (auto* tool = qobject_cast<const QToolButton*>(widget))
        return tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : tool->text();
    if (auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    return {};
}

inline QList<QWidget*> widgets_with_words(const QWidget& root) {
    QList<QWidget*> found;
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isEnabled() && !widget->visibleRegion().isEmpty() && !words_of(widget).trimmed().isEmpty()) found << widget;
    return found;
}

inline QString described(const QWidget* widget) {
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget->metaObject()->className()), words_of(widget).simplified().left(60));
}

/// Of the colour that is furthest from what most of the widget shows: edges of letters are blends, their stems are not.
inline double contrast_in(const QImage& window, const QRect& place) {
    QHash<QRgb, int> counts;
    const QRect area = place.intersected(window.rect());
    for (int y = area.top(); y <= area.bottom(); y++)
        for (int x = area.left(); x <= area.right(); x++) counts[window.pixel(x, y)]++;
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        if (it.value() > most) most = it.value(), ground = it.key();
    double best = 1;
    for (auto it = counts.begin(); it != counts.end(); ++it) best = std::max(best, contrast_ratio(QColor(it.key()), QColor(ground)));
    return best;
}

inline QStringList faint_words(QWidget& window) {
    QStringList faint;
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (auto* widget : widgets_with_words(window)) {
        const QRect seen = widget->visibleRegion().boundingRect().adjusted(2, 2, -2, -2);  // within its frame
        if (seen.height() < widget->fontMetrics().height() / 2) continue;                  // scrolled nearly out of sight
        const double ratio = contrast_in(image, seen.translated(widget->mapTo(&window, QPoint())));
        if (ratio < readable) faint << QStringLiteral("%1: %2").arg(described(widget)).arg(ratio, 0, 'f', 2);
    }
    return faint;
}

/// Who may be narrower than its words elides or wraps them and says so by its size policy.
inline int width_needed(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (!label) return widget->minimumSizeHint().width();
    if (label->wordWrap() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) return 0;
    return label->minimumSizeHint().width();
}

inline QStringList cut_words(const QWidget& window) {
    QStringList cut;
    for (auto* widget : widgets_with_words(window)) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const int tall = label && label->wordWrap() ? label->heightForWidth(label->width()) : widget->minimumSizeHint().height();
        if (widget->width() < width_needed(widget) || widget->height() < tall)
            cut << QStringLiteral("%1: %2×%3, needs %4×%5")
                       .arg(described(widget))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(width_needed(widget))
                       .arg(tall);
    }
    return cut;
}

/// Pixels for words in a field of its own: the choice that is made, a number with its unit, what stands in an empty line.
inline int room_for_words(const QWidget* widget) {
    if (auto* box = qobject_cast<const QComboBox*>(widget)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.editable = box->isEditable();
        const int icon = box->itemIcon(box->currentIndex()).isNull() ? 0 : box->iconSize().width() + 4;
        return box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width() - icon;
    }
    return widget->contentsRect().width();
}

/// Choices, numbers and hints that are wider than the field they stand in.
inline QStringList cut_fields(const QWidget& window) {
    QStringList cut;
    const auto check = [&cut](const QWidget* widget, const QString& words, int room) {
        const int needs = widget->fontMetrics().horizontalAdvance(words);
        if (needs > room)
            cut << QStringLiteral("%1 “%2”: %3, needs %4")
                       .arg(QLatin1String(widget->metaObject()->className()), words)
                       .arg(room)
                       .arg(needs);
    };
    for (auto* box : window.findChildren<QComboBox*>())
        if (!box->visibleRegion().isEmpty()) check(box, box->currentText(), room_for_words(box));
    for (auto* spin : window.findChildren<QAbstractSpinBox*>())
        for (auto* line : spin->findChildren<QLineEdit*>())
            if (!line->visibleRegion().isEmpty()) check(line, spin->text(), line->width());
    for (auto* line : window.findChildren<QLineEdit*>())
        if (!line->visibleRegion().isEmpty() && line->text().isEmpty() && line->inherits("QLineEdit"))
            check(line, line->placeholderText(), room_for_words(line));
    return cut;
}

/// A sign alone says what it does by its tip.
inline QStringList without_tip(const QWidget& window) {
    QStringList wrong;
    for (auto* button : window.findChildren<QAbstractButton*>())
        if (!button->visibleRegion().isEmpty() && words_of(button).trimmed().isEmpty() && button->toolTip().isEmpty() &&
            !button->objectName().startsWith(QLatin1String("qt_")) && button->focusPolicy() != Qt::NoFocus)
            wrong << QStringLiteral("%1 in %2")
                         .arg(QLatin1String(button->metaObject()->className()),
                              QLatin1String(button->parentWidget()->metaObject()->className()));
    return wrong;
}

/// All of it, of a window as it is painted now.
inline QStringList hard_to_read(QWidget& window, const QString& where) {
    for (int level = 0; level < 8; level++) QCoreApplication::processEvents();  // a layout within another is arranged after it
    QStringList all;
    for (auto& one : faint_words(window)) all << QStringLiteral("%1: faint: %2").arg(where, one);
    for (auto& one : cut_words(window)) all << QStringLiteral("%1: cut: %2").arg(where, one);
    for (auto& one : cut_fields(window)) all << QStringLiteral("%1: cut: %2").arg(where, one);
    for (auto& one : without_tip(window)) all << QStringLiteral("%1: no tip: %2").arg(where, one);
    return all;
}

}  // namespace sallyport
