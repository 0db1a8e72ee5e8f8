// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/send_bar.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/widgets/icons.h"
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace sallyport {

SendBar::SendBar(SessionBridge* bridge, PacketSending* sending, QWidget* parent)
    : QWidget(parent), bridge_(bridge), sending_(sending), target_(new QComboBox(this)), send_(new QPushButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(7);
    label_ = new QLabel(tr("Send &through"), this);
    label_->setProperty("role", "muted");
    label_->setBuddy(target_);
    target_->setAccessibleName(tr("Send through"));
    target_->setMinimumContentsLength(14);
    target_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    target_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    target_->setMinimumWidth(90);
    target_->installEventFilter(this);
    layout->addWidget(label_);
    layout->addWidget(target_, 1);
    layout->addWidget(send_);
    connect(target_, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0) sending_->setInterface(target_->itemData(index).toString());
    });
    connect(send_, &QPushButton::clicked, this, [this] { sending_->isSending() ? emit stopRequested() : emit sendRequested(); });
    connect(sending_, &PacketSending::progressChanged, this, &SendBar::refresh);
    connect(sending_, &PacketSending::obstacleChanged, this, &SendBar::refresh);
    connect(sending_, &PacketSending::targetChanged, this, &SendBar::fillTargets);
    connect(bridge_, &SessionBridge::stateChanged, this, &SendBar::fillTargets);
    connect(bridge_, &SessionBridge::sourceStarted, this, &SendBar::fillTargets);
    fitWords();
    setMinimumWidth(1);  // who places it knows usualWidth(); the dock must stay free to become narrow
    fillTargets();
}

/// As wide as its longest usual words: nothing moves under the mouse when it says another.
void SendBar::fitWords() { send_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Send %1 packets").arg(grouped(8888))) + 44); }

void SendBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitWords();
}

int SendBar::usualWidth(bool labelled) const {
    constexpr int target = 200;  // pixels: "near, directly (10.99.0.1)"
    return (labelled ? label_->sizeHint().width() + layout()->spacing() : 0) + target + layout()->spacing() + send_->minimumWidth();
}

void SendBar::setLabelled(bool labelled) { label_->setVisible(labelled); }

QString SendBar::sessionWords() const {
    const auto& source = bridge_->session().source();
    return sessionWords(bridge_->isRunning(), source, message_text(bridge_->session().source_title()));
}

QString SendBar::sessionWords(bool runs, const Source& source, const QString& title) {
    if (!runs || std::holds_alternative<FileSource>(source)) return tr("what runs (nothing now)");  // a file that is read takes none
    if (std::holds_alternative<FirewallSource>(source)) return tr("the firewall (judged)");
    if (std::holds_alternative<ReplaySource>(source)) return tr("the replay (judged)");
    return tr("the capture on %1").arg(title);
}

void SendBar::fillTargets() {
    const QSignalBlocker quiet(target_);
    target_->clear();
    target_->addItem(icon(QStringLiteral("shield")), sessionWords(), QString());
    addInterfaces();
    const int now = target_->findData(sending_->interface());
    if (now < 0) target_->addItem(icon(QStringLiteral("interface")), tr("%1 (gone)").arg(sending_->interface()), sending_->interface());
    target_->setCurrentIndex(target_->findData(sending_->interface()));
    refresh();
}

void SendBar::addInterfaces() {
    for (auto& interface : watchable_interfaces()) {
        if (interface.name == "any") continue;
        const QString name = QString::fromStdString(interface.name);
        const QString address = interface.addresses.empty() ? QString() : QString::fromStdString(interface.addresses.front());
        QString words = address.isEmpty() ? tr("%1, directly").arg(name) : tr("%1, directly (%2)").arg(name, address);
        if (!interface.up) words = tr("%1, directly (down)").arg(name);
        target_->addItem(icon(interface.loopback ? QStringLiteral("loopback") : QStringLiteral("interface")), words, name);
        target_->setItemData(target_->count() - 1, tr("Straight onto the interface: no rule judges what is sent"), Qt::ToolTipRole);
    }
}

void SendBar::setTotal(std::uint64_t total) {
    total_ = total;
    refresh();
}

void SendBar::setReady(bool ready) {
    ready_ = ready;
    refresh();
}

void SendBar::refresh() {
    const bool sending = sending_->isSending();
    const char* role = sending ? "danger" : "primary";
    if (send_->property("role").toString() != QLatin1String(role)) {
        send_->setProperty("role", role);
        send_->style()->unpolish(send_);
        send_->style()->polish(send_);
    }
    send_->setIcon(sending ? icon(QStringLiteral("stop"), IconTint::drop) : icon(QStringLiteral("sent"), IconTint::on_accent));
    send_->setText(sending       ? tr("Stop")
                   : total_ == 1 ? tr("Send")
                   : total_      ? tr("Send %1 packets").arg(grouped(total_))
                                 : tr("Send until stopped"));
    const bool can = sending || (ready_ && !sending_->obstacle());
    send_->setEnabled(can);
    send_->setToolTip(!sending && sending_->obstacle() ? message_text(*sending_->obstacle()) : tr("Ctrl+Return"));
    target_->setEnabled(!sending);
    target_->setToolTip(target_->currentData(Qt::ToolTipRole).toString());
}

/// Interfaces come and go: the list is made when somebody opens it.
bool SendBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == target_ && event->type() == QEvent::MouseButtonPress) {
        fillTargets();
        sending_->refreshObstacle();
    }
    if (watched == target_ && event->type() == QEvent::Wheel) {
        event->ignore();  // scrolls what it stands in
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sallyport
