// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dissect/program.h"

namespace sallyport {

/// What a new layer of this protocol begins with: the draft of its layout, or an example where that would be empty.
ByteBuffer starting_bytes(const Program& program);

}  // namespace sallyport
