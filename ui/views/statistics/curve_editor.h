// SPDX-License-Identifier: GPL-3.0-or-later
// The form that makes or changes a curve: the filter that it counts, its name, colour and line.
#pragma once
#include "ui/models/curve.h"
#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport {

class FilterEdit;

class CurveEditor : public QFrame {
    Q_OBJECT
public:
    explicit CurveEditor(QWidget* parent = nullptr);

    /// Fills the form with a curve that is there already, or is to be added.
    void edit(const Curve& curve, bool is_new);
    Curve curve() const;

signals:
    void accepted(const sallyport::Curve& curve);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void accept();
    void refresh();
    void retranslate();
    void fillChoices();

    Curve curve_;
    bool is_new_ = true;
    FilterEdit* filter_;
    QLineEdit* name_;
    QComboBox *hue_, *line_;
    QLabel* message_;
    QPushButton *accept_, *suggestion_;
};

}  // namespace sallyport
