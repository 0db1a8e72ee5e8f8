// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/remembered_splitter.h"
#include <QSettings>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace sallyport {

RememberedSplitter::RememberedSplitter(const QString& key, Qt::Orientation orientation, QWidget* parent)
    : QSplitter(orientation, parent), key_(key) {
    connect(this, &QSplitter::splitterMoved, this, &RememberedSplitter::keep);
    read();
}

QString RememberedSplitter::settingsKey() const {
    return key_ + (orientation() == Qt::Horizontal ? QStringLiteral("/lying") : QStringLiteral("/standing"));
}

void RememberedSplitter::setUsual(double lying, double standing) {
    lying_ = lying, standing_ = standing;
    read();
}

void RememberedSplitter::turn(Qt::Orientation orientation) {
    if (orientation == this->orientation()) return;
    setOrientation(orientation);
    read();
    if (shares_.isEmpty()) return setSizes(firstSizes());
    apply();
}

/// By stretch factors: heights of the other orientation say nothing about widths. QSplitter takes them as weights.
QList<int> RememberedSplitter::firstSizes() const {
    constexpr int a_share = 1000;
    QList<int> weights;
    for (int i = 0; i < count(); i++) {
        const QSizePolicy policy = widget(i)->sizePolicy();
        weights << a_share * std::max(1, orientation() == Qt::Horizontal ? policy.horizontalStretch() : policy.verticalStretch());
    }
    return weights;
}

void RememberedSplitter::read() {
    shares_.clear();
    for (auto& share : QSettings().value(settingsKey()).toList()) shares_ << share.toDouble();
    if (std::any_of(shares_.begin(), shares_.end(), [](double share) { return !(share >= 0 && share <= 1); })) shares_.clear();
    const double usual = orientation() == Qt::Horizontal ? lying_ : standing_;
    if (shares_.isEmpty() && usual > 0) shares_ = {usual, 1 - usual};
}

void RememberedSplitter::keep() {
    const QList<int> now = sizes();
    const double all = std::max(1, std::accumulate(now.begin(), now.end(), 0));
    QVariantList saved;
    shares_.clear();
    for (int size : now) shares_ << size / all, saved << size / all;
    QSettings().setValue(settingsKey(), saved);
}

void RememberedSplitter::apply() {
    if (shares_.size() != count()) return;
    const int room = (orientation() == Qt::Horizontal ? width() : height()) - handleWidth() * (count() - 1);
    QList<int> wanted;
    for (double share : shares_) wanted << int(std::lround(share * room));
    setSizes(wanted);
}

void RememberedSplitter::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    apply();
}

}  // namespace sallyport
