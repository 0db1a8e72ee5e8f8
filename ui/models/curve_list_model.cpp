// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/curve_list_model.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace sallyport {

QString rate_text(double a_second) {
    if (a_second >= 99.95) return grouped(quint64(std::llround(a_second)));
    if (a_second == std::floor(a_second)) return QString::number(int(a_second));
    return QLocale().toString(a_second, 'f', a_second >= 0.995 ? 1 : 2);
}

CurveListModel::CurveListModel(QObject* parent)
    : TableModel(parent),
      curves_{{CurveKind::all, {}, {}, CurveHue::neutral, CurveLine::solid},
              {CurveKind::accepted, {}, {}, CurveHue::green, CurveLine::solid},
              {CurveKind::dropped, {}, {}, CurveHue::red, CurveLine::dash},
              {CurveKind::lost, {}, {}, CurveHue::amber, CurveLine::dot}} {}

QString CurveListModel::title(int row) const {
    switch (curve(row).kind) {
        case CurveKind::all: return tr("All packets");
        case CurveKind::accepted: return tr("Accepted");
        case CurveKind::dropped: return tr("Dropped");
        case CurveKind::lost: return tr("Lost");
        case CurveKind::filter: break;
    }
    return curve(row).name.isEmpty() ? curve(row).filter : curve(row).name;
}

Curve CurveListModel::proposal(const QString& filter) const {
    Curve curve{.filter = filter};
    const auto taken = [this](const Curve& wanted) {
        return std::any_of(curves_.begin(), curves_.end(), [&](const Curve& other) { return other.hue == wanted.hue; });
    };
    for (int hue = free_curve_hues; hue < curve_hues; hue++) {
        curve.hue = CurveHue(hue);
        curve.line = CurveLine((int(curves_.size()) - fixed) % curve_lines);
        if (!taken(curve)) return curve;
    }
    const int others = int(curves_.size()) - fixed;
    curve.hue = CurveHue(free_curve_hues + others % (curve_hues - free_curve_hues));
    return curve;
}

int CurveListModel::add(Curve curve) {
    if (isFull()) return -1;
    const int row = rows();
    curve.kind = CurveKind::filter;
    beginInsertRows({}, row, row);
    curves_.push_back(std::move(curve));
    endInsertRows();
    emit curvesChanged();
    return row;
}

void CurveListModel::replace(int row, Curve curve) {
    if (isFixed(row) || row >= rows()) return;
    curve.kind = CurveKind::filter;
    if (curve == curves_[std::size_t(row)]) return;
    curves_[std::size_t(row)] = std::move(curve);
    emit dataChanged(index(row, 0), index(row, column_count - 1));
    emit curvesChanged();
}

void CurveListModel::remove(int row) {
    if (isFixed(row) || row < 0 || row >= rows()) return;
    beginRemoveRows({}, row, row);
    curves_.erase(curves_.begin() + row);
    if (std::size_t(row) < numbers_.size()) numbers_.erase(numbers_.begin() + row);
    endRemoveRows();
    emit curvesChanged();
}

void CurveListModel::setNumbers(std::vector<Numbers> numbers, bool bits, const QString& when) {
    const bool headings = bits != bits_ || when != when_;
    numbers_ = std::move(numbers);
    bits_ = bits;
    when_ = when;
    if (headings) emit headerDataChanged(Qt::Horizontal, rate_column, sum_column);
    emit dataChanged(index(0, rate_column), index(rows() - 1, sum_column), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

static constexpr QLatin1Char separator('\t');

QStringList CurveListModel::saved() const {
    QStringList lines;
    for (const Curve& curve : curves_)
        lines << QStringList{QString::number(int(curve.kind)),
                             QString::number(int(curve.hue)),
                             QString::number(int(curve.line)),
                             QString::number(int(curve.shown)),
                             QString(curve.name).replace(separator, QLatin1Char(' ')),
                             curve.filter}
                     .join(separator);
    return lines;
}

void CurveListModel::restore(const QStringList& lines) {
    beginResetModel();
    curves_.resize(fixed);
    numbers_.clear();
    for (const QString& line : lines) {
        const QStringList parts = line.split(separator);
        if (parts.size() < 6) continue;
        const int kind = parts[0].toInt(), hue = parts[1].toInt(), style = parts[2].toInt();
        const bool shown = parts[3].toInt();
        if (kind >= 0 && kind < fixed) curves_[std::size_t(kind)].shown = shown;
        if (kind != int(CurveKind::filter) || isFull() || hue < 0 || hue >= curve_hues || style < 0 || style >= curve_lines) continue;
        curves_.push_back({CurveKind::filter, parts[4], parts.mid(5).join(separator), CurveHue(hue), CurveLine(style), shown});
    }
    endResetModel();
    emit curvesChanged();
}

bool CurveListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != name_column) return false;
    Curve& curve = curves_[std::size_t(index.row())];
    if (role == Qt::CheckStateRole) curve.shown = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole && !isFixed(index.row())) curve.name = value.toString().simplified();
    else return false;
    emit dataChanged(index, index);
    emit curvesChanged();
    return true;
}

Qt::ItemFlags CurveListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() != name_column) return flags;
    flags |= Qt::ItemIsUserCheckable;
    return isFixed(index.row()) ? flags : flags | Qt::ItemIsEditable;
}

QVariant CurveListModel::nameCell(int row, int role) const {
    const Curve& one = curve(row);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return title(row);
        case Qt::CheckStateRole: return one.shown ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole: return one.filter.isEmpty() ? title(row) : tr("%1: packets that match %2").arg(title(row), one.filter);
        default: return {};
    }
}

QVariant CurveListModel::cell(int row, int column, int role) const {
    if (role == HueRole) return int(curve(row).hue);
    if (role == LineRole) return int(curve(row).line);
    if (role == FilterRole) return curve(row).filter;
    if (role == FixedRole) return isFixed(row);
    if (column == name_column) return nameCell(row, role);
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    const Numbers numbers = std::size_t(row) < numbers_.size() ? numbers_[std::size_t(row)] : Numbers{};
    const QString text = column == rate_column ? rateText(numbers) : sumText(numbers);
    if (role == Qt::DisplayRole) return text;
    if (role == Qt::AccessibleTextRole) return tr("%1: %2 %3").arg(title(row), text, heading(column, Qt::DisplayRole).toString());
    return {};
}

QString CurveListModel::rateText(const Numbers& numbers) const {
    if (!numbers.rate) return QStringLiteral("–");
    return bits_ ? bit_rate_text(*numbers.rate / 8) : rate_text(*numbers.rate);
}

QString CurveListModel::sumText(const Numbers& numbers) const {
    if (!numbers.sum) return QStringLiteral("–");
    return bits_ ? bytes_text(*numbers.sum) : grouped(*numbers.sum);
}

QVariant CurveListModel::heading(int column, int role) const {
    if (role == Qt::TextAlignmentRole) return int((column == name_column ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (column) {
        case name_column: return tr("Curve");
        case rate_column: return when_.isEmpty() ? (bits_ ? tr("Bits/s") : tr("Packets/s")) : when_;
        default: return bits_ ? tr("Bytes") : tr("Packets");
    }
}

}  // namespace sallyport
