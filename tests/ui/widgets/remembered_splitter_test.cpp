// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of the room: kept when the splitter is resized, turned, and made anew.
#include "ui/widgets/remembered_splitter.h"
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace sallyport;

namespace {

struct Splitter : RememberedSplitter {
    explicit Splitter(int width = 606, int height = 306) : RememberedSplitter(QStringLiteral("test/splitter"), Qt::Horizontal) {
        addWidget(new QWidget), addWidget(new QWidget);
        setStretchFactor(0, 1), setStretchFactor(1, 1);
        setHandleWidth(6);
        resize(width, height);
        show();
    }
    void move(int position) {
        moveSplitter(position, 1);  // as a drag does
    }
    double share() { return double(sizes()[0]) / (sizes()[0] + sizes()[1]); }
};

}  // namespace

class RememberedSplitterTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
private slots:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path()); }
    void init() { QSettings().clear(); }

    void nothing_is_kept_before_a_handle_is_moved() {
        { Splitter one; }
        QVERIFY(QSettings().allKeys().isEmpty());
        Splitter two;
        QVERIFY(std::abs(two.share() - 0.5) < 0.01);
    }
    void it_is_as_it_was_left() {
        {
            Splitter one;
            one.move(150);
            QVERIFY(std::abs(one.share() - 0.25) < 0.01);
        }
        Splitter two(1206);
        QVERIFY2(std::abs(two.share() - 0.25) < 0.01, qPrintable(QString::number(two.share())));
        two.resize(306, 300);
        QVERIFY2(std::abs(two.share() - 0.25) < 0.01, qPrintable(QString::number(two.share())));
    }
    void the_usual_shares_hold_until_a_handle_is_moved() {
        Splitter one;
        one.setUsual(0.4, 0.7);
        one.resize(1006, 400);
        QVERIFY2(std::abs(one.share() - 0.4) < 0.01, qPrintable(QString::number(one.share())));
        one.move(800);
        one.resize(606, 400);
        QVERIFY2(std::abs(one.share() - 0.8) < 0.01, qPrintable(QString::number(one.share())));
    }
    void lying_and_standing_differ() {
        Splitter one;
        one.move(150);
        one.turn(Qt::Vertical);
        one.move(200);
        QVERIFY2(std::abs(one.share() - 2.0 / 3) < 0.02, qPrintable(QString::number(one.share())));
        one.turn(Qt::Horizontal);
        QVERIFY2(std::abs(one.share() - 0.25) < 0.02, qPrintable(QString::number(one.share())));
        one.turn(Qt::Vertical);
        QVERIFY2(std::abs(one.share() - 2.0 / 3) < 0.02, qPrintable(QString::number(one.share())));
    }
    void nonsense_in_the_settings_is_left_alone() {
        QSettings().setValue(QStringLiteral("test/splitter/lying"), QVariantList{-3.0, 7.0});
        Splitter one;
        QVERIFY(std::abs(one.share() - 0.5) < 0.01);
    }
};

QTEST_MAIN(RememberedSplitterTest)
#include "remembered_splitter_test.moc"
