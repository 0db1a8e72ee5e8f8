// SPDX-License-Identifier: GPL-3.0-or-later
// The amber card of the start view: what this machine lacks, why, and the command that gets it, ready to copy.
#pragma once
#include "session/session.h"
#include <QFrame>
#include <vector>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace sallyport {

class RequirementNotice : public QFrame {
    Q_OBJECT
public:
    explicit RequirementNotice(QWidget* parent = nullptr);

    /// Hides itself when nothing is missing.
    void show(const std::vector<Requirement>& requirements);

signals:
    void checkAgainRequested();

private:
    void clear();
    void addRow(const Requirement& missing);
    void addRemedy(QHBoxLayout& line, const QString& remedy);
    static QString command_of(const QString& remedy);
    std::vector<Requirement> shown_;
    QVBoxLayout* rows_;
    QLabel* pill_;
};

}  // namespace sallyport
