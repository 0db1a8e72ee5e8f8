// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/widgets/byte_edit.h"
#include <QWidget>

namespace sallyport {

class PanelHeader;

/// The bytes of the packet in the making: the field in focus is marked, a click on a byte puts its field into focus, typing writes over.
class ComposeBytes : public QWidget {
    Q_OBJECT
public:
    static constexpr int least_lines = 3;
    /// The session must outlive it.
    explicit ComposeBytes(ComposeSession* session, QWidget* parent = nullptr);
    ByteEdit* grid() const { return grid_; }

signals:
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

private:
    void changeEvent(QEvent* event) override;
    void fitLines();
    void refresh();
    void showFocus();
    void hover(qint64 at);

    ComposeSession* session_;
    PanelHeader* header_;
    ByteEdit* grid_;
    ByteBuffer shown_;  // the grid's: the session's are gone after the next edit
    bool another_ = true;
};

}  // namespace sallyport
