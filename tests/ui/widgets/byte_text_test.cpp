// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_text.h"
#include <QtTest>

using namespace sallyport;

class ByteTextTest : public QObject {
    Q_OBJECT
    const ByteBuffer bytes_{'G', 'E', 'T', 0, 0xff};

private slots:
    void writesHex() {
        QCOMPARE(hex_stream(bytes_), QStringLiteral("47455400ff"));
        QCOMPARE(hex_spaced(bytes_), QStringLiteral("47 45 54 00 ff"));
        QCOMPARE(hex_stream({}), QString());
    }
    void writesText() { QCOMPARE(printable_text(bytes_), QStringLiteral("GET..")); }
    void writesADump() {
        const QStringList lines = hex_dump(ByteBuffer(20, 0x41)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QStringLiteral("0000  41 41 41 41 41 41 41 41 41 41 41 41 41 41 41 41   AAAAAAAAAAAAAAAA"));
        QVERIFY(lines[1].startsWith(QLatin1String("0010  41 41 41 41 ")) && lines[1].endsWith(QLatin1String("   AAAA")));
    }
    void writesC() {
        const QString text = c_array(bytes_);
        QVERIFY(text.startsWith(QLatin1String("const unsigned char packet[5] = {")));
        QVERIFY(text.contains(QLatin1String("0x47, 0x45, 0x54, 0x00, 0xff,")));
    }
};

QTEST_APPLESS_MAIN(ByteTextTest)
#include "byte_text_test.moc"
