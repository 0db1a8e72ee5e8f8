// SPDX-License-Identifier: GPL-3.0-or-later
// The window under load: a firewall on one queue, every packet shown, for so many seconds after the first. How long each frame takes
// the window's thread, by the wall, from waking to waiting again; what the process holds in memory on the way; what was lost.
// Prints one JSON object. Who sends the packets is another's business (firewall.py).
//
// Usage: window_load SECONDS BUDGET-MEGABYTES RULES-FILE
#include "ui/bridge/session_bridge.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/view_docks.h"
#include "ui/window/workspace.h"
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace sallyport;

namespace {

/// Milliseconds that the event loop is at work, of those turns that bring new rows: the others have next to nothing to do.
class FrameClock {
public:
    explicit FrameClock(const PacketListModel& list) {
        auto* loop = QAbstractEventDispatcher::instance();
        QObject::connect(loop, &QAbstractEventDispatcher::awake, loop, [this] {
            if (!at_work_.isValid()) at_work_.start();
        });
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, loop, [this] { end(); });
        QObject::connect(&list, &QAbstractItemModel::rowsInserted, loop, [this] { new_rows_ = true; });
    }
    std::vector<double> take() { return std::exchange(frames_, {}); }

private:
    void end() {
        if (new_rows_ && at_work_.isValid()) frames_.push_back(double(at_work_.nsecsElapsed()) / 1e6);
        new_rows_ = false;
        at_work_.invalidate();
    }
    QElapsedTimer at_work_;
    bool new_rows_ = false;
    std::vector<double> frames_;
};

/// Resident memory, in megabytes: all of it, mapped packets too.
double resident_megabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (auto& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void print(std::vector<double> frames, const std::vector<double>& memory, const SessionStatistics& statistics) {
    std::sort(frames.begin(), frames.end());
    const auto part = [&](double p) {
        return frames.empty() ? 0.0 : frames[std::min(frames.size() - 1, std::size_t(double(frames.size()) * p))];
    };
    std::printf(
        "{\"frames\": %zu, \"median_ms\": %.2f, \"p99_ms\": %.2f, \"worst_ms\": %.2f, \"seen\": %llu, \"lost\": %llu, "
        "\"not_stored\": %llu, \"failed\": %llu, \"megabytes\": [",
        frames.size(), part(0.5), part(0.99), part(1), static_cast<unsigned long long>(statistics.seen),
        static_cast<unsigned long long>(statistics.lost), static_cast<unsigned long long>(statistics.not_stored),
        static_cast<unsigned long long>(statistics.failed));
    for (std::size_t i = 0; i < memory.size(); i++) std::printf("%s%.0f", i ? ", " : "", memory[i]);
    std::printf("]}\n");
}

bool load_rules(SessionBridge& bridge, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    auto list = RuleList::parse(file.readAll().toStdString());
    if (!list) return false;
    for (Rule& rule : list->rules) rule.id = bridge.newRuleId();
    return !bridge.changeRules(std::move(*list), "load");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fprintf(stderr, "usage: window_load SECONDS BUDGET-MEGABYTES RULES-FILE\n"), 2;
    qputenv("QT_NO_GLIB", "1");  // Qt's own event loop tells when it begins and ends to wait
    QApplication application(argc, argv);
    Theme theme(application);
    theme.apply(ThemeChoice::light);
    SessionBridge bridge;
    if (!load_rules(bridge, QString::fromLocal8Bit(argv[3]))) return std::fprintf(stderr, "window_load: no rules in %s\n", argv[3]), 2;
    MainWindow window(&bridge, &theme);
    window.setUnattended();
    window.resize(1440, 900);
    window.show();
    for (auto& view : window.views()->views()) view.dock->show();  // all that may cost something
    QObject::connect(&bridge, &SessionBridge::failed, [](const Message&, const Error& error) {
        std::fprintf(stderr, "window_load: %s\n", error.text().c_str());
        QApplication::exit(1);
    });
    FrameClock frames(*window.workspace()->table()->packets());
    std::vector<double> memory;
    const double seconds = std::atof(argv[1]);
    QTimer sample;
    QElapsedTimer since_first;
    QObject::connect(&sample, &QTimer::timeout, [&] {
        if (!bridge.statistics().seen) return;
        if (!since_first.isValid()) {  // what came before: building the window
            since_first.start();
            frames.take();
        }
        memory.push_back(resident_megabytes());
        if (since_first.elapsed() < qint64(seconds * 1000)) return;
        print(frames.take(), memory, bridge.session().statistics());
        QApplication::exit(0);
    });
    sample.start(1000);
    QTimer::singleShot(0, [&] {
        FirewallSource source{.output = false, .queues = 1};
        source.budget.bytes = std::strtoull(argv[2], nullptr, 10) << 20;
        bridge.start(source);
    });
    return QApplication::exec();
}
