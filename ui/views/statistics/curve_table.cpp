// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/curve_table.h"
#include "ui/widgets/curve_pen.h"
#include "ui/widgets/translated.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace sallyport {

namespace {

constexpr QSize sample(28, 12);

/// A piece of the curve before its name.
class NameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const Colors& colors = Colors::of(option->palette);
        QPen pen = curve_pen(CurveHue(index.data(CurveListModel::HueRole).toInt()), CurveLine(index.data(CurveListModel::LineRole).toInt()),
                             colors);
        if (option->state & QStyle::State_Selected) pen.setColor(colors.on_selection);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = sample;
        option->icon = curve_icon(pen, sample, option->widget ? option->widget->devicePixelRatioF() : 1);
    }
};

}  // namespace

CurveTable::CurveTable(CurveListModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(model);
    setItemDelegateForColumn(CurveListModel::name_column, new NameDelegate(this));
    setProperty("role", "checks");
    translated(this, [this] {
        setAccessibleName(tr("Curves, with their values"));
        emit model_->headerDataChanged(Qt::Horizontal, 0, model_->columnCount() - 1);
        fit();
    });
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(EditKeyPressed);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(CurveListModel::name_column, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(CurveListModel::rate_column, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(CurveListModel::sum_column, QHeaderView::Fixed);
    fit();
}

/// Fixed widths: numbers that change must not move the columns.
void CurveTable::fit() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    auto* header = horizontalHeader();
    const auto wide = [&](int column, const QString& sample) {
        return std::max(fontMetrics().horizontalAdvance(sample) + 16, header->sectionSizeHint(column));
    };
    header->resizeSection(CurveListModel::rate_column, wide(CurveListModel::rate_column, QStringLiteral("00:00:00.0000")));
    sum_width_ = wide(CurveListModel::sum_column, QStringLiteral("0 000 000 000"));
    header->resizeSection(CurveListModel::sum_column, sum_width_);
}

int CurveTable::readableWidth(bool with_sums) const {
    constexpr int name_characters = 16, around = 40;  // a check box and a piece of the curve stand before the name
    return fontMetrics().averageCharWidth() * name_characters + sample.width() + around +
           horizontalHeader()->sectionSize(CurveListModel::rate_column) + (with_sums ? sum_width_ : 0);
}

/// Names before sums: where there is no room for both, those that tell the curves apart stay.
void CurveTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    const bool narrow = width() < readableWidth(true);
    if (isColumnHidden(CurveListModel::sum_column) != narrow) setColumnHidden(CurveListModel::sum_column, narrow);
}

QSize CurveTable::sizeHint() const {
    const int rows = std::min(model_->rowCount(), 9);
    return {fontMetrics().horizontalAdvance(QLatin1Char('0')) * 48,
            horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

void CurveTable::keyPressEvent(QKeyEvent* event) {
    const int row = currentRow();
    if (state() == EditingState || row < 0 || event->modifiers()) return QTableView::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: emit editRequested(row); return;
        case Qt::Key_Delete: emit removeRequested(row); return;
        case Qt::Key_Space: {
            const QModelIndex name = model_->index(row, CurveListModel::name_column);
            model_->setData(name, name.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return;
        }
        case Qt::Key_F2: setCurrentIndex(model_->index(row, CurveListModel::name_column)); [[fallthrough]];
        default: QTableView::keyPressEvent(event);
    }
}

void CurveTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid()) emit editRequested(index.row());
}

void CurveTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit();
}

void CurveTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    emit currentRowChanged(current.row());
}

}  // namespace sallyport
