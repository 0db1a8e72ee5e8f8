// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter.h"

namespace sallyport::filtering {

/// complete_filter() over any registry.
FilterCompletion complete(std::string_view text, std::size_t cursor, const FieldRegistry& registry);

}  // namespace sallyport::filtering
