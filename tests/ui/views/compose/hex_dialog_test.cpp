// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/hex_dialog.h"
#include "ui/bridge/compose_session.h"
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace sallyport;

class HexDialogTest : public QObject {
    Q_OBJECT
    static bool tells(const HexDialog& dialog, const QString& words) {
        for (auto* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(words)) return true;
        return false;
    }
    static QPushButton* accept(const HexDialog& dialog) {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->isDefault()) return button;
        return nullptr;
    }

private slots:
    void what_is_pasted_is_read_at_once() {
        HexDialog dialog(LinkType::ethernet, nullptr);
        QVERIFY(accept(dialog) && !accept(dialog)->isEnabled());
        dialog.text()->setPlainText("0000  de ad be ef\n");
        QVERIFY(accept(dialog)->isEnabled());
        QCOMPARE(dialog.bytes(), (ByteBuffer{0xde, 0xad, 0xbe, 0xef}));
        QVERIFY(tells(dialog, "4 byte"));
    }

    void what_is_wrong_is_marked_where_it_stands() {
        HexDialog dialog(LinkType::ethernet, nullptr);
        dialog.text()->setPlainText("de ad\nbe xx\n");
        QVERIFY(!accept(dialog)->isEnabled());
        QVERIFY(tells(dialog, "line 2, column 4"));
        const auto marks = dialog.text()->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0].cursor.selectedText(), QString("x"));
        dialog.text()->setPlainText("de ad\nbe ef\n");
        QVERIFY(dialog.text()->extraSelections().isEmpty());
        QVERIFY(accept(dialog)->isEnabled());
    }

    void an_ip_header_is_recognised() {
        HexDialog dialog(LinkType::ethernet, nullptr);
        dialog.text()->setPlainText(
            "4500001c00010000400100000a4d000c0a4d0001"
            "0800f7fd00010001");
        QCOMPARE(int(dialog.linkType()), int(LinkType::raw));
        dialog.text()->setPlainText(
            "0200000000020200000000010800"
            "4500001c00010000400100000a4d000c0a4d0001"
            "0800f7fd00010001");
        QCOMPARE(int(dialog.linkType()), int(LinkType::ethernet));
    }

    /// … also where its length is what is wrong with it: then the composer tells so, and can mend it.
    void an_ip_header_is_recognised_whatever_its_length_says() {
        HexDialog dialog(LinkType::ethernet, nullptr);
        dialog.text()->setPlainText(
            "4500ffff00010000400100000a4d000c0a4d0001"
            "0800f7fd00010001");
        QCOMPARE(int(dialog.linkType()), int(LinkType::raw));
        dialog.text()->setPlainText(
            "4502000000020200000000010800"  // a station with such an address
            "4500001c00010000400100000a4d000c0a4d0001"
            "0800f7fd00010001");
        QCOMPARE(int(dialog.linkType()), int(LinkType::ethernet));
        dialog.text()->setPlainText(
            "6000000000ff3a40"
            "fd770000000000000000000000000010"
            "fd770000000000000000000000000001"
            "8000000000010001");
        QCOMPARE(int(dialog.linkType()), int(LinkType::raw));
        ComposeSession session;
        dialog.text()->setPlainText(
            "4500ffff00010000400100000a4d000c0a4d0001"
            "0800f7fd00010001");
        session.startFrom(dialog.bytes(), dialog.linkType(), "pasted bytes");
        QVERIFY(!session.packet().wrong_fields().empty());
        QVERIFY(session.repair());
        QVERIFY(session.packet().wrong_fields().empty());
        QCOMPARE(session.packet().field(*session.packet().find("ip.len"))->value, std::string("28"));
    }
};

QTEST_MAIN(HexDialogTest)
#include "hex_dialog_test.moc"
