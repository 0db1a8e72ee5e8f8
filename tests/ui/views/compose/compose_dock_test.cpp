// SPDX-License-Identifier: GPL-3.0-or-later
// The composer as people use it: begin, edit from either side, move layers, undo, vary; nothing crashes on what was captured.
#include "ui/views/compose/compose_dock.h"
#include "base/address.h"
#include "ui/sample_packets.h"
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/compose_bytes.h"
#include "ui/views/compose/field_row.h"
#include "ui/views/compose/layer_card.h"
#include "ui/views/compose/layer_form.h"
#include "ui/views/compose/layer_header.h"
#include "ui/views/compose/layer_stack.h"
#include "ui/views/compose/replies_panel.h"
#include "ui/views/compose/schedule_panel.h"
#include "ui/views/compose/send_bar.h"
#include <QCheckBox>
#include <QLabel>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace sallyport;

class ComposeDockTest : public QObject {
    Q_OBJECT
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<ComposeDock> dock_;

    ComposeSession& session() { return *dock_->session(); }
    void begin(const char* name) {
        auto* entry = dock_->composeActions()->templates()->findChild<QAction*>(QString("template-%1").arg(name));
        if (!entry)
            for (auto* action : dock_->composeActions()->templates()->actions())
                if (action->objectName() == QString("template-%1").arg(name)) entry = action;
        QVERIFY2(entry, name);
        entry->trigger();
        QVERIFY(!session().isEmpty());
    }
    FieldKey key(const char* name) { return session().packet().find(name).value_or(FieldKey{}); }
    std::string value(const char* name) {
        const auto field = session().packet().field(key(name));
        return field ? field->value : "(none)";
    }
    FieldRow* row(const char* name) {
        for (auto* one : dock_->findChildren<FieldRow*>())
            if (one->isVisible() && one->row().has(key(name))) return one;
        return nullptr;
    }
    QLineEdit* line(const char* name) { return row(name) ? row(name)->findChild<QLineEdit*>() : nullptr; }
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (auto& layer : session().packet().layers()) all.push_back(layer.name);
        return all;
    }
    std::vector<LayerHeader*> headers() {
        std::vector<LayerHeader*> all;
        for (auto* one : dock_->findChildren<LayerHeader*>())
            if (one->isVisible()) all.push_back(one);
        std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y(); });
        return all;
    }
    bool tells(const QString& words) {
        for (auto* label : dock_->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
    QPushButton* button(const char* name) {
        for (auto* one : dock_->findChildren<QPushButton*>())
            if (one->isVisible() && (one->accessibleName() == QLatin1String(name) || one->text() == QLatin1String(name))) return one;
        return nullptr;
    }
    QPushButton* shown(const char* words) {
        for (auto* one : dock_->findChildren<QPushButton*>())
            if (one->isVisibleTo(dock_.get()) && one->text().startsWith(QLatin1String(words))) return one;
        return nullptr;
    }
    void type(QLineEdit* line, const QString& text, bool enter = true) {
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        if (enter) QTest::keyClick(line, Qt::Key_Return);
    }

private slots:
    void init() {
        bridge_ = std::make_unique<SessionBridge>();
        dock_ = std::make_unique<ComposeDock>(bridge_.get());
        dock_->resize(1100, 800);
        dock_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dock_.get()));
        dock_->activateWindow();
    }
    void cleanup() {
        dock_.reset();
        bridge_.reset();
    }

    void every_template_begins_a_packet() {
        for (auto* one : all_templates()) {
            begin(one->name);
            QVERIFY(!headers().empty());
            QVERIFY(!dock_->bytes()->grid()->bytes().empty());
            dock_->grab();
        }
    }

    void a_payload_is_added_and_entered() {
        begin("udp");
        session().removeLayer(session().packet().layers().size() - 1);
        QCOMPARE(names().back(), std::string("udp"));
        auto* add = button("Add a payload");
        QVERIFY(add && add->isEnabled());
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(names().back(), std::string("data"));
        QVERIFY(session().focus() && session().focus()->layer + 1u == names().size());
        const auto steps = session().packet().layers().size();
        QTest::mouseClick(add, Qt::LeftButton);  // there is one: it is shown
        QCOMPARE(session().packet().layers().size(), steps);
        begin("arp-request");
        QVERIFY(!button("Add a payload")->isEnabled());
    }

    /// However narrow the layers are, what stands at the right of them can be reached.
    void a_narrow_stack_cuts_nothing_off() {
        for (int width : {1100, 860, 700}) {
            dock_->resize(width, 600);
            for (auto* one : all_templates()) {
                begin(one->name);
                for (int i = 0; i < 3; i++) QCoreApplication::processEvents();  // a scroll bar comes, lines wrap
                int widest = 0;
                for (auto* card : dock_->findChildren<LayerCard*>()) widest = std::max(widest, card->isVisible() ? card->width() : 0);
                const int room = dock_->layers()->viewport()->width();
                QVERIFY2(widest <= room, qPrintable(QString("%1 at %2: %3 of %4").arg(one->name).arg(width).arg(widest).arg(room)));
            }
        }
    }

    /// Words and values of a form: beside each other where there is room for both, else above each other, and never cut.
    void nothing_in_a_form_is_cut() {
        for (int width : {1100, 910, 720}) {
            dock_->resize(width, 600);
            for (auto* one : all_templates()) {
                begin(one->name);
                for (int i = 0; i < 5; i++) QCoreApplication::processEvents();
                for (auto* row : dock_->findChildren<FieldRow*>()) {
                    if (!row->isVisible() || row->row().isHeading()) continue;
                    const auto at = QString("%1 in %2 at %3: ").arg(row->row().field.key.name.c_str(), one->name).arg(width);
                    auto* label = row->findChild<QLabel*>();
                    QCOMPARE(label->text(), QString::fromStdString(row->row().field.label));
                    for (auto& word : label->text().split(' '))
                        QVERIFY2(label->fontMetrics().horizontalAdvance(word) <= label->width(), qPrintable(at + word));
                    QVERIFY2(label->heightForWidth(label->width()) <= label->height(), qPrintable(at + label->text()));
                    int most = row->width() - label->x() - 10;  // a value longer than the line is scrolled in its editor
                    for (auto* button : row->findChildren<QToolButton*>())
                        if (button->accessibleName().startsWith("Remove")) most -= button->width() + 8;
                    for (auto* editor : row->findChildren<ValueEditor*>()) {
                        QVERIFY2(editor->width() >= std::min(editor->wholeWidth(), most),
                                 qPrintable(at + QString("%1 of %2").arg(editor->width()).arg(editor->wholeWidth())));
                    }
                }
            }
        }
    }

    void headings_of_replies_are_whole() {
        dock_->resize(720, 420);
        QCoreApplication::processEvents();
        const auto* header = dock_->replies()->table()->horizontalHeader();
        for (int i = 0; i < header->count(); i++)
            QVERIFY2(header->sectionSize(i) >= header->sectionSizeHint(i),
                     qPrintable(header->model()->headerData(i, Qt::Horizontal).toString()));
        QVERIFY2(header->length() <= header->viewport()->width(),
                 qPrintable(QString("%1 of %2").arg(header->length()).arg(header->viewport()->width())));
    }

    void it_scrolls_only_where_it_must() {
        begin("udp");
        QVERIFY2(dock_->heightForWidth(1000) <= dock_->minimumSizeHint().height() + 60,
                 qPrintable(QString("%1 of %2").arg(dock_->heightForWidth(1000)).arg(dock_->minimumSizeHint().height())));
    }

    void a_checksum_that_was_captured_wrong_is_told_and_mended() {
        begin("udp");
        const std::string right = value("udp.checksum");
        QVERIFY(!tells("wrong as it came"));
        ByteBuffer bytes(session().packet().bytes().begin(), session().packet().bytes().end());
        bytes[40] ^= 0x55;
        session().startFrom(bytes, LinkType::ethernet, "captured");
        QVERIFY(tells("udp.checksum is wrong as it came"));
        QVERIFY(tells("as captured"));
        QVERIFY(value("udp.checksum") != right);
        QTest::mouseClick(button("Make right"), Qt::LeftButton);
        QCOMPARE(value("udp.checksum"), right);
        QVERIFY(!tells("wrong as it came"));
        session().undo();
        QVERIFY(tells("wrong as it came"));
        bytes[17] ^= 0x55;  // the total length: that and both sums
        session().startFrom(bytes, LinkType::ethernet, "captured");
        QVERIFY(session().packet().wrong_fields().size() > 1);
        QVERIFY(tells("are wrong as they came"));
    }

    /// A hostile packet has thousands of fields: a stretch of them is shown, which moves to the field that is looked for.
    void a_long_form_shows_the_part_that_is_looked_at() {
        ByteBuffer dns = *parse_hex(
            "020000000002020000000001080045003ea80001000040110000"
            "0a4d000a0a4d0002003500353e94000000018180000003e800000000");
        for (int i = 0; i < 1000; i++)
            for (std::uint8_t byte : {0xc0, 0x0c, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00, 0x3c, 0x00, 0x04, 0x0a, 0x00, 0x00, 0x01})
                dns.push_back(byte);
        session().startFrom(dns, LinkType::ethernet, "captured");
        const auto lines = [&] {
            int count = 0;
            for (auto* one : dock_->findChildren<FieldRow*>()) count += one->isVisibleTo(dock_.get()) && one->row().field.key.layer == 3;
            return count;
        };
        QVERIFY2(lines() > 10 && lines() <= 60, qPrintable(QString::number(lines())));
        QVERIFY(!shown("Show 60 earlier"));
        const auto far = session().packet().find("dns.a", 700);
        QVERIFY(far);
        session().setFocus(*far);
        QVERIFY2(lines() <= 60, qPrintable(QString::number(lines())));
        bool there = false;
        for (auto* one : dock_->findChildren<FieldRow*>()) there |= one->isVisibleTo(dock_.get()) && one->row().has(*far);
        QVERIFY(there);
        const int before = lines();
        QVERIFY(shown("Show 60 earlier") && shown("Show 60 more"));
        shown("Show 60 more")->click();
        QCOMPARE(lines(), before + 60);
        shown("Show 60 earlier")->click();
        QCOMPARE(lines(), before + 120);
    }

    void a_field_is_typed_and_the_rest_follows() {
        begin("tcp-syn");
        const std::string checksum = value("tcp.checksum");
        type(line("tcp.dstport"), "8080");
        QCOMPARE(value("tcp.dstport"), std::string("8080"));
        QVERIFY(value("tcp.checksum") != checksum);
        QCOMPARE(line("tcp.checksum")->text().toStdString(), value("tcp.checksum"));
        QVERIFY(tells("auto"));
        const auto field = session().packet().field(key("tcp.dstport"));
        QCOMPARE(dock_->bytes()->grid()->marked(), (ByteRange{field->at, std::int64_t(field->at) + field->length}));
    }

    void bytes_are_typed_and_the_field_shows_it() {
        begin("tcp-syn");
        const auto field = session().packet().field(key("tcp.dstport"));
        auto* grid = dock_->bytes()->grid();
        session().focusByte(field->at);
        QCOMPARE(session().focus()->name, std::string("tcp.dstport"));
        grid->setFocus();
        QTest::keyClicks(grid, "1f90");
        QCOMPARE(line("tcp.dstport")->text(), QString("8080"));
        QVERIFY(session().canUndo());
        QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value("tcp.dstport"), std::to_string(80));
    }

    void an_override_is_marked_and_can_be_taken_back() {
        begin("tcp-syn");
        const std::string right = value("tcp.checksum");
        type(line("tcp.checksum"), "0xbeef");
        QVERIFY(tells("set by you"));
        QToolButton* back = nullptr;
        for (auto* button : row("tcp.checksum")->findChildren<QToolButton*>())
            if (button->isVisible() && button->text().contains(QString::fromStdString(right))) back = button;
        QVERIFY2(back, "the right value is not offered");
        back->click();
        QCOMPARE(value("tcp.checksum"), right);
        QVERIFY(!tells("set by you"));
    }

    void a_wrong_value_is_told_beside_its_field() {
        begin("ping");
        auto* ttl = line("ip.ttl");
        type(ttl, "900");
        QCOMPARE(value("ip.ttl"), std::string("64"));
        QCOMPARE(ttl->text(), QString("900"));
        bool told = false;
        for (auto* label : row("ip.ttl")->findChildren<QLabel*>()) told |= label->isVisible() && label->text().contains("900");
        QVERIFY(told);
        QTest::keyClick(ttl, Qt::Key_Escape);
        QCOMPARE(ttl->text(), QString("64"));
        QVERIFY(!session().hasFaults());
    }

    /// Of a field in a narrow form, too.
    void why_it_is_wrong_is_told_in_full() {
        dock_->resize(720, 600);
        begin("ping");
        type(line("ip.version"), "99");
        for (int i = 0; i < 5; i++) QCoreApplication::processEvents();
        auto* bad = row("ip.version");
        QLabel* told = nullptr;
        for (auto* label : bad->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains("99")) told = label;
        QVERIFY(told);
        QVERIFY2(bad->rect().contains(QRect(told->mapTo(bad, QPoint()), told->size())), qPrintable(told->text()));
        QVERIFY(told->heightForWidth(told->width()) <= told->height());
        QVERIFY(bad->width() <= dock_->layers()->viewport()->width());
    }

    void undo_is_the_packets_own() {
        begin("ping");
        QUndoStack* rules = bridge_->undoStack();
        QVERIFY(!bridge_->addRule("drop", "udp"));
        QCOMPARE(rules->count(), 1);
        auto* ttl = line("ip.ttl");
        type(ttl, "9");
        type(ttl, "1", false);
        QTest::keyClick(ttl, Qt::Key_Z, Qt::ControlModifier);  // typing
        QCOMPARE(value("ip.ttl"), std::string("9"));
        QTest::keyClick(ttl, Qt::Key_Escape);
        QTest::keyClick(ttl, Qt::Key_Z, Qt::ControlModifier);  // the step
        QCOMPARE(value("ip.ttl"), std::string("64"));
        QTest::keyClick(ttl, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(value("ip.ttl"), std::string("9"));
        QCOMPARE(rules->index(), 1);
    }

    void a_file_that_is_read_takes_no_packets() {
        const QString nothing = SendBar::sessionWords(false, {}, {});
        QCOMPARE(SendBar::sessionWords(true, FileSource{.path = "big.pcap.gz"}, "big.pcap.gz"), nothing);
        QCOMPARE(SendBar::sessionWords(true, LiveSource{.interfaces = {"d0"}}, "d0"), QString("the capture on d0"));
        QCOMPARE(SendBar::sessionWords(false, LiveSource{.interfaces = {"d0"}}, "d0"), nothing);
    }

    void bytes_are_redone_by_either_key() {
        begin("ping");
        auto* grid = dock_->bytes()->grid();
        grid->setFocus();
        const ByteBuffer before(grid->bytes().begin(), grid->bytes().end());
        grid->placeCaret(8);
        QTest::keyClick(grid, Qt::Key_0);
        QTest::keyClick(grid, Qt::Key_7);
        const auto now = [grid] { return ByteBuffer(grid->bytes().begin(), grid->bytes().end()); };
        const ByteBuffer after = now();
        QVERIFY(after != before);
        for (const Qt::KeyboardModifiers how : {Qt::ControlModifier | Qt::ShiftModifier, Qt::KeyboardModifiers(Qt::ControlModifier)}) {
            QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(now() == before);
            QTest::keyClick(grid, how & Qt::ShiftModifier ? Qt::Key_Z : Qt::Key_Y, how);
            QVERIFY(now() == after);
        }
    }

    void flags_are_boxes_in_a_row() {
        begin("tcp-syn");
        auto* flags = row("tcp.flags");
        QVERIFY(flags);
        QCheckBox* syn = nullptr;
        for (auto* box : flags->findChildren<QCheckBox*>())
            if (box->toolTip() == "tcp.flags.syn") syn = box;
        QVERIFY(syn && syn->isChecked());
        syn->click();
        QCOMPARE(value("tcp.flags.syn"), std::string("0"));
    }

    void layers_are_added_moved_and_removed_by_keys() {
        begin("dns-query");
        const auto before = names();
        session().addLayer(1, "vlan");
        QCOMPARE(names()[1], std::string("vlan"));
        QCOMPARE(headers().size(), before.size() + 1);
        headers()[1]->setFocus();
        QTest::keyClick(headers()[1], Qt::Key_Delete);
        QCOMPARE(names(), before);
        dock_->composeActions()->undo()->trigger();
        QCOMPARE(names()[1], std::string("vlan"));
        const std::size_t open = std::size_t(dock_->findChildren<LayerForm*>().size());
        QVERIFY(open > 0);
        auto* top = headers().back();
        top->setFocus();
        QTest::keyClick(top, Qt::Key_Left);
        QVERIFY(!top->isOpen());
        QTest::keyClick(top, Qt::Key_Space);
        QVERIFY(top->isOpen());
    }

    void a_list_takes_more_and_gives_back() {
        begin("tcp-syn");
        const auto size = session().packet().bytes().size();
        const auto layers = session().packet().layers();
        std::size_t tcp = 0;
        while (layers[tcp].name != "tcp") tcp++;
        std::optional<Addition> timestamps;
        for (auto& addition : session().packet().additions(tcp))
            if (addition.label.find("Time Stamp") != std::string::npos) timestamps = addition;
        QVERIFY(timestamps);
        QVERIFY(session().addElement(*timestamps));
        QVERIFY(session().packet().bytes().size() > size);
        QVERIFY(row("tcp.options.timestamp.tsval"));
        session().undo();
        QCOMPARE(session().packet().bytes().size(), size);
    }

    void what_is_varied_shows_at_the_field_and_in_the_schedule() {
        begin("tcp-syn");
        session().vary(key("ip.ttl"));
        session().setVariation(0, "1..64");
        QVERIFY(tells("varied: 1..64"));
        QCOMPARE(dock_->schedule()->total(), 64ull);
        session().setVariation(0, "1..x");
        QVERIFY(!dock_->schedule()->fault().isEmpty());
        QVERIFY(tells(dock_->schedule()->fault()));
        session().removeVariation(0);
        QCOMPARE(dock_->schedule()->total(), 1ull);
    }

    void narrow_and_low_places_show_everything() {
        begin("tcp-syn");
        for (const QSize size : {QSize(380, 900), QSize(1040, 330), QSize(640, 500), QSize(1600, 1000)}) {
            dock_->resize(size);
            QTest::qWait(20);
            QVERIFY2(dock_->width() <= size.width(),
                     qPrintable(QString("%1 wide, minimum %2").arg(size.width()).arg(dock_->minimumSizeHint().width())));
            QVERIFY(dock_->bytes()->isVisible());
            dock_->grab();
        }
    }

    void another_language_keeps_the_packet() {
        begin("ping");
        type(line("ip.ttl"), "9", false);
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(dock_.get(), &changed);
        QCoreApplication::processEvents();
        QCOMPARE(value("ip.ttl"), std::string("9"));
        QTRY_VERIFY(line("ip.ttl"));  // shown when the layout finds time
        QCOMPARE(dock_->bytes()->grid()->bytes().size(), session().packet().bytes().size());
    }

    void another_language_keeps_what_was_refused_and_chosen() {
        begin("ping");
        type(line("ip.ttl"), "900");
        auto* box = row("ip.dsfield.dscp")->findChild<QComboBox*>();
        type(box->lineEdit(), "nobody knows");
        auto* rate = dock_->schedule()->findChildren<QSpinBox*>().last();
        rate->setValue(rate->value() + 7);
        const double chosen = dock_->schedule()->rate();
        const auto open = dock_->layers()->openLayers();
        headers().back()->setFocus();
        QTest::keyClick(headers().back(), Qt::Key_Left);  // closed
        QVERIFY(open != dock_->layers()->openLayers());
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(dock_.get(), &changed);
        QCoreApplication::processEvents();
        QTRY_VERIFY(line("ip.ttl"));
        QCOMPARE(line("ip.ttl")->text(), QString("900"));
        QCOMPARE(line("ip.ttl")->property("validity").toString(), QString("bad"));
        QCOMPARE(row("ip.dsfield.dscp")->findChild<QComboBox*>()->currentText(), QString("nobody knows"));
        QVERIFY(session().hasFaults());
        QCOMPARE(dock_->schedule()->rate(), chosen);
        QVERIFY(open != dock_->layers()->openLayers());
        QTest::keyClick(line("ip.ttl"), Qt::Key_Escape);
        QCOMPARE(line("ip.ttl")->text(), QString("64"));
    }

    void tab_walks_through_the_editors() {
        begin("ping");
        QSet<QWidget*> seen;
        line("ip.ttl")->setFocus();
        for (int i = 0; i < 60; i++) {
            seen << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        int lines = 0;
        for (auto* widget : seen) lines += qobject_cast<QLineEdit*>(widget) != nullptr;
        QVERIFY2(lines >= 5, qPrintable(QString::number(lines)));
    }
};

QTEST_MAIN(ComposeDockTest)
#include "compose_dock_test.moc"
