// SPDX-License-Identifier: GPL-3.0-or-later
// The composer in the practice network: what is sent is judged like any packet, arrives once, and is answered by real hosts.
#include "ui/practice_main.h"
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/compose_bytes.h"
#include "ui/views/compose/compose_dock.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/views/compose/outside_strip.h"
#include "ui/views/compose/replies_panel.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/view_docks.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {
QString no_network;              // why the tests cannot run here; set before any test runs
constexpr int patience = 20000;  // ms
}  // namespace

class ComposeWindowTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<MainWindow> window_;
    ComposeDock* dock_ = nullptr;

    ComposeSession& session() { return *dock_->session(); }
    ReplyListModel* replies() { return dock_->replies()->model(); }
    QString reply(int column) { return replies()->index(0, column).data().toString(); }
    void begin(const char* name) {
        for (auto* action : dock_->composeActions()->templates()->actions())
            if (action->objectName() == QString("template-%1").arg(name)) action->trigger();
        QVERIFY(!session().isEmpty());
    }
    void set(const char* name, const QString& value) {
        const auto key = session().packet().find(name);
        QVERIFY2(key, name);
        QVERIFY2(session().set(*key, value), qPrintable(session().faultOf(*key)));
    }
    /// Once what was sent before is done: until then the button stops that.
    void send() {
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
        dock_->send();
    }
    /// Packets of a filter from `from` on in the store.
    std::vector<std::size_t> packets(const char* filter, std::size_t from = 0) {
        auto compiled = Filter::compile(filter);
        if (!compiled) qFatal("%s", filter);
        FilterRunner runner(*compiled);
        std::vector<std::size_t> found;
        const auto store = bridge_->store();
        store->visit(std::max(from, store->first()), store->count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            const PacketContext context{.bytes = bytes, .link_type = record.link_type, .record = &record};
            if (runner.matches(context)) found.push_back(index);
            return true;
        });
        return found;
    }
    /// Each host has a link of its own: its interface here, and the host's hardware address.
    static std::pair<QString, QString> linkTo(const char* host) {
        for (auto& one : watchable_interfaces()) {
            if (surroundings_of(one.name).source_ipv4 != "10.77.0.1") continue;
            const auto found = hardware_address(one.name, host, 300);
            if (found) return {QString::fromStdString(one.name), QString::fromStdString(*found)};
        }
        return {};
    }
    QString value(const char* name) {
        const auto field = session().packet().field(session().packet().find(name).value_or(FieldKey{}));
        return field ? QString::fromStdString(field->value) : QString();
    }
    PacketRecord record(std::size_t index) {
        PacketRecord found;
        const auto store = bridge_->store();
        store->visit(index, index + 1, [&](std::size_t, const PacketRecord& record, Bytes) {
            found = record;
            return true;
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
        dock_ = window_->findChild<ComposeDock*>();
        QVERIFY(dock_);
        emit window_->workspace()->host()->viewRequested("compose");
        QTRY_VERIFY(!dock_->sending()->obstacle());
    }
    void init() {
        if (!no_network.isEmpty()) QSKIP(qPrintable(no_network));
        QVERIFY(!bridge_->changeRules({}, "none"));
    }

    void a_ping_is_judged_answered_and_shown() {
        begin("ping");
        QCOMPARE(int(session().packet().link_type()), int(LinkType::raw));
        set("ip.dst", "10.77.0.3");
        set("icmp.ident", "0x7a7a");
        send();
        QTRY_COMPARE_WITH_TIMEOUT(reply(ReplyListModel::FromColumn), QString("10.77.0.3"), patience);
        QVERIFY2(reply(ReplyListModel::ReplyColumn).contains("reply"), qPrintable(reply(ReplyListModel::ReplyColumn)));
        QVERIFY(reply(ReplyListModel::TimeColumn).contains("ms"));
        QCOMPARE(reply(ReplyListModel::VerdictColumn), QString("accept"));
        const auto sent = packets("icmp.type == 8 && icmp.ident == 0x7a7a");
        QCOMPARE(sent.size(), std::size_t(1));
        QVERIFY(record(sent[0]).flags & PacketFlag::made_here);
        auto* list = window_->workspace()->table()->packets();
        QTRY_VERIFY(list->rowOf(sent[0]).has_value());
        const QModelIndex verdict = list->index(int(*list->rowOf(sent[0])), list->columnOf(PacketColumn::Kind::verdict));
        QCOMPARE(verdict.data().toString(), QString("accept"));
        QCOMPARE(verdict.data(PacketListModel::VerdictRole).value<VerdictKind>(), VerdictKind::accept);
        QVERIFY(verdict.data(PacketListModel::OursRole).toBool());  // the sign beside it
        QCOMPARE(packets("icmp.type == 0 && icmp.ident == 0x7a7a").size(), std::size_t(1));
    }

    /// Wherever the keyboard is, except where Return is used for something else.
    void the_key_of_the_menu_sends() {
        begin("ping");
        set("ip.dst", "10.77.0.3");
        set("icmp.ident", "0x7c7c");
        const auto sent = [this] { return packets("icmp.type == 8 && icmp.ident == 0x7c7c").size(); };
        QTRY_VERIFY_WITH_TIMEOUT(dock_->composeActions()->send()->isEnabled(), patience);
        const auto press = [this](QWidget* where, Qt::Key key = Qt::Key_Return) {
            where->setFocus();
            QTest::keyClick(window_->windowHandle(), key, Qt::ControlModifier);
            QCoreApplication::processEvents();
        };
        auto* filter = window_->filterBar()->edit();
        QSignalSpy applied(filter, &FilterEdit::applied), triggered(dock_->composeActions()->send(), &QAction::triggered);
        press(filter);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(triggered.size(), 0);
        auto* compose = window_->workspace()->findChild<QDockWidget*>("compose");
        compose->hide();
        press(window_->workspace()->table(), Qt::Key_Enter);
        QCOMPARE(triggered.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(sent(), std::size_t(1), patience);
        QVERIFY(compose->isVisible());  // what comes of it shows there
        QTRY_VERIFY_WITH_TIMEOUT(dock_->composeActions()->send()->isEnabled(), patience);
        press(dock_->bytes()->grid());
        QTRY_COMPARE_WITH_TIMEOUT(sent(), std::size_t(2), patience);
        for (auto* action : {dock_->composeActions()->undo(), dock_->composeActions()->redo()}) QVERIFY(!action->shortcut().isEmpty());
    }

    void a_dns_query_is_answered() {
        begin("dns-query");
        set("ip.dst", "10.77.0.2");
        set("dns.qry.name", "www.example");
        send();
        QTRY_COMPARE_WITH_TIMEOUT(reply(ReplyListModel::FromColumn), QString("10.77.0.2"), patience);
        QVERIFY2(reply(ReplyListModel::ReplyColumn).contains("10.77.0.3"), qPrintable(reply(ReplyListModel::ReplyColumn)));
    }

    void a_captured_syn_to_another_port_gets_its_answer() {
        QTRY_VERIFY_WITH_TIMEOUT(!packets("ip && tcp.flags.syn == 1 && tcp.flags.ack == 0 && tcp.dstport == 23").empty(), patience);
        const auto syn = packets("ip && tcp.flags.syn == 1 && tcp.flags.ack == 0 && tcp.dstport == 23").front();
        QTRY_VERIFY(window_->workspace()->table()->packets()->rowOf(syn).has_value());  // the list follows the store a frame later
        window_->workspace()->table()->goTo(syn);
        QAction* edit = window_->workspace()->host()->packetActions().value(0);
        for (auto* action : window_->workspace()->host()->packetActions())
            if (action->text().contains("Resend")) edit = action;
        QVERIFY(edit && edit->isEnabled());
        edit->trigger();
        set("tcp.dstport", "80");
        set("tcp.srcport", "45678");
        const std::size_t from = bridge_->store()->count();
        send();
        QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("SYN, ACK"), patience);
        QCOMPARE(packets("tcp.dstport == 80 && tcp.srcport == 45678 && tcp.flags.syn == 1", from).size(), std::size_t(1));
    }

    void what_a_rule_drops_does_not_arrive() {
        QVERIFY(!bridge_->addRule("drop", "ip.ttl == 99", "no forged ones"));
        const std::uint32_t rule = bridge_->rules().rules[0].id;
        begin("ping");
        set("ip.dst", "10.77.0.3");
        set("icmp.ident", "0x7b7b");
        set("ip.ttl", "99");
        send();
        QTRY_VERIFY_WITH_TIMEOUT(!packets("icmp.ident == 0x7b7b").empty(), patience);
        const auto sent = packets("icmp.ident == 0x7b7b");
        QCOMPARE(record(sent[0]).verdict, Verdict::drop);
        QCOMPARE(record(sent[0]).rule, rule);
        QVERIFY(record(sent[0]).flags & PacketFlag::made_here);
        auto* list = window_->workspace()->table()->packets();
        QTRY_VERIFY(list->rowOf(sent[0]).has_value());
        const int row = int(*list->rowOf(sent[0]));
        QCOMPARE(list->index(row, list->columnOf(PacketColumn::Kind::verdict)).data().toString(), QString("drop"));
        QCOMPARE(list->index(row, list->columnOf(PacketColumn::Kind::rule)).data().toString(), QString("no forged ones"));
        QVERIFY(list->index(row, 0).data(PacketListModel::OursRole).toBool());
        QTRY_COMPARE(reply(ReplyListModel::VerdictColumn), QString("drop"));
        const std::size_t later = bridge_->store()->count();
        QTRY_VERIFY_WITH_TIMEOUT(packets("icmp.type == 0", later).size() >= 3, patience);  // others' pings are answered meanwhile
        QVERIFY(packets("icmp.type == 0 && icmp.ident == 0x7b7b").empty());
    }

    void a_sweep_is_sent_counted_and_stopped() {
        begin("udp");
        set("ip.dst", "10.77.0.3");
        session().vary(*session().packet().find("udp.dstport"));
        session().setVariation(0, "5000..5019");
        const std::size_t from = bridge_->store()->count();
        send();
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
        QCOMPARE(dock_->sending()->progress().sent, 20ull);
        QTRY_COMPARE_WITH_TIMEOUT(packets("ip && udp.dstport >= 5000 && udp.dstport <= 5019 && !icmp", from).size(), std::size_t(20),
                                  patience);
        QTRY_COMPARE(replies()->rowCount(), 20);
        QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("unreachable"), patience);
    }

    /// Straight onto an interface: whatever comes first, the news that a packet is sent or the answer to it, they belong together.
    void what_is_sent_past_the_session_is_answered_too() {
        const auto [interface, mac] = linkTo("10.77.0.3");
        QVERIFY(!interface.isEmpty());
        dock_->sending()->setInterface(interface);
        begin("ping");
        set("ip.dst", "10.77.0.3");
        set("eth.dst", mac);
        for (int i = 0; i < 10; i++) {
            set("icmp.seq", QString::number(100 + i));
            send();
            QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("Echo (ping) reply"), patience);
            QVERIFY(reply(ReplyListModel::SentColumn).contains("Echo (ping) request"));
            QVERIFY2(reply(ReplyListModel::TimeColumn).contains(" ms") && reply(ReplyListModel::TimeColumn) != "0.00 ms",
                     qPrintable(reply(ReplyListModel::TimeColumn)));
        }
        // pasted as tcpdump prints it: a header is put below
        const Bytes frame = session().packet().bytes();
        const ByteBuffer bare(frame.begin() + 14, frame.end());
        session().startFrom(bare, LinkType::raw, "pasted bytes");
        send();
        QCOMPARE(session().packet().link_type(), LinkType::ethernet);
        QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("Echo (ping) reply"), patience);
        session().undo();
        QCOMPARE(session().packet().link_type(), LinkType::raw);
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
        dock_->sending()->setInterface({});
    }

    /// Nobody on a wire has the loopback's addresses.
    void a_frame_begun_on_the_loopback_gets_the_addresses_of_the_wire() {
        const auto [interface, mac] = linkTo("10.77.0.3");
        QVERIFY(!interface.isEmpty());
        dock_->sending()->setInterface("lo");
        begin("ping");
        QCOMPARE(session().packet().link_type(), LinkType::ethernet);
        QCOMPARE(value("eth.src"), QString("00:00:00:00:00:00"));
        QVERIFY(value("ip.src").startsWith("127."));
        dock_->sending()->setInterface(interface);
        set("ip.dst", "10.77.0.3");
        set("icmp.ident", "0x7c7c");
        send();
        QCOMPARE(value("eth.src").toStdString(), surroundings_of(interface.toStdString()).source_mac);
        QCOMPARE(value("eth.dst"), mac);
        QCOMPARE(value("ip.src"), QString("10.77.0.1"));
        QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("Echo (ping) reply"), patience);
        session().undo();  // one step
        QCOMPARE(value("eth.src"), QString("00:00:00:00:00:00"));
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
        set("eth.src", "02:00:00:00:00:99");  // what somebody chose stays
        set("ip.src", "127.0.0.9");
        send();
        QCOMPARE(value("eth.src"), QString("02:00:00:00:00:99"));
        QCOMPARE(value("ip.src"), QString("127.0.0.9"));
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
        dock_->sending()->setInterface({});
    }

    void foreign_destinations_are_asked_for_once() {
        begin("ping");
        set("ip.dst", "198.51.100.7");
        send();
        QVERIFY(dock_->question()->isVisible());
        QVERIFY(!dock_->sending()->isSending());
        emit dock_->question()->answered(false);
        send();
        QVERIFY(dock_->question()->isVisible());  // it says that the answer was no
        dock_->question()->hide();
        emit dock_->question()->answered(true);
        QTRY_VERIFY_WITH_TIMEOUT(dock_->sending()->progress().done, patience);
        send();
        QVERIFY(!dock_->question()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!dock_->sending()->isSending(), patience);
    }

    /// Nobody judges there, so the columns of verdicts are hidden, until there is something to tell.
    void what_is_sent_while_watching_is_told_in_the_list() {
        const auto [interface, mac] = linkTo("10.77.0.3");
        QVERIFY(!interface.isEmpty());
        auto* table = window_->workspace()->table();
        auto* list = table->packets();
        for (const QString& target : {QString(), interface}) {
            QVERIFY(window_->capture()->startLive({interface}, {}));
            QTRY_COMPARE_WITH_TIMEOUT(bridge_->state(), SessionState::running, patience);
            QTRY_VERIFY_WITH_TIMEOUT(list->rowCount() > 0, patience);
            const int verdict = list->columnOf(PacketColumn::Kind::verdict), rule = list->columnOf(PacketColumn::Kind::rule);
            QVERIFY(table->isColumnHidden(verdict) && table->isColumnHidden(rule));
            dock_->sending()->setInterface(target);
            begin("ping");
            set("ip.dst", "10.77.0.3");
            set("eth.dst", mac);
            set("icmp.ident", "0x7d7d");
            send();
            QTRY_COMPARE_WITH_TIMEOUT(packets("icmp.type == 8 && icmp.ident == 0x7d7d").size(), std::size_t(1), patience);
            QTRY_VERIFY_WITH_TIMEOUT(!table->isColumnHidden(verdict), patience);
            QVERIFY(table->isColumnHidden(rule));
            const std::size_t sent = packets("icmp.type == 8 && icmp.ident == 0x7d7d").front();
            QTRY_VERIFY(list->rowOf(sent).has_value());
            QCOMPARE(list->index(*list->rowOf(sent), verdict).data().toString(), QString("sent"));
            QTRY_VERIFY_WITH_TIMEOUT(reply(ReplyListModel::ReplyColumn).contains("Echo (ping) reply"), patience);
        }
        dock_->sending()->setInterface({});
    }

    void cleanupTestCase() {
        window_.reset();
        bridge_.reset();
    }
};

int main(int argc, char** argv) { return run_in_practice_network<ComposeWindowTest>(argc, argv, no_network); }

#include "compose_window_test.moc"
