// SPDX-License-Identifier: GPL-3.0-or-later
// The panes over one capture: packet list, field tree and bytes, the docks beside them, and what links them to each other.
#pragma once
#include "ui/bridge/packet_focus.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/packet_list_model.h"
#include "ui/views/fields/field_menu.h"
#include "ui/views/view.h"
#include "ui/widgets/panel.h"
#include "ui/window/dock_places.h"
#include <QMainWindow>
#include <QTimer>
#include <functional>
#include <optional>

class QPushButton;

namespace sallyport {

class Actions;
class BytesView;
class FieldsView;
class KeptLayout;
class PacketColumns;
class PacketTable;

class Workspace : public QMainWindow {
    Q_OBJECT
public:
    /// Bridge and actions must outlive it.
    Workspace(SessionBridge* bridge, Actions* actions, QWidget* parent = nullptr);

    PacketTable* table() const { return table_; }
    FieldsView* fields() const { return fields_; }
    BytesView* bytes() const { return bytes_; }
    PacketFocus* focus() { return &focus_; }
    FieldMenu* fieldMenu() { return &field_menu_; }
    /// A dock more, at its first place, shown and hidden by its action, which brings it forward when it lies behind another.
    void addDock(QDockWidget* dock, QAction* toggle, ViewPlace place);
    /// Shows a dock that somebody wants to see now.
    void bringForward(QDockWidget* dock);
    /// What views ask for and are told.
    ViewHost* host() { return &host_; }
    /// "Packets like this" of the packet in focus: the condition of the field that was chosen in it, else what it is about.
    QString likeness() const;
    /// Why the packet in focus has its verdict; empty without one.
    QString explanation() const { return explain()(); }
    /// Says it of that packet whenever it is asked, in the language of then. The workspace must outlive it.
    std::function<QString()> explain() const;

    void restoreLayout();
    void saveLayout() const;
    void resetLayout();
    /// Of a right click on a title: what can be shown, as in the View menu.
    QMenu* createPopupMenu() override;

private:
    QWidget* makeListPane();
    void makeDocks();
    void linkToggle(QDockWidget* dock, QAction* toggle);
    void putAside(QDockWidget* dock);
    void linkPanes();
    void linkMenus();
    void linkActions();
    /// The packet that the panes show, whether or not the list has it.
    std::optional<std::size_t> lookedAt() const;
    void beginWithTheFirst();
    void showPacketTitle();
    void tellLikeness();
    void showFieldMenu(const QPoint& global, const FieldPick& pick);
    void showCellMenu(const QPoint& global, std::size_t packet, int column);
    void jumpToMark(bool forward);
    QString emptiness() const;
    void offerToFollow();
    void keepCurrentInSight(const QResizeEvent& resized);
    void childEvent(QChildEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    SessionBridge* bridge_;
    Actions* actions_;
    PacketFocus focus_;
    ViewHost host_;
    FieldMenu field_menu_;
    DockPlaces places_{this};
    KeptLayout* kept_;
    PacketListModel list_;
    std::shared_ptr<FilterRun> coming_;  // shown as soon as it has something to show
    PacketTable* table_ = nullptr;
    PacketColumns* columns_ = nullptr;
    FieldsView* fields_ = nullptr;
    BytesView* bytes_ = nullptr;
    DockPanel *fields_dock_ = nullptr, *bytes_dock_ = nullptr;
    QPushButton* follow_button_ = nullptr;
    QList<QAction*> toggles_;
    QByteArray first_layout_;
    bool layout_chosen_ = false, settled_ = false;
    QTimer settle_, scroll_;  // until the layout has its size
};

}  // namespace sallyport
