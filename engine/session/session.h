// SPDX-License-Identifier: GPL-3.0-or-later
// The engine, as the window and the command line see it: the only façade they use. A Session runs one packet module on a
// pool of threads, judges its packets by the rules in force, and appends them to the store that everybody reads.
//
// Thread: create, start, stop, restart and destroy on one thread (the GUI's). Everything const, set_rules() and set_default()
// on any. No call waits for packets; stop() waits until the engine's threads have ended (milliseconds).
#pragma once
#include "base/result.h"
#include "modules/packet_module.h"
#include "modules/plugin.h"
#include "modules/wrap/wrapper.h"
#include "packet/packet_store.h"
#include "rules/rule_set.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport {

class Outbox;

struct FileSource {
    std::string path;
};  // pcap, pcapng, gzip; only observes

struct LiveSource {                       // libpcap; only observes
    std::vector<std::string> interfaces;  // "eth0", "any"
    std::string capture_filter;           // BPF; "": all
    bool promiscuous = true;
    std::uint32_t snap_length = 262144;
    StoreBudget budget;
};

struct FirewallSource {  // NFQUEUE: verdicts act
    bool input = true, output = true, forward = false;
    unsigned queues = 0;  // 0: one a core
    FailPolicy fail = FailPolicy::open;
    StoreBudget budget;
};

struct ReplaySource {  // a file through the rules, as if live
    std::string path;
    double speed = 0;    // 0: as fast as it goes; 1: original; N: N times as fast
    std::string output;  // accepted and forged packets go here; "": nowhere
};

struct PluginSource {     // a packet module out of a shared object
    std::string path;     // of the .so
    std::string options;  // as the plug-in's author tells
    StoreBudget budget;
};

using Source = std::variant<std::monostate, FileSource, LiveSource, FirewallSource, ReplaySource, PluginSource>;

enum class SessionState : std::uint8_t { idle, starting, running, ended /* file read, replay done */, stopped, failed };

struct SessionStatistics {
    std::uint64_t seen = 0, bytes = 0;
    std::uint64_t accepted = 0, dropped = 0;  // by rules that act here; of a file, as it tells
    std::uint64_t lost = 0;                   // by the kernel or the source
    std::uint64_t not_stored = 0;             // judged but not kept (disk full …)
    std::uint64_t failed = 0;                 // verdicts given by the failure policy
    std::uint64_t queue_waiting = 0;
    double progress = 1;  // 0 … 1 of a file
    std::uint64_t bytes_held = 0, budget_bytes = 0;
};

class Session {
public:
    Session();
    ~Session();  // stops
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Stops what runs, makes a new store and starts. Fails with a cause and a remedy before any packet moves; a file that
    /// cannot be read does not stop what runs. No source (std::monostate) closes what was open: idle, an empty store.
    Status start(Source source);
    void stop();
    /// What stands around the module from the next start() on: "record=FILE", "trace=FILE", "fault=seed:1,loss:0.01" (see
    /// wrapper_kinds()), the first one next to the network. An error names the wrong one, and those before stay.
    Status set_wrappers(std::vector<std::string> wrappers);
    const std::vector<std::string>& wrappers() const;
    /// The same source again, with an empty store.
    Status restart();
    const Source& source() const;
    Message source_title() const;  // "eth0", "dns.pcap", "firewall: input, output"
    SessionState state() const;
    /// Why it failed, or what went wrong while running (several lines); empty when all is well.
    std::vector<Error> troubles() const;
    bool verdicts_act() const;  // false: "watching: verdicts do not act here"

    /// Never null; a new one after each start(). Keep the pointer while reading.
    std::shared_ptr<PacketStore> store() const;
    SessionStatistics statistics() const;

    /// Puts rules in force at once, for every packet judged from now on; counts of rules whose id stays are kept.
    void set_rules(std::shared_ptr<const RuleSet> rules);
    std::shared_ptr<const RuleSet> rules() const;
    std::vector<RuleCount> rule_counts() const;  // of the rules in force, in order, the default last

    /// Where packets of ours wait to be sent by the engine that runs (send_job.h puts them there); nullptr when none does.
    std::shared_ptr<Outbox> outbox() const;

    /// The kernel table of ours that is in force now, as `nft list table` would show it, or "".
    std::string kernel_table() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// An interface that can be watched, with its counters now, for the start view.
struct InterfaceActivity {
    std::string name;     // "wlan0"
    Message description;  // "Wi-Fi"
    std::vector<std::string> addresses;
    std::uint64_t bytes = 0, packets = 0;  // since boot, both directions
    bool up = false, loopback = false;
};
std::vector<InterfaceActivity> watchable_interfaces();

/// What can stand around a module, for help and menus.
std::span<const WrapperKind* const> wrapper_kinds();
/// The plug-ins in the folders where they are looked for; loads them, and tells why one cannot be.
std::vector<FoundPlugin> installed_plugins();
std::vector<std::string> plugin_search_folders();
/// One plug-in by its path.
Result<Plugin> load_plugin(const std::string& path);

/// What this machine allows: for the start view's notice, `check` and `modules`.
struct Requirement {
    Message name;  // "nfqueue", "capture", "user namespaces" …
    bool met = false;
    Message why, remedy;
};
std::vector<Requirement> check_requirements();

}  // namespace sallyport
