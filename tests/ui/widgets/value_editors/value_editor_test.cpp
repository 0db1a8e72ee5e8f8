// SPDX-License-Identifier: GPL-3.0-or-later
// Typing into the editors of a field: what is told, what is marked, what is given up.
#include "ui/widgets/value_editors/value_editor.h"
#include "ui/widgets/value_editors/choice_editor.h"
#include "ui/widgets/value_editors/flag_editor.h"
#include "ui/widgets/value_editors/line_editor.h"
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class ValueEditorTest : public QObject {
    Q_OBJECT
    static ComposedField field(const char* the_template, const char* name) {
        const auto packet = *compose(*find_template(the_template));
        const auto key = packet.find(name);
        return key ? *packet.field(*key) : ComposedField{};
    }
    static std::unique_ptr<ValueEditor> editor(const ComposedField& field) {
        std::unique_ptr<ValueEditor> made(make_value_editor(field.editor, nullptr));
        if (made) made->show(field);
        return made;
    }
    static QLineEdit* line(ValueEditor* editor) { return editor->findChild<QLineEdit*>(); }

private slots:
    void every_kind_has_its_editor() {
        for (auto kind : {FieldEditor::number, FieldEditor::flag, FieldEditor::choice, FieldEditor::ether, FieldEditor::ipv4,
                          FieldEditor::ipv6, FieldEditor::bytes, FieldEditor::text, FieldEditor::time}) {
            std::unique_ptr<ValueEditor> made(make_value_editor(kind, nullptr));
            QVERIFY(made);
            QVERIFY(usual_digits(kind) >= 12);
        }
        QVERIFY(!make_value_editor(FieldEditor::none, nullptr));
    }

    void what_is_typed_is_told_with_return_data() {
        QTest::addColumn<QByteArray>("of");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("good");
        QTest::newRow("number") << QByteArray("ping") << QByteArray("ip.ttl") << "256"
                                << "7";
        QTest::newRow("hex") << QByteArray("tcp-syn") << QByteArray("tcp.checksum") << "0x1beef"
                             << "0xbeef";
        QTest::newRow("ether") << QByteArray("arp-request") << QByteArray("eth.dst") << "02:00:00"
                               << "02:00:00:00:00:01";
        QTest::newRow("ipv4") << QByteArray("ping") << QByteArray("ip.dst") << "10.77.0"
                              << "10.77.0.3";
        QTest::newRow("ipv6") << QByteArray("neighbour-solicitation") << QByteArray("ipv6.dst") << "fe80:"
                              << "fe80::1";
        QTest::newRow("bytes") << QByteArray("ping") << QByteArray("data.data") << "abc"
                               << "61:62:63";
    }
    void what_is_typed_is_told_with_return() {
        QFETCH(QByteArray, of);
        QFETCH(QByteArray, name);
        QFETCH(QString, bad);
        QFETCH(QString, good);
        const auto shown = field(of.constData(), name.constData());
        QVERIFY2(shown.field, "no such field");
        const auto made = editor(shown);
        QCOMPARE(line(made.get())->accessibleName(), QString::fromStdString(shown.label));
        QSignalSpy edited(made.get(), &ValueEditor::edited);
        line(made.get())->selectAll();
        QTest::keyClicks(line(made.get()), bad);
        QCOMPARE(line(made.get())->property("validity").toString(), QString("bad"));
        QVERIFY(!line(made.get())->toolTip().isEmpty());
        line(made.get())->selectAll();
        QTest::keyClicks(line(made.get()), good);
        QVERIFY2(line(made.get())->property("validity").toString().isEmpty(), qPrintable(line(made.get())->toolTip()));
        QVERIFY(made->isPending());
        QTest::keyClick(line(made.get()), Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited[0][0].toString(), good);
        QVERIFY(!made->isPending());
    }

    void escape_gives_it_up() {
        const auto made = editor(field("ping", "ip.ttl"));
        QSignalSpy edited(made.get(), &ValueEditor::edited), abandoned(made.get(), &ValueEditor::abandoned);
        line(made.get())->selectAll();
        QTest::keyClicks(line(made.get()), "abc");
        QTest::keyClick(line(made.get()), Qt::Key_Escape);
        QCOMPARE(line(made.get())->text(), QString("64"));
        QCOMPARE(abandoned.count(), 1);
        QCOMPARE(edited.count(), 0);
    }

    void what_was_refused_stays_to_be_corrected() {
        auto shown = field("ping", "ip.ttl");
        const auto made = editor(shown);
        connect(made.get(), &ValueEditor::edited, made.get(), [&] { made->setRefused(true); });
        line(made.get())->selectAll();
        QTest::keyClicks(line(made.get()), "300");
        QTest::keyClick(line(made.get()), Qt::Key_Return);
        made->show(shown);  // something else changed
        QCOMPARE(line(made.get())->text(), QString("300"));
        QCOMPARE(line(made.get())->property("validity").toString(), QString("bad"));
    }

    void arrows_count() {
        const auto made = editor(field("ping", "ip.ttl"));
        QSignalSpy edited(made.get(), &ValueEditor::edited);
        QTest::keyClick(line(made.get()), Qt::Key_Up);
        QTest::keyClick(line(made.get()), Qt::Key_PageDown);
        QCOMPARE(edited[0][0].toString(), QString("65"));
        QCOMPARE(edited[1][0].toString(), QString("48"));
        auto shown = field("ping", "ip.ttl");
        shown.value = "255";
        made->show(shown);
        QTest::keyClick(line(made.get()), Qt::Key_Up);
        QCOMPARE(edited.count(), 2);
    }

    void a_choice_is_made_by_name_or_number() {
        const auto shown = field("ping", "ip.proto");
        QCOMPARE(int(shown.editor), int(FieldEditor::choice));
        std::unique_ptr<ValueEditor> made(make_value_editor(shown.editor, nullptr));
        made->show(shown);
        auto* box = made->findChild<QComboBox*>();
        QVERIFY2(box->currentText().contains("(1)"), qPrintable(box->currentText()));
        QSignalSpy edited(made.get(), &ValueEditor::edited);
        QFocusEvent in(QEvent::FocusIn);
        QCoreApplication::sendEvent(box, &in);
        QVERIFY(box->count() > 3);
        const int udp = box->findText("(17)", Qt::MatchContains);
        QVERIFY(udp >= 0);
        box->setCurrentIndex(udp);
        emit box->textActivated(box->itemText(udp));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited[0][0].toString(), QString("17"));
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), "99");
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QCOMPARE(edited.last()[0].toString(), QString("99"));
    }

    void a_flag_is_a_box() {
        const auto made = editor(field("tcp-syn", "tcp.flags.syn"));
        auto* box = made->findChild<QCheckBox*>();
        QVERIFY(box->isChecked());
        QVERIFY(!box->text().isEmpty());
        QSignalSpy edited(made.get(), &ValueEditor::edited);
        box->click();
        QCOMPARE(edited.last()[0].toString(), QString("0"));
    }
};

QTEST_MAIN(ValueEditorTest)
#include "value_editor_test.moc"
