// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the engine has its words in every catalogue of the window, with the same places, and no catalogue has others.
#include "ui/models/message_text.h"
#include "ui/window/language.h"
#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace sallyport;

namespace {

/// What translations/engine_words.py collects, which is what lupdate sees.
QStringList words_of_the_engine() {
    QProcess collect;
    collect.start(QStringLiteral(SALLYPORT_SOURCE_DIR "/translations/engine_words.py"),
                  {QStringLiteral(SALLYPORT_SOURCE_DIR "/engine"), QStringLiteral(SALLYPORT_SOURCE_DIR "/ui")});
    if (!collect.waitForFinished() || collect.exitCode() != 0) qFatal("the words cannot be collected");
    static const QRegularExpression line(QStringLiteral("QT_TRANSLATE_NOOP\\(\"Engine\", \"(.*)\"\\),"));
    QStringList words;
    for (auto found = line.globalMatch(QString::fromUtf8(collect.readAllStandardOutput())); found.hasNext();)
        words << found.next().captured(1).replace(QRegularExpression(QStringLiteral("\\\\(.)")), QStringLiteral("\\1"));
    return words;
}

/// What a catalogue says to the engine's words, where a person has finished it.
QHash<QString, QString> catalogue(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no catalogue");
    QXmlStreamReader xml(&file);
    QHash<QString, QString> words;
    QString context, source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() != QLatin1String("translation") || context != QLatin1String("Engine")) continue;
        const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
        const QString translation = xml.readElementText();
        if (finished && !translation.isEmpty()) words.insert(source, translation);
    }
    return words;
}

QStringList places_of(const QString& pattern) {
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QStringList places;
    for (auto found = place.globalMatch(pattern); found.hasNext();) places << found.next().captured();
    places.sort();
    return places;
}

}  // namespace

class MessageTextTest : public QObject {
    Q_OBJECT
private slots:
    void every_catalogue_has_them_data() {
        QTest::addColumn<QString>("path");
        const QDir directory(QStringLiteral(SALLYPORT_SOURCE_DIR "/translations"));
        for (auto& name : directory.entryList({QStringLiteral("sallyport_*.ts")}))
            QTest::newRow(qPrintable(name)) << directory.filePath(name);
    }
    void every_catalogue_has_them() {
        QFETCH(QString, path);
        const QStringList english = words_of_the_engine();
        const auto words = catalogue(path);
        QVERIFY2(english.size() > 500, "these are too few to be all");
        QStringList faults;
        for (auto& pattern : english) {
            if (!words.contains(pattern)) faults << QStringLiteral("no translation: ") + pattern;
            else if (places_of(words[pattern]) != places_of(pattern)) faults << QStringLiteral("other places: ") + words[pattern];
        }
        for (auto it = words.begin(); it != words.end(); ++it)
            if (!english.contains(it.key())) faults << QStringLiteral("the engine does not say: ") + it.key();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void messages_change_with_the_language() {
        const Error error = fail(message("cannot open it: %1", Message::foreign("check the name")), message("check the name")).value();
        install_language(*qApp, QStringLiteral("en"));
        QCOMPARE(message_text(error), QStringLiteral("cannot open it: check the name (check the name)"));
        install_language(*qApp, QStringLiteral("de"));
        QCOMPARE(message_text(error), QStringLiteral("sie lässt sich nicht öffnen: check the name (prüfen Sie den Namen)"));
        QCOMPARE(message_text(message("this packet has no %1", "ip.ttl")), QStringLiteral("dieses Paket hat kein ip.ttl"));
        QCOMPARE(message_text(message("nobody has translated %1", 3)), QStringLiteral("nobody has translated 3"));
        QCOMPARE(message_text(said(QStringLiteral("Größe"))), QStringLiteral("Größe"));
        QCOMPARE(message_text(Message()), QString());
        install_language(*qApp, QStringLiteral("en"));
        QCOMPARE(message_text(error.remedy), QStringLiteral("check the name"));
    }
};

QTEST_MAIN(MessageTextTest)
#include "message_text_test.moc"
