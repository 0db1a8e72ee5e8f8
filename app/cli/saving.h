// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/save.h"
#include <string>

namespace sallyport::cli {

/// Saves packets of a store as "pcapng" or "pcap", compressed if the name ends in .gz; `path` "-" is standard output.
/// `rule_text` names the rule that decided a packet in its comment.
Result<PacketSaver> open_saver(const PacketStore& store, const std::string& path, const std::string& format,
                               std::function<std::string(std::uint32_t rule_id)> rule_text = {});

/// Says on standard error what the file's format could not keep of what was saved.
void tell_left_out(const PacketSaver& saver, const std::string& path);

}  // namespace sallyport::cli
