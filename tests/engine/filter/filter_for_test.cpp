// SPDX-License-Identifier: GPL-3.0-or-later
// The filter for a value that somebody right-clicked must compile, and say what was meant.
#include "engine/filter/small_registry.h"
#include "filter/compiler.h"
#include <QtTest>

using namespace sallyport;

class FilterForTest : public QObject {
    Q_OBJECT

    SmallRegistry registry_;

private slots:
    void writes_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        auto check = [](const char* field, const char* value, const char* expected) {
            QTest::newRow(expected) << field << value << expected;
        };
        check("ip.ttl", "64", "ip.ttl == 64");
        check("tcp.flags", "0x0018", "tcp.flags == 0x0018");
        check("tcp.flags", "0x002 (SYN)", "tcp.flags == 0x002");
        check("ip.proto", "UDP (17)", "ip.proto == 17");
        check("ip.proto", "TCP", "ip.proto == 6");
        check("ip.ttl", "20 bytes (5)", "ip.ttl == 20");
        check("ntp.skew", "-5", "ntp.skew == -5");
        check("ip.flags.df", "Set", "ip.flags.df == 1");
        check("ip.flags.df", "False", "ip.flags.df == 0");
        check("ip.src", "10.0.0.1", "ip.src == 10.0.0.1");
        check("ipv6.src", "fe80::1", "ipv6.src == fe80::1");
        check("eth.dst", "00:0c:29:aa:bb:cc", "eth.dst == 00:0c:29:aa:bb:cc");
        check("tcp.payload", "160301", "tcp.payload == 16:03:01");
        check("tcp.payload", "", "tcp.payload == \"\"");
        check("http.host", "example.com", "http.host == \"example.com\"");
        check("http.host", "a\"b\\c\r\n", "http.host == \"a\\\"b\\\\c\\x0d\\x0a\"");
        check("http.host", "Host: x\\r\\n", "http.host == \"Host: x\\x0d\\x0a\"");
        check("http.host", "one\\ntwo and\\x1b", "http.host contains \"two and\"");
        check("http.host", "C:\\dir\\x41", "http.host == \"C:\\\\dir\\\\x41\"");
        check("http.host", "ab\xef\xbf\xbdlonger\\n\xef\xbf\xbd", "http.host contains \"longer\"");
        check("http.host", "\xef\xbf\xbd", "http.host");
        check("tcp.payload", "<none>", "tcp.payload == \"\"");
        check("frame.time", "2024-07-04T12:34:56.5Z", "frame.time == \"2024-07-04T12:34:56.5Z\"");
        check("frame.time", "Jul  4, 2024 12:34:56.500000000 UTC", "frame.time == \"Jul  4, 2024 12:34:56.500000000 UTC\"");
        check("frame.time_delta", "0.25 seconds", "frame.time_delta == 0.25");
        check("ntp.drift", "1.5", "ntp.drift == 1.5");
        check("tcp", "Transmission Control Protocol", "tcp");
        check("tcp.options", "", "tcp.options");
    }
    void writes() {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const std::string filter = filter_for(registry_.fields()[registry_.find(field.toStdString())], value.toStdString());
        QCOMPARE(QString::fromStdString(filter), expected);
        auto compiled = filtering::compile_program(filter, registry_);
        QVERIFY2(compiled, compiled ? "" : compiled.error().reason.text().c_str());
    }
};

QTEST_GUILESS_MAIN(FilterForTest)
#include "filter_for_test.moc"
