// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/compose_session.h"
#include <QFrame>

class QLabel;

namespace sallyport {

/// Tells of checksums that are wrong as they were captured (hardware completes them later), and makes them right in one step. Hidden while
/// there are none.
class CapturedStrip : public QFrame {
    Q_OBJECT
public:
    /// The session must outlive it.
    explicit CapturedStrip(ComposeSession* session, QWidget* parent = nullptr);

private:
    void refresh();
    ComposeSession* session_;
    QLabel* words_;
};

}  // namespace sallyport
