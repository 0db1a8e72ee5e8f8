// SPDX-License-Identifier: GPL-3.0-or-later
// What can fail returns a Result; an Error names what failed, on what, and what the user can do.
#pragma once
#include "base/message.h"
#include <tl/expected.hpp>
#include <utility>

namespace sallyport {

struct Error {
    Message what;    // what failed and why, one sentence without a full stop: "cannot open queue 3: number in use"
    Message remedy;  // what the user can do about it; empty when nothing is known
    int code = 0;    // errno where one exists, else 0

    Message whole() const { return remedy.empty() ? what : message("%1 (%2)", what, remedy); }
    std::string text() const { return whole().text(); }
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(Message what, Message remedy = {}, int code = 0) {
    return tl::unexpected<Error>(Error{std::move(what), std::move(remedy), code});
}

}  // namespace sallyport
