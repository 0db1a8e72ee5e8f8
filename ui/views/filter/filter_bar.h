// SPDX-License-Identifier: GPL-3.0-or-later
// The filter bar: what is shown, how much of it, and the way from a filter to a rule.
#pragma once
#include "ui/bridge/session_bridge.h"
#include "ui/models/filter_text.h"
#include "ui/widgets/filter_edit.h"
#include <QTimer>
#include <QWidget>

class QFrame;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sallyport {

class FilterBar : public QWidget {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit FilterBar(SessionBridge* bridge, QWidget* parent = nullptr);
    FilterEdit* edit() const { return edit_; }
    /// Joins a condition to what is written there, and applies it or leaves it for the user to finish.
    void use(const QString& condition, FilterUse how, bool apply);
    void apply(const QString& filter);

signals:
    /// "Drop these…": a rule of this filter is wanted.
    void ruleRequested(const QString& filter);

protected:
    /// Escape: a filter that is still on its way is given up, and all is shown; else what is in force stands in the line again.
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void applyText();
    void showValidity();
    void showFault();
    void showCount();
    void showSaved();
    void saveFilter();
    void savedMenu(const QPoint& global, const QString& label);
    void remember(const QString& filter);
    void fillHistory(class QMenu& menu);

    SessionBridge* bridge_;
    FilterEdit* edit_;
    QToolButton *apply_, *drop_, *save_;
    QLabel* message_;
    QToolButton* suggestion_;
    QFrame* message_row_;  // floats over the panes: they do not move while one types
    QTimer fault_clock_;
    QHBoxLayout* row_;
    QVector<QToolButton*> saved_;
};

}  // namespace sallyport
