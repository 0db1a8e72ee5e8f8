// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/plot_export.h"
#include "ui/views/statistics/time_plot.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>
#include <QTextStream>

namespace sallyport {

namespace {

constexpr QSize smallest(640, 320);  // of a picture, so that one of a narrow dock can be read
constexpr qreal png_scale = 2;

QString quoted(QString text) { return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'); }

QString spoken(const char* text) { return QCoreApplication::translate("PlotExport", text); }

void write_moment(QTextStream& out, Timestamp time) {
    constexpr std::int64_t second = 1'000'000'000;
    std::int64_t whole = time.ns / second, rest = time.ns % second;
    if (rest < 0) whole--, rest += second;
    const QString fraction = QLatin1Char('.') + QString::number(rest).rightJustified(9, QLatin1Char('0'));
    out << QDateTime::fromSecsSinceEpoch(whole, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) << fraction << "Z," << whole
        << fraction;
}

QString save(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return file.errorString();
}

QString save_png(TimePlot& plot, const QSize& size, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    if (!plot.picture(size, png_scale).save(&file, "PNG")) return spoken(QT_TRANSLATE_NOOP("PlotExport", "the picture cannot be written"));
    return file.commit() ? QString() : file.errorString();
}

}  // namespace

QString plot_csv(const PlotData& data) {
    QString text;
    QTextStream out(&text);
    out << "time,seconds";
    for (const PlotCurve& curve : data.curves) {
        if (!curve.shown) continue;
        out << ',' << quoted(curve.title + spoken(QT_TRANSLATE_NOOP("PlotExport", " (packets)")));
        if (!curve.bytes.empty()) out << ',' << quoted(curve.title + spoken(QT_TRANSLATE_NOOP("PlotExport", " (bytes)")));
    }
    out << "\r\n";
    for (int step = 0; step < data.steps; step++) {
        write_moment(out, data.beginOf(step));
        for (const PlotCurve& curve : data.curves) {
            if (!curve.shown) continue;
            out << ',' << curve.packets[std::size_t(step)];
            if (!curve.bytes.empty()) out << ',' << curve.bytes[std::size_t(step)];
        }
        out << "\r\n";
    }
    return text;
}

QString export_plot(TimePlot& plot, const QString& path) {
    const QSize size = plot.size().expandedTo(smallest);
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) return save(path, plot_csv(plot.data()).toUtf8());
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) return save(path, plot.svg(size));
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) return save_png(plot, size, path);
    return spoken(QT_TRANSLATE_NOOP("PlotExport", "the name should end in .png, .svg or .csv"));
}

}  // namespace sallyport
