// SPDX-License-Identifier: GPL-3.0-or-later
// The language changes while the window stands: nothing that has a translation is left in the other language, wherever it shows.
#include "ui/window/language.h"
#include "ui/views/capture/capture_dialog.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/views/fields/fields_view.h"
#include "ui/widgets/message_strip.h"
#include "ui/views/rules/rule_view.h"
#include "ui/window/preferences.h"
#include "ui/window/view_docks.h"
#include "ui/sample_packets.h"
#include "ui/window_fixture.h"
#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QXmlStreamReader>
#include <QtTest>

using namespace sallyport;

namespace {

QString plain(QString text) {
    if (text.contains(QLatin1Char('<'))) text = QTextDocumentFragment::fromHtml(text).toPlainText();
    return text.remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0).simplified();
}

/// English words of the catalogue whose translation differs, as patterns: %1 stands for anything.
QList<QRegularExpression> english_words() {
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/translations/sallyport_de.ts"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no catalogue");
    QList<QRegularExpression> words;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() != QLatin1String("translation")) continue;
        const QString translation = plain(xml.readElementText()), english = plain(source);
        const QString letters = QString(english).remove(QRegularExpression(QStringLiteral("%\\d|[^A-Za-z]")));
        if (translation == english || letters.size() < 4 || letters.size() * 2 < english.size()) continue;
        const QString pattern =
            QRegularExpression::escape(english).replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral(".*"));
        words << QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    }
    return words;
}

/// Words of Qt's own ("Cancel"), whose translation is a package of its own.
bool is_qts(const QWidget& widget) {
    static const bool translated = QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm"));
    return !translated && (widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QDialogButtonBox*>(widget.parentWidget()));
}

/// Everything that a person can see or hear of a widget.
QStringList texts_of(QWidget& widget) {
    QStringList texts{widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (auto* label = qobject_cast<QLabel*>(&widget)) texts << label->text();
    if (auto* button = qobject_cast<QAbstractButton*>(&widget)) texts << button->text();
    if (auto* edit = qobject_cast<QLineEdit*>(&widget)) texts << edit->placeholderText();
    if (auto* edit = qobject_cast<QPlainTextEdit*>(&widget)) texts << edit->placeholderText() << edit->toPlainText();
    if (auto* box = qobject_cast<QComboBox*>(&widget))
        for (int i = 0; i < box->count(); i++) texts << box->itemText(i);
    if (auto* tabs = qobject_cast<QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); i++) texts << tabs->tabText(i) << tabs->tabToolTip(i);
    if (auto* header = qobject_cast<QHeaderView*>(&widget); header && header->model() && header->orientation() == Qt::Horizontal)
        for (int i = 0; i < header->count(); i++) texts << header->model()->headerData(i, Qt::Horizontal).toString();
    if (auto* menu = qobject_cast<QMenu*>(&widget)) texts << menu->title();
    for (auto* action : widget.actions()) texts << action->text() << action->iconText() << action->toolTip() << action->statusTip();
    return texts;
}

QStringList leftovers(QWidget& root, const QList<QRegularExpression>& english) {
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    widgets.prepend(&root);
    QStringList left;
    for (auto* widget : widgets) {
        if (qobject_cast<QTabBar*>(widget) && !widget->isVisible()) continue;  // the docks' tabs are named when they show
        if (is_qts(*widget) || widget->objectName().startsWith(QLatin1String("qt_dockwidget"))) continue;  // those: behind our own titles
        for (const QString& text : texts_of(*widget)) {
            const QString words = plain(text);
            if (words.isEmpty()) continue;
            for (auto& pattern : english)
                if (pattern.match(words).hasMatch())
                    left << QStringLiteral("%1 %2: %3").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), words);
        }
    }
    left.removeDuplicates();
    return left;
}

/// Entries of a menu, and of those in it, whose key is another's too: "View: Safety and Statistics".
QStringList shared_mnemonics(const QList<QAction*>& entries, const QString& menu) {
    QStringList shared;
    QHash<QString, QString> keys;
    for (auto* entry : entries) {
        const QString key = QKeySequence::mnemonic(entry->text()).toString();
        if (!key.isEmpty() && keys.contains(key))
            shared << QStringLiteral("%1: %2 and %3 (%4)").arg(menu, keys[key], entry->text(), QLocale().name());
        keys[key] = entry->text();
        if (entry->menu()) shared += shared_mnemonics(entry->menu()->actions(), entry->text());
    }
    return shared;
}

