// SPDX-License-Identifier: GPL-3.0-or-later
// The form that makes or changes one rule: action, direction, filter (validated while typing, tried on the packets seen),
// note. Nothing acts before it is accepted.
#pragma once
#include "ui/views/rules/rule_trial.h"
#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport {

class FilterEdit;

class RuleEditor : public QFrame {
    Q_OBJECT
public:
    explicit RuleEditor(SessionBridge* bridge, QWidget* parent = nullptr);

    /// Fills the form with a rule that is there already, or is to be added.
    void edit(const Rule& rule, bool is_new);
    Rule rule() const;
    /// Shows why the rules refused what was accepted last.
    void showFault(const RuleError& fault);

signals:
    void accepted(const sallyport::Rule& rule);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept();
    void refresh();

    RuleTrial* trial_;
    Rule rule_;
    bool is_new_ = true;
    QComboBox *action_, *direction_;
    FilterEdit* filter_;
    QLineEdit* note_;
    QLabel* message_;
    QPushButton *accept_, *suggestion_;
};

}  // namespace sallyport
