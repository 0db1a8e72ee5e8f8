// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter.h"
#include <optional>

namespace sallyport {

/// What Filter::compile() would refuse the text for, if anything; quicker, because nothing is planned.
std::optional<FilterError> filter_fault(std::string_view text);

}  // namespace sallyport
