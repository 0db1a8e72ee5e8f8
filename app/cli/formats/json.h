// SPDX-License-Identifier: GPL-3.0-or-later
// What every packet of -T json has around its layers, as tshark writes it for Elasticsearch.
#pragma once
#include "formats/json_writer.h"
#include "formats/packet_printer.h"

namespace sallyport::cli {

class JsonPrinter : public PacketPrinter {
public:
    std::string before() const final { return "["; }
    std::string_view between() const final { return ","; }
    std::string after(bool any) const final { return any ? "\n]\n" : "]\n"; }
    void print(const PrintedPacket& packet, std::string& out) final;

protected:
    /// The members of "layers".
    virtual void layers(const PrintedPacket& packet, JsonWriter& out) = 0;
};

}  // namespace sallyport::cli
