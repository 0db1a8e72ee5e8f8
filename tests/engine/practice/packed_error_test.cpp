// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/packed_error.h"
#include <QtTest>

using namespace sallyport;

class PackedErrorTest : public QObject {
    Q_OBJECT
private slots:
    void it_comes_out_as_it_went_in() {
        Error error;
        error.what = message("cannot make the cable %1: %2", "to-web", message("this is %1 of %2", 1, Message::foreign("two\nlines")));
        error.remedy = words("start the program with sudo");
        const Error got = unpacked(packed(error));
        QVERIFY(got.what == error.what);
        QVERIFY(got.remedy == error.remedy);
        QVERIFY(unpacked(packed(Error{message("gone"), {}, 0})).remedy.empty());
        QVERIFY(!packed(Error()).empty() && packed(Error()) != "ok");
    }
    void whatever_comes_can_be_read() {
        const std::string whole = packed(Error{message("%1 and %2", 1, message("%1", "deep")), message("try %1", "again"), 0});
        for (std::size_t size = 0; size <= whole.size(); size++) (void)unpacked(whole.substr(0, size)).text();
        for (std::size_t at = 0; at < whole.size(); at++)
            for (const char c : {'\0', 'w', 'f', '9', '\xff'}) {
                std::string harmed = whole;
                harmed[at] = c;
                (void)unpacked(harmed).text();
            }
        std::string deep;
        for (int i = 0; i < 100'000; i++) deep.append("w1%1\0", 5);
        (void)unpacked(deep).text();
    }
};

QTEST_APPLESS_MAIN(PackedErrorTest)
#include "packed_error_test.moc"
