// SPDX-License-Identifier: GPL-3.0-or-later
// What the window always tells: the source, packets seen, shown and dropped, the queue's depth and losses, what happens to
// traffic if the program hangs or ends, and how full the capture's budget is.
#pragma once
#include "ui/bridge/session_bridge.h"
#include <QStatusBar>

class QLabel;

namespace sallyport {

class StatusBar : public QStatusBar {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit StatusBar(SessionBridge* bridge, QWidget* parent = nullptr);

    /// What the source has instead of its own title, "Practice network"; empty: its own.
    void setSourceTitle(const QString& title);

    /// What the source does, behind its title: "watching, rules do not act"; empty for a file that was read.
    static QString stateWords(SessionState state, const Source& source, bool verdicts_act);

signals:
    void safetyRequested();    // a click on the source or the failure policy
    void troublesRequested();  // a click on the warning

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* field(bool permanent = false);
    void refresh();
    void refreshSource();
    void refreshCounts();
    void refreshSafety();
    void fit();
    /// A number in the text's own colour among muted words.
    QString strong(const QString& text) const;

    SessionBridge* bridge_;
    QString title_;
    QLabel *source_, *seen_, *shown_, *dropped_, *queue_, *troubles_, *fail_, *buffer_;
};

}  // namespace sallyport
