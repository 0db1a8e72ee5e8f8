// SPDX-License-Identifier: GPL-3.0-or-later
// The composer: a packet as a stack of layers beside its bytes, how often it is sent and through what, and what comes back.
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/bridge/packet_sending.h"
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace sallyport {

class ComposeActions;
class ComposeBytes;
class LayerStack;
class OutsideStrip;
class PanelHeader;
class RememberedSplitter;
class RepliesPanel;
class SchedulePanel;
class SendBar;

class ComposeDock : public QWidget {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit ComposeDock(SessionBridge* bridge, QWidget* parent = nullptr);
    ~ComposeDock() override;

    ComposeSession* session() { return &session_; }
    PacketSending* sending() { return &sending_; }
    ComposeActions* composeActions() const { return actions_; }
    LayerStack* layers() const { return layers_; }
    ComposeBytes* bytes() const { return bytes_; }
    SchedulePanel* schedule() const { return schedule_; }
    SendBar* sendBar() const { return send_bar_; }
    RepliesPanel* replies() const { return replies_; }
    OutsideStrip* question() const { return outside_; }
    /// Undo and redo, for the header of the panel that this lies in.
    void fillHeader(PanelHeader* header);
    /// The button that begins with the packet in focus; the action is the view's.
    void setFromPacket(QAction* action);
    QSize sizeHint() const override;
    /// What it needs: who scrolls it would else take what it would like to have.
    int heightForWidth(int width) const override;

public slots:
    /// Everything that was typed counts; asks first where that is needed.
    void send();

signals:
    void packetRequested(qulonglong packet);
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// All widgets, in the language that is set now; what they show is the session's and stays.
    void build();
    void dismantle();
    void arrange();
    void arrangeTop();
    bool isCramped() const;
    void fillBegin();
    QWidget* makeTop();
    QWidget* makeLayers();
    void makeParts();
    void connectAll();
    void fitSchedule();
    void begin(std::shared_ptr<const PacketSeries> series);
    void refresh();

    SessionBridge* bridge_;
    ComposeSession session_;
    PacketSending sending_;
    ComposeActions* actions_;
    QAction* from_ = nullptr;
    LayerStack* layers_ = nullptr;
    ComposeBytes* bytes_ = nullptr;
    SchedulePanel* schedule_ = nullptr;
    QWidget* starts_ = nullptr;
    QScrollArea* schedule_area_ = nullptr;
    SendBar* send_bar_ = nullptr;
    RepliesPanel* replies_ = nullptr;
    OutsideStrip* outside_ = nullptr;
    PanelHeader* layers_header_ = nullptr;
    QPushButton *from_packet_ = nullptr, *payload_ = nullptr;
    QPushButton* begin_ = nullptr;  // the starts in one menu, where there is little room
    QBoxLayout* top_ = nullptr;
    QTimer look_around_;
    bool cramped_ = false;
    RememberedSplitter *whole_ = nullptr, *right_ = nullptr, *work_ = nullptr;
    std::shared_ptr<const PacketSeries> asked_;  // waits for the answer about its destination
};

}  // namespace sallyport
