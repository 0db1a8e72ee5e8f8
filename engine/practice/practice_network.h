// SPDX-License-Identifier: GPL-3.0-or-later
// The practice network: a few hosts that the program makes for itself, with real small servers and clients whose traffic crosses
// the kernel's real hooks. It lives in a network namespace of its own (and a user namespace, when we are not root), so it needs
// no root and touches nothing of the user's network.
//
//   anna .10 ─┐                 ┌─ dns  .2
//   ben  .11 ─┤   this program  ├─ www  .3      10.77.0.0/16 and fd77::/64; every host on a veth of its own, so that
//   cora .12 ─┘  (gateway .1)   ├─ mail .4      traffic between hosts crosses the gateway's forward hook, and the
//                               └─ ads  .5      gateway's own visits cross its input and output hooks
//
// Thread: call both functions first thing in main(), in this order, while the program has one thread: a process with threads cannot
// enter a user namespace, and the hosts die with the thread that made them.
#pragma once
#include "base/result.h"
#include <memory>
#include <string>
#include <vector>

namespace sallyport {

/// Moves this process into a network namespace of its own, with the capabilities over it. The user stays who they are: no new
/// uid, so files, display and session bus work as before. Fails with the remedy where user namespaces are forbidden.
Status enter_private_network();

/// Whether enter_private_network() would work here, found out by doing it in a child process. Changes nothing.
Status try_private_network();

struct PracticeOptions {
    double pace = 1.0;                    // 1: about 35 packets/s in all; 2: twice as many (0.1 … 100)
    bool clients = true;                  // false: only the servers; nothing moves until somebody asks them
};

struct PracticeHost {
    std::string name;                     // "anna"
    std::string interface;                // the gateway's end of its cable: "to-anna"; "" for the gateway itself
    std::string ipv4, ipv6;               // "10.77.0.10", "fd77::10"; ipv6 is "" where the kernel has no IPv6
    std::string does;                     // "looks at web pages, logs in, meets advertisements"
};

class PracticeNetwork {
public:
    /// Makes the hosts and starts their traffic. The process must be in a private network already; the traffic flows whether or
    /// not a firewall is on. Takes some tens of milliseconds.
    static Result<std::unique_ptr<PracticeNetwork>> create(PracticeOptions options = {});
    ~PracticeNetwork();                   // stop()
    PracticeNetwork(const PracticeNetwork&) = delete;
    PracticeNetwork& operator=(const PracticeNetwork&) = delete;

    const std::vector<PracticeHost>& hosts() const;   // the gateway first
    /// Host processes that are alive now; hosts().size() while all is well.
    std::size_t hosts_alive() const;
    /// Ends the hosts and takes their cables away. They end by themselves when this process dies, however it dies.
    void stop();

private:
    PracticeNetwork();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
