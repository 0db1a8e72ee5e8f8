// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"
#include "ui/bridge/session_bridge.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QFileInfo>
#include <QDir>
#include <QPixmap>
#include <QTimer>
#include <cstdio>

namespace sallyport {

Demo::Demo(const DesktopOptions& options, SessionBridge* bridge, MainWindow* window)
    : QObject(window), options_(options), bridge_(bridge), window_(window) {
    connect(window_, &MainWindow::troubleTold, this, &Demo::complain);
    const int ms = int(options_.demo_seconds * 1000);
    if (options_.then_rule.empty() ? options_.practice : true) QTimer::singleShot(ms / 2, this, &Demo::addRule);
    QTimer::singleShot(ms - std::min(500, ms / 8), this, &Demo::choosePacket);
    QTimer::singleShot(ms, this, &Demo::finish);
}

void Demo::complain(const QString& trouble) {
    trouble_ = true;
    std::fprintf(stderr, "sallyport: %s\n", qPrintable(trouble));
}

void Demo::addRule() {
    const std::string line = options_.then_rule.empty() ? "drop when icmp || icmpv6   # no pings" : options_.then_rule;
    auto rule = parse_rule_line(line);
    if (!rule) {
        complain(QStringLiteral("--then-rule: %1").arg(QString::fromStdString(rule.error().text())));
        return finish();
    }
    RuleList list = bridge_->rules();
    rule->id = bridge_->newRuleId();
    list.rules.insert(list.rules.begin(), *rule);
    if (options_.practice && options_.display_filter.empty()) window_->filterBar()->apply(QStringLiteral("ip && (icmp || dns)"));
    if (auto fault = bridge_->changeRules(list, QT_TRANSLATE_NOOP("RuleSteps", "add rule")))
        complain(QStringLiteral("--then-rule: %1").arg(QString::fromStdString(fault->text())));
}

/// One that a rule dropped, lately, so that the picture shows what the program is for; else the newest one.
void Demo::choosePacket() {
    auto* table = window_->workspace()->table();
    const int last = table->packets()->rowCount() - 1;
    int chosen = last;
    for (int row = last; row >= 0 && last - row < 2000; row--) {
        if (!table->packets()->index(row, 0).data(PacketListModel::DroppedRole).toBool()) continue;
        chosen = row;
        break;
    }
    table->setFollows(false);
    table->goToRow(chosen);
    table->scrollTo(table->currentIndex(), QAbstractItemView::PositionAtCenter);
    auto* focus = window_->workspace()->focus();
    if (!focus->detail()) return;
    auto& nodes = focus->detail()->dissection.nodes;
    for (std::size_t i = nodes.size(); i--;)
        if (nodes[i].field && nodes[i].length && !nodes[i].hidden && nodes[i].field->name &&
            std::string_view(nodes[i].field->name) == "icmp.type")
            focus->setNode(int(i));
}

void Demo::printSummary() const {
    const SessionStatistics statistics = bridge_->session().statistics();
    std::printf("seen      %llu packets, %llu bytes\naccepted  %llu\ndropped   %llu\nlost      %llu\n", (unsigned long long)statistics.seen,
                (unsigned long long)statistics.bytes, (unsigned long long)statistics.accepted, (unsigned long long)statistics.dropped,
                (unsigned long long)statistics.lost);
    for (auto& count : bridge_->session().rule_counts()) {
        std::string line = bridge_->rules().default_verdict == Verdict::accept ? "default accept" : "default drop";
        for (auto& rule : bridge_->rules().rules)
            if (rule.id == count.rule) line = rule_line(rule);
        std::printf("%9llu  by  %s\n", (unsigned long long)count.packets, line.c_str());
    }
    for (auto& error : bridge_->session().troubles()) std::printf("trouble   %s\n", error.text().c_str());
    std::fflush(stdout);
}

void Demo::finish() {
    if (!options_.screenshot.empty()) {
        const QString path = QString::fromStdString(options_.screenshot);
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (!window_->grab().save(path, "PNG")) complain(QStringLiteral("cannot write the picture %1").arg(path));
    }
    printSummary();
    bridge_->stop();
    QApplication::exit(trouble_ ? 1 : 0);
}

}  // namespace sallyport
