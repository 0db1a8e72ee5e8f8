// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitted_columns.h"
#include <QStandardItemModel>
#include <QTableView>
#include <QtTest>

using namespace sallyport;

class FittedColumnsTest : public QObject {
    Q_OBJECT
    QStandardItemModel model_;
    QTableView view_;
    std::vector<int> usual_{90, 10, 10, 10};
    FittedColumns columns_{view_.horizontalHeader(), [this](int column) { return usual_[std::size_t(column)]; }};

    int hint(int column) const { return view_.horizontalHeader()->sectionSizeHint(column); }
    void say(const QStringList& words) { model_.setHorizontalHeaderLabels(words); }

private slots:
    void initTestCase() {
        model_.setColumnCount(4);
        view_.setModel(&model_);
        view_.horizontalHeader()->setMinimumSectionSize(1);
    }
    void init() {
        say({"No.", "Time", "Length", "Rule"});
        columns_.fit();
    }

    void headingsAndContentHaveRoom() {
        QCOMPARE(view_.columnWidth(0), 90);
        for (int column : {1, 2, 3}) QCOMPARE(view_.columnWidth(column), hint(column));
    }

    void otherWordsGetTheirRoomAndGiveItBack() {
        say({"Nummer", "Zeit seit Beginn", "L", "Regel"});
        columns_.follow();
        QCOMPARE(view_.columnWidth(0), 90);
        for (int column : {1, 2, 3}) QCOMPARE(view_.columnWidth(column), hint(column));
        init();
        headingsAndContentHaveRoom();
    }

    void whatSomebodyChoseStays() {
        view_.setColumnWidth(1, 300);
        view_.setColumnWidth(2, hint(2) / 2);  // cut on purpose
        view_.setColumnWidth(3, hint(3) + 1);  // whole, but not if the word were longer
        const int narrow = view_.columnWidth(2);
        say({"No.", "Zeitpunkt", "Länge in Bytes", "Name der Regel"});
        columns_.follow();
        QCOMPARE(view_.columnWidth(1), 300);
        QCOMPARE(view_.columnWidth(2), narrow);
        QCOMPARE(view_.columnWidth(3), hint(3));
    }

    void oneIsSpared() {
        view_.setColumnWidth(3, 44);
        columns_.fit(3);
        say({"No.", "Time", "Length", "Name der ganzen Regel"});
        columns_.follow(3);
        QCOMPARE(view_.columnWidth(3), 44);
    }
};

QTEST_MAIN(FittedColumnsTest)
#include "fitted_columns_test.moc"
