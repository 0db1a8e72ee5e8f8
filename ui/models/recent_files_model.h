// SPDX-License-Identifier: GPL-3.0-or-later
// The capture files opened or saved lately, newest first, kept in the settings ("recentFiles").
#pragma once
#include <QAbstractListModel>
#include <QDateTime>
#include <QString>
#include <vector>

namespace sallyport {

class RecentFilesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PathRole = Qt::UserRole + 1,
        DetailRole,  // "1 020 180 packets · 355 MB · yesterday"
        ExistsRole,  // bool, as of the last refresh()
    };
    static constexpr int most = 12;

    /// Reads the settings.
    explicit RecentFilesModel(QObject* parent = nullptr);

    /// Puts a file at the top (and out of its old place). `packets` < 0: not known yet; keeps what was known.
    void add(const QString& path, qint64 packets = -1);
    void setPackets(const QString& path, qint64 packets);
    void remove(int row);
    void clear();
    /// Looks again which of the files are still there.
    void refresh();
    QString path(int row) const { return files_[std::size_t(row)].path; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(files_.size()); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct File {
        QString path;
        QDateTime opened;
        qint64 packets = -1;
        qint64 size = -1;  // bytes, as of the last refresh(); -1: no longer there
    };
    int rowOf(const QString& path) const;
    void save() const;
    static QString detail(const File& file);

    std::vector<File> files_;
};

}  // namespace sallyport
