// SPDX-License-Identifier: GPL-3.0-or-later
// What compiles, to which steps, and what is refused, where and why.
#include "engine/filter/small_registry.h"
#include "filter/compiler.h"
#include <QtTest>

using namespace sallyport;

class CompilerTest : public QObject {
    Q_OBJECT

    SmallRegistry registry_;

    /// The tests of the filter, one after the other, with their targets: "tcp.port == 80 ? match : 2".
    QString steps(const QString& filter) {
        const std::string text = filter.toStdString();
        auto program = filtering::compile_program(text, registry_);
        if (!program) return "error: " + QString::fromStdString(program.error().text());
        QStringList out;
        for (QString line : QString::fromStdString(filtering::explain_program(*program, registry_)).split('\n', Qt::SkipEmptyParts)) {
            line = line.mid(5).simplified();
            line.replace(" yes: ", " ? ").replace(" no: ", " : ").replace(" no match", " no").replace("? match", "? yes");
            out << line.replace(": match", ": yes");
        }
        return out.join("; ");
    }

private slots:
    void compiles_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        auto check = [](const char* filter, const char* expected) { QTest::newRow(filter) << filter << expected; };
        check("tcp", "tcp ? yes : no");
        check("!tcp", "tcp ? no : yes");
        check("not not tcp", "tcp ? yes : no");
        check("ip and not tcp", "ip ? 2 : no; tcp ? no : yes");
        check("ip or tcp and udp", "ip ? yes : 2; tcp ? 3 : no; udp ? yes : no");
        check("(ip or tcp) and udp", "ip ? 3 : 2; tcp ? 3 : no; udp ? yes : no");
        check("not (ip or tcp)", "ip ? no : 2; tcp ? no : yes");
        check("ip xor tcp", "odd0 = 0 then: 2; ip ? 3 : 4; odd0 = not odd0 then: 4; tcp ? 5 : 6; odd0 = not odd0 then: 6; odd0 ? yes : no");
        check("ip ^^ tcp or udp and frame",
              "odd0 = 0 then: 2; ip ? 3 : 4; odd0 = not odd0 then: 4; tcp ? 5 : 6; odd0 = not odd0 then: 6; "
              "odd0 ? yes : 7; udp ? 8 : no; frame ? yes : no");
        check("tcp.port == 80", "tcp.port == 80 ? yes : no");
        check("tcp.port eq 0x50", "tcp.port == 80 ? yes : no");
        check("tcp.port == 0b1010000", "tcp.port == 80 ? yes : no");
        check("tcp.port == 0120", "tcp.port == 80 ? yes : no");
        check("tcp.port == 'P'", "tcp.port == 80 ? yes : no");
        check("tcp.port == '\\n'", "tcp.port == 10 ? yes : no");
        check("tcp.port == :80", "tcp.port == 80 ? yes : no");
        check(".tcp.port == 80", "tcp.port == 80 ? yes : no");
        check("tcp.port==80&&ip", "tcp.port == 80 ? 2 : no; ip ? yes : no");
        check("tcp.port != 80", "all tcp.port != 80 ? yes : no");
        check("tcp.port ne 80", "all tcp.port != 80 ? yes : no");
        check("tcp.port ~= 80", "tcp.port != 80 ? yes : no");
        check("tcp.port !== 80", "tcp.port != 80 ? yes : no");
        check("tcp.port any_ne 80", "tcp.port != 80 ? yes : no");
        check("tcp.port all_ne 80", "all tcp.port != 80 ? yes : no");
        check("tcp.port === 80", "all tcp.port == 80 ? yes : no");
        check("any tcp.port != 80", "tcp.port != 80 ? yes : no");
        check("all tcp.port > 1024", "all tcp.port > 1024 ? yes : no");
        check("not tcp.port == 80", "tcp.port == 80 ? no : yes");
        check("ip.ttl < tcp.port < 1000", "ip.ttl < tcp.port ? 2 : no; tcp.port < 1000 ? yes : no");
        check("tcp.port in {80, 443}", "tcp.port in {80, 443} ? yes : no");
        check("tcp.port in {443 80}", "tcp.port in {80, 443} ? yes : no");
        check("tcp.port in{80..90,85..100}", "tcp.port in {80..100} ? yes : no");
        check("tcp.port in {90 .. 80}", "tcp.port in {} ? yes : no");
        check("tcp.port not in {80}", "tcp.port in {80} ? no : yes");
        check("all tcp.port in {80}", "all tcp.port in {80} ? yes : no");
        check("tcp.port in {udp.port}", "tcp.port in {udp.port} ? yes : no");
        check("tcp.port in {80..udp.port, 7}", "tcp.port in {80..udp.port, 7} ? yes : no");
        check("http.host in {\"a\", \"b\"..\"c\"}", "http.host in {\"a\", \"b\"..\"c\"} ? yes : no");
        check("ip.src == 10.0.0.0/8", "ip.src in {10.0.0.0..10.255.255.255} ? yes : no");
        check("ip.src==10.1.2.3/8&&tcp", "ip.src in {10.0.0.0..10.255.255.255} ? 2 : no; tcp ? yes : no");
        check("ip.src != 10.0.0.0/8", "all ip.src not in {10.0.0.0..10.255.255.255} ? yes : no");
        check("ip.src > 10.0.0.0/8", "ip.src > 10.255.255.255 ? yes : no");
        check("ip.src >= 10.0.0.0/8", "ip.src >= 10.0.0.0 ? yes : no");
        check("ip.src == 10.0.0.1/32", "ip.src == 10.0.0.1 ? yes : no");
        check("ip.src == 1.2.3.4/0", "ip.src in {0.0.0.0..255.255.255.255} ? yes : no");
        check("ip.src in {10.0.0.0/8, 1.1.1.1 .. 1.1.1.9}", "ip.src in {1.1.1.1..1.1.1.9, 10.0.0.0..10.255.255.255} ? yes : no");
        check("ip.src & 255.0.0.0 == 10.0.0.0", "{ip.src & 255.0.0.0} == 10.0.0.0 ? yes : no");
        check("ipv6.src == fe80::/10", "ipv6.src == fe80::/10 ? yes : no");
        check("ipv6.src == ::1", "ipv6.src == ::1 ? yes : no");
        check("ipv6.src in {fe80::..fe80:ffff::}", "ipv6.src in {fe80::..fe80:ffff::} ? yes : no");
        check("eth.dst == 00:0c:29:aa:bb:cc", "eth.dst == 00:0c:29:aa:bb:cc ? yes : no");
        check("eth.dst == 00-0c-29-aa-bb-cc", "eth.dst == 00:0c:29:aa:bb:cc ? yes : no");
        check("eth.dst == 000c.29aa.bbcc", "eth.dst == 00:0c:29:aa:bb:cc ? yes : no");
        check("eth.dst == 000c29aabbcc", "eth.dst == 00:0c:29:aa:bb:cc ? yes : no");
        check("eth.dst[0:3] == 00:0c:29", "eth.dst[0:3] == 00:0c:29 ? yes : no");
        check("eth.dst[0] & 1", "{eth.dst[0] & 01} is not 0 ? yes : no");
        check("eth.dst[0,3-4,-1:] == 00", "eth.dst[0,3-4,-1:] == 00 ? yes : no");
        check("eth.dst[ 0 : 2 ][1]", "eth.dst[0:2][1] is there ? yes : no");
        check("ip[12:4] == ip.src", "ip[12:4][0:] == ip.src[0:] ? yes : no");
        check("ip.src != ip[12:4]", "all ip.src[0:] != ip[12:4][0:] ? yes : no");
        check("all tcp.port not in {80}", "tcp.port in {80} ? no : yes");
        check("frame contains eth.dst", "frame contains eth.dst ? yes : no");
        check("ip[0] == 0x45", "ip[0] == 45 ? yes : no");
        check("ip[8:1] < 40", "ip[8] < 40 ? yes : no");
        check("tcp contains \"HTTP\"", "tcp contains 48:54:54:50 ? yes : no");
        check("tcp contains 8.6", "tcp contains 08:06 ? yes : no");
        check("tcp contains 123", "tcp contains 01:23 ? yes : no");
        check("tcp contains \"\\x16\\003\"", "tcp contains 16:03 ? yes : no");
        check("tcp contains r\"\\x\"", "tcp contains 5c:78 ? yes : no");
        check("tcp contains \"\\u00e9\"", "tcp contains c3:a9 ? yes : no");
        check("dns.qry.name contains google", "dns.qry.name contains \"google\" ? yes : no");
        check("dns.qry.name == http.host", "dns.qry.name == http.host ? yes : no");
        check("dns.qry.name matches \"^w\"", "dns.qry.name matches \"^w\" ? yes : no");
        check("dns.qry.name ~ r\"\\.com$\"", "dns.qry.name matches r\"\\.com$\" ? yes : no");
        check("tcp.flags & 0x02", "tcp.flags & 0x2 != 0 ? yes : no");
        check("tcp.flags & 0x12 == 2", "tcp.flags & 0x12 == 2 ? yes : no");
        check("tcp.flags bitwise_and 2 != 2", "all tcp.flags & 0x2 != 2 ? yes : no");
        check("ip.ttl & 1 + 64", "ip.ttl & 0x41 != 0 ? yes : no");
        check("ip.ttl + 1 == 65", "{ip.ttl + 1} == 65 ? yes : no");
        check("ip.ttl+1==65", "{ip.ttl + 1} == 65 ? yes : no");
        check("ip.ttl == 60 + 4", "ip.ttl == 64 ? yes : no");
        check("ip.ttl == 3 - 1 * 2", "ip.ttl == 1 ? yes : no");
        check("ip.ttl == {3 - 1} * 2", "ip.ttl == 4 ? yes : no");
        check("ip.ttl == 128 / 2 % 5", "ip.ttl == 4 ? yes : no");
        check("ip.ttl > -1", "ip.ttl > -1 ? yes : no");
        check("-ip.ttl == -64", "-ip.ttl == -64 ? yes : no");
        check("{ip.ttl + 1} * 2 == 130", "{{ip.ttl + 1} * 2} == 130 ? yes : no");
        check("ip.ttl + 300 > 400", "{ip.ttl + 300} > 400 ? yes : no");
        check("ntp.skew == -5", "ntp.skew == -5 ? yes : no");
        check("ntp.skew in {-5 .. 5}", "ntp.skew in {-5..5} ? yes : no");
        check("ntp.drift > 1.5", "ntp.drift > 1.500000 ? yes : no");
        check("ip.proto == UDP", "ip.proto == 17 ? yes : no");
        check("ip.proto == \"udp\"", "ip.proto == 17 ? yes : no");
        check("ip.proto == udp", "ip.proto == 17 ? yes : no");
        check("ip.proto in {\"TCP\", \"UDP\"}", "ip.proto in {6, 17} ? yes : no");
        check("dns.qry.type == AAAA", "dns.qry.type == 28 ? yes : no");
        check("ip.proto == \"TCP (reliable)\"", "ip.proto == 6 ? yes : no");
        check("dns.qry.type == \"a (host address)\"", "dns.qry.type == 1 ? yes : no");
        check("ip.flags.df", "ip.flags.df ? yes : no");
        check("ip.flags.df == 1", "ip.flags.df != 0 ? yes : no");
        check("ip.flags.df == True", "ip.flags.df != 0 ? yes : no");
        check("ip.flags.df == false", "ip.flags.df == 0 ? yes : no");
        check("ip.flags.df == \"Set\"", "ip.flags.df != 0 ? yes : no");
        check("ip.flags.df == \"not set\"", "ip.flags.df == 0 ? yes : no");
        check("frame.time_delta > 0.5", "frame.time_delta > 500000000 ? yes : no");
        check("frame.time_delta > -1", "frame.time_delta > -1000000000 ? yes : no");
        check("frame.time_delta in {0..1.5}", "frame.time_delta in {0..1500000000} ? yes : no");
        check("frame.time == \"1970-01-01 00:00:01Z\"", "frame.time == 1000000000 ? yes : no");
        check("frame.time == 1970-01-01T00:00:01Z", "frame.time == 1000000000 ? yes : no");
        check("frame.time == \"1970-01-01T01:00:00.5+01:00\"", "frame.time == 500000000 ? yes : no");
        check("frame.time == \"Jan  1, 1970 00:00:02.25 UTC\"", "frame.time == 2250000000 ? yes : no");
        check("upper(http.host) == \"A\"", "upper(http.host) == \"A\" ? yes : no");
        check("upper (http.host)[0:2] == \"A\"", "upper(http.host)[0:2] == 41 ? yes : no");
        check("len(dns.qry.name) + 1 > 20", "{len(dns.qry.name) + 1} > 20 ? yes : no");
        check("count(ip.addr) > 2", "count(ip.addr) > 2 ? yes : no");
        check("max(tcp.port, udp.port, 5) == 5", "max(tcp.port, udp.port, 5) == 5 ? yes : no");
        check("abs(ip.ttl - 200) < 9", "abs({ip.ttl - 200}) < 9 ? yes : no");
        check("string(ip.src) matches \"^10\"", "string(ip.src) matches \"^10\" ? yes : no");
        check("ip.addr#2 == 1.1.1.1", "ip.addr#[2] == 1.1.1.1 ? yes : no");
        check("tcp.port#[2-4]", "tcp.port#[2-4] is there ? yes : no");
        check("tcp.options", "tcp.options ? yes : no");
    }
    void compiles() {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        QCOMPARE(steps(filter), expected);
    }

    void wants_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        QTest::newRow("once each, as they appear") << "tcp.port == 80 || ip || tcp.port == 90"
                                                   << "tcp.port ip";
        QTest::newRow("layers need their protocol") << "ip.addr#2 == 1.1.1.1 && tcp"
                                                    << "ip.addr tcp | ip";
        QTest::newRow("nothing") << "  "
                                 << "";
    }
    void wants() {
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        auto program = filtering::compile_program(filter.toStdString(), registry_);
        QVERIFY(program);
        QStringList names;
        for (std::size_t i = 0; i < program->wanted.size(); i++) {
            if (i == program->named) names << "|";
            names << QString::fromStdString(registry_.fields()[program->wanted[i]].name);
        }
        QCOMPARE(names.join(' '), expected);
    }

    void refuses_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("marks");  // ^ under every byte of the fault
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("suggestion");
        auto check = [](const char* filter, const char* marks, const char* reason, const char* suggestion = "") {
            QTest::newRow(filter) << filter << marks << reason << suggestion;
        };
        check("tcp.prt", "^^^^^^^", "there is no field or protocol tcp.prt", "tcp.port");
        check("ip and tcp.prt == 5", "       ^^^^^^^", "there is no field or protocol tcp.prt", "tcp.port");
        check("!tcq", " ^^^", "there is no field or protocol tcq", "tcp");
        check(".tcq", "^^^^", "there is no field or protocol tcq", "tcp");
        check("ip.ttl-1 == 63", "^^^^^^^^", "there is no field ip.ttl-1; a minus needs a blank before it", "ip.ttl - 1");
        check("64", "^^", "what stands alone must be a field or function, not 64");
        check("\"abc\"", "^^^^^", "what stands alone must be a field or function, not \"abc\"");
        check("64 == ip.ttl", "^^", "the left side of == must be a field or function, not 64");
        check("1 < ip.ttl < 64", "^", "the left side of < must be a field or function, not 1");
        check("1 in {1}", "^", "the left side of in must be a field or function, not 1");
        check("10.0.0.1 == ip.src", "^^^^^^^^", "the left side of == must be a field or function, not 10.0.0.1");
        check("tcp.port ==", "           ^", "the filter ends too early: a field or value is missing");
        check("ip and", "      ^", "the filter ends too early: a field or value is missing");
        check("and ip", "^^^", "\"and\" cannot stand here; a field or value is missing");
        check("ip tcp", "   ^^^", "\"tcp\" cannot stand here; an operator before it is missing");
        check("ip AND tcp", "   ^^^", "operators are written in small letters: and");
        check("NOT ip", "^^^", "operators are written in small letters: not");
        check("(ip", "^", "the closing ) is missing");
        check("ip)", "  ^", "\")\" cannot stand here");
        check("()", " ^", "\")\" cannot stand here; a field or value is missing");
        check("(ip.ttl + 1) == 65", "             ^^", "\"==\" cannot stand here; values are grouped in { }, not in ( )");
        check("any tcp.port", "            ^", "the filter ends too early: a comparison is missing");
        check("ip.ttl = 64", "       ^", "= is no operator; equal is ==");
        check("ip.ttl => 64", "       ^^", "=> is no operator; greater or equal is >=");
        check("ip | tcp", "   ^", "| is no operator; or is ||");
        check("ip é tcp", "   ^^", "\"é\" cannot stand here");
        check("ip.ttl == ${ip.ttl}", "          ^", "${field} and macros are not supported: a filter has no selected packet to look at");
        check("tcp.port in 80", "            ^^", "\"80\" cannot stand here; { with the members of the set is missing");
        check("tcp.port in {}", "             ^", "\"}\" cannot stand here; a member of the set is missing");
        check("tcp.port in {80,}", "                ^", "\"}\" cannot stand here; a member behind the comma is missing");
        check("tcp.port in {80", "            ^", "the closing } is missing");
        check("tcp.port in {80..}", "                 ^", "\"}\" cannot stand here; a field or value is missing");
        check("ip.ttl == 256", "          ^^^", "256 is too big for ip.ttl, whose largest value is 255");
        check("tcp.port == 99999999999999999999", "            ^^^^^^^^^^^^^^^^^^^^",
              "99999999999999999999 is larger than any number here");
        check("tcp.port == 08", "            ^^", "\"08\" is not a number");
        check("tcp.port == 0x", "            ^^", "\"0x\" is not a number");
        check("tcp.port == http", "            ^^^^", "tcp.port and http are not of compatible types: a number, a protocol");
        check("ip.ttl == abc", "          ^^^", "\"abc\" is not a number");
        check("ip.ttl == \"64\"", "          ^^^^", "ip.ttl holds numbers: in quotes stand only names of values, and it has none");
        check("ip.proto == \"User\"", "            ^^^^^^", "\"User\" is no name of one of ip.proto's values");
        check("dns.qry.type == Host", "                ^^^^", "\"Host\" is neither a number nor a name of one of dns.qry.type's values",
              "\"A (Host Address)\"");
        check("ip.kind == Low", "           ^^^", "\"Low\" names several values of ip.kind; use a set of numbers: in {0..9}");
        check("ip.flags.df == maybe", "               ^^^^^",
              "\"maybe\" is neither true nor false nor a name of one of ip.flags.df's values");
        check("ip.flags.df & 1", "^^^^^^^^^^^", "& cannot be used with ip.flags.df, which is a boolean");
        check("tcp & udp", "^^^", "& cannot be used with tcp, which is a protocol");
        check("ip.src + 1 == 10.0.0.2", "^^^^^^", "+ cannot be used with ip.src, which is an IPv4 address");
        check("-dns.qry.name == 1", " ^^^^^^^^^^^^", "- cannot be used with dns.qry.name, which is a character string");
        check("ip.src == 10.0.0", "          ^^^^^^", "\"10.0.0\" is not an IPv4 address");
        check("ip.src == \"10.0.0.1\"", "          ^^^^^^^^^^", "ip.src holds an IPv4 address, which is written without quotes",
              "10.0.0.1");
        check("ip.src == 10.0.0.1/33", "          ^^^^^^^^^^^", "a prefix of 33 bits is longer than the address, which has 32");
        check("ipv6.src == fe80::/129", "            ^^^^^^^^^^", "a prefix of 129 bits is longer than the address, which has 128");
        check("ip.src == ipv6.src", "          ^^^^^^^^",
              "ip.src and ipv6.src are not of compatible types: an IPv4 address, an IPv6 address");
        check("eth.dst == 00:0c", "           ^^^^^", "\"00:0c\" has 2 of the 6 bytes of an Ethernet address", "eth.dst[0:2] == 00:0c");
        check("tcp contains HTTP", "             ^^^^",
              "\"HTTP\" is no byte string; bytes are hex digits, as in 00:01, and text stands in double quotes");
        check("tcp contains 0x4854", "             ^^^^^^", "0x4854 would have an order of bytes: write them one by one, as in 00:01");
        check("tcp.port contains 80", "^^^^^^^^", "tcp.port is a number; only text and bytes can be searched with contains",
              "string(tcp.port)");
        check("ip.flags.df matches \"S\"", "^^^^^^^^^^^", "ip.flags.df is a boolean; only text and bytes can be searched with matches");
        check("http.host matches www", "                  ^^^", "matches wants a regular expression in double quotes, not www");
        check("http.host matches \"a(\"", "                     ^", "the regular expression is wrong: missing closing parenthesis");
        check("http.host matches \"\\\\x(\"", "                  ^^^^^^", "the regular expression is wrong: missing closing parenthesis");
        check("http.host contains \"\\q\"", "                    ^^", "\\q is no escape; a backslash itself is written \\\\");
        check("http.host contains \"abc", "                   ^^^^", "the closing quote is missing");
        check("http.host contains 'ab'", "                   ^^^^",
              "only one character may stand in single quotes; strings have double quotes");
        check("http.host contains ''", "                   ^^", "there is no character between the quotes");
        check("ip.ttl[0] == 40", "^^^^^^", "ip.ttl is a number and cannot be cut into bytes");
        check("ip[0", "  ^^", "the closing ] is missing");
        check("ip[]", "   ^", "a number is missing between the brackets");
        check("ip[1, 0-]", "      ^^", "\"0-\" is no range; ranges are [first], [first:length], [first-last], [first:] and [:length]");
        check("ip[5-2] == 45", "   ^^^", "\"5-2\" ends before it begins");
        check("ip[-2-1] == 45", "   ^^^^", "\"-2-1\" mixes an offset from the start with one from the end");
        check("ip[0:0] == 45", "   ^^^", "\"0:0\" has no bytes: the length must be positive");
        check("ip[99999999999] == 45", "   ^^^^^^^^^^^",
              "\"99999999999\" is no range; ranges are [first], [first:length], [first-last], [first:] and [:length]");
        check("ip.src#a", "      ^", "# wants the number of a layer or [numbers] right behind it");
        check("frame.time_delta > 1e-4", "                   ^^^^", "\"1e-4\" is no number of seconds, with at most nine decimals");
        check("frame.time > \"foo\"", "             ^^^^^",
              "\"foo\" is no date and time, as in \"2024-07-04 12:34:56.5\", with Z behind it for UTC");
        check("frame.time > \"2024-13-01\"", "             ^^^^^^^^^^^^",
              "\"2024-13-01\" is no date and time, as in \"2024-07-04 12:34:56.5\", with Z behind it for UTC");
        check("foo(ip.ttl) == 1", "^^^", "there is no function foo; there are: upper lower len count string max min abs");
        check("upper(ip.ttl) == \"A\"", "      ^^^^^^", "upper() takes character strings, and ip.ttl is a number");
        check("len(\"abc\") == 3", "    ^^^^^", "the argument of len() must be a field or function, not \"abc\"");
        check("count(ip.src, ip.dst) == 1", "^^^^^^^^^^^^^^^^^^^^^", "count() takes one argument, not 2");
        check("max() == 1", "^^^^^", "max() takes at least one argument, not 0");
        check("max(1, 2) == 1", "^^^^^^^^^", "one argument of max() must be a field");
        check("max(ip.ttl, ip.src) == 1", "            ^^^^^^",
              "the arguments of max() must be of one type, and ip.src is an IPv4 address");
        check("len(http.host)", "^^^^^^^^^^^^^^", "a function alone is no test; compare its value with something");
        check("tcp.options == 1", "^^^^^^^^^^^", "tcp.options has no value to compare; its name alone asks whether it is there");
        check("ip.ttl == 1 / 0", "          ^^^^^", "1 / 0 divides by zero");
    }
    void refuses() {
        QFETCH(QString, filter);
        QFETCH(QString, marks);
        QFETCH(QString, reason);
        QFETCH(QString, suggestion);
        auto program = filtering::compile_program(filter.toStdString(), registry_);
        QVERIFY2(!program, "it compiles");
        const FilterError& error = program.error();
        QCOMPARE(QString::fromStdString(error.reason.text()), reason);
        QCOMPARE(QString(int(error.column), ' ') + QString(int(error.length), '^'), marks);
        QCOMPARE(QString::fromStdString(error.suggestion), suggestion);
    }

    void deepNesting_data() {
        QTest::addColumn<QString>("filter");
        auto repeat = [](const char* before, const char* middle, const char* behind) {
            return QString(before).repeated(100'000) + middle + QString(behind).repeated(100'000);
        };
        QTest::newRow("parentheses") << repeat("(", "ip", ")");
        QTest::newRow("open parentheses") << repeat("(", "", "");
        QTest::newRow("braces") << repeat("{", "ip.ttl", "}");
        QTest::newRow("not (") << repeat("!(", "ip", ")");
        QTest::newRow("calls") << repeat("upper(", "http.host", ")") + " == \"A\"";
        QTest::newRow("slices") << "ip" + repeat("[0]", "", "");
        QTest::newRow("sums") << "ip.ttl" + repeat(" + 1", "", "") + " == 1";
        QTest::newRow("and or") << repeat("ip and (tcp or (", "udp", "))");
    }
    void deepNesting() {
        QFETCH(QString, filter);
        auto program = filtering::compile_program(filter.toStdString(), registry_);
        QVERIFY(!program);
        QCOMPARE(QString::fromStdString(program.error().reason.text()), QString("the filter is nested more than 200 levels deep"));
    }

    void longLists() {
        std::string filter = "ip";
        for (int i = 0; i < 20'000; i++) filter += i % 2 ? " || ip.ttl == 7" : " && not tcp";
        auto program = filtering::compile_program(filter, registry_);
        QVERIFY(program);
        QCOMPARE(program->steps.size(), std::size_t(20'001));
        std::string negations(100'000, '!');
        QCOMPARE(steps(QString::fromStdString(negations + "ip")), QString("ip ? yes : no"));
        QVERIFY(!filtering::compile_program("ip.ttl == " + std::string(100'000, '-') + "x", registry_));
    }
};

QTEST_GUILESS_MAIN(CompilerTest)
#include "compiler_test.moc"
