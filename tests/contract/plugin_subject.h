// SPDX-License-Identifier: GPL-3.0-or-later
// The sample plug-in (tests/engine/modules/sample_module), loaded as any other.
#pragma once
#include "contract/contract_subject.h"
#include "contract/udp_packet.h"
#include "engine/modules/datagrams.h"
#include "modules/plugin.h"
#include "packet/spool_file.h"

namespace contract {

class PluginSubject final : public Subject {
public:
    std::string name() const override { return "frame-socket"; }
    bool out_of_tree() const override { return true; }
    bool pass_through() const override { return false; }
    bool realtime() const override { return true; }
    std::uint32_t mtu() const override { return 0; }
    std::unique_ptr<PacketModule> make(const Texts& texts) override {
        texts_ = texts;
        return load(from_port);
    }
    bool flow() override {
        bool sent = true;
        for (auto& text : texts_) sent = send(udp_frame(9, text)) && sent;
        return sent;
    }
    std::unique_ptr<PacketModule> make_waiting() override { return make(texts(1)); }
    std::unique_ptr<PacketModule> make_impossible() override { return load(there_.port()); }  // where somebody listens already
    ByteBuffer forge(const std::string& text) override { return udp_frame(9, text); }
    Texts gone_on() override {
        Texts found;
        for (auto& frame : there_.all()) found.push_back(frame.size() < text_size ? frame : frame.substr(frame.size() - text_size));
        return found;
    }

private:
    static constexpr std::uint16_t from_port = 7001;  // in a network of the test's own

    std::unique_ptr<PacketModule> load(std::uint16_t from) {
        auto plugin = Plugin::load(SALLYPORT_PLUGIN_DIR "/frame_socket_plugin.so");
        auto module = plugin ? plugin->make(std::to_string(from) + "," + std::to_string(there_.port())) : tl::unexpected(plugin.error());
        if (!module) qFatal("%s", module.error().text().c_str());
        return std::move(*module);
    }
    bool send(Bytes frame) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(from_port);
        return ::sendto(sender_.get(), frame.data(), frame.size(), 0, reinterpret_cast<const sockaddr*>(&to), sizeof to) ==
               ssize_t(frame.size());
    }
    Texts texts_;
    Datagrams there_;
    OwnedFd sender_{::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
};

}  // namespace contract
