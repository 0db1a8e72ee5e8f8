// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QObject>
#include <QSize>

class QMainWindow;
class QSettings;

namespace sallyport {

/// Where docks stand and how large they are, kept from one start to the next. Sizes can only be given to a main window that has its
/// own: one that is not shown yet is small, and would squeeze them. So they are given when it is shown, and once more when it comes to
/// the size that they were kept at (a toolbar appears, the desktop maximizes the window), unless somebody did something before.
class KeptLayout : public QObject {
public:
    /// `docks` owns it.
    explicit KeptLayout(QMainWindow* docks);
    /// Reads what was kept; nothing moves yet.
    void read(const QSettings& settings);
    /// What was read stays as it is if the docks were never shown.
    void write(QSettings& settings) const;
    /// When the docks are shown for the first time. False: nothing was kept, or nothing that is of use.
    bool apply();
    /// The docks stand as somebody wants them now.
    void forget() { waits_ = false; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QMainWindow* docks_;
    QByteArray state_;  // as it was kept
    QSize size_;        // of the main window then
    bool applied_ = false;
    bool waits_ = false;  // for that size
};

}  // namespace sallyport
