// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include <QtTest>

using namespace sallyport;

namespace {

/// A language that turns its words around.
std::string foreign_tongue(const std::string& pattern) {
    if (pattern == "cannot open %1: %2") return "%2, so %1 stays shut";
    if (pattern == "it is %1 bytes long") return "%1 bytes it has";
    if (pattern == "gone") return "away";
    return pattern;
}

}  // namespace

class MessageTest : public QObject {
    Q_OBJECT
private slots:
    void the_english_stands_as_it_was_written() {
        QCOMPARE(message("there is nothing to start").text(), std::string("there is nothing to start"));
        const std::string path = "/a";
        const char* const why = "no";
        QCOMPARE(message("cannot open %1: %2", path, why).text(), std::string("cannot open /a: no"));
        QCOMPARE(message("%2 of %1, %3", 7u, -1, std::string_view("x")).text(), std::string("-1 of 7, x"));
        QCOMPARE(Message(words("gone")).text(), std::string("gone"));
    }
    void messages_nest() {
        const Message why = message("it is %1 bytes long", std::size_t(12));
        QCOMPARE(message("cannot open %1: %2", "/a", why).text(), std::string("cannot open /a: it is 12 bytes long"));
        QCOMPARE(message("cannot open %1: %2", "/a", why).text(foreign_tongue), std::string("12 bytes it has, so /a stays shut"));
        QCOMPARE(message("%1: %2", words("gone"), words("gone")).text(foreign_tongue), std::string("away: away"));
    }
    void what_is_not_ours_is_never_looked_up() {
        QCOMPARE(Message::foreign("gone").text(foreign_tongue), std::string("gone"));
        QCOMPARE(message("%1: %2", "gone", words("gone")).text(foreign_tongue), std::string("gone: away"));
    }
    void an_argument_is_no_pattern() {
        QCOMPARE(message("%1 and %2", "%2", "100%").text(), std::string("%2 and 100%"));
        QCOMPARE(Message::foreign("%1").text(), std::string("%1"));
        QCOMPARE(Message(words("%1 of %2"), {Message::foreign("one")}).text(), std::string("one of %2"));
    }
    void nothing_is_empty() {
        QVERIFY(Message().empty() && Message().text().empty());
        QVERIFY(!message("%1", "").empty());
        QVERIFY(Words().empty() && !words("a").empty());
    }
    void errors_tell_the_remedy_in_brackets() {
        QCOMPARE(fail(message("gone")).value().text(), std::string("gone"));
        const Error error = fail(message("gone"), message("it is %1 bytes long", 2), 5).value();
        QCOMPARE(error.text(), std::string("gone (it is 2 bytes long)"));
        QCOMPARE(error.whole().text(foreign_tongue), std::string("away (2 bytes it has)"));
        QCOMPARE(error.code, 5);
        QVERIFY(error.what == message("gone") && error.what != Message::foreign("gone"));
    }
};

QTEST_APPLESS_MAIN(MessageTest)
#include "message_test.moc"
