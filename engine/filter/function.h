// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of the filter language: wireshark-filter(4), "Functions".
#pragma once
#include "base/message.h"
#include "filter/program.h"
#include <span>

namespace sallyport::filtering {

struct Function {
    const char* name;
    OperandKind kind;
    std::size_t least, most;   // arguments
    bool (*takes)(FieldType);  // which types an argument may have
    Words wanted;              // the same in words: "character strings"
    FieldType result;          // none: the type of the arguments
    bool fields_only;          // an argument must be a field itself
};

std::span<const Function> all_functions();
const Function* function_named(std::string_view name);

}  // namespace sallyport::filtering
