// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/hex_paste.h"
#include <QTest>

using namespace sallyport;

class HexPasteTest : public QObject {
    Q_OBJECT
private slots:
    void read_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bytes");
        const QString twenty = "4500001400010000400166e97f0000017f000001";
        QTest::newRow("plain") << "45000014"
                               << "45000014";
        QTest::newRow("blanks") << "45 00\n00 14 "
                                << "45000014";
        QTest::newRow("words") << "4500 0014 0001"
                               << "450000140001";
        QTest::newRow("words that begin with zeros") << "0000 0014 0001"
                                                     << "000000140001";
        QTest::newRow("colons") << "aa:bb:CC"
                                << "aabbcc";
        QTest::newRow("dashes") << "aa-bb-cc"
                                << "aabbcc";
        QTest::newRow("C string") << "\"\\x45\\x00\"\n\"\\x14\""
                                  << "450014";
        QTest::newRow("C array") << "{ 0x45, 0x0, 0x14 };"
                                 << "450014";
        QTest::newRow("a prefix") << "0x45000014"
                                  << "45000014";
        QTest::newRow("prefixes in a row") << "0x450x00"
                                           << "4500";
        QTest::newRow("wireshark") << "0000   45 00 00 14 00 01 00 00 40 01 66 e9 7f 00 00 01   E.......@.f.....\n0010   7f 00 00 01       "
                                      "                                ....\n"
                                   << twenty;
        QTest::newRow("wireshark, text that looks like bytes") << "0000   61 62 20 63 64 20 65 66 20 61 62 20 63 64 20 65   ab cd ef ab cd "
                                                                  "e\n0010   66 20 61 62                                       f ab\n"
                                                               << "616220636420656620616220636420656620"
                                                                  "6162";
        QTest::newRow("tcpdump -x") << "12:00:00.000001 IP 127.0.0.1 > 127.0.0.1: ICMP echo request\n"
                                       "\t0x0000:  4500 0014 0001 0000 4001 66e9 7f00 0001\n\t0x0010:  7f00 0001\n"
                                    << twenty;
        QTest::newRow("tcpdump -X") << "\t0x0000:  4500 0014 0001 0000 4001 66e9 7f00 0001  E.......@.f.....\n\t0x0010:  7f00 0001         "
                                       "                       ....\n"
                                    << twenty;
        QTest::newRow("hexdump -C") << "00000000  45 00 00 14 00 01 00 00  40 01 66 e9 7f 00 00 01  |E.......@.f.....|\n00000010  7f 00 00 "
                                       "01                                       |....|\n00000014\n"
                                    << twenty;
        QTest::newRow("hexdump -C, one line") << "00000000  45 00 00 14 00 01 00 00  40 01                    |E.......@.|\n0000000a\n"
                                              << "450000140001000040"
                                                 "01";
        QTest::newRow("xxd") << "00000000: 4500 0014 0001 0000 4001 66e9 7f00 0001  E.......@.f.....\n00000010: 7f00 0001                  "
                                "              ....\n"
                             << twenty;
        QTest::newRow("hexdump") << "0000000 0045 1400 0100 0000 0140 e966 007f 0100\n0000010 007f 0100\n0000014\n" << twenty;
        QTest::newRow("hexdump, an odd byte") << "0000000 0045 0014\n0000003\n"
                                              << "450014";
    }
    void read() {
        QFETCH(QString, text);
        QFETCH(QString, bytes);
        auto read = parse_hex_paste(text.toStdString());
        QVERIFY2(read, read ? "" : read.error().text().c_str());
        QCOMPARE(QString(QByteArray(reinterpret_cast<const char*>(read->data()), qsizetype(read->size())).toHex()), bytes);
    }

    void refused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("empty") << " \n"
                               << "no bytes";
        QTest::newRow("no digit") << "45 00\n0g"
                                  << "line 2, column 1";
        QTest::newRow("a letter") << "45 00 zz"
                                  << "line 1, column 7";
        QTest::newRow("odd") << "45 0"
                             << "line 1, column 4";
        QTest::newRow("half a byte") << "\\x"
                                     << "line 1";
        QTest::newRow("a gap") << "0000   45 00 00 14 00 01 00 00 40 01 66 e9 7f 00 00 01\n0020   7f 00\n"
                               << "line 2";
        QTest::newRow("a second packet") << "0000   45 00\n0000   45 00\n"
                                         << "line 2";
        QTest::newRow("left out") << "00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n*\n00000040\n"
                                  << "line 2";
        QTest::newRow("not ASCII") << "45 \u00e9"
                                   << "'\u00e9'";
    }
    void refused() {
        QFETCH(QString, text);
        QFETCH(QString, where);
        auto read = parse_hex_paste(text.toStdString());
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().what.text()).contains(where), read.error().what.text().c_str());
    }

    void hostile_text_does_no_harm() {
        const std::string parts[] = {"0000", "0x", "\\x", "45",       ":",  " ",    "  ", "\n",
                                     "|",    "*",  "g",   "00000010", "\t", "\xff", "\"", "4500"};
        unsigned state = 1;
        for (int round = 0; round < 20000; round++) {
            std::string text;
            for (int k = 0; k < 12; k++) text += parts[(state = state * 1103515245 + 12345) >> 16 & 15];
            (void)parse_hex_paste(text);
        }
    }
};

QTEST_GUILESS_MAIN(HexPasteTest)
#include "hex_paste_test.moc"
