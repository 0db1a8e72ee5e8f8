// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flows/flow_list_view.h"
#include "ui/views/flows/flow_delegate.h"
#include "ui/views/flows/flow_header.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/menu_letters.h"
#include "ui/widgets/pill.h"
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
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
    header->setResizeContentsPrecision(0);  // rows in sight alone, also of a hundred thousand
    connect(header, &QHeaderView::sectionResized, this, &FlowListView::widthChosen);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FlowListView::fitColumns);
    fitRows();
    fitColumns();
}

void FlowListView::fitRows() { verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6); }

void FlowListView::forgetWidths() {
    wanted_.fill(0);
    fitColumns();
}

/// Addresses and names may be of any length: beyond this they are cut.
static int most_width(int column, const QFontMetrics& metrics) {
    const bool any_length = column == FlowListModel::client || column == FlowListModel::server || column == FlowListModel::name;
    return any_length ? metrics.averageCharWidth() * 42 : QWIDGETSIZE_MAX;
}

void FlowListView::measureColumns() {
    auto* header = horizontalHeader();
    for (int column = 0; column < FlowListModel::column_count; column++)
        if (!isColumnHidden(column)) {
            const int seen = std::min(sizeHintForColumn(column), most_width(column, fontMetrics()));  // of the rows in sight
            wanted_[std::size_t(column)] = std::max({wanted_[std::size_t(column)], seen, header->sectionSizeHint(column)});
        }
}

/// How much narrower `column` becomes where all of them together are `excess` too wide.
int FlowListView::giveWay(int column, int excess) const {
    const int least = std::max(fontMetrics().averageCharWidth() * 13, horizontalHeader()->sectionSizeHint(column));
    return chosen_.count(column) || isColumnHidden(column) ? 0 : std::clamp(wanted_[std::size_t(column)] - least, 0, std::max(0, excess));
}

void FlowListView::fitColumns() {
    const QScopedValueRollback fitting(fitting_, true);
    auto* header = horizontalHeader();
    measureColumns();
    auto widths = wanted_;
    int excess = -viewport()->width(), last = -1;
    for (int visual = 0; visual < header->count(); visual++) {
        const int column = header->logicalIndex(visual);
        if (isColumnHidden(column)) continue;
        if (chosen_.count(column)) widths[std::size_t(column)] = columnWidth(column);
        excess += widths[std::size_t(column)];
        last = column;
    }
    constexpr int elastic[] = {FlowListModel::name, FlowListModel::client, FlowListModel::server};
    int most = 0;
    for (const int column : elastic) most += giveWay(column, excess);
    for (const int column : elastic) {
        if (most < excess) break;  // the list scrolls in any case: then nothing need be cut
        const int less = giveWay(column, excess);
        widths[std::size_t(column)] -= less;
        excess -= less;
    }
    if (last >= 0 && excess < 0) widths[std::size_t(last)] -= excess;  // what is left over is the last one's
    for (int column = 0; column < header->count(); column++)
        if (!isColumnHidden(column) && columnWidth(column) != widths[std::size_t(column)])
            header->resizeSection(column, widths[std::size_t(column)]);
}

void FlowListView::widthChosen(int column, int before, int now) {
    if (fitting_ || !before || !now) return;  // hidden, or shown again
    chosen_.insert(column);
}

QVariantList FlowListView::chosenWidths() const { return {chosen_.begin(), chosen_.end()}; }

void FlowListView::setColumnState(const QByteArray& state, const QVariantList& chosen) {
    if (state.isEmpty()) return;
    {
        const QScopedValueRollback fitting(fitting_, true);
        horizontalHeader()->restoreState(state);
        horizontalHeader()->setStretchLastSection(false);  // a state of former times may ask for it
    }
    chosen_.clear();
    for (const QVariant& column : chosen) chosen_.insert(column.toInt());
    judged_ = !isColumnHidden(FlowListModel::verdict) || !isColumnHidden(FlowListModel::rule);
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    fitColumns();
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
            fitColumns();
        });
    }
    letter_entries(menu);
    showMenu(menu, horizontalHeader()->mapToGlobal(position));
}

void FlowListView::setJudged(bool judged) {
    if (judged == judged_) return;
    judged_ = judged;
    for (const int column : {int(FlowListModel::verdict), int(FlowListModel::rule)})
        setColumnHidden(column, !judged || dismissed_.count(column));
    fitColumns();
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
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    fitRows();
    forgetWidths();
}

void FlowListView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

}  // namespace sallyport
