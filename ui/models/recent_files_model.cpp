// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_files_model.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStringList>
#include <algorithm>

namespace sallyport {

namespace {
/// Bytes; -1 when there is no such file.
qint64 size_of(const QString& path) {
    const QFileInfo info(path);
    return info.exists() ? info.size() : -1;
}
}  // namespace

RecentFilesModel::RecentFilesModel(QObject* parent) : QAbstractListModel(parent) {
    QSettings settings;
    const int size = settings.beginReadArray(QStringLiteral("recentFiles"));
    for (int i = 0; i < std::min(size, most); i++) {
        settings.setArrayIndex(i);
        File file{.path = settings.value("path").toString(),
                  .opened = settings.value("opened").toDateTime(),
                  .packets = settings.value("packets", -1).toLongLong(),
                  .size = settings.value("size", -1).toLongLong()};
        if (!file.path.isEmpty()) files_.push_back(file);
    }
    settings.endArray();
    refresh();
}

int RecentFilesModel::rowOf(const QString& path) const {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const File& file) { return file.path == path; });
    return found == files_.end() ? -1 : int(found - files_.begin());
}

void RecentFilesModel::add(const QString& path, qint64 packets) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    File file{.path = absolute, .opened = QDateTime::currentDateTime(), .packets = packets, .size = size_of(absolute)};
    if (const int old = rowOf(absolute); old >= 0) {
        if (packets < 0 && files_[std::size_t(old)].size == file.size) file.packets = files_[std::size_t(old)].packets;
        beginRemoveRows({}, old, old);
        files_.erase(files_.begin() + old);
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    files_.insert(files_.begin(), file);
    endInsertRows();
    if (rowCount() > most) {
        beginRemoveRows({}, most, rowCount() - 1);
        files_.resize(most);
        endRemoveRows();
    }
    save();
}

void RecentFilesModel::setPackets(const QString& path, qint64 packets) {
    const int row = rowOf(QFileInfo(path).absoluteFilePath());
    if (row < 0 || files_[std::size_t(row)].packets == packets) return;
    files_[std::size_t(row)].packets = packets;
    emit dataChanged(index(row), index(row), {DetailRole});
    save();
}

void RecentFilesModel::remove(int row) {
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    files_.erase(files_.begin() + row);
    endRemoveRows();
    save();
}

void RecentFilesModel::clear() {
    if (files_.empty()) return;
    beginRemoveRows({}, 0, rowCount() - 1);
    files_.clear();
    endRemoveRows();
    save();
}

void RecentFilesModel::refresh() {
    for (int row = 0; row < rowCount(); row++) {
        File& file = files_[std::size_t(row)];
        const qint64 size = size_of(file.path);
        if (size == file.size) continue;
        if (file.size >= 0) file.packets = -1;  // it is another one than the one that was counted
        file.size = size;
        emit dataChanged(index(row), index(row));
    }
}

void RecentFilesModel::save() const {
    QSettings settings;
    settings.remove(QStringLiteral("recentFiles"));
    settings.beginWriteArray(QStringLiteral("recentFiles"), rowCount());
    for (int i = 0; i < rowCount(); i++) {
        settings.setArrayIndex(i);
        settings.setValue("path", files_[std::size_t(i)].path);
        settings.setValue("opened", files_[std::size_t(i)].opened);
        settings.setValue("packets", files_[std::size_t(i)].packets);
        settings.setValue("size", files_[std::size_t(i)].size);
    }
    settings.endArray();
}

QString RecentFilesModel::detail(const File& file) {
    QStringList parts;
    if (file.size < 0) parts << tr("no longer there");
    if (file.size >= 0 && file.packets >= 0)
        parts << (file.packets == 1 ? tr("1 packet") : tr("%1 packets").arg(grouped(quint64(file.packets))));
    if (file.size >= 0) parts << bytes_text(quint64(file.size));
    parts << when_text(file.opened, QDateTime::currentDateTime());
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QVariant RecentFilesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const File& file = files_[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole: return QFileInfo(file.path).fileName();
        case Qt::ToolTipRole: return QDir::toNativeSeparators(file.path);
        case PathRole: return file.path;
        case DetailRole: return detail(file);
        case ExistsRole: return file.size >= 0;
        case Qt::AccessibleTextRole: return tr("%1, %2").arg(QFileInfo(file.path).fileName(), detail(file));
        default: return {};
    }
}

QHash<int, QByteArray> RecentFilesModel::roleNames() const { return {{PathRole, "path"}, {DetailRole, "detail"}, {ExistsRole, "exists"}}; }

}  // namespace sallyport
