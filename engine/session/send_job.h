// SPDX-License-Identifier: GPL-3.0-or-later
// Sending composed packets: once, many times, at a rate; through the running session, where they are received again and judged, or
// straight onto an interface.
#pragma once
#include "session/compose.h"
#include "session/session.h"

namespace sallyport {

/// Through the engine that runs: the packets go out as its module sends (the firewall at layer 3, a capture on its interface, a replay into
/// itself), are received again, judged, and stand in the list with PacketFlag::made_here and their verdict.
struct SendThroughSession {
    Session* session = nullptr;  // outlives the job
    std::string interface;       // where the module has several; "": the first
};
/// Without a session: the kernel gives them to the device as they are. Needs CAP_NET_RAW.
struct SendOntoInterface {
    std::string interface;
    /// What was sent is appended here, unjudged, for a list whose session does not see it by itself; may be missing.
    std::shared_ptr<PacketStore> shown_in{};
};
using SendTarget = std::variant<SendThroughSession, SendOntoInterface>;

struct SendPlan {
    std::shared_ptr<const PacketSeries> series;
    std::uint64_t rounds = 1;  // so many times through the series; 0: until cancel()
    double rate = 0;           // packets a second; 0: as fast as it goes
};

struct SendProgress {
    std::uint64_t total = 0;             // 0: no end
    std::uint64_t sent = 0, failed = 0;  // packets; nothing is counted in neither
    double rate = 0;                     // packets a second, over the last second or, when done, over all
    bool done = false, cancelled = false;
    struct Trouble {
        Error error;
        std::uint64_t packets = 0;
    };
    std::vector<Trouble> troubles;  // what made packets fail, each kind once
};

/// A thread that sends. start(), cancel() and the destructor on one thread; progress() on any.
class SendJob {
public:
    /// Fails before anything is sent: no privilege, no such interface, a session that does not run or only reads a file.
    static Result<std::unique_ptr<SendJob>> start(SendPlan plan, SendTarget target);
    ~SendJob();  // cancels, and waits
    SendJob(const SendJob&) = delete;

    void cancel();  // at once; what is sent is sent
    SendProgress progress() const;
    void wait();  // until done
    /// When packet `number` (from 0) was handed on: its answer cannot be older. Of the last thousands; else that of the nearest known.
    Timestamp sent_at(std::uint64_t number) const;

    struct Impl;
    explicit SendJob(std::unique_ptr<Impl> impl);

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
