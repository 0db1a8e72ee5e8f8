// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the packet in the making, as actions: for the buttons of the dock and for the window's Compose menu.
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/bridge/packet_sending.h"
#include <QAction>
#include <QObject>
#include <memory>

class QMenu;
class QWidget;

namespace sallyport {

class ComposeActions : public QObject {
    Q_OBJECT
public:
    /// Session and sending must outlive it; `dock` is where keys of its own act.
    ComposeActions(ComposeSession* session, PacketSending* sending, QWidget* dock);
    ~ComposeActions() override;

    QMenu* templates() const { return templates_.get(); }
    QMenu* copies() const { return copies_.get(); }
    QMenu* layers() const { return layers_.get(); }
    QAction* empty() const { return empty_; }
    QAction* paste() const { return paste_; }
    QAction* undo() const { return undo_; }
    QAction* redo() const { return redo_; }
    QAction* send() const { return send_; }
    QAction* stop() const { return stop_; }
    /// The desktop's own, and the two that people of other desktops know.
    static QList<QKeySequence> redo_keys();
    /// In the order of the menu, with separators.
    QList<QAction*> menu() const { return menu_; }

public slots:
    void pasteHex();

private:
    QAction* action(const char* icon_name);
    void retranslate();
    void fillTemplates();
    void fillCopies();
    void refresh();

    ComposeSession* session_;
    PacketSending* sending_;
    QWidget* dock_;
    std::unique_ptr<QMenu> templates_, copies_, layers_;
    QAction *empty_, *paste_, *undo_, *redo_, *repair_, *send_, *stop_;
    QList<QAction*> menu_;
};

}  // namespace sallyport
