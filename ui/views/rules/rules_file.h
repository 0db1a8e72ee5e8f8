// SPDX-License-Identifier: GPL-3.0-or-later
// The file that the rules in force were loaded from or saved to last: read, written, and watched, since others may change it too.
#pragma once
#include "session/file_watch.h"
#include "ui/bridge/session_bridge.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace sallyport {

class RulesFile : public QObject {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit RulesFile(SessionBridge* bridge, QObject* parent = nullptr);

    /// Puts the rules of a file in force, undoable. False, after failed(), when it cannot be read or is wrong: the rules in force stay.
    /// Rules that are in force already, word by word, keep their hits.
    bool load(const QString& path);
    bool save(const QString& path);
    QString path() const { return path_; }

signals:
    void failed(const sallyport::Message& headline, const sallyport::Error& error);
    /// Somebody else has changed the file, and is done with it. The rules in force are still those of before.
    void changedByOthers(const QString& path);
    void goneByOthers(const QString& path);

private:
    void follow(const QString& path);
    void look();
    void giveIds(RuleList& list) const;

    SessionBridge* bridge_;
    QString path_;
    std::unique_ptr<FileWatch> watch_;
    QTimer clock_;
};

}  // namespace sallyport
