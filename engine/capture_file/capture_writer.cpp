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
    auto number = std::to_string(kept->marks);
    error.what += kept->marks == 0   ? "; what was written before is kept in "
                  : kept->marks == 1 ? "; the packet before is kept in "
                                     : "; the " + number + " packets before are kept in ";
    error.what += kept->path;
    return error;
}

}  // namespace sallyport
