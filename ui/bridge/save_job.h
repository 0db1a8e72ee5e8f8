// SPDX-License-Identifier: GPL-3.0-or-later
// Saving in the background: the capture goes on meanwhile, and so does the window.
#pragma once
#include "session/filter_run.h"
#include "session/save.h"
#include "ui/bridge/hand_over.h"
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace sallyport {

struct SaveRequest {
    std::shared_ptr<PacketStore> store;
    QString path;
    std::optional<std::vector<std::uint32_t>> only;  // ascending packet indexes; none: all that are held
    std::shared_ptr<FilterRun> shown;                // then only its matches, when it has seen every packet of now; else null
    SaveOptions options;
};

/// The format that a file name asks for: .pcap, .pcapng (and whatever else), with .gz behind it compressed.
SaveOptions save_options_for(const QString& path);

class SaveJob : public QObject {
    Q_OBJECT
public:
    /// Starts at once.
    explicit SaveJob(SaveRequest request, QObject* parent = nullptr);
    /// Cancels, and waits until the thread has noticed.
    ~SaveJob() override;
    void cancel() { cancel_ = true; }
    const QString& path() const { return request_.path; }
    bool wasCancelled() const { return cancel_; }

signals:
    void progressed(int percent);
    /// `comments_left_out`: packets whose comment somebody wrote, in a format that keeps none (pcap).
    void saved(qulonglong packets, qulonglong comments_left_out);
    void failed(const sallyport::Error& error);

private:
    void run();
    Status waitForFilter();
    SaveRequest request_;
    const std::size_t count_;  // packets when it began
    std::atomic<bool> cancel_{false};
    struct Written {
        std::size_t packets, comments_left_out;
    };
    HandedOver<Result<Written>> end_;
    std::thread thread_;
};

}  // namespace sallyport
