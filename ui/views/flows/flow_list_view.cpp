// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flows/flow_list_view.h"
#include "ui/views/flows/flow_delegate.h"
#include "ui/views/flows/flow_header.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/pill.h"
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <algorithm>

namespace sallyport {

FlowListView::FlowListView(FlowListModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setObjectName(QStringLiteral("flow_list"));
    setModel(model);
    setItemDelegate(new FlowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* header = new FlowHeader(this);
    setHorizontalHeader(header);
    header->setSortIndicator(FlowListModel::started, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(header, &QWidget::customContextMenuRequested, this, &FlowListView::showColumnMenu);
    fitRows();
    fitColumns();
}

void FlowListView::fitRows() { verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6); }

void FlowListView::fitColumns() {
    static constexpr const char* samples[FlowListModel::column_count] = {
        "ICMPv6", "192.168.10.10:50000", "192.168.10.10:443", "www.example.com", "accept 12/345", "123 456", "999 MB", "999 MB", "999 MB",
        "59.9 s", "12:00:00.000",        "no answer",         "default"};
    for (int column = 0; column < FlowListModel::column_count; column++) {
        const QString sample = QLatin1String(samples[column]);
        const int words =
            20 + (column == FlowListModel::verdict ? pill_size(sample, font()).width() : fontMetrics().horizontalAdvance(sample));
        horizontalHeader()->resizeSection(column, std::max(words, horizontalHeader()->sectionSizeHint(column)));
    }
}

void FlowListView::setColumnState(const QByteArray& state) {
    if (state.isEmpty()) return;
    horizontalHeader()->restoreState(state);
    judged_ = !isColumnHidden(FlowListModel::verdict) || !isColumnHidden(FlowListModel::rule);
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

std::vector<int> FlowListView::selectedFlows() const {
    std::vector<int> rows;
    for (auto& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); row++) rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void FlowListView::select(int row) {
    const QModelIndex index = model_->index(row, std::max(0, currentIndex().column()));
    if (!index.isValid()) return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

QString FlowListView::selectedText() const {
    QString text;
    for (const int row : selectedFlows()) {
        QStringList cells;
        for (int visual = 0; visual < FlowListModel::column_count; visual++) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column)) cells << model_->index(row, column).data().toString();
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void FlowListView::showMenu(QMenu& menu, const QPoint& global) {
    menus_++;
    menu.exec(global);
    menus_--;
}

void FlowListView::showColumnMenu(const QPoint& position) {
    QMenu menu;
    int shown = 0;
    for (int column = 0; column < FlowListModel::column_count; column++) shown += !isColumnHidden(column);
    for (int column = 0; column < FlowListModel::column_count; column++) {
        auto* action = menu.addAction(model_->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            on ? void(dismissed_.erase(column)) : void(dismissed_.insert(column));
        });
    }
    showMenu(menu, horizontalHeader()->mapToGlobal(position));
}

void FlowListView::setJudged(bool judged) {
    if (judged == judged_) return;
    judged_ = judged;
    for (const int column : {int(FlowListModel::verdict), int(FlowListModel::rule)})
        setColumnHidden(column, !judged || dismissed_.count(column));
}

void FlowListView::setEmptyText(const QString& text) {
    if (text == empty_text_) return;
    empty_text_ = text;
    if (!model_->rowCount()) viewport()->update();
}

/// Copying is an action of the whole window: here it means what is selected here.
bool FlowListView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void FlowListView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return QGuiApplication::clipboard()->setText(selectedText());
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && event->key() == Qt::Key_Home) return select(0);
    if (plain && event->key() == Qt::Key_End) return select(model_->rowCount() - 1);
    if (event->modifiers() & Qt::ControlModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return event->ignore();  // "previous packet" of the window
    QTableView::keyPressEvent(event);
}

void FlowListView::mousePressEvent(QMouseEvent* event) {
    pressed_ = true;
    QTableView::mousePressEvent(event);
}

void FlowListView::mouseReleaseEvent(QMouseEvent* event) {
    pressed_ = false;
    QTableView::mouseReleaseEvent(event);
}

void FlowListView::mouseDoubleClickEvent(QMouseEvent* event) {
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton) emit activatedRow(index.row());
}

void FlowListView::contextMenuEvent(QContextMenuEvent* event) {
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex at = mouse ? indexAt(event->pos()) : currentIndex();
    if (!at.isValid()) return;
    pressed_ = false;  // the menu takes the release of the button
    emit menuRequested(mouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(at).center()));
}

void FlowListView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (model_->rowCount() || empty_text_.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(Colors::of(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
}

void FlowListView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitRows();
}

}  // namespace sallyport
