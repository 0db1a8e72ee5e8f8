// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/hex_dialog.h"
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
};

QTEST_MAIN(HexDialogTest)
#include "hex_dialog_test.moc"
