// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"

namespace sallyport {

Message FilterError::whole() const {
    if (suggestion.empty()) return message("column %1: %2", column + 1, reason);
    return message("column %1: %2; did you mean %3?", column + 1, reason, suggestion);
}

}  // namespace sallyport
