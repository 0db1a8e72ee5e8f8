// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_commands.h"
#include "ui/models/kept_captures.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/views/packets/packet_table.h"
#include "ui/widgets/icons.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>
#include <QScopedValueRollback>
#include <QSettings>
#include <ctime>
#include <utility>

namespace sallyport {

namespace {
const QString directory_key = QStringLiteral("file/directory");

QString capture_filters() {
    return FileCommands::tr("Captures (*.pcapng *.pcap *.cap *.pcapng.gz *.pcap.gz *.cap.gz *.ntar *.dmp);;All files (*)");
}

/// Of now, as part of a file name. Not by QDateTime: when the display is gone the program is on its way out, and Qt's time zones are
/// gone already.
QString local_time() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    char text[32] = "";
    if (::localtime_r(&now, &parts)) (void)std::strftime(text, sizeof text, "%Y-%m-%d_%H-%M-%S", &parts);
    return QString::fromLatin1(text);
}
}  // namespace

FileCommands::FileCommands(SessionBridge* bridge, PacketTable* table, RecentFilesModel* recent, QWidget* window)
    : QObject(window), bridge_(bridge), table_(table), recent_(recent), window_(window) {
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        path_.clear();
        saved_count_ = 0;
    });
    connect(bridge_, &SessionBridge::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::ended && isFile())
            recent_->setPackets(QString::fromStdString(std::get<FileSource>(bridge_->session().source()).path),
                                qint64(bridge_->store()->count()));
    });
}

bool FileCommands::isFile() const { return std::holds_alternative<FileSource>(bridge_->session().source()); }

bool FileCommands::open(const QString& path) {
    if (!mayDiscard([this, path] { open(path); })) return false;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    emit aboutToOpen();
    if (!bridge_->start(FileSource{absolute.toStdString()})) return false;
    recent_->add(absolute, bridge_->state() == SessionState::ended ? qint64(bridge_->store()->count()) : -1);
    QSettings().setValue(directory_key, QFileInfo(absolute).absolutePath());
    return true;
}

void FileCommands::openDialog() {
    const QString path =
        QFileDialog::getOpenFileName(window_, tr("Open a capture"), QSettings().value(directory_key).toString(), capture_filters());
    if (!path.isEmpty()) open(path);
}

QString FileCommands::askPath(const QString& title) {
    QFileDialog dialog(window_, title, QSettings().value(directory_key, QDir::homePath()).toString());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({tr("pcapng, with verdicts and rules (*.pcapng)"), tr("pcapng, compressed (*.pcapng.gz)"), tr("pcap (*.pcap)"),
                           tr("pcap, compressed (*.pcap.gz)")});
    dialog.setDefaultSuffix(QStringLiteral("pcapng"));
    connect(&dialog, &QFileDialog::filterSelected, &dialog,
            [&dialog](const QString& filter) { dialog.setDefaultSuffix(filter.section(QLatin1String("(*."), 1).chopped(1)); });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
    return dialog.selectedFiles().first();
}

void FileCommands::save(const Next& next) { path_.isEmpty() ? saveAs(next) : saveAll(path_, next); }

void FileCommands::saveAll(const QString& path, const Next& next) { start({.store = bridge_->store(), .path = path}, next); }

void FileCommands::saveAs(const Next& next) {
    const QString path = askPath(tr("Save the capture"));
    if (!path.isEmpty()) saveAll(path, next);
}

void FileCommands::savePart(const Message& title, const std::vector<std::size_t>& packets) {
    if (packets.empty()) return emit failed(title, Error{words("there is no such packet"), {}, 0});
    const auto store = bridge_->store();
    const QString path = askPath(message_text(title));
    if (!path.isEmpty()) start({.store = store, .path = path, .only = std::vector<std::uint32_t>(packets.begin(), packets.end())});
}

void FileCommands::saveSelected() { savePart(words("Save the selected packets"), table_->selectedPackets()); }

void FileCommands::saveMarked() {
    auto& marks = table_->packets()->marks();
    savePart(words("Save the marked packets"), {marks.begin(), marks.end()});
}

void FileCommands::saveShown() {
    const auto run = bridge_->filterRun();
    if (!run) return saveAs();
    const auto store = bridge_->store();
    const QString path = askPath(tr("Save the packets shown"));
    if (!path.isEmpty()) start({.store = store, .path = path, .shown = run});
}

