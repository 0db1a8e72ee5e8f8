// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/curves_pane.h"
#include "ui/bridge/session_bridge.h"
#include "ui/views/statistics/curve_editor.h"
#include "ui/views/statistics/curve_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

namespace sallyport {

static QString saved_key() { return QStringLiteral("statistics/curves"); }

CurvesPane::CurvesPane(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      curves_(new CurveListModel(this)),
      table_(new CurveTable(curves_, this)),
      editor_(new CurveEditor(this)),
      add_(action(QStringLiteral("add"), &CurvesPane::newCurve)),
      add_display_filter_(action(QStringLiteral("filter"), &CurvesPane::curveOfDisplayFilter)),
      edit_(action(QStringLiteral("edit"), &CurvesPane::editCurrent)),
      remove_(action(QStringLiteral("remove"), &CurvesPane::removeCurrent)),
      filter_by_(action(QStringLiteral("find"), &CurvesPane::filterByCurrent)),
      actions_{add_, add_display_filter_, edit_, remove_, filter_by_} {
    translated(this, [this] {
        add_->setText(tr("Add c&urve…"));
        add_->setToolTip(tr("Add a curve of the packets that match a filter"));
        add_display_filter_->setText(tr("Curve of the display &filter"));
        edit_->setText(tr("C&hange curve…"));
        remove_->setText(tr("&Remove curve"));
        filter_by_->setText(tr("&Show the packets it counts"));
    });
    curves_->restore(QSettings().value(saved_key()).toStringList());
    editor_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(table_, 1);
    layout->addWidget(editor_);
    connect(curves_, &CurveListModel::curvesChanged, this, [this] {
        QSettings().setValue(saved_key(), curves_->saved());
        refreshActions();
    });
    connect(table_, &CurveTable::currentRowChanged, this, &CurvesPane::refreshActions);
    connect(table_, &CurveTable::editRequested, this, &CurvesPane::editRow);
    connect(table_, &CurveTable::removeRequested, this, &CurvesPane::removeRow);
    connect(table_, &QWidget::customContextMenuRequested, this, &CurvesPane::showMenu);
    connect(editor_, &CurveEditor::accepted, this, &CurvesPane::acceptEdited);
    connect(editor_, &CurveEditor::cancelled, this, &CurvesPane::closeEditor);
    connect(bridge_, &SessionBridge::filterChanged, this, &CurvesPane::refreshActions);
    refreshActions();
}

QAction* CurvesPane::action(const QString& icon_name, void (CurvesPane::*slot)()) {
    auto* made = new QAction(icon(icon_name), QString(), this);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

int CurvesPane::readableWidth(bool with_sums) const { return table_->readableWidth(with_sums); }

void CurvesPane::select(int row) { table_->setCurrentIndex(curves_->index(row, CurveListModel::name_column)); }

QStringList CurvesPane::filters() const {
    QStringList filters;
    for (const Curve& curve : curves_->curves())
        if (curve.kind == CurveKind::filter && !filters.contains(curve.filter)) filters << curve.filter;
    return filters;
}

void CurvesPane::newCurve() {
    edited_ = -1;
    editor_->show();
    editor_->edit(curves_->proposal(), true);
}

void CurvesPane::addCurve(const QString& filter) {
    if (filter.trimmed().isEmpty()) return newCurve();
    if (const int row = curves_->add(curves_->proposal(filter.trimmed())); row >= 0) select(row);
}

void CurvesPane::curveOfDisplayFilter() { addCurve(bridge_->filterText()); }

void CurvesPane::editCurrent() { editRow(table_->currentRow()); }

void CurvesPane::editRow(int row) {
    if (row < 0 || curves_->isFixed(row)) return;
    edited_ = row;
    editor_->show();
    editor_->edit(curves_->curve(row), false);
}

void CurvesPane::acceptEdited(const Curve& curve) {
    if (edited_ >= 0) curves_->replace(edited_, curve);
    else edited_ = curves_->add(curve);
    if (edited_ >= 0) select(edited_);
    closeEditor();
}

void CurvesPane::closeEditor() {
    editor_->hide();
    edited_ = -1;
    table_->setFocus();
}

void CurvesPane::removeRow(int row) {
    if (editor_->isVisible() && edited_ >= 0) closeEditor();  // its row may be another one now
    curves_->remove(row);
}

void CurvesPane::removeCurrent() { removeRow(table_->currentRow()); }

void CurvesPane::filterByCurrent() {
    const int row = table_->currentRow();
    if (row >= CurveListModel::fixed) emit filterRequested(curves_->curve(row).filter);
}

void CurvesPane::refreshActions() {
    const int row = table_->currentRow();
    for (QAction* one : {edit_, remove_, filter_by_}) one->setEnabled(row >= CurveListModel::fixed);
    add_->setEnabled(!curves_->isFull());
    add_display_filter_->setEnabled(!curves_->isFull() && !bridge_->filterText().isEmpty());
}

void CurvesPane::showMenu(const QPoint& position) {
    QMenu menu;
    menu.addActions(actions_);
    menu.exec(table_->viewport()->mapToGlobal(position));
}

}  // namespace sallyport
