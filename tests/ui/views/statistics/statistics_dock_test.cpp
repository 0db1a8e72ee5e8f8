// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics dock over real sessions: what it counts, where a click goes, what it exports.
#include "ui/views/statistics/statistics_dock.h"
#include "ui/bridge/packet_focus.h"
#include "ui/sample_packets.h"
#include "ui/views/statistics/curve_editor.h"
#include "ui/views/statistics/curve_table.h"
#include "ui/views/statistics/curves_pane.h"
#include "ui/views/statistics/plot_export.h"
#include "ui/views/statistics/time_plot.h"
#include "ui/widgets/filter_edit.h"
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QToolButton>
#include <QXmlStreamReader>
#include <QtTest>
#include <numeric>

using namespace sallyport;

namespace {
constexpr std::int64_t start = 1'700'000'000'000'000'000, millisecond = 1'000'000;

quint64 sum(const std::vector<quint64>& values) { return std::accumulate(values.begin(), values.end(), quint64(0)); }
}  // namespace

class StatisticsDockTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<PacketFocus> focus_;
    std::unique_ptr<StatisticsDock> dock_;

    TimePlot* plot() const { return dock_->plot(); }
    CurveTable* table() const { return dock_->curvesPane()->table(); }
    const PlotCurve& curve(int row) const { return plot()->data().curves.at(std::size_t(row)); }
    quint64 packets(int row) const { return plot()->data().curves.size() > std::size_t(row) ? sum(curve(row).packets) : 0; }
    /// Opens a capture of DNS, TCP and ping in turn, and waits until the plot has them all.
    void open(std::size_t count, std::int64_t microseconds = 1000) {
        const QString path = directory_.filePath(QStringLiteral("%1-%2.pcapng").arg(count).arg(microseconds));
        if (!QFile::exists(path)) sample::write_file(path, count, microseconds);
        QVERIFY(bridge_->start(FileSource{path.toStdString()}));
        QTRY_COMPARE_WITH_TIMEOUT(packets(0), quint64(count), 60'000);
    }
    QString emptyText() const {
        for (auto* label : plot()->findChildren<QLabel*>())
            if (label->isVisible()) return label->text();
        return {};
    }
    void click(Timestamp time, double rate = 0) { QTest::mouseClick(plot()->area(), Qt::LeftButton, {}, plot()->positionOf(time, rate)); }
    static Timestamp at(std::size_t packet) { return {start + std::int64_t(packet) * millisecond}; }

private slots:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
        qApp->setStyleSheet({});
    }
    void init() {
        QSettings().clear();
        bridge_ = std::make_unique<SessionBridge>();
        focus_ = std::make_unique<PacketFocus>();
        dock_ = std::make_unique<StatisticsDock>(bridge_.get(), focus_.get());
        dock_->resize(1000, 320);
        dock_->show();
        QVERIFY(QTest::qWaitForWindowExposed(dock_.get()));
    }
    void cleanup() {
        dock_.reset();
        bridge_.reset();
    }

    void saysWhyItIsEmpty() {
        QTRY_VERIFY(emptyText().contains("Open a capture"));
        const QString path = directory_.filePath("empty.pcapng");
        sample::write_file(path, 0);
        QVERIFY(bridge_->start(FileSource{path.toStdString()}));
        QTRY_VERIFY(emptyText().contains("no packets"));
        open(3);
        QCOMPARE(emptyText(), QString());
    }

    void onePacketAndNoDuration() {
        open(1);
        QVERIFY(plot()->data().steps > 0 && plot()->data().steps < 100);
        QCOMPARE(dock_->window().width(), std::int64_t(1'000'000'000));
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        click(at(0));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), 0ull);
        open(50, 0);
        QCOMPARE(dock_->window().width(), std::int64_t(1'000'000'000));
        QCOMPARE(packets(0), 50ull);
    }

    void aMillionPacketsOverADay() {
        open(1'000'000, 86'400);
        QVERIFY(plot()->data().steps > 60 && plot()->data().steps < 4200);
        QCOMPARE(curve(0).packets_in_all, 1'000'000ull);
        QVERIFY(plot()->data().grid.seconds() > 10);
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        click({start + 43'200'000 * millisecond});
        QCOMPARE(wanted.count(), 1);
        const auto packet = wanted.first().first().toULongLong();
        QVERIFY2(packet > 495'000 && packet < 505'000, qPrintable(QString::number(packet)));
    }

    void aClickGoesToThePacket() {
        open(3000);
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        emit plot()->rangeChosen(at(1490), at(1510));  // so near that every packet has its pixels
        QTRY_VERIFY(plot()->data().steps > 0 && dock_->window().width() == 20 * millisecond);
        QTest::qWait(50);
        click(at(1500));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), 1500ull);
    }

    void aClickOnACurveGoesToOneOfItsPackets() {
        dock_->curvesPane()->addCurve("icmp");
        open(3000, 20'000);  // one packet in three is a ping
        QTRY_COMPARE_WITH_TIMEOUT(packets(4), 1000ull, 20'000);
        const PlotData& data = plot()->data();
        const int step = data.steps / 2;
        const Timestamp middle{data.beginOf(step).ns + std::int64_t(data.grid.seconds() * 5e8)};
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        click(middle, data.rate(curve(4), step));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong() % 3, 2ull);
        QCOMPARE(table()->currentRow(), 4);
    }

    void verdictsOfAReplay() {
        const QString path = directory_.filePath("replay.pcapng");
        sample::write_file(path, 3000);
        QVERIFY(!bridge_->addRule("drop", "icmp"));
        QVERIFY(bridge_->start(ReplaySource{.path = path.toStdString()}));
        QTRY_COMPARE_WITH_TIMEOUT(packets(0), 3000ull, 20'000);
        QCOMPARE(packets(1), 2000ull);
        QCOMPARE(packets(2), 1000ull);
        QCOMPARE(packets(3), 0ull);
        QVERIFY(curve(3).bytes.empty());  // nobody knows how long lost packets were
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        const PlotData& data = plot()->data();
        const int step = data.steps / 2;
        click({data.beginOf(step).ns + std::int64_t(data.grid.seconds() * 5e8)}, data.rate(curve(2), step));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toULongLong() % 3, 2ull);  // a ping: only those were dropped
    }

    void mouse() {
        open(3000);
        const std::int64_t whole = dock_->window().width();
        QVERIFY(dock_->window().mode() == TimeWindow::Mode::whole);
        const QPoint middle = plot()->positionOf(at(1500), 0) - QPoint(0, 20);
        QWheelEvent wheel(middle, plot()->area()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        qApp->sendEvent(plot()->area(), &wheel);
        QTRY_VERIFY(dock_->window().width() < whole * 7 / 10);
        QVERIFY(dock_->window().from() < at(1500) && dock_->window().to() > at(1500));
        const Timestamp before = dock_->window().from();
        QTest::mousePress(plot()->area(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(plot()->area(), middle - QPoint(60, 0));
        QTest::mouseMove(plot()->area(), middle - QPoint(120, 0));
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        QTest::mouseRelease(plot()->area(), Qt::LeftButton, {}, middle - QPoint(120, 0));
        QVERIFY(dock_->window().from() > before);  // pulled to the left: later
        QCOMPARE(wanted.count(), 0);               // a drag is no click
        QTest::mouseDClick(plot()->area(), Qt::LeftButton, {}, middle);
        QVERIFY(dock_->window().mode() == TimeWindow::Mode::whole);
        QTRY_COMPARE(plot()->data().beginOf(0) < at(0), true);
        QTest::qWait(50);
        const QPoint from = plot()->positionOf(at(1000), 0), to = plot()->positionOf(at(2000), 0);
        QTest::mousePress(plot()->area(), Qt::LeftButton, Qt::ShiftModifier, from - QPoint(0, 20));
        QTest::mouseMove(plot()->area(), (from + to) / 2);
        QTest::mouseMove(plot()->area(), to - QPoint(0, 20));
        QTest::mouseRelease(plot()->area(), Qt::LeftButton, Qt::ShiftModifier, to - QPoint(0, 20));
        QVERIFY(std::abs(dock_->window().from() - at(1000)) < 20 * millisecond);
        QVERIFY(std::abs(dock_->window().to() - at(2000)) < 20 * millisecond);
    }

    void keys() {
        open(3000);
        plot()->setFocus();
        QSignalSpy wanted(dock_.get(), &StatisticsDock::packetRequested);
        QTest::keyClick(plot(), Qt::Key_Right);
        QVERIFY(plot()->cursorStep() >= 0);
        const int first = plot()->cursorStep();
        QTest::keyClick(plot(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(plot()->cursorStep(), first + 10);
        QVERIFY(plot()->accessibleDescription().contains("All packets"));
        QTest::keyClick(plot(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        PacketRecord record;
        QVERIFY(bridge_->store()->record(wanted.first().first().toULongLong(), record));
        QCOMPARE(plot()->data().stepAt(record.time), first + 10);
        const std::int64_t whole = dock_->window().width();
        QTest::keyClick(plot(), Qt::Key_Plus);
        QVERIFY(dock_->window().width() < whole);
        QTest::keyClick(plot(), Qt::Key_PageDown);
        QVERIFY(dock_->window().from() > at(0));
        QTest::keyClick(plot(), Qt::Key_Home);
        QCOMPARE(dock_->window().from().ns, at(0).ns);
        QTest::keyClick(plot(), Qt::Key_End);
        QVERIFY(dock_->window().mode() == TimeWindow::Mode::follow);
        QCOMPARE(dock_->window().to().ns, at(2999).ns);
        QTest::keyClick(plot(), Qt::Key_0);
        QVERIFY(dock_->window().mode() == TimeWindow::Mode::whole);
    }

    void curvesAreAddedInTheForm() {
        open(300);
        dock_->curvesPane()->addCurve();
        auto* editor = dock_->findChild<CurveEditor*>();
        auto* filter = editor->findChild<FilterEdit*>();
        QVERIFY(editor->isVisible());
        QTest::keyClicks(filter, "icmp.tipe == 8");
        QTest::keyClick(filter, Qt::Key_Escape);  // the completion
        filter->setText("icmp.tipe == 8");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(dock_->curves()->rowCount(), 4);  // a wrong filter makes no curve
        filter->setText("icmp.type == 8");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(dock_->curves()->rowCount(), 5);
        QVERIFY(!editor->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(packets(4), 100ull, 20'000);
        QCOMPARE(table()->currentRow(), 4);
        QTest::keyClick(table(), Qt::Key_Return);  // change it
        QVERIFY(editor->isVisible());
        filter->setText("dns");
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(dock_->curves()->title(4), "dns");
        QTest::keyClick(table(), Qt::Key_Space);
        QVERIFY(!dock_->curves()->curve(4).shown);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(dock_->curves()->rowCount(), 4);
    }

    void choicesAreKept() {
        dock_->curvesPane()->addCurve("dns");
        for (auto* box : dock_->findChildren<QComboBox*>())
            if (box->accessibleName() == "Unit") box->setCurrentIndex(1);
        dock_ = std::make_unique<StatisticsDock>(bridge_.get(), focus_.get());
        dock_->show();
        QCOMPARE(dock_->curves()->title(4), "dns");
        open(300);
        QVERIFY(plot()->data().bits);
        QTRY_COMPARE_WITH_TIMEOUT(packets(4), 100ull, 20'000);
    }

    void exportsWhatIsShown_data() {
        QTest::addColumn<bool>("bits");
        QTest::newRow("packets") << false;
        QTest::newRow("bits") << true;
    }
    void exportsWhatIsShown() {
        QFETCH(bool, bits);
        dock_->curvesPane()->addCurve("dns");
        dock_->curvesPane()->curves()->setData(dock_->curves()->index(4, 0), "names, \"quoted\"", Qt::EditRole);
        for (auto* box : dock_->findChildren<QComboBox*>())
            if (box->accessibleName() == "Unit") box->setCurrentIndex(bits);
        open(3000);
        QTRY_COMPARE_WITH_TIMEOUT(packets(4), 1000ull, 20'000);
        QSignalSpy done(dock_.get(), &StatisticsDock::done);

        QVERIFY(dock_->exportTo(directory_.filePath("plot.png")));
        const QImage image(directory_.filePath("plot.png"));
        QVERIFY(image.width() >= 640 && image.height() >= 320);
        QSet<QRgb> colors;
        for (int x = 0; x < image.width(); x += 2)
            for (int y = 0; y < image.height(); y += 2) colors << image.pixel(x, y);
        QVERIFY(colors.size() > 20);

        QVERIFY(dock_->exportTo(directory_.filePath("plot.svg")));
        QFile svg(directory_.filePath("plot.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray bytes = svg.readAll();
        QXmlStreamReader xml(bytes);
        int paths = 0;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("polyline")) paths++;
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(paths > 0);
        QVERIFY(bytes.contains("All packets"));  // the legend
        QVERIFY(QSvgRenderer(bytes).isValid());

        QVERIFY(dock_->exportTo(directory_.filePath("plot.csv")));
        QFile csv(directory_.filePath("plot.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(csv.readAll()).split("\r\n", Qt::SkipEmptyParts);
        QVERIFY(lines.first().startsWith("time,seconds,\"All packets (packets)\",\"All packets (bytes)\""));
        QVERIFY(lines.first().endsWith("\"names, \"\"quoted\"\" (packets)\",\"names, \"\"quoted\"\" (bytes)\""));
        std::vector<quint64> sums(11, 0);
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.split(',');
            QCOMPARE(cells.size(), 11);
            QCOMPARE(QDateTime::fromString(cells[0].left(19), Qt::ISODate).toString(Qt::ISODate), cells[0].left(19));
            for (int i = 2; i < 11; i++) sums[std::size_t(i)] += cells[i].toULongLong();
        }
        QCOMPARE(sums[2], 3000ull);
        QCOMPARE(sums[3], quint64(bridge_->statistics().bytes));
        QCOMPARE(sums[9], 1000ull);
        QCOMPARE(sums[10], quint64(sample::dns_query().size()) * 1000);
        QCOMPARE(done.count(), 3);
    }

    void exportsWhatNobodyLookedAt() {
        dock_->hide();
        dock_->curvesPane()->addCurve("dns");
        const QString path = directory_.filePath("unseen.pcapng");
        sample::write_file(path, 3000);
        QVERIFY(bridge_->start(FileSource{path.toStdString()}));
        QTRY_COMPARE(bridge_->store()->count(), std::size_t(3000));
        QVERIFY(dock_->exportTo(directory_.filePath("unseen.csv")));
        QFile csv(directory_.filePath("unseen.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        quint64 all = 0, names = 0;
        const QStringList lines = QString::fromUtf8(csv.readAll()).split("\r\n", Qt::SkipEmptyParts);
        for (const QString& line : lines.mid(1)) {
            all += line.split(',').at(2).toULongLong();
            names += line.split(',').at(9).toULongLong();
        }
        QCOMPARE(all, 3000ull);
        QCOMPARE(names, 1000ull);
        QVERIFY(lines.size() > 50);
    }

    void tellsWhenItCannotExport() {
        open(3);
        QSignalSpy failed(dock_.get(), &StatisticsDock::failed);
        for (const char* name : {"no/such/folder/plot.png", "no/such/folder/plot.svg", "no/such/folder/plot.csv", "plot.jpeg"})
            QVERIFY(!dock_->exportTo(directory_.filePath(name)));
        QCOMPARE(failed.count(), 4);
        const auto error = failed.last().at(1).value<Error>();
        QVERIFY(QString::fromStdString(error.text()).contains(".svg"));
    }

    void nothingIsDrawnWhileHidden() {
        open(300);
        dock_->hide();
        const QString path = directory_.filePath("other.pcapng");
        sample::write_file(path, 600);
        QVERIFY(bridge_->start(FileSource{path.toStdString()}));
        QTRY_COMPARE_WITH_TIMEOUT(dock_->history()->all().progress().total.packets, std::uint64_t(600), 20'000);
        QTest::qWait(600);
        QCOMPARE(packets(0), 300ull);
        dock_->show();
        QTRY_COMPARE_WITH_TIMEOUT(packets(0), 600ull, 20'000);  // nothing was missed meanwhile
    }

    void everythingHasAName() {
        open(30);
        QVERIFY(!plot()->accessibleName().isEmpty());
        QVERIFY(!table()->accessibleName().isEmpty());
        for (auto* box : dock_->findChildren<QComboBox*>()) QVERIFY(!box->accessibleName().isEmpty());
        for (auto* button : dock_->findChildren<QToolButton*>())
            if (button->isVisibleTo(dock_.get())) QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        for (auto* action : dock_->menuActions()) QVERIFY(action->isSeparator() || !action->text().isEmpty());
    }

    void namesAreReadableAtAnyWidth() {
        open(300);
        for (int width : {380, 640, 720, 800, 1000, 1400}) {
            dock_->resize(width, 320);
            QCoreApplication::processEvents();
            const int least = table()->fontMetrics().averageCharWidth() * 16;
            QTRY_VERIFY2(table()->columnWidth(CurveListModel::name_column) >= least, qPrintable(QString::number(width)));
        }
    }

    void narrowAndWide() {
        open(300);
        dock_->resize(380, 600);
        QTRY_VERIFY(table()->mapTo(dock_.get(), QPoint()).y() > plot()->mapTo(dock_.get(), QPoint()).y() + plot()->height() - 5);
        dock_->resize(1000, 300);
        QTRY_VERIFY(table()->mapTo(dock_.get(), QPoint()).x() > plot()->mapTo(dock_.get(), QPoint()).x() + plot()->width() - 5);
    }
};

QTEST_MAIN(StatisticsDockTest)
#include "statistics_dock_test.moc"
