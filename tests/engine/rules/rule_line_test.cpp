// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/action.h"
#include "rules/rule_set.h"
#include <QtTest>

using namespace sallyport;

Q_DECLARE_METATYPE(std::optional<sallyport::Direction>)

class RuleLineTest : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QString>("action");
        QTest::addColumn<std::optional<Direction>>("direction");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("written");
        auto row = [](const char* line, bool enabled, const char* action, std::optional<Direction> direction, const char* filter,
                      const char* note,
                      const char* written) { QTest::newRow(line) << line << enabled << action << direction << filter << note << written; };
        std::optional<Direction> any;
        row("drop", true, "drop", any, "", "", "drop");
        row("  accept\t in ", true, "accept", Direction::in, "", "", "accept in");
        row("off drop out when udp.port == 53 # no names", false, "drop", Direction::out, "udp.port == 53", "no names",
            "off drop out when udp.port == 53  # no names");
        row("drop forward when tcp#", true, "drop", Direction::forward, "tcp#", "", "");
        row("drop when dns.qry.name == \"a # b\" # why", true, "drop", any, "dns.qry.name == \"a # b\"", "why",
            "drop when dns.qry.name == \"a # b\"  # why");
        row("drop when dns.qry.name == \"a\\\" # b\"", true, "drop", any, "dns.qry.name == \"a\\\" # b\"", "",
            "drop when dns.qry.name == \"a\\\" # b\"");
        row("drop # it's # two", true, "drop", any, "", "it's # two", "drop  # it's # two");
        row("drop #", true, "drop", any, "", "", "drop");
        row("drop when ip.src == 10.0.0.0/8 && tcp", true, "drop", any, "ip.src == 10.0.0.0/8 && tcp", "",
            "drop when ip.src == 10.0.0.0/8 && tcp");
        row("drop in when when", true, "drop", Direction::in, "when", "", "");
    }
    void reads() {
        QFETCH(QString, line);
        QFETCH(QString, written);
        auto rule = parse_rule_line(line.toStdString());
        if (written.isEmpty()) {  // the filter is refused, all before it was understood
            QVERIFY(!rule);
            QVERIFY2(rule.error().column >= 1 + std::size_t(line.indexOf("when")), rule.error().text().c_str());
            return;
        }
        QVERIFY2(rule.has_value(), rule ? "" : rule.error().text().c_str());
        QTEST(rule->enabled, "enabled");
        QTEST(QString::fromStdString(rule->action), "action");
        QTEST(rule->direction, "direction");
        QTEST(QString::fromStdString(rule->filter), "filter");
        QTEST(QString::fromStdString(rule->note), "note");
        QCOMPARE(QString::fromStdString(rule_line(*rule)), written);
    }

    void refuses_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("suggestion");
        auto row = [](const char* line, int column, const char* reason, const char* suggestion) {
            QTest::newRow(line) << line << column << reason << suggestion;
        };
        row("", 1, "an action is missing", "accept");
        row("# only a note", 1, "an action is missing", "accept");
        row("off", 4, "an action is missing", "accept");
        row("dorp when tcp", 1, "no action \"dorp\"", "drop");
        row("  DROP", 3, "no action \"DROP\"", "drop");
        row("drop inn when tcp", 6, "direction", "in");
        row("drop tcp.port == 80", 6, "direction", "when tcp.port == 80");
        row("drop in tcp.port == 80", 9, "\"when\"", "when tcp.port == 80");
        row("drop when", 6, "no filter", "");
        row("drop when # all", 6, "no filter", "");
        row("drop in when tcp.prot == 80", 14, "tcp.prot", "tcp.port");
        row("off drop when ip.ttl == 1 && tcp.prot == 80", 30, "tcp.prot", "tcp.port");
    }
    void refuses() {
        QFETCH(QString, line);
        QFETCH(QString, reason);
        auto rule = parse_rule_line(line.toStdString());
        QVERIFY(!rule);
        auto& error = rule.error();
        QTEST(int(error.column), "column");
        QVERIFY2(QString::fromStdString(error.reason.text()).contains(reason), error.text().c_str());
        QTEST(QString::fromStdString(error.suggestion), "suggestion");
        QVERIFY(QString::fromStdString(error.text()).startsWith("column "));
    }

    void listsActions() {
        QCOMPARE(all_actions().size(), std::size_t(2));
        for (auto* kind : all_actions()) {
            QCOMPARE(find_action(kind->name), kind);
            QVERIFY(!kind->title.empty() && !kind->description.empty());
            QVERIFY(kind->make("").has_value());
        }
        QVERIFY(!find_action("explode"));
    }
};

QTEST_GUILESS_MAIN(RuleLineTest)
#include "rule_line_test.moc"
