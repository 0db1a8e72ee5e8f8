// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of a plot as a table: name, rate at the moment looked at, sum. The four fixed curves stand first and can only be
// hidden; those of filters can be added, changed and removed.
#pragma once
#include "ui/models/curve.h"
#include "ui/models/table_model.h"
#include <QStringList>
#include <optional>
#include <vector>

namespace sallyport {

class CurveListModel : public TableModel {
    Q_OBJECT
public:
    enum Column { name_column, rate_column, sum_column, column_count };
    enum Role {
        HueRole = Qt::UserRole + 1,  // CurveHue, as int
        LineRole,                    // CurveLine, as int
        FilterRole,                  // "" for the fixed ones
        FixedRole,                   // bool
    };
    static constexpr int fixed = 4;  // all, accepted, dropped, lost
    static constexpr int most = 16;  // in all: more cannot be told apart, and each filter takes a thread

    /// What stands in the numbers' columns of a row; nothing where it is not known (bits of lost packets).
    struct Numbers {
        std::optional<double> rate;
        std::optional<quint64> sum;
    };

    explicit CurveListModel(QObject* parent = nullptr);

    const std::vector<Curve>& curves() const { return curves_; }
    const Curve& curve(int row) const { return curves_[std::size_t(row)]; }
    bool isFixed(int row) const { return row >= 0 && row < fixed; }
    /// The program's words for a fixed curve, else its name.
    QString title(int row) const;

    bool isFull() const { return int(curves_.size()) >= most; }
    /// A curve for `filter` in a colour and line that no other has, if one is left. Not added yet.
    Curve proposal(const QString& filter = {}) const;
    int add(Curve curve);                // at the end; its row, or -1 when the list is full
    void replace(int row, Curve curve);  // a filter's; nothing happens to a fixed one
    void remove(int row);

    /// Rates and sums of the rows, in bits and bytes or in packets. `when` heads the rates: "at 12:00:01".
    void setNumbers(std::vector<Numbers> numbers, bool bits, const QString& when);

    /// All that a user chose, for the settings, and back. Lines that make no sense are passed over.
    QStringList saved() const;
    void restore(const QStringList& lines);

    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// What the plot shows is another: a curve came, went, or looks different.
    void curvesChanged();

protected:
    int rows() const override { return int(curves_.size()); }
    int columns() const override { return column_count; }
    QVariant cell(int row, int column, int role) const override;
    QVariant heading(int column, int role) const override;

private:
    QVariant nameCell(int row, int role) const;
    QString rateText(const Numbers& numbers) const;
    QString sumText(const Numbers& numbers) const;

    std::vector<Curve> curves_;
    std::vector<Numbers> numbers_;
    bool bits_ = false;
    QString when_;
};

/// "1 234", "12.5", "0.03": packets a second, with three digits that count.
QString rate_text(double a_second);

}  // namespace sallyport
