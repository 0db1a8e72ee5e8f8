// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/colors.h"
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>

/// The icons lie in a static library, whose resources the linker would leave out unless somebody asks for them.
static void use_resources() {
    static const bool once = [] {
        Q_INIT_RESOURCE(sallyport);
        return true;
    }();
    Q_UNUSED(once);
}

namespace sallyport {

namespace {

QColor tint_color(IconTint tint, QIcon::Mode mode) {
    const Colors& colors = Colors::of(QGuiApplication::palette());
    if (mode == QIcon::Disabled) return colors.disabled;
    if (mode == QIcon::Selected) return colors.on_selection;
    switch (tint) {
        case IconTint::text: return colors.text;
        case IconTint::muted: return colors.muted;
        case IconTint::accent: return colors.accent;
        case IconTint::on_accent: return colors.on_accent;
        case IconTint::accept: return colors.accept.ink;
        case IconTint::drop: return colors.drop.ink;
        case IconTint::held: return colors.held.ink;
        case IconTint::yours: return colors.yours.ink;
    }
    return colors.text;
}

/// Renders "currentColor" strokes in a tint that is looked up at each painting.
class TintedSvgEngine : public QIconEngine {
public:
    TintedSvgEngine(QString name, QByteArray svg, IconTint tint) : name_(std::move(name)), svg_(std::move(svg)), tint_(tint) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, rendered(rect.size() * ratio, mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return rendered(size, mode); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override { return rendered(size, mode); }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }
    QIconEngine* clone() const override { return new TintedSvgEngine(*this); }
    QString key() const override { return QStringLiteral("sallyport-tinted-svg"); }
    QString iconName() override { return name_; }
    bool isNull() override { return svg_.isEmpty(); }

private:
    QPixmap rendered(const QSize& size, QIcon::Mode mode) const {
        if (size.isEmpty()) return {};  // a button that was squeezed to nothing
        const QColor color = tint_color(tint_, mode);
        const QString key = QStringLiteral("sallyport/%1/%2/%3x%4").arg(name_, color.name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        QByteArray svg = svg_;
        QSvgRenderer renderer(svg.replace("currentColor", color.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString name_;
    QByteArray svg_;
    IconTint tint_;
};

}  // namespace

QIcon icon(const QString& name, IconTint tint) {
    use_resources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("there is no icon %s in resources/icons", qPrintable(name));
        return {};
    }
    return QIcon(new TintedSvgEngine(name, file.readAll(), tint));
}

QIcon application_icon() {
    use_resources();
    return QIcon(QStringLiteral(":/icons/sallyport.svg"));
}

}  // namespace sallyport
