// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/lexer.h"
#include <QtTest>

using namespace sallyport::filtering;

class LexerTest : public QObject {
    Q_OBJECT

private slots:
    /// Tokens parted by blanks, words in < >, strings in « », each with its column.
    void splits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        auto check = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        check("", "");
        check(" \t\n ", "");
        check("tcp.port==80", "0<tcp.port> 8== 10<80>");
        check("tcp.port!=80&&!ip", "0<tcp.port> 8!= 10<80> 12&& 14! 15<ip>");
        check("a===b!==c~=d~e", "0<a> 1=== 4<b> 5!== 8<c> 9~= 11<d> 12~ 13<e>");
        check("a>=b<=c", "0<a> 1>= 3<b> 4<= 6<c>");
        check("60+4 -2", "0<60> 2+ 3<4> 5- 6<2>");
        check("66-2", "0<66-2>");
        check("-1", "0- 1<1>");
        check("128/2", "0<128> 3/ 4<2>");
        check("10.0.0.0/8", "0<10.0.0.0/8>");
        check("ip.src/24", "0<ip.src> 6/ 7<24>");
        check("fe80::/10", "0<fe80::/10>");
        check("::1", "0<::1>");
        check("{80..90}", "0{ 1<80> 3.. 5<90> 7}");
        check("{fe80::..fe80:1::}", "0{ 1<fe80::> 7.. 9<fe80:1::> 17}");
        check("00:01-02.03", "0<00:01-02.03>");
        check("2024-01-01T10:00:00Z", "0<2024-01-01T10:00:00Z>");
        check("ip[0:2,-1]", "0<ip> 2[0:2,-1]");
        check("ip.src#2#[1-2]", "0<ip.src> 6#2 8#1-2");
        check("\"a b\"", "0«a b»");
        check("\"\\\"\\\\\\x41\\101\\t\"", "0«\"\\AA\t»");
        check("r\"\\d\\\"x\"", "0«\\d\\\"x»");
        check("R\"\"", "0«»");
        check("'a' '\\x41' '\\''", "0'a 4'A 11''");
        check("not and or xor in any all", "0not 4and 8or 11xor 15in 18any 22all");
        check("nottcp", "0<nottcp>");
        check("tcp;udp", "0<tcp> 3bad");
        check("\"abc", "0bad");
        check("x \"\\z\"", "0<x> 3bad");
        check("x \"\\U00110000\"", "0<x> 3bad");
        check("x \"\\777\"", "0<x> 3bad");
        check("'ab'", "0bad");
        check("a # 1", "0<a> 2bad");
        check("ip[0", "0<ip> 2bad");
        check("]", "0bad");
        check("a = b", "0<a> 2bad");
    }
    void splits() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QStringList out;
        const std::string bytes = text.toStdString();
        for (auto& token : tokenize(bytes)) {
            const QString word = QString::fromStdString(token.text), column = QString::number(token.column);
            switch (token.kind) {
                case TokenKind::end: QCOMPARE(std::size_t(token.column), bytes.size()); break;
                case TokenKind::bad:
                    out << column + "bad";
                    QVERIFY(!token.fault.empty());
                    break;
                case TokenKind::word: out << column + "<" + word + ">"; break;
                case TokenKind::string: out << column + "«" + word + "»"; break;
                case TokenKind::character: out << column + "'" + word; break;
                case TokenKind::slice: out << column + "[" + word + "]"; break;
                case TokenKind::layers: out << column + "#" + word; break;
                default: out << column + word; break;
            }
        }
        QCOMPARE(out.join(' '), expected);
    }
};

QTEST_GUILESS_MAIN(LexerTest)
#include "lexer_test.moc"
