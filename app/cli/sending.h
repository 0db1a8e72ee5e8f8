// SPDX-License-Identifier: GPL-3.0-or-later
// What the verb send does: compose, sweep, and send or write.
#pragma once
#include "fail.h"
#include "session/send_job.h"
#include "session/surroundings.h"
#include <map>
#include <string>
#include <vector>

namespace sallyport::cli {

struct SendOptions {
    std::string interface, through, rules_file;  // where to
    std::string template_name, hex, file;        // what to begin with
    std::uint64_t number = 0;                    // packet of `file`; 0: all of them
    std::vector<std::string> sets, sweeps;
    std::uint64_t count = 1;  // 0: until it is stopped
    double rate = 0, wait_seconds = 1;
    bool wait_given = false;
    std::string output, format;  // write instead of sending
    bool yes = false, quiet = false;
};

/// An exit code.
int send_packets(const SendOptions& options);

struct SendSeries {
    PacketSeries packets;
    bool incomplete = false;  // the file cannot be read to its end
};
/// Makes one packet ready to be sent as the options tell: what make_series() does to each. One thread.
class PacketPreparation {
public:
    explicit PacketPreparation(const SendOptions& options);
    const Surroundings& surroundings() const { return surroundings_; }
    /// Gives the packet the link layer that is needed there. True: it had another one.
    Result<bool> give_link_layer(Composition& packet) const;
    /// A frame whose header we made goes to whoever its destination is reached by, unless that is set.
    Status address_frame(Composition& packet);
    /// The error of address_frame() is one of the network, where all others are of what the options name.
    bool lacks_neighbour() const { return lacks_neighbour_; }

private:
    bool sets_field(std::string_view name) const;
    const SendOptions& options_;
    Surroundings surroundings_;
    std::map<std::string, std::string> neighbours_;  // hardware addresses by destination
    bool lacks_neighbour_ = false;
};

/// The packets that the options tell, for their target: a link layer where it needs one, addresses of the interface.
Result<SendSeries> make_series(const SendOptions& options, PacketPreparation& preparation);

/// All packets of options.file, each with what is set where it has such a field. Tells on standard error what some do not have.
Result<SendSeries> file_series(const SendOptions& options, PacketPreparation& preparation);
/// The packet options.number of options.file.
Result<Composition> file_packet(const SendOptions& options);

/// Whether packets may go outside of the user's own networks: asks on a terminal, refuses where there is none. True: go on.
Result<bool> may_leave(const SendOptions& options, const PacketSeries& series);

}  // namespace sallyport::cli
