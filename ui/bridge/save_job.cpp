// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/save_job.h"

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

SaveJob::SaveJob(SaveRequest request, QObject* parent) : QObject(parent), request_(std::move(request)), thread_([this] { run(); }) {}

SaveJob::~SaveJob() {
    cancel_ = true;
    thread_.join();
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
    auto result = save_packets(*request_.store, request_.path.toStdString(), request_.store->first(), request_.store->count(),
                               request_.only ? &*request_.only : nullptr, request_.options, progress, &cancel_);
    QMetaObject::invokeMethod(
        this,
        [this, result = std::move(result)] {
            if (result) emit saved(*result);
            else emit failed(result.error());
        },
        Qt::QueuedConnection);
}

}  // namespace sallyport
