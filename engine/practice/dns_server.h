// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/activity.h"
#include "practice/descriptor.h"

namespace sallyport {

/// Answers A and AAAA questions over UDP port 53: NAME.example is the host NAME of the practice network.
class DnsServer : public Activity {
public:
    explicit DnsServer(bool ipv6) : ipv6_(ipv6) {}
    Status open() override;
    void run() override;

private:
    bool ipv6_;
    Descriptor socket_;
};

}  // namespace sallyport
