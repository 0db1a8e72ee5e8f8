// SPDX-License-Identifier: GPL-3.0-or-later
// The list of curves with the form that adds and changes them. What people chose is kept in the settings.
#pragma once
#include "ui/models/curve_list_model.h"
#include <QList>
#include <QWidget>

class QAction;

namespace sallyport {

class CurveEditor;
class CurveTable;
class SessionBridge;

class CurvesPane : public QWidget {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit CurvesPane(SessionBridge* bridge, QWidget* parent = nullptr);

    CurveListModel* curves() const { return curves_; }
    CurveTable* table() const { return table_; }
    /// Add, change, remove …, add first. Owned by the pane.
    const QList<QAction*>& menuActions() const { return actions_; }
    /// CurveTable::readableWidth()
    int readableWidth(bool with_sums) const;
    void select(int row);
    /// Each filter that has a curve.
    QStringList filters() const;

public slots:
    /// Adds a curve of the packets that match; opens the form when there is no filter.
    void addCurve(const QString& filter = {});

signals:
    void filterRequested(const QString& filter);

private:
    QAction* action(const QString& icon_name, void (CurvesPane::*slot)());
    void newCurve();
    void curveOfDisplayFilter();
    void editCurrent();
    void editRow(int row);
    void acceptEdited(const Curve& curve);
    void closeEditor();
    void removeRow(int row);
    void removeCurrent();
    void filterByCurrent();
    void refreshActions();
    void showMenu(const QPoint& position);

    SessionBridge* bridge_;
    CurveListModel* curves_;
    CurveTable* table_;
    CurveEditor* editor_;
    QAction *add_, *add_display_filter_, *edit_, *remove_, *filter_by_;
    QList<QAction*> actions_;
    int edited_ = -1;  // row; -1: a new one
};

}  // namespace sallyport
