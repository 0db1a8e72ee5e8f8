// SPDX-License-Identifier: GPL-3.0-or-later
// -T json with -e: the values of those fields only.
#include "formats/json.h"
#include "formats/picked_fields.h"
#include "formats/printers.h"

namespace sallyport::cli {

namespace {

class JsonFieldsPrinter : public JsonPrinter {
public:
    explicit JsonFieldsPrinter(const PrintChoice& choice) : picked_(choice) {}

protected:
    void layers(const PrintedPacket& packet, JsonWriter& out) override {
        picked_.start(packet);
        for (std::size_t i = 0; i < picked_.count(); i++) {
            const std::size_t count = picked_.values(i);
            if (!count) continue;
            out.key(picked_.name(i));
            out.open('[');
            for (std::size_t v = 0; v < count; v++) {
                text_.clear();
                picked_.append(i, v, text_);
                out.text(text_);
            }
            out.close(']');
        }
    }

private:
    PickedFields picked_;
    std::string text_;
};

}  // namespace

std::unique_ptr<PacketPrinter> make_json_fields_printer(const PrintChoice& choice) { return std::make_unique<JsonFieldsPrinter>(choice); }

}  // namespace sallyport::cli
