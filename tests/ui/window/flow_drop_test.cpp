// SPDX-License-Identifier: GPL-3.0-or-later
// "Drop this flow" on real traffic: two conversations of the same two hosts with the same service, told apart by nothing but a port;
// the rule that the flow list makes stops one of them and not the other, and its undo lets it go on.
#include "practice/descriptor.h"
#include "practice/practice_network.h"
#include "practice/socket_address.h"
#include "session/flow_run.h"
#include "ui/views/flows/flow_list_view.h"
#include "ui/views/flows/flows_dock.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

using namespace sallyport;

namespace {
std::unique_ptr<PracticeNetwork> network;  // made before any thread exists
QString no_network;                        // why the tests cannot run here

/// A socket that asks one server again and again, always from the same port.
class Conversation {
public:
    Conversation(bool tcp, const std::string& host)
        : tcp_(tcp),
          server_(host, tcp ? 80 : 53),
          socket_(::socket(server_.family(), (tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        started_ = ::connect(socket_.get(), server_.get(), server_.length) == 0 || errno == EINPROGRESS;
    }
    bool connected() const {
        pollfd waiting{socket_.get(), POLLOUT, 0};
        return started_ && ::poll(&waiting, 1, 0) == 1 && waiting.revents == POLLOUT;
    }
    std::uint16_t port() const {
        sockaddr_storage own{};
        socklen_t length = sizeof own;
        ::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&own), &length);
        const auto port =
            own.ss_family == AF_INET ? reinterpret_cast<sockaddr_in&>(own).sin_port : reinterpret_cast<sockaddr_in6&>(own).sin6_port;
        return ntohs(port);
    }
    /// Whether anything comes back within this time. A datagram may get lost: it is asked again every second, as resolvers do.
    bool ask(int milliseconds) {
        using namespace std::string_literals;
        static const std::string page = "HEAD / HTTP/1.1\r\nHost: www.example\r\n\r\n";
        static const std::string name = "\x1a\x2b\1\0\0\1\0\0\0\0\0\0\3www\7example\0\0\1\0\1"s;
        const std::string& question = tcp_ ? page : name;
        while (received()) {}
        const int patience = tcp_ ? milliseconds : std::min(milliseconds, 1000);
        for (int left = milliseconds; left > 0; left -= patience) {
            if (::send(socket_.get(), question.data(), question.size(), MSG_NOSIGNAL) < 0 && errno != ECONNREFUSED) return false;
            if (QTest::qWaitFor([&] { return received(); }, patience)) return true;
        }
        return false;
    }

private:
    bool received() const {
        char buffer[4096];
        return ::recv(socket_.get(), buffer, sizeof buffer, 0) > 0;
    }
    bool tcp_, started_ = false;
    SocketAddress server_;
    Descriptor socket_;
};
}  // namespace

class FlowDropTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<MainWindow> window_;

    FlowsDock* dock() const { return window_->findChild<FlowsDock*>(); }
    static std::string addressOf(const char* name, bool ipv6) {
        for (auto& host : network->hosts())
            if (host.name == name) return ipv6 ? host.ipv6 : host.ipv4;
        return {};
    }
    int rowOf(std::uint16_t client_port) const {
        for (int row = 0; row < dock()->model()->rowCount(); row++)
            if (dock()->model()->flow(row)->client_port() == client_port) return row;
        return -1;
    }
    const Flow* flowOf(std::uint16_t client_port) const { return dock()->model()->flow(rowOf(client_port)); }

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
        emit window_->workspace()->host()->viewRequested(QStringLiteral("flows"));
        QVERIFY(dock()->isVisible());
    }

    void stopsJustThatFlow_data() {
        QTest::addColumn<bool>("tcp");
        QTest::addColumn<bool>("ipv6");
        QTest::newRow("UDP over IPv4") << false << false;
        QTest::newRow("TCP over IPv4") << true << false;
        QTest::newRow("UDP over IPv6") << false << true;
        QTest::newRow("TCP over IPv6") << true << true;
    }
    void stopsJustThatFlow() {
        QFETCH(bool, tcp);
        QFETCH(bool, ipv6);
        const std::string host = addressOf(tcp ? "www" : "dns", ipv6);
        if (host.empty()) QSKIP("this kernel has no IPv6");
        Conversation stopped(tcp, host), spared(tcp, host);
        QTRY_VERIFY_WITH_TIMEOUT(stopped.connected() && spared.connected(), 20000);
        QVERIFY(stopped.ask(20000) && spared.ask(20000));
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(stopped.port()) >= 0 && rowOf(spared.port()) >= 0, 20000);

        dock()->view()->select(rowOf(stopped.port()));
        dock()->view()->setFocus();
        QTest::keyClick(dock()->view(), Qt::Key_D);
        QCOMPARE(bridge_->rules().rules.size(), std::size_t(1));
        QVERIFY(window_->messages()->text().contains(QString::number(stopped.port())));
        for (int i = 0; i < 3; i++) {
            QVERIFY(!stopped.ask(400));
            QVERIFY(spared.ask(20000));
        }
        QTRY_VERIFY_WITH_TIMEOUT(flowOf(stopped.port())->dropped >= 3, 20000);
        QCOMPARE(flowOf(spared.port())->dropped, std::uint64_t(0));
        QCOMPARE(flowOf(stopped.port())->rule, bridge_->rules().rules[0].id);
        QVERIFY(dock()->model()->text(*flowOf(stopped.port()), FlowListModel::verdict).startsWith("drop "));

        window_->actions()[Act::undo]->trigger();
        QVERIFY(bridge_->rules().rules.empty());
        QVERIFY(stopped.ask(20000) || stopped.ask(20000));
        QTRY_COMPARE(dock()->model()->index(rowOf(stopped.port()), FlowListModel::rule).data().toString(), QStringLiteral("default"));
    }

    /// The packet list's way here: what is pointed at there is selected in the flow list.
    void aPacketShowsItsFlow() {
        auto* action = dock()->packetAction();
        auto* focus = window_->workspace()->host()->focus();
        for (const std::size_t packet : {std::size_t(0), bridge_->store()->count() - 1}) {
            focus->setPacket(packet);
            action->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(dock()->view()->selectedFlows().size(), std::size_t(1), 20000);
            const Flow* flow = dock()->model()->flow(dock()->view()->selectedFlows()[0]);
            QVERIFY(flow->first_packet <= packet && packet <= flow->last_packet);
            dock()->view()->clearSelection();
        }
    }

    void cleanupTestCase() {
        window_.reset();
        bridge_.reset();
        network.reset();
    }
};

int main(int argc, char** argv) {
    if (auto entered = enter_private_network(); !entered) no_network = QString::fromStdString(entered.error().text());
    else if (auto made = PracticeNetwork::create({.clients = false}); !made) no_network = QString::fromStdString(made.error().text());
    else network = std::move(*made);
    QApplication application(argc, argv);
    FlowDropTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "flow_drop_test.moc"
