// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_files_model.h"
#include <QAbstractItemModelTester>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class RecentFilesModelTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

    QString make(const QString& name) {
        QFile file(directory_.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

private slots:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
        QCoreApplication::setOrganizationName("sallyport-test");
        QCoreApplication::setApplicationName("recent");
    }
    void init() { QSettings().clear(); }

    void newest_first_and_each_once() {
        RecentFilesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString one = make("one.pcapng"), two = make("two.pcap");
        model.add(one, 1020180);
        model.add(two);
        model.add(one);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.path(0), one);
        QVERIFY2(model.index(0).data(RecentFilesModel::DetailRole).toString().startsWith(QStringLiteral("1\u202f020\u202f180 packets")),
                 qPrintable(model.index(0).data(RecentFilesModel::DetailRole).toString()));
        QCOMPARE(model.index(1).data().toString(), "two.pcap");
    }

    void kept_until_the_next_start() {
        const QString path = make("kept.pcap");
        RecentFilesModel().add(path, 42);
        RecentFilesModel again;
        QCOMPARE(again.rowCount(), 1);
        QCOMPARE(again.path(0), path);
        again.clear();
        QCOMPARE(RecentFilesModel().rowCount(), 0);
    }

    void bounded() {
        RecentFilesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 30; i++) model.add(directory_.filePath(QString::number(i)));
        QCOMPARE(model.rowCount(), RecentFilesModel::most);
        QCOMPARE(model.index(0).data().toString(), "29");
    }

    void tells_what_is_gone() {
        RecentFilesModel model;
        const QString path = make("gone.pcap");
        model.add(path);
        QVERIFY(model.index(0).data(RecentFilesModel::ExistsRole).toBool());
        QVERIFY(QFile::remove(path));
        model.refresh();
        QVERIFY(!model.index(0).data(RecentFilesModel::ExistsRole).toBool());
        model.remove(0);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(RecentFilesModelTest)
#include "recent_files_model_test.moc"
