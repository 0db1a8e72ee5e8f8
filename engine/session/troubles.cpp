// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/troubles.h"
#include <algorithm>

namespace sallyport {

void Troubles::report(Error error) {
    std::lock_guard lock(mutex_);
    auto known = std::any_of(errors_.begin(), errors_.end(), [&](const Error& e) { return e.what == error.what; });
    if (!known && errors_.size() < most) errors_.push_back(std::move(error));
}

void Troubles::clear() {
    std::lock_guard lock(mutex_);
    errors_.clear();
}

std::vector<Error> Troubles::all() const {
    std::lock_guard lock(mutex_);
    return errors_;
}

}  // namespace sallyport
