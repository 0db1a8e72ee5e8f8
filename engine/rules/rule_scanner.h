// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace sallyport {

/// Reads a line of a rule file word by word. Positions are 0-based bytes of that line.
class RuleScanner {
public:
    explicit RuleScanner(std::string_view line);

    /// The next word, without taking it; "" at the end of what stands before the note. A quoted part belongs to its word.
    std::string_view peek();
    std::string_view take();
    bool at_end() { return peek().empty(); }
    std::size_t position();                       // of the next word
    /// All that is left before the note, without blanks at its ends.
    std::string_view rest();
    std::string_view note() const { return note_; }

private:
    std::string_view body_, note_;
    std::size_t position_ = 0;
};

std::string_view trimmed(std::string_view text);

}  // namespace sallyport
