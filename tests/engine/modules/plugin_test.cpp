// SPDX-License-Identifier: GPL-3.0-or-later
// Plug-ins that are good, and all kinds of files that are not: each refusal names the file, what is wrong and what to do.
#include "modules/plugin.h"
#include "session/session.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>

using namespace sallyport;

namespace {
QString plugin(const char* name) { return QStringLiteral(SALLYPORT_PLUGIN_DIR "/") + QLatin1String(name); }
}  // namespace

class PluginTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString copy_of(const char* name, const char* as) {
        const QString path = folder_.filePath(QLatin1String(as));
        QFile::remove(path);
        return QFile::copy(plugin(name), path) ? path : QString();
    }
    void refused(const QString& path, const char* why, const char* remedy) {
        auto loaded = Plugin::load(path.toStdString());
        QVERIFY(!loaded.has_value());
        const QString what = QString::fromStdString(loaded.error().what.text()),
                      help = QString::fromStdString(loaded.error().remedy.text());
        QVERIFY2(what.contains(path), qPrintable(what));
        QVERIFY2(what.contains(QLatin1String(why)), qPrintable(what));
        QVERIFY2(help.contains(QLatin1String(remedy)), qPrintable(help));
    }

private slots:
    void aGoodOneIsLoadedAndTellsWhatItIs() {
        auto loaded = Plugin::load(plugin("frame_socket_plugin.so").toStdString());
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().text().c_str());
        QCOMPARE(loaded->info().name, std::string("frame-socket"));
        QCOMPARE(loaded->license(), std::string("GPL-3.0-or-later"));
        QVERIFY(loaded->available().usable);
        QVERIFY(loaded->options_help().starts_with("FROM,TO"));
        QVERIFY(loaded->make("7001,7002").has_value());
        QVERIFY(Plugin::load(plugin("frame_socket_plugin.so").toStdString()).has_value());
    }

    void wrongOptionsAreNamed() {
        auto module = Plugin::load(plugin("frame_socket_plugin.so").toStdString())->make("7001");
        QVERIFY(!module.has_value());
        QVERIFY(module.error().what.text().find("\"7001\"") != std::string::npos);
        QVERIFY(module.error().what.text().find("frame_socket_plugin.so") != std::string::npos);
        QVERIFY(!module.error().remedy.empty());
    }

    void whatIsNoPluginIsRefused() {
        refused(folder_.filePath(QStringLiteral("missing.so")), "No such file", "check the path");
        refused(folder_.path(), "not a regular file", "shared object");
        refused(plugin("no_entry_plugin.so"), "no symbol sallyport_plugin", "SALLYPORT_PLUGIN");
        refused(plugin("foreign_entry_plugin.so"), "its entry is something else", "another file");
        refused(plugin("incomplete_plugin.so"), "incomplete", "license");
        const QByteArray versions = "version " + QByteArray::number(packet_module_api_version + 1) +
                                    " of the packet module interface, and this program has " +
                                    QByteArray::number(packet_module_api_version);
        refused(plugin("wrong_version_plugin.so"), versions.constData(), "update Sallyport");
        refused(plugin("other_layout_plugin.so"), "another standard library", "build it again");
    }

    void damagedFilesAreRefused() {
        const QString text = folder_.filePath(QStringLiteral("text.so"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no ELF file at all, but long enough to be looked at as one ...") > 0);
        file.close();
        refused(text, "not a shared object", "build it");
        refused(QCoreApplication::applicationFilePath() + QStringLiteral("/x"), "Not a directory", "readable");
        const QString empty = folder_.filePath(QStringLiteral("empty.so"));
        QVERIFY(QFile(empty).open(QIODevice::WriteOnly));
        refused(empty, "not a shared object", "build it");
    }

    void aFileThatIsCutAnywhereHarmsNothing() {
        int refusals = 0, number = 0;
        for (qint64 size = QFile(plugin("frame_socket_plugin.so")).size() - 1; size > 0; size = size * 7 / 8) {
            const QString path = copy_of("frame_socket_plugin.so", qPrintable(QStringLiteral("cut%1.so").arg(number++)));
            QVERIFY(!path.isEmpty() && QFile::resize(path, size));
            refusals += !Plugin::load(path.toStdString()).has_value();  // behind the last segment stands nothing that is needed
        }
        QVERIFY(refusals > 10);
    }

    void aFileThatOthersMayWriteToIsRefused() {
        const QString path = copy_of("frame_socket_plugin.so", "open.so");
        QVERIFY(::chmod(qPrintable(path), 0666) == 0);
        refused(path, "others than its owner may write", "chmod go-w");
        QVERIFY(::chmod(qPrintable(path), 0644) == 0);
        if (::geteuid() == 0 && ::chown(qPrintable(path), 12345, 12345) == 0) refused(path, "belongs to another user", "copy it");
    }

    void anInitThatFailsIsToldNotThrown_data() {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("error") << QByteArray("error") << QByteArray("the machine it wants is not there");
        QTest::newRow("exception") << QByteArray("throw") << QByteArray("no more luck");
        QTest::newRow("nothing") << QByteArray("nothing") << QByteArray("made no module");
    }
    void anInitThatFailsIsToldNotThrown() {
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, why);
        Session session;
        auto started = session.start(PluginSource{plugin("failing_plugin.so").toStdString(), options.toStdString(), {}});
        QVERIFY(!started.has_value());
        const auto& error = started.error();
        QVERIFY2(error.what.text().find("failing_plugin.so") != std::string::npos &&
                     error.what.text().find(why.toStdString()) != std::string::npos,
                 error.what.text().c_str());
        QVERIFY(!error.remedy.empty());
        QCOMPARE(session.state(), SessionState::failed);
    }

    void foldersAreSearched() {
        qputenv("XDG_DATA_HOME", folder_.path().toLocal8Bit());
        QVERIFY(QDir(folder_.path()).mkpath(QStringLiteral("sallyport/modules")));
        QVERIFY(!copy_of("frame_socket_plugin.so", "sallyport/modules/good.so").isEmpty());
        QVERIFY(!copy_of("wrong_version_plugin.so", "sallyport/modules/old.so").isEmpty());
        QCOMPARE(plugin_folders().front(), folder_.path().toStdString() + "/sallyport/modules");
        auto found = find_plugins();
        QVERIFY(found.size() >= 2);
        QVERIFY(found[0].path.ends_with("good.so") && found[0].plugin.has_value());
        QVERIFY(found[1].path.ends_with("old.so") && !found[1].plugin.has_value());
    }
};

QTEST_GUILESS_MAIN(PluginTest)
#include "plugin_test.moc"
