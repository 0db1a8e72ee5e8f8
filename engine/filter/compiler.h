// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter.h"
#include "filter/program.h"

namespace sallyport::filtering {

/// Checks what a filter's words mean and compiles it. Errors name the column and, where there is one, the nearest right word.
tl::expected<Program, FilterError> compile_program(std::string_view text, const FieldRegistry& registry);

}  // namespace sallyport::filtering
