// SPDX-License-Identifier: GPL-3.0-or-later
// Every template of the engine has its words in every catalogue of the window, and no catalogue has words of templates that are gone.
#include "ui/models/template_text.h"
#include <QDir>
#include <QHash>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace sallyport;

namespace {

/// What a catalogue says to the words of templates.
QHash<QString, QString> words_of_templates(const QString& path) {
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
        if (xml.name() != QLatin1String("translation") || context != QLatin1String("PacketTemplates")) continue;
        const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
        const QString translation = xml.readElementText();
        if (finished) words.insert(source, translation);
    }
    return words;
}

}  // namespace

class TemplateTextTest : public QObject {
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
        const auto words = words_of_templates(path);
        QSet<QString> known;
        for (auto* one : all_templates())
            for (auto* text : {one->title, one->description}) {
                const QString english = QString::fromUtf8(text);
                QVERIFY2(!words.value(english).isEmpty(),
                         qPrintable(english + QStringLiteral(": not in engine_words of template_text.cpp")));
                known << english;
            }
        for (auto& english : words.keys())
            QVERIFY2(known.contains(english), qPrintable(english + QStringLiteral(": no template says that any more")));
    }
    void without_a_catalogue_they_are_english() {
        for (auto* one : all_templates()) {
            QCOMPARE(template_title(*one), QString::fromUtf8(one->title));
            QCOMPARE(template_description(*one), QString::fromUtf8(one->description));
        }
    }
};

QTEST_APPLESS_MAIN(TemplateTextTest)
#include "template_text_test.moc"
