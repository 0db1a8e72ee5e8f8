// SPDX-License-Identifier: GPL-3.0-or-later
// tshark's summary columns: No., Time, Source, Destination, Protocol, Length, Info.
#pragma once
#include "dissect/dissection.h"
#include "formats/packet_printer.h"

namespace sallyport::cli {

/// The packet's time as the Time column shows it.
void append_time(const PrintedPacket& packet, TimeStyle style, std::string& out);
/// `nanoseconds` as seconds with so many decimals, cut, not rounded: "-0.000766".
void append_seconds(std::int64_t nanoseconds, unsigned digits, std::string& out);
std::uint32_t frame_length(const PacketContext& packet);
/// One summary line with its line end; `tabs`: tabs between the columns.
void append_summary_line(const PrintedPacket& packet, const PacketSummary& summary, TimeStyle style, bool tabs, std::string& out);
/// "drop   rule 2   ": the packet's verdict and who gave it.
void append_verdict(const PacketContext& packet, const PrintChoice& choice, std::string& out);
bool is_column(std::string_view title);
/// The text of a column by its title ("Info"); nothing when there is no such column.
void append_column(std::string_view title, const PrintedPacket& packet, const PacketSummary& summary, TimeStyle style, std::string& out);

}  // namespace sallyport::cli
