// SPDX-License-Identifier: GPL-3.0-or-later
#include "saving.h"
#include "output.h"

namespace sallyport::cli {

Result<PacketSaver> open_saver(const PacketStore& store, const std::string& path, const std::string& format,
                               std::function<std::string(std::uint32_t rule_id)> rule_text) {
    SaveOptions options;
    options.format = format == "pcap" ? CaptureFormat::pcap : CaptureFormat::pcapng;
    options.gzip = path.ends_with(".gz");
    options.rule_text = std::move(rule_text);
    return PacketSaver::open(store, path, std::move(options));
}

void tell_left_out(const PacketSaver& saver, const std::string& path) {
    const std::size_t packets = saver.comments_left_out();
    if (!packets) return;
    complain(path + " lacks the comments of " + std::to_string(packets) + (packets == 1 ? " packet" : " packets") +
             ", which pcap has no place for: save as pcapng (-F pcapng)");
}

}  // namespace sallyport::cli
