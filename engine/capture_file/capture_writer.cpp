// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/capture_writer.h"
#include "capture_file/pcap_writer.h"
#include "capture_file/pcapng_writer.h"

namespace sallyport {

std::unique_ptr<CaptureWriter> CaptureWriter::make(std::unique_ptr<OutputFile> file, CaptureFormat format) {
    if (format == CaptureFormat::pcap) return std::make_unique<PcapWriter>(std::move(file));
    return std::make_unique<PcapngWriter>(std::move(file));
}

Status CaptureWriter::finish() {
    if (auto begun = begin(); !begun) return begun;
    return file_->commit();
}

Error CaptureWriter::salvage(Error error) {
    auto kept = file_->salvage();
    if (!kept) return error;
    if (kept->marks == 0) error.what = message("%1; what was written before is kept in %2", error.what, kept->path);
    else if (kept->marks == 1) error.what = message("%1; the packet before is kept in %2", error.what, kept->path);
    else error.what = message("%1; the %2 packets before are kept in %3", error.what, kept->marks, kept->path);
    return error;
}

}  // namespace sallyport
