// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bytes/bytes_view.h"
#include "ui/models/field_pick.h"
#include "ui/widgets/translated.h"
#include <QContextMenuEvent>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

namespace sallyport {

BytesView::BytesView(PacketFocus* focus, QWidget* parent)
    : QWidget(parent), focus_(focus), tabs_(new QTabBar(this)), grid_(new ByteGrid(this)) {
    setObjectName(QStringLiteral("bytes_view"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(grid_);
    setFocusProxy(grid_);
    tabs_->hide();
    translated(this, [this] {
        tabs_->setAccessibleName(tr("Which bytes: the packet's, or put together from several"));
        nameTabs();
        emit noteChanged(note());
    });
    grid_->viewport()->installEventFilter(this);
    grid_->installEventFilter(this);  // the menu key comes here
    connect(tabs_, &QTabBar::currentChanged, this, &BytesView::showSource);
    connect(focus_, &PacketFocus::packetChanged, this, &BytesView::showPacket);
    connect(focus_, &PacketFocus::nodeChanged, this, &BytesView::showNode);
    connect(focus_, &PacketFocus::hoverChanged, this, &BytesView::showHover);
    connect(grid_, &ByteGrid::caretMoved, this, [this](qint64 at) { focus_->setNode(nodeUnder(at)); });
    connect(grid_, &ByteGrid::hoverMoved, this, [this](qint64 at) { focus_->setHovered(nodeUnder(at)); });
}

int BytesView::nodeUnder(qint64 at) const {
    return detail_ && at >= 0 ? node_at(detail_->dissection, SourceId(std::max(0, tabs_->currentIndex())), std::uint32_t(at)) : -1;
}

void BytesView::showPacket() {
    grid_->setBytes({});
    detail_ = focus_->detail();
    const QSignalBlocker quiet(tabs_);
    while (tabs_->count()) tabs_->removeTab(0);
    if (detail_) {
        for (std::size_t i = 0; i <= detail_->dissection.buffers.size(); i++) tabs_->addTab(QString());
        nameTabs();
    }
    tabs_->setVisible(tabs_->count() > 1);
    showSource(0);
}

void BytesView::nameTabs() {
    for (int i = 0; i < tabs_->count(); i++)
        tabs_->setTabText(i, i == 0 ? tr("Packet (%1 bytes)").arg(detail_->packet.bytes.size())
                                    : tr("Put together (%1 bytes)").arg(detail_->dissection.buffers[std::size_t(i) - 1].size()));
}

void BytesView::showSource(int source) {
    if (source < 0) return;
    grid_->setBytes(detail_ ? detail_->dissection.bytes_of(SourceId(source)) : Bytes());
    grid_->setMarked(rangeOf(focus_->node()));
    emit noteChanged(note());
}

ByteRange BytesView::rangeOf(int node) const {
    if (!detail_ || node < 0 || std::size_t(node) >= detail_->dissection.nodes.size()) return {};
    auto& shown = detail_->dissection.nodes[std::size_t(node)];
    if (int(shown.source) != tabs_->currentIndex()) return {};
    return {shown.at, std::int64_t(shown.at) + shown.length};
}

void BytesView::showNode(int node) {
    if (detail_ && node >= 0 && std::size_t(node) < detail_->dissection.nodes.size())
        tabs_->setCurrentIndex(detail_->dissection.nodes[std::size_t(node)].source);
    grid_->setMarked(rangeOf(node));
    emit noteChanged(note());
}

void BytesView::showHover(int node) { grid_->setHovered(rangeOf(node)); }

QString BytesView::note() const {
    const int node = focus_->node();
    if (!detail_ || node < 0 || std::size_t(node) >= detail_->dissection.nodes.size()) return {};
    auto& shown = detail_->dissection.nodes[std::size_t(node)];
    const FieldPick pick = pick_node(detail_->dissection, node);
    const QString name = pick.name.isEmpty() ? pick.label : pick.name;
    if (!shown.length) return tr("%1 · computed, no bytes of its own").arg(name);
    if (shown.length == 1) return tr("%1 · byte %2").arg(name).arg(shown.at);
    return tr("%1 · bytes %2–%3").arg(name).arg(shown.at).arg(shown.at + shown.length - 1);
}

bool BytesView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) return QWidget::eventFilter(watched, event);
    auto* menu = static_cast<QContextMenuEvent*>(event);
    emit menuRequested(menu->globalPos(), focus_->node());
    return true;
}

}  // namespace sallyport
