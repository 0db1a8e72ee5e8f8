// SPDX-License-Identifier: GPL-3.0-or-later
// Wireshark's display filter language (wireshark-filter(4), version 4 semantics): of views and of rules alike.
#pragma once
#include "base/message.h"
#include "dissect/packet_context.h"
#include "dissect/registry.h"
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace sallyport {

struct FilterError {
    std::size_t column = 0;  // 0-based, in bytes, where the fault begins
    std::size_t length = 1;  // bytes it covers, for underlining
    Message reason;          // "there is no field tcp.prot"
    std::string suggestion;  // the nearest field name, or ""
    Message whole() const;   // "column 5: there is no field tcp.prot; did you mean tcp.port?"
    std::string text() const { return whole().text(); }
};

/// A compiled filter: immutable, shared by threads.
class Filter {
public:
    /// An empty (or blank) text is a filter that matches every packet.
    static tl::expected<Filter, FilterError> compile(std::string_view text);
    ~Filter();
    Filter(Filter&&) noexcept;
    Filter& operator=(Filter&&) noexcept;

    const std::string& text() const;
    /// The fields it names, each once, in order of appearance.
    const std::vector<FieldId>& fields() const;
    /// What runs, one line a step: the plan and the comparisons.
    std::string explain() const;

    struct Impl;
    const Impl& impl() const { return *impl_; }
private:
    Filter();
    std::unique_ptr<Impl> impl_;
};

/// Evaluates one filter over many packets; one a thread. No allocation a packet once it is warm.
class FilterRunner {
public:
    explicit FilterRunner(const Filter& filter);  // the filter must outlive it
    ~FilterRunner();
    FilterRunner(FilterRunner&&) noexcept;
    bool matches(const PacketContext& packet);
private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What could stand at `cursor` (byte offset) of a half-written filter: field names, operators, names of choices.
struct FilterCompletion {
    std::size_t from = 0, to = 0;    // the part of the text that a chosen word replaces
    std::vector<std::string> words;  // best first, at most 50
};
FilterCompletion complete_filter(std::string_view text, std::size_t cursor);

/// The filter that selects packets whose `field` has the value as people see it: quotes it where its type needs that.
std::string filter_for(const FieldInfo& field, std::string_view human_value);

}  // namespace sallyport
