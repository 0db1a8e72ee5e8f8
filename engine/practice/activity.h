// SPDX-License-Identifier: GPL-3.0-or-later
// What a host of the practice network does: a server that waits for questions, or a client that asks at a human pace.
#pragma once
#include "base/result.h"
#include <memory>
#include <vector>

namespace sallyport {

/// Lives in a host's process. open() runs first, with the capabilities of the namespace; run() afterwards on a thread of its own,
/// without any, until the process ends.
class Activity {
public:
    virtual ~Activity() = default;
    virtual Status open() { return {}; }
    virtual void run() = 0;
};

using Activities = std::vector<std::unique_ptr<Activity>>;

}  // namespace sallyport
