// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <mutex>
#include <vector>

namespace sallyport {

/// What went wrong while a session runs, each thing once. Any thread.
class Troubles {
public:
    void report(Error error);
    void clear();
    std::vector<Error> all() const;

private:
    static constexpr std::size_t most = 100;                     // of different ones; more would help nobody
    mutable std::mutex mutex_;
    std::vector<Error> errors_;
};

}  // namespace sallyport
