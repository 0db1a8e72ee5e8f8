// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::filtering {

/// A regular expression (PCRE2, of bytes, without regard to case unless it says (?-i)), compiled to machine code; immutable.
class Regex {
public:
    struct Fault {
        std::size_t offset = 0;  // in the pattern
        std::string reason;      // empty: there is none
    };
    /// Compiles `pattern`; on a fault the expression matches nothing.
    explicit Regex(std::string_view pattern, Fault& fault);
    ~Regex();
    Regex(Regex&&) noexcept;

private:
    friend class RegexMatcher;
    void* code_ = nullptr;
};

/// Matches one expression over and over; one a thread. Work a packet is bounded: an expression that runs wild matches nothing.
class RegexMatcher {
public:
    explicit RegexMatcher(const Regex& regex);  // the expression must outlive it
    ~RegexMatcher();
    RegexMatcher(RegexMatcher&&) noexcept;
    /// `share`: of how many subjects in a packet this is one; they share the packet's work.
    bool matches(Bytes subject, std::size_t share = 1) const;

private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

}  // namespace sallyport::filtering
