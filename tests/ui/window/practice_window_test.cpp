// SPDX-License-Identifier: GPL-3.0-or-later
// The window in the practice network: real traffic, a real queue, and a rule made with one action that stops just that traffic.
#include "ui/practice_main.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {
QString no_network;  // why the tests cannot run here; set before any test runs

struct Seen {
    int accepted = 0, dropped = 0;
};
}  // namespace

class PracticeWindowTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<MainWindow> window_;

    /// Packets of `filter` after `since`: how many were accepted, how many dropped.
    Seen count(const char* filter, Timestamp since) {
        auto compiled = Filter::compile(filter);
        FilterRunner runner(*compiled);
        Seen seen;
        const auto store = bridge_->store();
        store->visit(store->first(), store->count(), [&](std::size_t, const PacketRecord& record, Bytes bytes) {
            const PacketContext context{.bytes = bytes, .link_type = record.link_type, .record = &record};
            if (record.time > since && runner.matches(context)) (record.verdict == Verdict::accept ? seen.accepted : seen.dropped)++;
            return true;
        });
        return seen;
    }
    /// The first packet of `filter`; SIZE_MAX when there is none yet.
    std::size_t firstOf(const char* filter) {
        auto compiled = Filter::compile(filter);
        FilterRunner runner(*compiled);
        std::size_t found = SIZE_MAX;
        const auto store = bridge_->store();
        store->visit(store->first(), store->count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            const PacketContext context{.bytes = bytes, .link_type = record.link_type, .record = &record};
            if (runner.matches(context)) found = index;
            return found == SIZE_MAX;
        });
        return found;
    }

private slots:
    void initTestCase() {
        if (!no_network.isEmpty()) QSKIP(qPrintable(no_network));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        theme_ = std::make_unique<Theme>(*qApp);
        bridge_ = std::make_unique<SessionBridge>();
        window_ = std::make_unique<MainWindow>(bridge_.get(), theme_.get());
        window_->setInPractice();
        window_->setUnattended();
        window_->show();
        QVERIFY2(window_->capture()->startFirewall(), qPrintable(window_->messages()->text()));
        QVERIFY(bridge_->session().verdicts_act());
    }

    void stopsJustThatTraffic_data() {
        QTest::addColumn<QByteArray>("like");  // the packet that is pointed at
        QTest::addColumn<QByteArray>("stopped");
        QTest::addColumn<QByteArray>("spared");
        QTest::newRow("IPv4") << QByteArray("icmp.type == 8") << QByteArray("icmp.type == 8") << QByteArray("dns || icmpv6");
        QTest::newRow("IPv6") << QByteArray("icmpv6.type == 128") << QByteArray("icmpv6.type == 128") << QByteArray("dns || icmp");
    }
    void stopsJustThatTraffic() {
        QFETCH(QByteArray, like);
        QFETCH(QByteArray, stopped);
        QFETCH(QByteArray, spared);
        auto* table = window_->workspace()->table();
        QTRY_VERIFY_WITH_TIMEOUT(firstOf(like.constData()) != SIZE_MAX, 20000);
        const std::size_t packet = firstOf(like.constData());
        QTRY_VERIFY(table->packets()->rowOf(packet).has_value());
        table->goTo(packet);
        window_->actions()[Act::drop_like]->trigger();
        QCOMPARE(bridge_->rules().rules.size(), std::size_t(1));
        const std::string filter = bridge_->rules().rules[0].filter;
        const Timestamp dropped_from{Timestamp::now().ns + 100'000'000};

        QTRY_VERIFY_WITH_TIMEOUT(count(filter.c_str(), dropped_from).dropped >= 3, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(count(spared.constData(), dropped_from).accepted >= 3, 20000);
        QCOMPARE(count(filter.c_str(), dropped_from).accepted, 0);
        QCOMPARE(count(spared.constData(), dropped_from).dropped, 0);
        QTRY_VERIFY(bridge_->statistics().dropped >= 3);

        auto* list = table->packets();
        int shown = -1;
        for (int row = list->rowCount() - 1; row >= 0 && shown < 0; row--)
            if (list->index(row, 0).data(PacketListModel::DroppedRole).toBool()) shown = row;
        QVERIFY(shown >= 0);
        QCOMPARE(list->index(shown, list->columnOf(PacketColumn::Kind::verdict)).data().toString(), QStringLiteral("drop"));
        QCOMPARE(list->index(shown, list->columnOf(PacketColumn::Kind::rule)).data().toString(), QString::fromStdString(filter));

        window_->actions()[Act::undo]->trigger();
        const Timestamp accepted_from{Timestamp::now().ns + 100'000'000};
        QVERIFY(bridge_->rules().rules.empty());
        QTRY_VERIFY_WITH_TIMEOUT(count(stopped.constData(), accepted_from).accepted >= 3, 20000);
        QCOMPARE(count(stopped.constData(), accepted_from).dropped, 0);
    }

    void theWayBackToTheLiveEndHidesNoRow() {
        auto* table = window_->workspace()->table();
        QTRY_VERIFY_WITH_TIMEOUT(table->verticalScrollBar()->maximum() > 3, 20000);
        QPushButton* offer = nullptr;
        for (auto* button : window_->workspace()->findChildren<QPushButton*>())
            if (button->property("reachedBy").toString() == QLatin1String("the Go menu")) offer = button;
        QVERIFY(offer);
        table->setFollows(true);
        QTRY_VERIFY(!offer->isVisible());
        table->verticalScrollBar()->setValue(1);
        QVERIFY(!table->follows());
        QTRY_VERIFY(offer->isVisible());
        const auto place = [](const QWidget* widget) { return QRect(widget->mapToGlobal(QPoint()), widget->size()); };
        QTRY_VERIFY(!place(offer).intersects(place(table->viewport())) && offer->height() >= offer->sizeHint().height());
        QVERIFY(!table->follows());  // the room that it takes is no scrolling
        offer->click();
        QVERIFY(table->follows());
        QTRY_VERIFY(!offer->isVisible());
        QTRY_COMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
        QVERIFY(table->follows());
    }

    void panicTakesOurTableAway() {
        QVERIFY(!bridge_->session().kernel_table().empty());
        window_->actions()[Act::panic]->trigger();
        QVERIFY(bridge_->session().kernel_table().empty());
        QCOMPARE(bridge_->state(), SessionState::stopped);
        QVERIFY(!window_->capture()->firewallOn());
    }

    void cleanupTestCase() {
        window_.reset();
        bridge_.reset();
    }
};

int main(int argc, char** argv) { return run_in_practice_network<PracticeWindowTest>(argc, argv, no_network); }

#include "practice_window_test.moc"
