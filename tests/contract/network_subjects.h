// SPDX-License-Identifier: GPL-3.0-or-later
// The modules whose packets come from a network, here the loopback interface of a network of the test's own: pcap-live, nfqueue.
#pragma once
#include "contract/contract_subject.h"
#include "contract/udp_packet.h"
#include "engine/modules/datagrams.h"
#include "modules/nfqueue_module.h"
#include "modules/pcap_live_module.h"

namespace contract {

/// What main() sets the loopback interface to, so that neither 1500 nor loopback's usual 65536 can pass for the truth.
inline constexpr std::uint32_t loopback_mtu = 8888;

class NetworkSubject : public Subject {
public:
    bool realtime() const override { return true; }
    std::uint32_t mtu() const override { return loopback_mtu; }
    std::unique_ptr<PacketModule> make(const Texts& texts) override {
        texts_ = texts;
        return open();
    }
    std::unique_ptr<PacketModule> make_waiting() override {
        texts_ = texts(1);
        return open();
    }
    bool flow() override {
        bool sent = datagrams_.ready();
        for (auto& text : texts_) sent = datagrams_.send(text) && sent;
        return sent;
    }
    Texts gone_on() override { return datagrams_.all(); }

protected:
    virtual std::unique_ptr<PacketModule> open() = 0;
    Datagrams datagrams_;

private:
    Texts texts_;
};

class PcapLiveSubject final : public NetworkSubject {
public:
    std::string name() const override { return "pcap-live"; }
    bool pass_through() const override { return true; }
    std::unique_ptr<PacketModule> make_impossible() override { return make_pcap_live_module({.interfaces = {"none0"}}); }
    ByteBuffer forge(const std::string& text) override { return udp_frame(datagrams_.port(), text); }

private:
    std::unique_ptr<PacketModule> open() override {
        return make_pcap_live_module({.interfaces = {"lo"}, .capture_filter = "udp dst port " + std::to_string(datagrams_.port())});
    }
};

class NfqueueSubject final : public NetworkSubject {
public:
    explicit NfqueueSubject(FailPolicy fail) : fail_(fail) {}
    std::string name() const override { return "nfqueue"; }
    bool multi_threaded() const override { return true; }
    bool pass_through() const override { return false; }
    Verdict default_policy() const override { return fail_ == FailPolicy::open ? Verdict::accept : Verdict::drop; }
    std::unique_ptr<PacketModule> make_impossible() override { return make_nfqueue_module({.input = false, .output = false}); }
    ByteBuffer forge(const std::string& text) override { return udp_packet(datagrams_.port(), text); }
    void set_text(ByteBuffer& bytes, const std::string& text) override {
        NetworkSubject::set_text(bytes, text);
        bytes[26] = bytes[27] = 0;  // UDP checksum: not computed
    }

private:
    std::unique_ptr<PacketModule> open() override { return make_nfqueue_module({.input = true, .output = false, .fail = fail_}); }
    FailPolicy fail_;
};

}  // namespace contract
