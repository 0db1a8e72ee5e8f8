// SPDX-License-Identifier: GPL-3.0-or-later
// Who talks to whom: the flows of the capture, live or from a file, in any order; show one's packets, stop it, let it pass. The
// flows are kept in the background (engine/session/flow_run.h) from the moment that somebody looks; the dock takes snapshots.
#pragma once
#include "ui/bridge/session_bridge.h"
#include "ui/models/flow_list_model.h"
#include <QWidget>
#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;

namespace sallyport {

class FlowListView;
class PanelHeader;

class FlowsDock : public QWidget {
    Q_OBJECT
public:
    explicit FlowsDock(SessionBridge* bridge, QWidget* parent = nullptr);
    ~FlowsDock() override;

    void fillHeader(PanelHeader* header);
    FlowListModel* model() const { return model_; }
    FlowListView* view() const { return view_; }
    /// "Show its flow", for the packet in focus; the view's maker says what it does.
    QAction* packetAction() const { return of_packet_; }
    /// Selects the flow that a packet of the store belongs to, as soon as it is known; says so where it is not kept any more.
    void selectFlowOf(std::size_t packet);
    /// How many flows are kept at most; remembered.
    void setMost(std::uint32_t most);
    std::uint32_t most() const { return most_; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    void filterRequested(const QString& filter);
    void packetRequested(qulonglong packet);
    void ruleRequested(const QString& action, const QString& filter, const QString& note);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Wanted {  // the flow of a packet, looked for in the snapshots to come
        FlowKey key;
        std::size_t packet;
    };

    QAction* addFlowAction(const QString& icon_name, const QKeySequence& key, void (FlowsDock::*slot)());
    void makeLayout();
    void makeActions();
    void connectAll();
    void retranslate();
    void startRun();
    void followClock();
    void takeSnapshot();
    void lookForWanted(const FlowSnapshot& snapshot);
    void ask();
    void refreshActions();
    void refreshNotes();
    QString emptiness(const FlowSnapshot& snapshot) const;
    /// The filter of all selected flows; "" when none is.
    QString selectedFilter() const;
    /// What people call a rule for them.
    QString selectedNote() const;
    void filterBySelected();
    void dropSelected();
    void acceptSelected();
    void goToFirst();
    void copySelected();
    void showMenu(const QPoint& global);
    void fillMoreMenu(QMenu& menu);

    SessionBridge* bridge_;
    FlowListModel* model_;
    FlowListView* view_;
    QLineEdit* search_;
    QComboBox* kind_;
    QLabel* note_;
    PanelHeader* header_ = nullptr;
    QAction *filter_, *drop_, *accept_, *first_, *copy_, *more_, *of_packet_;
    std::unique_ptr<FlowRun> run_;
    FlowQuery query_;
    std::optional<Wanted> wanted_;
    std::uint32_t most_;
};

}  // namespace sallyport
