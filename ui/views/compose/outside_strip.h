// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace sallyport {

/// Asks, without taking the focus from anything, whether packets may leave for foreign networks.
class OutsideStrip : public QFrame {
    Q_OBJECT
public:
    explicit OutsideStrip(QWidget* parent = nullptr);
    /// `again`: the answer was no, some time before.
    void ask(const QString& destination, bool again);

signals:
    void answered(bool allowed);

private:
    QLabel* words_;
    QPushButton *yes_, *no_;
};

}  // namespace sallyport
