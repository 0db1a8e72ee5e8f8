// SPDX-License-Identifier: GPL-3.0-or-later
// tshark's -V: the field tree, four blanks a level.
#pragma once
#include "dissect/dissection.h"

namespace sallyport::cli {

/// One line a shown node. With `only`, just those protocols are opened (-O).
void append_tree(const Dissection& dissection, const std::vector<std::string>& only, std::string& out);

/// The name that filters call a node by: its field's, or its protocol's; "" for groups and errors.
std::string_view node_name(const Dissection& dissection, const TreeNode& node);

}  // namespace sallyport::cli
