// SPDX-License-Identifier: GPL-3.0-or-later
// What the File menu does: open, save while capturing too, save a part, recent files.
#pragma once
#include "ui/bridge/save_job.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/recent_files_model.h"
#include <QPointer>
#include <functional>

class QMenu;
class QProgressDialog;
class QWidget;

namespace sallyport {

class PacketTable;

class FileCommands : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    FileCommands(SessionBridge* bridge, PacketTable* table, RecentFilesModel* recent, QWidget* window);

    bool open(const QString& path);
    void openDialog();
    using Next = std::function<void()>;

    void save() { save({}); }
    /// All packets, to this file; done() or failed() when it is over.
    void saveAll(const QString& path) { saveAll(path, {}); }
    void saveAs() { saveAs({}); }
    void saveSelected();
    void saveShown();
    void saveMarked();
    void fillRecentMenu(QMenu* menu);
    /// Asks what to do with packets that exist nowhere else. True: go on at once. False: stay; but if the answer is to save them, `next`
    /// goes on when the file is complete, and is not asked again (see goOn()). Nor is anything asked while that question is open or that
    /// file is written: then `next` comes to pass instead of what was wanted before.
    bool mayDiscard(const Next& next);
    /// There are packets that exist nowhere else, and somebody may want them.
    bool hasUnsaved() const;
    /// The program must end without a question: saves those packets in kept_captures_folder() at once, in this thread, and lists the file
    /// among the recent ones; "" where there are none. After a full disk the error tells what could be kept.
    Result<QString> rescue();
    /// Packets of the practice network can be made again at any time: nobody wants to be asked about them.
    void setPrecious(bool precious) { precious_ = precious; }

signals:
    void done(const sallyport::Message& message);
    /// Done, but not all that was asked for.
    void noticed(const sallyport::Message& message);
    void failed(const sallyport::Message& headline, const sallyport::Error& error);
    void aboutToOpen();

private:
    void save(const Next& next);
    void saveAll(const QString& path, const Next& next);
    void saveAs(const Next& next);
    void start(SaveRequest request, Next next = {});
    void goOn();
    void finished(const SaveRequest& what, qulonglong packets, std::size_t count, qulonglong comments_left_out);
    QString askPath(const QString& title);
    void savePart(const Message& title, const std::vector<std::size_t>& packets);
    bool isFile() const;

    SessionBridge* bridge_;
    PacketTable* table_;
    RecentFilesModel* recent_;
    QWidget* window_;
    QPointer<SaveJob> job_;
    QString path_;  // where these packets were saved, "" nowhere yet
    std::size_t saved_count_ = 0;
    bool precious_ = true;
    bool going_on_ = false;  // what is done now was allowed before
    bool asking_ = false;    // the question of mayDiscard() is open
    Next next_;              // its answer was to save, and the file is not complete yet: what comes then
};

}  // namespace sallyport