/// What a box, or a heading, that is in sight has too little room for: "QComboBox: Interval: automatic". What is stretched gives way
/// as it may.
QStringList cut_words(QWidget& root) {
    QStringList cut;
    for (auto* box : root.findChildren<QComboBox*>()) {
        if (!box->isVisible() || box->isEditable() || box->minimumContentsLength()) continue;
        QComboBox fresh(box->parentWidget());  // the same style, made for what the other shows now
        fresh.setFont(box->font());
        fresh.setIconSize(box->iconSize());
        fresh.addItem(box->itemIcon(box->currentIndex()), box->currentText());
        fresh.ensurePolished();
        if (box->width() < fresh.sizeHint().width())
            cut << QStringLiteral("%1: %2 (%3 of %4 px)")
                       .arg(QLatin1String(box->metaObject()->className()), box->currentText())
                       .arg(box->width())
                       .arg(fresh.sizeHint().width());
    }
    for (auto* header : root.findChildren<QHeaderView*>()) {
        if (!header->isVisible() || header->orientation() != Qt::Horizontal) continue;
        for (int i = 0; i < header->count(); i++) {
            const int size = header->sectionSize(i), needed = header->sectionSizeHint(i);
            if (!header->isSectionHidden(i) && header->sectionResizeMode(i) != QHeaderView::Stretch && size < needed)
                cut << QStringLiteral("%1: %2 (%3 of %4 px)")
                           .arg(QLatin1String(header->parent()->metaObject()->className()),
                                header->model()->headerData(i, Qt::Horizontal).toString())
                           .arg(size)
                           .arg(needed);
        }
    }
    return cut;
}

void speak(const QString& language) {
    install_language(*qApp, language);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

}  // namespace

class LanguageTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    QString path_;

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        path_ = directory_.filePath(QStringLiteral("some.pcapng"));
        sample::write_file(path_, 30);
    }
    void init() {
        QSettings().clear();
        speak(QStringLiteral("en"));
    }
    void cleanup() { speak(QStringLiteral("en")); }

    void theCatalogueIsComplete() {
        QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/translations/sallyport_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QCOMPARE(all.count("type=\"unfinished\""), 0);
        QCOMPARE(all.count("type=\"vanished\""), 0);
        QCOMPARE(all.count("<translation></translation>"), 0);
        QVERIFY(!all.contains("<name>sallyport</name>"));  // words of a free function named tr: lupdate does not see their context
    }

    void theWholeWindowChanges() {
        const auto english = english_words();
        QVERIFY(english.size() > 200);
        WindowFixture f;
        f.open(path_);
        f.act(Act::find);
        for (auto& view : f.window.views()->views()) f.window.views()->show(QLatin1String(view.kind->name));
        f.table()->goTo(1);
        QVERIFY(!leftovers(f.window, english).isEmpty());  // it is English now, and this test would see it
        speak(QStringLiteral("de"));
        QCOMPARE(f.table()->packets()->headerData(f.table()->packets()->columnOf(PacketColumn::Kind::source), Qt::Horizontal).toString(),
                 QStringLiteral("Quelle"));
        const QStringList left = leftovers(f.window, english);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        speak(QStringLiteral("en"));
        QCOMPARE(f.window.menuBar()->actions()[0]->text(), QStringLiteral("&File"));
        QVERIFY(f.window.windowTitle().contains(QStringLiteral("Sallyport")));
    }

    void theStartPageChanges() {
        const auto english = english_words();
        WindowFixture f;
        speak(QStringLiteral("de"));
        QStringList left = leftovers(f.window, english);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
        f.open(path_);  // what was hidden meanwhile
        for (auto& view : f.window.views()->views()) f.window.views()->show(QLatin1String(view.kind->name));
        QCoreApplication::processEvents();
        left = leftovers(f.window, english);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    void roomForWordsFollowsTheLanguage() {
        WindowFixture f;
        f.window.resize(1440, 900);
        f.open(path_);
        f.act(Act::find);
        f.table()->setColumnWidth(f.table()->packets()->columnOf(PacketColumn::Kind::source), 333);  // somebody's choice stays
        QStringList cut;
        for (auto& view : f.window.views()->views()) {
            speak(QStringLiteral("en"));
            f.window.views()->show(QLatin1String(view.kind->name));
            QTest::qWait(50);  // boxes are measured when they show first
            for (const char* language : {"de", "en", "de"}) {
                speak(QLatin1String(language));
                QTest::qWait(50);  // layouts, and what is made anew
                for (const QString& one : cut_words(f.window))
                    cut << QStringLiteral("%1 %2: %3").arg(QLatin1String(view.kind->name), QLatin1String(language), one);
            }
        }
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        QCOMPARE(f.table()->columnWidth(f.table()->packets()->columnOf(PacketColumn::Kind::source)), 333);
    }

    void columnsTakeNoMoreThanTheirWordsNeed() {
        WindowFixture f;
        f.open(path_);
        const auto widths = [&] {
            std::vector<int> all;
            for (int i = 0; i < f.table()->packets()->columnCount(); i++) all.push_back(f.table()->horizontalHeader()->sectionSize(i));
            return all;
        };
        const auto english = widths();
        speak(QStringLiteral("de"));
        speak(QStringLiteral("en"));
        QCOMPARE(widths(), english);
    }

    void noKeyOfAMenuServesTwo_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void noKeyOfAMenuServesTwo() {
        QFETCH(QString, language);
        WindowFixture f;
        speak(language);
        const QStringList shared = shared_mnemonics(f.window.menuBar()->actions(), QStringLiteral("menu bar"));
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(QLatin1Char('\n'))));
        for (auto& view : f.window.views()->views())
            QVERIFY2(!QKeySequence::mnemonic(view.toggle->text()).isEmpty(), qPrintable(view.toggle->text()));
    }

    void whatCanBeUndoneIsToldInTheLanguageOfNow() {
        WindowFixture f;
        QVERIFY(!f.bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        QCOMPARE(f.window.actions()[Act::undo]->text(), QStringLiteral("&Undo: add rule"));
        speak(QStringLiteral("de"));
        QCOMPARE(f.window.actions()[Act::undo]->text(), QStringLiteral("&Rückgängig: Regel hinzufügen"));
        f.act(Act::undo);
        speak(QStringLiteral("en"));
        QCOMPARE(f.window.actions()[Act::redo]->text(), QStringLiteral("&Redo: add rule"));
    }

    void aFailureIsToldAgainInTheLanguageOfNow() {
        WindowFixture f;
        emit f.window.workspace()->host()->failed(message("Cannot load the rules of %1", "mine.rules"),
                                                  Error{words("it is larger than 16 MB"), words("check the name"), 0});
        QCOMPARE(f.window.messages()->text(),
                 QStringLiteral("Cannot load the rules of mine.rules: it is larger than 16 MB (check the name)"));
        speak(QStringLiteral("de"));
        QCOMPARE(f.window.messages()->text(),
                 QStringLiteral("Die Regeln aus mine.rules lassen sich nicht laden: sie ist größer als 16 MB (prüfen Sie den Namen)"));
        QVERIFY(f.window.messages()->isVisible());
        emit f.window.workspace()->host()->offered(message("The rules file %1 is gone. The rules in force stay.", "mine.rules"),
                                                   words("Save them there"), [] {});
        speak(QStringLiteral("en"));
        QCOMPARE(f.window.messages()->text(), QStringLiteral("The rules file mine.rules is gone. The rules in force stay."));
        bool offered = false;
        for (auto* button : f.window.messages()->findChildren<QToolButton*>())
            offered |= button->text() == QLatin1String("Save them there");
        QVERIFY(offered);
    }

    void whatWasDoneAndWhyIsToldAgainToo() {
        WindowFixture f;
        f.open(path_);
        const QString copy = directory_.filePath(QStringLiteral("copy.pcapng"));
        f.window.files()->saveAll(copy);
        QTRY_COMPARE(f.window.messages()->text(), QStringLiteral("Saved 30 packets to %1.").arg(copy));
        speak(QStringLiteral("de"));
        QCOMPARE(f.window.messages()->text(), QStringLiteral("30 Pakete in %1 gespeichert.").arg(copy));
        speak(QStringLiteral("en"));
        QCOMPARE(f.window.messages()->text(), QStringLiteral("Saved 30 packets to %1.").arg(copy));
        if (!f.bridge.start(ReplaySource{.path = path_.toStdString()})) QFAIL("no replay");
        QTRY_COMPARE_WITH_TIMEOUT(f.table()->packets()->rowCount(), 30, 20000);
        f.table()->goTo(4);
        f.act(Act::why);
        QVERIFY2(f.window.messages()->text().startsWith(QLatin1String("Packet 5 was accepted by default")),
                 qPrintable(f.window.messages()->text()));
        f.table()->goTo(7);  // it tells of the packet that was asked about
        speak(QStringLiteral("de"));
        QVERIFY2(f.window.messages()->text().startsWith(QLatin1String("Paket 5 wurde angenommen nach der Vorgabe")),
                 qPrintable(f.window.messages()->text()));
    }

    void whatIsWrongWithBytesIsTold() {
        const QString path = directory_.filePath(QStringLiteral("broken.pcapng"));
        auto file = OutputFile::create(path.toStdString(), false);
        QVERIFY(file);
        auto writer = CaptureWriter::make(std::move(*file), CaptureFormat::pcapng);
        QVERIFY(writer->describe({{.name = "test0"}}));
        ByteBuffer ping = sample::ping();
        ping.resize(37);                                                   // in the middle of ICMP's header
        for (std::uint32_t original : {std::uint32_t(ping.size()), 200u})  // … by who sent it, and by who captured it
            QVERIFY(writer->write({.bytes = ping, .time = {1'700'000'000'000'000'000}, .original = original}));
        QVERIFY(writer->finish());
        WindowFixture f;
        f.open(path);
        f.table()->goTo(0);
        auto* list = f.table()->packets();
        const int info = list->columnOf(PacketColumn::Kind::info);
        const auto tree = [&] {
            QStringList lines;
            const auto* model = f.window.workspace()->fields()->model();
            std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& at) {
                for (int row = 0; row < model->rowCount(at); row++) {
                    lines << model->index(row, 0, at).data().toString();
                    walk(model->index(row, 0, at));
                }
            };
            walk({});
            return lines;
        };
        QVERIFY(list->index(0, info).data().toString().endsWith(QLatin1String("[Malformed Packet]")));
        QVERIFY(list->index(1, info).data().toString().endsWith(QLatin1String("[Packet size limited during capture]")));
        QVERIFY2(tree().contains(QLatin1String("[cut short]")), qPrintable(tree().join(QLatin1Char('\n'))));
        speak(QStringLiteral("de"));
        QVERIFY2(list->index(0, info).data().toString().endsWith(QStringLiteral("[fehlerhaftes Paket]")),
                 qPrintable(list->index(0, info).data().toString()));
        QVERIFY(list->index(1, info).data().toString().endsWith(QStringLiteral("[Paket beim Aufzeichnen gekürzt]")));
        QVERIFY(tree().contains(QStringLiteral("[abgeschnitten]")));
    }

    void theHintInPlaceOfRulesIsWhole() {
        const auto height = [](const WindowFixture& f) { return f.window.findChild<RuleView*>()->maximumHeight(); };
        WindowFixture f;
        f.open(path_);
        QTest::qWait(300);  // the layout settles
        const int english = height(f);
        speak(QStringLiteral("de"));
        QTest::qWait(300);
        const int switched = height(f);
        QVERIFY2(switched > english, qPrintable(QStringLiteral("the German hint has a line more than %1").arg(english)));
        speak(QStringLiteral("en"));
        QTest::qWait(300);
        QCOMPARE(height(f), english);
    }

    void dialogsAreMadeInTheLanguage() {
        const auto english = english_words();
        speak(QStringLiteral("de"));
        Theme theme(*qApp);
        Preferences preferences(&theme);
        CaptureDialog capture;
        const QStringList left = leftovers(preferences, english) + leftovers(capture, english);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    void thePreferencesChangeItWithoutARestart() {
        WindowFixture f;
        Preferences preferences(&f.theme, &f.window);
        for (auto* box : preferences.findChildren<QComboBox*>())
            if (const int german = box->findData(QStringLiteral("de")); german >= 0) box->setCurrentIndex(german);
        preferences.accept();
        QTRY_COMPARE(f.window.menuBar()->actions()[0]->text(), QStringLiteral("&Datei"));
        QCOMPARE(QLocale().language(), QLocale::German);
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
