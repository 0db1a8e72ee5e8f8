// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json.h"
#include <ctime>

namespace sallyport::cli {

namespace {

/// "packets-2014-10-11": the day of the packet, in local time.
std::string index_name(Timestamp time) {
    const std::time_t seconds = time.ns / 1'000'000'000;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    char text[40];
    return {text, std::strftime(text, sizeof text, "packets-%Y-%m-%d", &parts)};
}

}  // namespace

void JsonPrinter::print(const PrintedPacket& packet, std::string& out) {
    JsonWriter json(out, 1);
    json.open('{');
    json.key("_index");
    json.text(index_name(packet.context.time));
    json.key("_type");
    json.text("doc");
    json.key("_score");
    json.null();
    json.key("_source");
    json.open('{');
    json.key("layers");
    json.open('{');
    layers(packet, json);
    json.close('}');
    json.close('}');
    json.close('}');
}

}  // namespace sallyport::cli
