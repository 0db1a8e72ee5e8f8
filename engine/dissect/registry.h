// SPDX-License-Identifier: GPL-3.0-or-later
// All protocols and fields by name: what filters, completion, editors and the handbook look things up in.
#pragma once
#include "protocol/field.h"
#include "protocol/layer.h"
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

struct Protocol;

using FieldId = std::uint16_t;
inline constexpr FieldId no_field = 0xffff;

/// A name that filters know. Several places of several protocols may give it (dns.qry.name; tcp.port by `also`), all of one type.
struct FieldInfo {
    std::string name;  // "tcp.port"
    std::string label;
    FieldType type = FieldType::none;
    Base base = Base::dec;
    std::uint8_t width = 0;
    Choices choices;
    bool generated = false;             // computed: not in the bytes, cannot be edited
    bool is_protocol = false;           // the name of a protocol; its value is the layer's bytes
    const Field* field = nullptr;       // one of its declarations; nullptr for protocols
    std::vector<ProtocolId> protocols;  // where it may occur, ascending
};

class FieldRegistry {
public:
    virtual ~FieldRegistry() = default;
    virtual const std::vector<FieldInfo>& fields() const = 0;  // index: FieldId; sorted by nothing
    virtual FieldId find(std::string_view name) const = 0;     // exact, case-sensitive; no_field when unknown
    /// Names that begin with `prefix`, sorted, at most `most`.
    virtual std::vector<std::string> complete(std::string_view prefix, std::size_t most = 50) const = 0;
    /// The known name nearest to a misspelt one (edit distance), or "".
    virtual std::string nearest(std::string_view name) const = 0;
};
/// Built from all_protocols at first use, never changed afterwards; thread-safe.
const FieldRegistry& field_registry();

}  // namespace sallyport
