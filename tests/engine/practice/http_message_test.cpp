// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http_message.h"
#include <QTest>

using namespace sallyport;

class HttpMessageTest : public QObject {
    Q_OBJECT
private slots:
    void reads_a_whole_message() {
        const std::string text = "POST /login HTTP/1.1\r\nHost: www.example\r\nContent-LENGTH:  4\r\nConnection: Close\r\n\r\nuser=rest";
        const auto message = read_http_message(text);
        QVERIFY(message.has_value());
        QCOMPARE(message->start, std::string("POST /login HTTP/1.1"));
        QCOMPARE(message->header("host"), std::string("www.example"));
        QCOMPARE(message->header("connection"), std::string("close"));
        QCOMPARE(message->header("cookie"), std::string());
        QCOMPARE(message->body, std::string("user"));
        QCOMPARE(text.substr(message->size), std::string("=rest"));
    }

    void waits_for_the_rest() {
        const std::string text = "GET / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
        for (std::size_t size = 0; size < text.size(); size++) QVERIFY(!read_http_message(std::string_view(text).substr(0, size)));
        QVERIFY(read_http_message(text).has_value());
    }

    void lengths_without_sense_do_no_harm_data() {
        QTest::addColumn<QString>("length");
        QTest::addColumn<bool>("complete");
        QTest::newRow("huge") << "99999999999999999999999" << true;  // no number that fits: taken as none
        QTest::newRow("largest") << "18446744073709551615" << false;
        QTest::newRow("negative") << "-1" << true;
        QTest::newRow("words") << "many" << true;
    }
    void lengths_without_sense_do_no_harm() {
        QFETCH(QString, length);
        QFETCH(bool, complete);
        QCOMPARE(read_http_message(("GET / HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n").toStdString()).has_value(), complete);
    }
};

QTEST_GUILESS_MAIN(HttpMessageTest)
#include "http_message_test.moc"
