// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/regex.h"
#include <QtTest>

using namespace sallyport;
using namespace sallyport::filtering;

class RegexTest : public QObject {
    Q_OBJECT

private slots:
    /// Thousands of values in a packet, each almost too much for the expression, are together no more than one.
    void valuesShareThePacketsWork() {
        Regex::Fault fault;
        Regex regex("(a|b|ab)*c", fault);
        QVERIFY2(fault.reason.empty(), fault.reason.c_str());
        RegexMatcher matcher(regex);
        const ByteBuffer near = [] {
            ByteBuffer bytes;
            for (int i = 0; i < 10; i++) bytes.insert(bytes.end(), {'a', 'b'});  // about 2^10 ways, and then another chance
            bytes.insert(bytes.end(), {'d', 'c'});
            return bytes;
        }();
        QVERIFY(matcher.matches(near));
        QVERIFY(matcher.matches(near, 10));
        QVERIFY(!matcher.matches(near, 5000));
        QVERIFY(matcher.matches(near));  // the packet after it has all its work again
    }
};

QTEST_GUILESS_MAIN(RegexTest)
#include "regex_test.moc"
