// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/packet_sending.h"
#include "ui/models/reply_list_model.h"
#include <QWidget>

class QTableView;

namespace sallyport {

class PanelHeader;

/// The table of what was sent and what came back.
class RepliesPanel : public QWidget {
    Q_OBJECT
public:
    static constexpr int least_rows = 1;  // below the headings
    /// Bridge and watch must outlive it.
    RepliesPanel(SessionBridge* bridge, ReplyWatch* watch, QWidget* parent = nullptr);
    QTableView* table() const { return table_; }
    ReplyListModel* model() { return &model_; }

signals:
    /// Show this packet (0-based index in the store).
    void packetRequested(qulonglong packet);

private:
    void refresh();
    void fitColumns();
    void fitWords();
    void fitNumbers();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

    SessionBridge* bridge_;
    ReplyWatch* watch_;
    ReplyListModel model_;
    PanelHeader* header_;
    QTableView* table_;
    int number_digits_ = 3;  // of the largest number that was shown
};

}  // namespace sallyport
