// SPDX-License-Identifier: GPL-3.0-or-later
// A line below the recent files: how many captures were kept at sudden ends and how much room they take, with what can be done about
// them. Hidden while there are none.
#pragma once
#include "ui/models/kept_captures.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport {

class KeptNotice : public QWidget {
    Q_OBJECT
public:
    explicit KeptNotice(QWidget* parent = nullptr);

    /// Looks again what is there.
    void refresh();

signals:
    void failed(const sallyport::Message& headline, const sallyport::Error& error);
    /// Some of them are no more.
    void removed();

private:
    void say();
    void openFolder();
    void remove();

    KeptCaptures kept_;
    QLabel* text_;
    QPushButton *open_, *remove_;
};

}  // namespace sallyport
