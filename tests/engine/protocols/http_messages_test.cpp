// SPDX-License-Identifier: GPL-3.0-or-later
// Several HTTP messages in one packet: a rule on any of them meets the packet (RFC 9112 6.3, 9.3.2).
#include "engine/filter/packet_bytes.h"
#include "filter/filter.h"
#include <QtTest>

using namespace sallyport;

class HttpMessagesTest : public QObject {
    Q_OBJECT
private slots:
    void eachIsSeen_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("matches");
        const QByteArray get = "GET /a HTTP/1.1\r\nHost: good\r\n\r\n",
                         evil = "POST /b HTTP/1.1\r\nHost: evil\r\nContent-Length: 2\r\n\r\nhi";
        QTest::newRow("a request behind one without a body") << get + evil << QByteArray("http.host == \"evil\"") << true;
        QTest::newRow("... whose body is its own") << get + evil << QByteArray("http.file_data == \"hi\"") << true;
        QTest::newRow("a request behind a body") << evil + get << QByteArray("http.host == \"good\"") << true;
        QTest::newRow("a body that looks like a request")
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 31\r\n\r\n") + get << QByteArray("http.host == \"good\"") << false;
        QTest::newRow("behind a response without a body")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx") << QByteArray("http.response.code == 200") << true;
        QTest::newRow("304 tells the length of what it does not send")
            << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
            << QByteArray("http.response.code == 200") << true;
        QTest::newRow("a body to the end of the connection")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 500 what is this\r\n\r\n") << QByteArray("http.response.code == 500") << false;
        QTest::newRow("full URI") << get << QByteArray("http.request.full_uri == \"http://good/a\"") << true;
        QTest::newRow("full URI of a second request") << get + evil << QByteArray("http.request.full_uri == \"http://evil/b\"") << true;
        QTest::newRow("full URI of a whole one")
            << QByteArray("GET http://x/ HTTP/1.1\r\nHost: y\r\n\r\n") << QByteArray("http.request.full_uri == \"http://x/\"") << true;
        QTest::newRow("full URI of a tunnel") << QByteArray("CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n")
                                              << QByteArray("http.request.full_uri == \"h:443\"") << true;
        QTest::newRow("behind an empty line") << "\r\n" + evil << QByteArray("http.host == \"evil\"") << true;
        QTest::newRow("behind a request and empty lines") << get + "\r\n\n\r\n" + evil << QByteArray("http.host == \"evil\"") << true;
        QTest::newRow("empty lines alone are no message") << QByteArray("\r\n\r\n") << QByteArray("http.request") << false;
        QTest::newRow("no host, no full URI") << QByteArray("GET /a HTTP/1.0\r\n\r\n") << QByteArray("http.request.full_uri") << false;
    }
    void eachIsSeen() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, filter);
        const ByteBuffer packet = ethernet(0x0800, ipv4({.protocol = 6}, tcp(40000, 80, 0x18, PacketBytes().text(text.toStdString()))));
        PacketContext context;
        context.bytes = packet;
        auto compiled = Filter::compile(filter.toStdString());
        QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
        QTEST(FilterRunner(*compiled).matches(context), "matches");
    }
};

QTEST_APPLESS_MAIN(HttpMessagesTest)
#include "http_messages_test.moc"
