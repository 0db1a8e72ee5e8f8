// SPDX-License-Identifier: GPL-3.0-or-later
#include "saving.h"

namespace sallyport::cli {

Result<PacketSaver> open_saver(const PacketStore& store, const std::string& path, const std::string& format,
                               std::function<std::string(std::uint32_t rule_id)> rule_text) {
    SaveOptions options;
    options.format = format == "pcap" ? CaptureFormat::pcap : CaptureFormat::pcapng;
    options.gzip = path.ends_with(".gz");
    options.rule_text = std::move(rule_text);
    return PacketSaver::open(store, path, std::move(options));
}

}  // namespace sallyport::cli
