// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/kept_captures.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace sallyport {

QString kept_captures_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sallyport/rescued");
}

KeptCaptures KeptCaptures::look() {
    KeptCaptures kept;
    const QDir folder(kept_captures_folder());
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.pcapng")}, QDir::Files, QDir::Time | QDir::Reversed)) {
        kept.paths << file.absoluteFilePath();
        kept.bytes += quint64(file.size());
    }
    return kept;
}

Status remove_captures(const QStringList& paths) {
    Status result;
    for (const QString& path : paths) {
        QFile file(path);
        if (file.remove() || !file.exists() || !result) continue;
        result = fail(message("cannot remove %1: %2", path.toStdString(), file.errorString().toStdString()),
                      words("remove it yourself, or look who owns its folder"));
    }
    return result;
}

}  // namespace sallyport
