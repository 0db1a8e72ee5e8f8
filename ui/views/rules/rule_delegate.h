// SPDX-License-Identifier: GPL-3.0-or-later
// One row a rule: drag handle, switch, action pill, direction, filter in the fixed font, note, and the hits at the right.
#pragma once
#include <QRect>
#include <QStyledItemDelegate>

namespace sallyport {

class RuleDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Where the parts of a row lie.
    struct Parts {
        QRect handle, toggle, pill, words, hits;
    };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;

private:
    static Parts parts(const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintWords(QPainter& painter, QRect area, const QStyleOptionViewItem& option, const QModelIndex& index);
};

}  // namespace sallyport
