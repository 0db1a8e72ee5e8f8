// SPDX-License-Identifier: GPL-3.0-or-later
// The values of the fields that -e names. Fields come from a find plan, without a tree; the columns (_ws.col.Info) from the
// packet's summary; the names of protocols, whose text is their line in the tree, from the tree, built only if one is wanted.
#pragma once
#include "dissect/dissection.h"
#include "dissect/find.h"
#include "formats/packet_printer.h"

namespace sallyport::cli {

/// One thread's.
class PickedFields {
public:
    explicit PickedFields(const PrintChoice& choice);

    void start(const PrintedPacket& packet);
    std::size_t count() const { return picks_.size(); }
    const std::string& name(std::size_t index) const { return picks_[index].name; }
    /// Values of the index-th field, in tree order; valid until the next start().
    std::size_t values(std::size_t index);
    /// Appends one of them as people read it.
    void append(std::size_t index, std::size_t value, std::string& out);

private:
    enum class Kind { found, column, node, text, unknown };
    struct Pick {
        std::string name;
        Kind kind = Kind::unknown;
        std::size_t wanted = 0;          // of the plan
        std::vector<std::size_t> nodes;  // of this packet's tree
        std::span<const FoundValue> found;
    };
    static Kind kind_of(std::string_view name, FieldId id);
    void collect_nodes(Pick& pick);

    TimeStyle time_;
    std::vector<Pick> picks_;
    bool needs_tree_ = false, needs_summary_ = false;
    FindPlan plan_;
    Finder finder_;
    const PrintedPacket* packet_ = nullptr;
    Dissection dissection_;
    PacketSummary summary_;
};

}  // namespace sallyport::cli
