// SPDX-License-Identifier: GPL-3.0-or-later
// An output format turns one packet after another into text. A printer is used by one thread; several of the same choice
// print different packets at the same time, and their texts are put in order afterwards: a packet's text depends on that
// packet alone.
#pragma once
#include "dissect/packet_context.h"
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::cli {

enum class Format { text, tabs, fields, json, none };

/// tshark's -t.
enum class TimeStyle { relative, absolute, absolute_date, absolute_day, delta, epoch, utc, utc_date, utc_day };

/// tshark's -E.
struct FieldStyle {
    bool header = false, bom = false;
    char separator = '\t', aggregator = ',', occurrence = 'a', quote = 0;
};

/// What to print of each packet.
struct PrintChoice {
    Format format = Format::text;
    bool summary = true, details = false, hex = false;  // of Format::text
    std::vector<std::string> only_details;              // -O: the protocols whose details are shown; empty: all
    std::vector<std::string> fields;                    // -e, in order
    FieldStyle style;
    TimeStyle time = TimeStyle::relative;
    std::string separator;  // -S: the line between packets' details
    bool verdicts = false;  // begin each summary line with the packet's verdict and who gave it
    std::function<std::size_t(std::uint32_t rule_id)> rule_place;  // where a rule stands in its file; empty: its id tells
};

/// A packet, with what the store knows about its capture.
struct PrintedPacket {
    PacketContext context;
    unsigned time_digits = 6;  // of its capture's clock: 6 for microseconds
};

class PacketPrinter {
public:
    virtual ~PacketPrinter() = default;
    /// What stands before the first packet, between two, and after the last (`any`: there was one).
    virtual std::string before() const { return {}; }
    virtual std::string_view between() const { return {}; }
    virtual std::string after([[maybe_unused]] bool any) const { return {}; }
    virtual void print(const PrintedPacket& packet, std::string& out) = 0;
};

/// Printers of a choice whose fields are known to exist (check_fields()).
std::unique_ptr<PacketPrinter> make_printer(const PrintChoice& choice);

/// "Info" for "_ws.col.Info"; "" for other names.
std::string_view column_of(std::string_view field);
/// Those of the choice's fields that nobody knows.
std::vector<std::string> unknown_fields(const PrintChoice& choice);

}  // namespace sallyport::cli
