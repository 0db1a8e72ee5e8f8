// SPDX-License-Identifier: GPL-3.0-or-later
// The command line speaks English only: its own errors are plain text.
#pragma once
#include "base/result.h"

namespace sallyport::cli {

inline tl::unexpected<Error> fail(std::string what, std::string remedy = {}, int code = 0) {
    return sallyport::fail(Message::foreign(std::move(what)), Message::foreign(std::move(remedy)), code);
}

}  // namespace sallyport::cli
