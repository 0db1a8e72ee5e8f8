// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/outbox.h"
#include "session/send_job.h"

namespace sallyport {

/// Where a job's packets go. One thread.
class PacketOutlet {
public:
    virtual ~PacketOutlet() = default;
    /// Sends or hands on; every packet is counted in batch.tally, now or soon. False: nothing can be sent any more.
    virtual bool send(OutgoingBatch& batch, const std::atomic<bool>& give_up) = 0;
    /// Until all that was handed on is counted.
    virtual void drain(const std::atomic<bool>& give_up) = 0;
    /// What packets must begin with here.
    virtual LinkType link_type() const = 0;
};

/// Fails with the cause and the remedy before anything is sent.
Result<std::unique_ptr<PacketOutlet>> open_outlet(const SendTarget& target);

/// The link type of what a session sends; fails where it sends nothing: a file, or nothing that runs.
Result<LinkType> link_type_of_sending(const Session& session, const std::string& interface);

/// What of a packet goes out where packets begin as `there`: all of it, or from its IP header on.
Result<Bytes> fitted(Bytes packet, LinkType link_type, LinkType there);

}  // namespace sallyport
