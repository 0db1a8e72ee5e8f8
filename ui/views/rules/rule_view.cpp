// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rule_view.h"
#include "ui/views/rules/rule_delegate.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/translated.h"
#include <QDropEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace sallyport {

RuleView::RuleView(RuleListModel* model, QWidget* parent) : QListView(parent), model_(model) {
    setModel(model);
    setItemDelegate(new RuleDelegate(this));
    translated(this, [this] { setAccessibleName(tr("Rules, the first that matches wins")); });
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(model, &RuleListModel::refused, this, &RuleView::refused);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RuleView::fitHeight);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RuleView::fitHeight);
    fitHeight();
}

static constexpr int hint_margin = 14;  // pixels, left and right

/// No higher than the rows, and the hint that stands in place of the first rule.
void RuleView::fitHeight() {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int row = itemDelegate()->sizeHint(option, {}).height();
    const int width = std::max(viewport()->width(), 120) - 2 * hint_margin;
    const int hint = model_->defaultRow() ? 0 : fontMetrics().boundingRect(0, 0, width, 9999, Qt::TextWordWrap, hintText()).height() + 24;
    setMaximumHeight(model_->rowCount() * row + hint);
    setMinimumHeight(std::min(maximumHeight(), 4 * row));
}

void RuleView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    const bool other_words = event->type() == QEvent::LanguageChange;
    if (other_words || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHeight();
}

QList<int> RuleView::selectedRules() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        if (model_->rule(index.row())) rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void RuleView::report(const RuleListModel::Fault& fault) {
    if (fault) emit refused(*fault);
}

void RuleView::toggleSelected() {
    const QList<int> rows = selectedRules();
    if (rows.isEmpty()) return;
    const bool any_off = std::any_of(rows.begin(), rows.end(), [&](int row) { return !model_->rule(row)->enabled; });
    report(model_->setEnabled(rows, any_off));
}

void RuleView::removeSelected() {
    const QList<int> rows = selectedRules();
    if (rows.isEmpty()) return;
    report(model_->remove(rows));
    setCurrentIndex(model_->index(std::min(rows.first(), model_->defaultRow())));
}

void RuleView::moveSelected(int by) {
    const QList<int> rows = selectedRules();
    if (rows.isEmpty()) return;
    const int before = by < 0 ? rows.first() - 1 : rows.last() + 2;
    if (before < 0 || before > model_->defaultRow()) return;
    report(model_->move(rows, before));
    scrollTo(currentIndex());
}

void RuleView::keyPressEvent(QKeyEvent* event) {
    const bool alt = event->modifiers() == Qt::AltModifier,
               plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) return moveSelected(event->key() == Qt::Key_Up ? -1 : 1);
    if (plain && event->key() == Qt::Key_Space) return toggleSelected();
    if (plain && event->key() == Qt::Key_Delete) return removeSelected();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (plain && enter && currentRow() >= 0) {
        emit editRequested(currentRow());
        return;
    }
    QListView::keyPressEvent(event);
}

void RuleView::mouseDoubleClickEvent(QMouseEvent* event) {
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton) emit editRequested(index.row());
}

int RuleView::dropRow(const QPoint& position) const {
    const QModelIndex index = indexAt(position);
    if (!index.isValid()) return model_->defaultRow();
    const bool below = position.y() > visualRect(index).center().y();
    return std::min(index.row() + (below ? 1 : 0), model_->defaultRow());
}

void RuleView::dropEvent(QDropEvent* event) {
    setState(NoState);
    viewport()->update();
    if (event->source() != this) return;
    // A copy action, so that QAbstractItemView does not remove the dragged rows itself once we have moved them.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    report(model_->move(selectedRules(), dropRow(event->position().toPoint())));
}

void RuleView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    emit currentRowChanged(current.isValid() ? current.row() : -1);
}

void RuleView::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    if (model_->defaultRow() > 0) return;
    QPainter painter(viewport());
    painter.setPen(Colors::of(palette()).muted);
    const int top = visualRect(model_->index(0)).bottom() + 10;
    painter.drawText(viewport()->rect().adjusted(hint_margin, top, -hint_margin, -8), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                     hintText());
}

QString RuleView::hintText() const {
    return tr("No rules yet. Right-click a packet or a field and choose \"Drop packets like this\", or press + and write a filter.");
}

void RuleView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) fitHeight();
}

}  // namespace sallyport
