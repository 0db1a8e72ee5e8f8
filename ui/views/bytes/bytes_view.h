// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of the packet in focus; a tab for each further buffer (reassembled, decrypted).
#pragma once
#include "ui/bridge/packet_focus.h"
#include "ui/widgets/byte_grid.h"
#include <QWidget>

class QTabBar;

namespace sallyport {

class BytesView : public QWidget {
    Q_OBJECT
public:
    /// The focus must outlive it.
    explicit BytesView(PacketFocus* focus, QWidget* parent = nullptr);
    ByteGrid* grid() const { return grid_; }
    /// "tcp.dstport · bytes 22–23", for the header strip.
    QString note() const;

signals:
    void noteChanged(const QString& note);
    void menuRequested(const QPoint& global, int node);

private:
    void showPacket();
    void nameTabs();
    void showSource(int source);
    void showNode(int node);
    void showHover(int node);
    ByteRange rangeOf(int node) const;
    int nodeUnder(qint64 at) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    PacketFocus* focus_;
    PacketDetailPtr detail_;  // keeps the shown bytes
    QTabBar* tabs_;
    ByteGrid* grid_;
};

}  // namespace sallyport
