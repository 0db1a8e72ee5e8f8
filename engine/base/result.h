// SPDX-License-Identifier: GPL-3.0-or-later
// What can fail returns a Result; an Error names what failed, on what, and what the user can do.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace sallyport {

struct Error {
    std::string what;    // what failed and why, one sentence without a full stop: "cannot open queue 3: number in use"
    std::string remedy;  // what the user can do about it; empty when nothing is known
    int code = 0;        // errno where one exists, else 0

    std::string text() const { return remedy.empty() ? what : what + " (" + remedy + ")"; }
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(std::string what, std::string remedy = {}, int code = 0) {
    return tl::unexpected<Error>(Error{std::move(what), std::move(remedy), code});
}

}  // namespace sallyport
