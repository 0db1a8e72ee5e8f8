// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_set.h"
#include <QtTest>

using namespace sallyport;

class RuleListTest : public QObject {
    Q_OBJECT
private slots:
    void keepsAFileAsItStands() {
        const char* text = "# my rules\n\ndrop in when tcp.port == 23  # telnet\n# names\noff accept when udp.port == 53\n\n# the rest\n"
                           "default drop  # nothing else\n# end\n";
        auto list = RuleList::parse(text);
        QVERIFY2(list.has_value(), list ? "" : list.error().text().c_str());
        QCOMPARE(list->rules.size(), std::size_t(2));
        QCOMPARE(list->rules[0].id, 1u);
        QCOMPARE(list->rules[1].id, 2u);
        QCOMPARE(list->next_id(), 3u);
        QCOMPARE(list->default_verdict, Verdict::drop);
        QCOMPARE(QString::fromStdString(list->text()), QString(text));
    }

    void toleratesForeignLineEnds() {
        auto list = RuleList::parse("\xef\xbb\xbf" "drop when tcp\r\n\r\naccept");
        QVERIFY2(list.has_value(), list ? "" : list.error().text().c_str());
        QCOMPARE(QString::fromStdString(list->text()), QString("drop when tcp\n\naccept\ndefault accept\n"));
    }

    void emptyFileAcceptsAll() {
        auto list = RuleList::parse("");
        QVERIFY(list && list->rules.empty());
        QCOMPARE(list->default_verdict, Verdict::accept);
        QCOMPARE(list->next_id(), 1u);
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("default twice") << "default drop\n\ndefault accept\n"
                                       << "line 3, column 1: there is a default already; a rule file has one";
        QTest::newRow("default what") << "default deny"
                                      << "line 1, column 9: accept or drop was expected behind \"default\", not \"deny\"";
        QTest::newRow("default") << "default" << "line 1, column 8: accept or drop was expected behind \"default\"";
        QTest::newRow("default typo") << "default dorp"
            << "line 1, column 9: accept or drop was expected behind \"default\", not \"dorp\"; did you mean drop?";
        QTest::newRow("default with filter") << "drop\ndefault accept when tcp"
                                             << "line 2, column 16: the default takes no direction and no filter; "
                                                "write a rule above it instead";
        QTest::newRow("third line") << "# a\ndrop\nexplode # b\n"
                                    << "line 3, column 1: there is no action \"explode\" (known: accept, drop)";
    }
    void refuses() {
        QFETCH(QString, text);
        auto list = RuleList::parse(text.toStdString());
        QVERIFY(!list);
        QTEST(QString::fromStdString(list.error().text()), "error");
    }
};

QTEST_GUILESS_MAIN(RuleListTest)
#include "rule_list_test.moc"
