// SPDX-License-Identifier: GPL-3.0-or-later
// The interfaces that can be watched, with what went through each of them lately. Fed with samples of their counters.
#pragma once
#include "session/session.h"
#include <QAbstractListModel>
#include <vector>

namespace sallyport {

class InterfaceModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        DetailRole,    // "Wi-Fi · 192.168.1.23 · fd00::23"
        RateRole,      // double: bytes a second, of the last sample
        RateTextRole,  // "3.1 Mbit/s", "down"
        UpRole,        // bool
        LoopbackRole,  // bool
    };
    static constexpr std::size_t history_length = 60;  // samples

    using QAbstractListModel::QAbstractListModel;

    /// Brings the rows up to date with a sample taken `seconds` after the one before. Interfaces that came are added, those that
    /// went are removed; the others keep their rows. A counter that went back (a device made anew) counts as nothing moved.
    void sample(const std::vector<InterfaceActivity>& interfaces, double seconds);
    /// Bytes a second, oldest first, at most history_length.
    const std::vector<double>& history(int row) const { return rows_[std::size_t(row)].history; }
    QString name(int row) const { return QString::fromStdString(rows_[std::size_t(row)].now.name); }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(rows_.size()); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        InterfaceActivity now;
        std::vector<double> history;
        bool sampled = false;  // a second sample came: the history tells something
    };
    void addMissing(const std::vector<InterfaceActivity>& interfaces);
    void removeGone(const std::vector<InterfaceActivity>& interfaces);
    int rowOf(const std::string& name) const;
    static QString detail(const InterfaceActivity& interface);
    static QString rateText(const Row& row);

    std::vector<Row> rows_;
};

}  // namespace sallyport
