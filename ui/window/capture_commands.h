// SPDX-License-Identifier: GPL-3.0-or-later
// What the Capture and Firewall menus do: which source runs, whether rules act, what happens if the program stops.
#pragma once
#include "ui/bridge/session_bridge.h"
#include <QStringList>
#include <functional>

class QMenu;
class QWidget;

namespace sallyport {

class Actions;

class CaptureCommands : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    CaptureCommands(SessionBridge* bridge, Actions* actions, QWidget* window);

    bool startLive(const QStringList& interfaces, const QString& capture_filter);
    /// Packets of a plug-in, a shared object; `options` as its author tells.
    bool startPlugin(const QString& path, const QString& options);
    /// Asks for a shared object, and for its options if it takes any.
    void openPluginDialog();
    /// Loads it, asks for its options, starts it; or tells why not.
    void openPlugin(const QString& path);
    bool startFirewall();
    void setFirewall(bool on);
    bool firewallOn() const;
    void startStop();
    void restart();
    void optionsDialog();
    void setFailPolicy(FailPolicy policy);
    FailPolicy failPolicy() const { return fail_; }
    void panic();
    /// This program runs in the practice network already, or starts another one there.
    void practice();
    void setInPractice(bool in) { in_practice_ = in; }
    bool inPractice() const { return in_practice_; }
    QString sourceTitle() const;
    void fillSourceMenu(QMenu* menu);
    /// Brings the words and states of the actions up to date.
    void refresh();

signals:
    /// Another source is about to take the place of this one: packets may be lost. Set `allowed` to false to keep it; `again` may be
    /// called later, when they are saved.
    void aboutToReplace(bool& allowed, const std::function<void()>& again);
    void done(const sallyport::Message& message);
    void restartOffered(const sallyport::Message& message);
    void failed(const sallyport::Message& headline, const sallyport::Error& error);
    void openRequested();
    void changed();

private:
    bool start(Source source);
    /// Record and trace, as the capture options say.
    bool putAround();
    void addPlugins(QMenu* menu);
    void askPlugin(const Plugin& plugin);
    bool allowed(const std::function<void()>& again);

    SessionBridge* bridge_;
    Actions* actions_;
    QWidget* window_;
    FailPolicy fail_ = FailPolicy::open;
    QString record_, trace_;  // files, while this window is open; "": none
    bool in_practice_ = false;
};

/// The budget of live captures that the user set.
StoreBudget capture_budget();

}  // namespace sallyport
