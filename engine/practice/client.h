// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "practice/activity.h"
#include "practice/socket_address.h"
#include <optional>
#include <random>
#include <string>

namespace sallyport {

/// A client does its errand again and again, with pauses of about `pause`, by IPv4 and IPv6 in turn where there are both.
class Client : public Activity {
public:
    Client(Milliseconds pause, bool ipv6);
    void run() final;

protected:
    /// One errand. Every wait in it is bounded: what a rule drops delays the errand, as it would delay a person.
    virtual void errand(bool ipv6) = 0;
    /// Asks the network's DNS server for an address, twice if need be, as resolvers do.
    std::optional<std::string> resolve(const std::string& name, bool ipv6);
    std::uint32_t random() { return std::uint32_t(random_()); }
    std::size_t errands() const { return errands_; }                 // done before this one

private:
    Milliseconds pause_;
    bool ipv6_;
    std::size_t errands_ = 0;
    std::mt19937 random_;
};

/// How long a client waits for an answer that may have been dropped.
inline constexpr Milliseconds answer_limit{1200};

}  // namespace sallyport
