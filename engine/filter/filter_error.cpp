// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"

namespace sallyport {

std::string FilterError::text() const {
    std::string out = "column " + std::to_string(column + 1) + ": " + reason;
    if (!suggestion.empty()) out += "; did you mean " + suggestion + "?";
    return out;
}

}  // namespace sallyport
