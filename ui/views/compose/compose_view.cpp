// SPDX-License-Identifier: GPL-3.0-or-later
// The composer as a view of the window, and "Edit and Resend" on every packet.
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/compose_dock.h"
#include "ui/views/view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QCoreApplication>

namespace sallyport {

namespace {

QString spoken(const char* text) { return QCoreApplication::translate("ComposeView", text); }

void edit_and_resend(ViewHost& host, ComposeDock* compose) {
    const auto detail = host.focus()->detail();
    if (!detail) return;
    const auto& record = detail->packet.record;
    const qulonglong number = detail->packet.index + 1;
    compose->session()->startFrom(detail->packet.bytes, record.link_type,
                                  spoken(QT_TRANSLATE_NOOP("ComposeView", "packet %1")).arg(number));
    if (record.flags & PacketFlag::checksum_not_ready && !compose->session()->packet().wrong_fields().empty() &&
        compose->session()->repair())  // one step of undo: that sum never was on a wire
        emit host.done(words("The checksum that hardware would have completed was made right"));
    emit host.viewRequested(QStringLiteral("compose"));
    if (record.captured < record.original)
        emit host.done(message("Only %1 of the %2 bytes of packet %3 were captured: the rest is missing here too", record.captured,
                               record.original, number));
}

QAction* packet_action(ViewHost& host, ComposeDock* compose) {
    auto* action = new QAction(icon(QStringLiteral("edit")), QString(), compose);
    action->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_E);
    QObject::connect(action, &QAction::triggered, compose, [&host, compose] { edit_and_resend(host, compose); });
    const auto name = [&host, action] {
        const auto& detail = host.focus()->detail();
        action->setIconText(detail ? spoken(QT_TRANSLATE_NOOP("ComposeView", "From packet %1")).arg(detail->packet.index + 1)
                                   : spoken(QT_TRANSLATE_NOOP("ComposeView", "From a packet")));
    };
    QObject::connect(host.focus(), &PacketFocus::packetChanged, action, name);
    translated(compose, [action, name] {
        action->setText(spoken(QT_TRANSLATE_NOOP("ComposeView", "&Edit and Resend")));
        action->setToolTip(spoken(QT_TRANSLATE_NOOP("ComposeView", "Compose a packet that begins as this one (Ctrl+Alt+E)")));
        name();
    });
    return action;
}

QWidget* make(ViewHost& host, PanelHeader& header, QWidget* parent) {
    auto* compose = new ComposeDock(host.bridge(), parent);
    compose->fillHeader(&header);
    auto* edit = packet_action(host, compose);
    host.addPacketAction(edit, true);
    compose->setFromPacket(edit);
    compose->addAction(edit);
    QObject::connect(compose->session(), &ComposeSession::replaced, &host, [&host, compose] {
        if (!compose->isVisible()) emit host.viewRequested(QStringLiteral("compose"));  // begun from the menu
    });
    compose->addActions(compose->composeActions()->menu());
    QObject::connect(compose->composeActions()->send(), &QAction::triggered, &host, [&host, compose] {
        if (compose->visibleRegion().isEmpty()) emit host.viewRequested(QStringLiteral("compose"));  // what comes of it shows there
    });
    QObject::connect(compose, &ComposeDock::failed, &host, &ViewHost::failed);
    QObject::connect(compose, &ComposeDock::packetRequested, &host, &ViewHost::packetRequested);
    return compose;
}

}  // namespace

extern const ViewKind compose_view;
constexpr ViewKind compose_view{.name = "compose",
                                .title = QT_TRANSLATE_NOOP("Views", "Compose"),
                                .words = QT_TRANSLATE_NOOP("Views", "Co&mpose"),
                                .tip = QT_TRANSLATE_NOOP("Views", "Make a packet, send it, and see what comes back"),
                                .icon = "sent",
                                .keys = "Ctrl+Alt+N",
                                .place = ViewPlace::wide,
                                .menu = ViewMenu::compose,
                                .in_toolbar = true,
                                .make = make};

}  // namespace sallyport
