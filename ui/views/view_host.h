// SPDX-License-Identifier: GPL-3.0-or-later
// What a view knows of the window around it: the session, the packet in focus, and whom to ask for what is not its own. Views never
// include the window or each other; the window listens to the requests and tells what concerns them all. GUI thread only.
#pragma once
#include "ui/bridge/packet_focus.h"
#include "ui/bridge/session_bridge.h"
#include <QAction>
#include <QObject>
#include <functional>

namespace sallyport {

class ViewHost : public QObject {
    Q_OBJECT
public:
    /// Bridge and focus must outlive it.
    ViewHost(SessionBridge* bridge, PacketFocus* focus, QObject* parent = nullptr) : QObject(parent), bridge_(bridge), focus_(focus) {}

    SessionBridge* bridge() const { return bridge_; }
    PacketFocus* focus() const { return focus_; }

    /// Offers an action on the packet in focus ("Edit and Resend"): in the context menus of list, tree and bytes, and switched off
    /// while no packet is in focus. `link`: also as a quiet button above the field tree. The action stays the view's.
    void addPacketAction(QAction* action, bool link = false);
    const QList<QAction*>& packetActions() const { return packet_actions_; }

    /// What happens to traffic that nobody can judge, as the settings say.
    FailPolicy failPolicy() const { return fail_policy_; }

public slots:
    void setFailPolicy(sallyport::FailPolicy policy);

signals:
    // ── a view asks of the window ──
    /// Show only packets that match in the packet list.
    void filterRequested(const QString& filter);
    /// Select a packet (0-based index in the store) in the list and show it.
    void packetRequested(qulonglong packet);
    /// Put a rule before all others, in force at once; told to the user, who may undo it. `action`: "drop", "accept" … The note is
    /// what people call the rule, where its filter is long.
    void ruleRequested(const QString& action, const QString& filter, const QString& note = {});
    /// Open the rule editor for a new rule that acts only when accepted.
    void ruleDraftRequested(const QString& action, const QString& filter);
    /// Show the view of this name (ViewKind::name).
    void viewRequested(const QString& name);
    void failPolicyChosen(sallyport::FailPolicy policy);
    void panicRequested();
    /// Something was done, or could not be: told in the strip above the panes.
    void done(const sallyport::Message& message);
    void failed(const sallyport::Message& headline, const sallyport::Error& error);
    /// Something happened about which the user may want to do something: told in the strip, with a button `offer` that calls `act`.
    void offered(const sallyport::Message& message, const sallyport::Message& offer, const std::function<void()>& act);

    // ── the window tells the views ──
    void ruleAdded(quint32 id);
    void rulesFileChosen(const QString& path);
    void failPolicyChanged(sallyport::FailPolicy policy);
    void packetActionAdded(QAction* action, bool link);

private:
    SessionBridge* bridge_;
    PacketFocus* focus_;
    QList<QAction*> packet_actions_;
    FailPolicy fail_policy_ = FailPolicy::open;
};

}  // namespace sallyport
