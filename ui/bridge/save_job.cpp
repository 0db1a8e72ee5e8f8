// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/save_job.h"
#include "ui/models/message_text.h"
#include <cerrno>
#include <chrono>

namespace sallyport {

SaveOptions save_options_for(const QString& path) {
    SaveOptions options;
    QString name = path.toLower();
    if (name.endsWith(QLatin1String(".gz"))) {
        options.gzip = true;
        name.chop(3);
    }
    if (name.endsWith(QLatin1String(".pcap")) || name.endsWith(QLatin1String(".cap"))) options.format = CaptureFormat::pcap;
    return options;
}

SaveJob::SaveJob(SaveRequest request, QObject* parent)
    : QObject(parent), request_(std::move(request)), count_(request_.store->count()), thread_([this] { run(); }) {}

SaveJob::~SaveJob() {
    cancel_ = true;
    thread_.join();
}

/// A filter that is still on its way would give only the packets that it found so far.
Status SaveJob::waitForFilter() {
    while (!cancel_ && request_.shown->progress().scanned < count_) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (cancel_) return fail(said(tr("saving %1 was cancelled").arg(request_.path)), {}, ECANCELED);
    std::vector<std::uint32_t> matches;
    request_.shown->matches(0, request_.shown->progress().matched, matches);
    std::erase_if(matches, [this](std::uint32_t index) { return index >= count_; });
    if (matches.empty()) return fail(said(tr("no packet matches the filter")), said(tr("nothing was written")));
    request_.only = std::move(matches);
    return {};
}

void SaveJob::run() {
    int told = -1;
    const auto progress = [&](double part) {
        const int percent = int(part * 100);
        if (percent == told) return;
        told = percent;
        QMetaObject::invokeMethod(
            this, [this, percent] { emit progressed(percent); }, Qt::QueuedConnection);
    };
    const Status ready = request_.shown ? waitForFilter() : Status();
    std::size_t comments_left_out = 0;
    auto packets = !ready
                       ? Result<std::size_t>(tl::unexpected(ready.error()))
                       : save_packets(*request_.store, request_.path.toStdString(), request_.store->first(), count_,
                                      request_.only ? &*request_.only : nullptr, request_.options, progress, &cancel_, &comments_left_out);
    auto result = packets.map([&](std::size_t count) { return Written{count, comments_left_out}; });
    hand_over(this, end_, std::move(result), [this](const auto& end) {
        if (end) emit saved(end->packets, end->comments_left_out);
        else emit failed(end.error());
    });
}

}  // namespace sallyport
