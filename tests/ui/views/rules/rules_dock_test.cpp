// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rules_dock.h"
#include "ui/sample_packets.h"
#include "ui/views/rules/lockout_guard.h"
#include "ui/views/rules/rule_editor.h"
#include "ui/views/rules/rule_view.h"
#include "ui/widgets/filter_edit.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

/// A dock over a real session that replays a real file: one packet in three is ICMP (sample_packets.h).
class RulesDockTest : public QObject {
    Q_OBJECT
    static constexpr std::size_t packets = 300;
    QTemporaryDir directory_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<RulesDock> dock_;

    RuleView* view() const { return dock_->findChild<RuleView*>(); }
    RuleEditor* editor() const { return dock_->findChild<RuleEditor*>(); }
    /// The rules in force, a line each, without the default.
    std::string rules() const {
        std::string lines;
        for (const Rule& rule : bridge_->rules().rules) lines += rule_line(rule) + "\n";
        return lines;
    }
    bool tells(const QString& words) const {
        for (auto* label : dock_->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
    void put(const char* text) {
        auto list = RuleList::parse(text);
        QVERIFY2(list, list ? "" : list.error().text().c_str());
        for (Rule& rule : list->rules) rule.id = bridge_->newRuleId();
        QVERIFY(!bridge_->changeRules(*list, "test"));
    }

private slots:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
        qApp->setStyleSheet({});
    }
    void init() {
        bridge_ = std::make_unique<SessionBridge>();
        dock_ = std::make_unique<RulesDock>(bridge_.get());
        dock_->resize(420, 700);
        dock_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dock_.get()));
        dock_->activateWindow();
    }
    void cleanup() {
        dock_.reset();
        bridge_.reset();
    }

    void a_rule_by_a_click_stands_first_and_can_be_undone() {
        put("drop when udp\n");
        dock_->addRule("drop", "icmp", "no pings");
        QCOMPARE(rules(), std::string("drop when icmp  # no pings\ndrop when udp\n"));
        QCOMPARE(view()->currentRow(), 0);
        bridge_->undoStack()->undo();
        QCOMPARE(rules(), std::string("drop when udp\n"));
        QCOMPARE(view()->model()->rowCount(), 2);
        bridge_->undoStack()->redo();
        QCOMPARE(view()->model()->rowCount(), 3);
    }

    void a_bad_filter_is_refused_with_its_reason() {
        put("drop when udp\n");
        dock_->addRule("drop", "tcp.dstprot == 23");
        QCOMPARE(rules(), std::string("drop when udp\n"));
        QVERIFY(tells("tcp.dstprot"));
    }

    void keys() {
        put("drop when udp\ndrop when icmp\n");
        view()->setFocus();
        view()->setCurrentIndex(view()->model()->index(0, 0));
        QTest::keyClick(view(), Qt::Key_Space);
        QCOMPARE(rules(), std::string("off drop when udp\ndrop when icmp\n"));
        QTest::keyClick(view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(rules(), std::string("drop when icmp\noff drop when udp\n"));
        QCOMPARE(view()->currentRow(), 1);
        QTest::keyClick(view(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(rules(), std::string("drop when icmp\n"));
        view()->setCurrentIndex(view()->model()->index(1, 0));
        QTest::keyClick(view(), Qt::Key_Delete);  // the default cannot be removed …
        QCOMPARE(rules(), std::string("drop when icmp\n"));
        QTest::keyClick(view(), Qt::Key_Return);  // … but turned
        QCOMPARE(bridge_->rules().default_verdict, Verdict::drop);
    }

    void a_click_on_the_switch_turns_a_rule_off() {
        put("drop when udp\n");
        const QRect row = view()->visualRect(view()->model()->index(0, 0));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(40, row.height() / 2));
        QCOMPARE(rules(), std::string("off drop when udp\n"));
    }

    void the_editor_changes_nothing_before_it_is_accepted() {
        dock_->newRule("drop", "udp");
        auto* filter = editor()->findChild<FilterEdit*>();
        QVERIFY(editor()->isVisible());
        QCOMPARE(filter->text(), "udp");
        QCOMPARE(rules(), std::string(""));
        filter->setText("no.such.field == 1");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(rules(), std::string(""));
        filter->setText("tcp");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(rules(), std::string("drop when tcp\n"));
        QVERIFY(!editor()->isVisible());
        QTest::keyClick(view(), Qt::Key_F2);
        filter->setText("icmp");
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(rules(), std::string("drop when tcp\n"));
    }

    void tells_what_a_rule_would_have_matched() {
        const QString path = directory_.filePath("trial.pcapng");
        sample::write_file(path, packets);
        put("drop when icmp\n");
        QVERIFY(bridge_->start(FileSource{path.toStdString()}));
        view()->setCurrentIndex(view()->model()->index(0, 0));
        QTRY_VERIFY_WITH_TIMEOUT(tells("would have matched 100 of the 300 packets seen"), 20000);
        dock_->newRule("accept", "");
        QTRY_VERIFY_WITH_TIMEOUT(tells("would have matched all 300 packets seen"), 20000);
    }

    void hits_come_live() {
        const QString path = directory_.filePath("hits.pcapng");
        sample::write_file(path, packets);
        put("drop when icmp\n");
        QVERIFY(bridge_->start(ReplaySource{.path = path.toStdString()}));
        const QModelIndex rule = view()->model()->index(0, 0), rest = view()->model()->index(1, 0);
        QTRY_COMPARE_WITH_TIMEOUT(rule.data(RuleListModel::PacketsRole).toULongLong(), 100ull, 20000);
        QTRY_COMPARE(rest.data(RuleListModel::PacketsRole).toULongLong(), 200ull);
        QVERIFY(rule.data(RuleListModel::BytesRole).toULongLong() > 0);
    }

    void a_rule_edited_to_another_filter_begins_at_0() {
        const QString path = directory_.filePath("edited.pcapng");
        sample::write_file(path, packets);
        put("drop when icmp\ndrop when arp\n");
        QVERIFY(bridge_->start(ReplaySource{.path = path.toStdString()}));
        const auto hits = [&] { return view()->model()->index(0, 0).data(RuleListModel::PacketsRole).toULongLong(); };
        QTRY_COMPARE_WITH_TIMEOUT(hits(), 100ull, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge_->state() == SessionState::ended, 20000);
        const auto id = [&] { return bridge_->rules().rules[0].id; };
        const auto first = id();
        view()->setCurrentIndex(view()->model()->index(0, 0));
        const auto edit = [&](auto* field, const QString& text) {
            view()->setFocus();
            QTest::keyClick(view(), Qt::Key_F2);
            field->setText(text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        for (auto* field : editor()->findChildren<QLineEdit*>())
            if (field->accessibleName() == "Note") edit(field, "no pings");
        QCOMPARE(rules(), std::string("drop when icmp  # no pings\ndrop when arp\n"));
        QCOMPARE(id(), first);  // called otherwise, it is the same rule
        QCOMPARE(hits(), 100ull);
        edit(editor()->findChild<FilterEdit*>(), "udp");
        QCOMPARE(rules(), std::string("drop when udp  # no pings\ndrop when arp\n"));
        QVERIFY(id() != first);
        QTRY_COMPARE(hits(), 0ull);
        QVERIFY(tells("0 packets") && tells("never hit"));
        QCOMPARE(view()->currentRow(), 0);
        QCOMPARE(bridge_->ruleLabel(first), "no pings");  // what dropped those packets has its name
        bridge_->undoStack()->undo();
        QCOMPARE(id(), first);
        QCOMPARE(view()->currentRow(), 0);
    }

    void a_file_there_and_back() {
        put("drop in when tcp.dstport == 23  # telnet\noff accept when udp\ndefault drop\n");
        const std::string before = bridge_->rules().text();
        const auto old_id = bridge_->rules().rules[0].id;
        const QString path = directory_.filePath("some.rules");
        QVERIFY(dock_->saveFile(path));
        put("");
        QVERIFY(dock_->loadFile(path));
        QCOMPARE(bridge_->rules().text(), before);
        QVERIFY2(bridge_->rules().rules[0].id != old_id, "packets judged by the rule of before would be told as judged by this one");
        bridge_->undoStack()->undo();
        QVERIFY(bridge_->rules().rules.empty());
    }

    void locking_oneself_out_is_taken_back() {
        const QString path = directory_.filePath("guard.pcapng");
        sample::write_file(path, packets);
        QVERIFY(bridge_->start(ReplaySource{.path = path.toStdString(), .speed = 0.001}));
        QVERIFY(bridge_->session().verdicts_act());
        auto* guard = dock_->findChild<LockoutGuard*>();
        put("default drop\n");
        QVERIFY(guard->asks() && guard->isVisible());
        guard->takeBack();
        QCOMPARE(bridge_->rules().default_verdict, Verdict::accept);
        put("default drop\n");
        QVERIFY(guard->asks());
        guard->keep();
        QVERIFY(!guard->asks() && !guard->isVisible());
        QCOMPARE(bridge_->rules().default_verdict, Verdict::drop);
    }
};

QTEST_MAIN(RulesDockTest)
#include "rules_dock_test.moc"
