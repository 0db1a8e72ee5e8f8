// SPDX-License-Identifier: GPL-3.0-or-later
// -T text and tabs: the summary line, the tree (-V) and the bytes (-x) of each packet.
#include "formats/columns.h"
#include "formats/hex.h"
#include "formats/printers.h"
#include "formats/tree.h"

namespace sallyport::cli {

namespace {

class TextPrinter : public PacketPrinter {
public:
    explicit TextPrinter(const PrintChoice& choice) : choice_(choice) {}

    void print(const PrintedPacket& packet, std::string& out) override {
        if (choice_.verdicts && choice_.summary) append_verdict(packet.context, choice_, out);
        if (!choice_.details && !choice_.hex) {
            summarize(packet.context, summary_);
            return append_summary_line(packet, summary_, choice_.time, choice_.format == Format::tabs, out);
        }
        dissect(packet.context, dissection_);
        if (choice_.summary) {
            summarize(dissection_, summary_);
            append_summary_line(packet, summary_, choice_.time, choice_.format == Format::tabs, out);
        }
        if (choice_.details) append_tree(dissection_, choice_.only_details, out);
        if (choice_.hex) {
            if (choice_.summary || choice_.details) out += '\n';
            append_hex_dump(dissection_, out);
        }
        out += choice_.separator;
        out += '\n';
    }

private:
    PrintChoice choice_;
    PacketSummary summary_;
    Dissection dissection_;
};

}  // namespace

std::unique_ptr<PacketPrinter> make_text_printer(const PrintChoice& choice) { return std::make_unique<TextPrinter>(choice); }

}  // namespace sallyport::cli
