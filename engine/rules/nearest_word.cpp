// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/nearest_word.h"
#include <algorithm>
#include <cctype>
#include <numeric>

namespace sallyport {
namespace {

char lower(char c) { return char(std::tolower(static_cast<unsigned char>(c))); }

/// Edits between two words: a letter more, less, another, or two neighbours swapped (optimal string alignment). Case is nothing.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < a.size(); i++) {
        next[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); j++) {
            next[j + 1] = std::min({row[j] + (lower(a[i]) != lower(b[j])), row[j + 1] + 1, next[j] + 1});
            bool swapped = i && j && lower(a[i]) == lower(b[j - 1]) && lower(a[i - 1]) == lower(b[j]);
            if (swapped) next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return row.back();
}

}  // namespace

std::string nearest_word(std::string_view wrong, const std::vector<std::string_view>& known) {
    wrong = wrong.substr(0, 64);
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (auto word : known)
        if (auto d = distance(wrong, word); d < least) least = d, best = word;
    return std::string(best);
}

}  // namespace sallyport