void FileCommands::start(SaveRequest request, Next next) {
    if (job_)
        return emit failed(words("Cannot save"), Error{words("another file is still being saved"), words("wait until it is done"), 0});
    request.options = save_options_for(request.path);
    request.options.rule_text = bridge_->ruleTexts();
    next_ = std::move(next);
    const std::size_t count = request.store->count();
    auto* job = new SaveJob(request, this);
    job_ = job;
    auto* progress = new QProgressDialog(tr("Saving %1").arg(QFileInfo(request.path).fileName()), tr("Cancel"), 0, 100, window_);
    progress->setWindowTitle(tr("Saving packets"));
    progress->setMinimumWidth(50 * progress->fontMetrics().averageCharWidth());  // of its title, too
    progress->setMinimumDuration(400);
    progress->setWindowModality(Qt::NonModal);
    connect(progress, &QProgressDialog::canceled, job, &SaveJob::cancel);
    connect(job, &SaveJob::progressed, progress, [progress](int percent) { progress->setValue(std::min(percent, 99)); });
    const auto end = [this, job, progress] {
        job_.clear();
        job->deleteLater();
        progress->deleteLater();
    };
    connect(job, &SaveJob::saved, this, [=, this](qulonglong packets, qulonglong comments_left_out) {
        end();
        finished(request, packets, count, comments_left_out);
        if (request.store == bridge_->store()) goOn();
        else next_ = {};
    });
    connect(job, &SaveJob::failed, this, [=, this](const Error& error) {
        const bool cancelled = job->wasCancelled();
        end();
        next_ = {};
        if (cancelled) emit done(message("Saving was cancelled; %1 is as it was.", request.path.toStdString()));
        else emit failed(words("Cannot save"), error);
    });
}

void FileCommands::finished(const SaveRequest& what, qulonglong packets, std::size_t count, qulonglong comments_left_out) {
    const bool all = !what.only && !what.shown;
    if (all && what.store == bridge_->store()) path_ = what.path, saved_count_ = count;
    recent_->add(what.path, qint64(packets));
    QSettings().setValue(directory_key, QFileInfo(what.path).absolutePath());
    const std::string saved = grouped(packets).toStdString(), path = what.path.toStdString();
    if (!comments_left_out) return emit done(message("Saved %1 packets to %2.", saved, path));
    emit noticed(
        message("Saved %1 packets to %2. The pcap format has no place for the comments of %3 of them; save as .pcapng to keep them.", saved,
                path, grouped(comments_left_out).toStdString()));
}

void FileCommands::fillRecentMenu(QMenu* menu) {
    menu->clear();
    recent_->refresh();
    for (int row = 0; row < recent_->rowCount(); row++) {
        const QString path = recent_->path(row);
        auto* action =
            menu->addAction(QStringLiteral("&%1 %2").arg(row + 1).arg(QString(path).replace(QLatin1Char('&'), QLatin1String("&&"))), this,
                            [this, path] { open(path); });
        action->setEnabled(recent_->index(row).data(RecentFilesModel::ExistsRole).toBool());
    }
    if (!recent_->rowCount()) menu->addAction(tr("No file was opened yet"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("clear")), tr("&Clear List"), recent_, &RecentFilesModel::clear)
        ->setEnabled(recent_->rowCount() > 0);
}

bool FileCommands::hasUnsaved() const {
    const auto& source = bridge_->session().source();
    const bool own = std::holds_alternative<LiveSource>(source) || std::holds_alternative<FirewallSource>(source) ||
                     std::holds_alternative<PluginSource>(source);
    const std::size_t count = bridge_->store()->count();
    return precious_ && own && count && count != saved_count_;
}

Result<QString> FileCommands::rescue() {
    if (!hasUnsaved()) return QString();
    const QDir folder(kept_captures_folder());
    folder.mkpath(QStringLiteral("."));
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);  // packets are nobody else's business
    const QString path = folder.filePath(local_time() + QStringLiteral("_%1.pcapng").arg(QCoreApplication::applicationPid()));
    const auto store = bridge_->store();
    const std::size_t count = store->count();
    SaveOptions options;
    options.rule_text = bridge_->ruleTexts();
    auto saver = PacketSaver::open(*store, path.toStdString(), std::move(options));
    if (!saver) return tl::unexpected(saver.error());
    if (auto saved = saver->save(0, count); !saved) return tl::unexpected(saved.error());
    if (auto done = saver->finish(); !done) return tl::unexpected(done.error());
    saved_count_ = count;
    recent_->add(path, qint64(saver->packets()));
    return path;
}

bool FileCommands::mayDiscard(const Next& next) {
    if (going_on_ || !hasUnsaved()) return true;
    if (next_) next_ = next;
    if (asking_ || next_) return false;
    const QScopedValueRollback asking(asking_, true);
    const std::size_t count = bridge_->store()->count();
    QMessageBox box(QMessageBox::Question, tr("Unsaved packets"), tr("Save the %1 packets that were captured?").arg(grouped(count)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    box.setInformativeText(bridge_->isRunning() ? tr("They are kept nowhere else. What still arrives while they are saved is not kept.")
                                                : tr("They are kept nowhere else."));
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save) save(next);
    return answer == QMessageBox::Discard;
}

/// Packets that came after the saving began were given up with the answer: on a busy interface there are always some, and each round of
/// saving would ask for another one. The capture is not stopped before the file is complete: a firewall guards until the end, and if
/// the file cannot be written, nothing is lost.
void FileCommands::goOn() {
    const Next next = std::exchange(next_, {});
    if (!next) return;
    going_on_ = true;
    next();
    going_on_ = false;
}

}  // namespace sallyport
