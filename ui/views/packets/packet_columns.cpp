// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/packets/packet_columns.h"
#include "ui/models/verdict_label.h"
#include "ui/widgets/menu_letters.h"
#include <QAction>
#include <QMenu>
#include <algorithm>

namespace sallyport {

static constexpr std::size_t most_at_once = 1 << 16;  // records that are looked at in a frame

PacketColumns::PacketColumns(SessionBridge* bridge, PacketTable* table, QAction* fit)
    : QObject(table), bridge_(bridge), table_(table), fit_(fit) {
    connect(table_, &PacketTable::headerMenuRequested, this, &PacketColumns::showMenu);
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        looked_at_ = 0;
        have_ours_ = false;
        showVerdicts();
    });
    connect(bridge_, &SessionBridge::frame, this, &PacketColumns::lookForOurs);
    connect(bridge_, &SessionBridge::statisticsChanged, this, &PacketColumns::showVerdicts);
}

void PacketColumns::set(const QVector<PacketColumn>& columns, const QByteArray& state) {
    table_->setColumns(columns, state);
    showVerdicts();
}

void PacketColumns::addField(const QString& field) {
    auto columns = table_->packets()->packetColumns();
    const PacketColumn added{PacketColumn::Kind::field, field};
    if (columns.contains(added)) return;
    const int info = table_->packets()->columnOf(PacketColumn::Kind::info);
    columns.insert(info < 0 ? columns.size() : info, added);
    set(columns);
}

void PacketColumns::showMenu(const QPoint& global, int column) {
    QMenu menu(table_);
    auto columns = table_->packets()->packetColumns();
    menu.addAction(fit_);
    auto* remove = menu.addAction(tr("&Remove Column"));
    remove->setEnabled(column >= 0 && columns.size() > 1);
    connect(remove, &QAction::triggered, this, [this, columns, column]() mutable {
        columns.removeAt(column);
        set(columns);
    });
    menu.addSeparator();
    for (auto& standard : standard_columns()) {
        auto* action = menu.addAction(standard.title());
        action->setCheckable(true);
        action->setChecked(columns.contains(standard));
        connect(action, &QAction::triggered, this, [this, columns, standard](bool on) mutable {
            on ? columns.append(standard) : void(columns.removeAll(standard));
            if (!columns.isEmpty()) set(columns);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Standard &Columns")), &QAction::triggered, this, [this] { set(standard_columns()); });
    letter_entries(menu);
    menu.exec(global);
}

bool PacketColumns::haveVerdicts() const {
    if (bridge_->session().verdicts_act() || std::holds_alternative<ReplaySource>(bridge_->session().source())) return true;
    if (bridge_->state() == SessionState::idle) return true;
    if (bridge_->statistics().accepted + bridge_->statistics().dropped > 0) return true;  // a file tells some
    PacketRecord first;
    const auto store = bridge_->store();
    return store->record(store->first(), first) && first.reason != VerdictReason::none;
}

void PacketColumns::lookForOurs() {
    if (have_ours_) return;
    const auto store = bridge_->store();
    const std::size_t from = std::max(looked_at_, store->first()), end = std::min(store->count(), from + most_at_once);
    PacketRecord record;
    for (looked_at_ = from; looked_at_ < end && !have_ours_; looked_at_++)
        have_ours_ = store->record(looked_at_, record) && is_ours(record);
    if (have_ours_) showVerdicts();
}

/// The table knows hidden columns by their place only: another one may stand there since.
void PacketColumns::showVerdicts() {
    const bool show = haveVerdicts();
    const auto columns = table_->packets()->packetColumns();
    for (int column = 0; column < columns.size(); column++) {
        const auto kind = columns[column].kind;
        const bool hide = !show && ((kind == PacketColumn::Kind::verdict && !have_ours_) || kind == PacketColumn::Kind::rule);
        if (table_->isColumnHidden(column) != hide) table_->setColumnHidden(column, hide);
    }
}

}  // namespace sallyport
