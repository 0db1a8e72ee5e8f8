// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/pcap_file_module.h"
#include "modules/file_state.h"
#include <cerrno>

namespace sallyport {
namespace {

using Ids = std::shared_ptr<std::atomic<std::uint64_t>>;

class PcapFileState final : public FileState {
public:
    PcapFileState(std::unique_ptr<CaptureReader> reader, Ids ids) : FileState("pcap-file", std::move(ids), true, std::move(reader)) {}

private:
    Status carry_out(PooledPacket&, Verdict) override { return {}; }
};

class PcapFileModule final : public PacketModule {
public:
    explicit PcapFileModule(std::string path) : path_(std::move(path)) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return false; }
    bool passThrough() const override { return true; }
    bool isRealtime() const override { return false; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        if (thread_id != 0) return fail(message("pcap-file reads a file with one thread, not with thread %1", thread_id), {}, EINVAL);
        auto reader = CaptureReader::open(path_);
        if (!reader) return tl::unexpected(reader.error());
        return std::make_unique<PcapFileState>(std::move(*reader), ids_);
    }

private:
    std::string path_;
    ModuleInfo info_ = pcap_file_info();
    Ids ids_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace

std::unique_ptr<PacketModule> make_pcap_file_module(std::string path) { return std::make_unique<PcapFileModule>(std::move(path)); }

ModuleInfo pcap_file_info() {
    return {"pcap-file", "Capture file", "Reads packets from pcap and pcapng files, also compressed with gzip; only observes", "Sallyport"};
}

ModuleAvailability pcap_file_available() { return {true, {}, {}}; }

}  // namespace sallyport
