// SPDX-License-Identifier: GPL-3.0-or-later
// The modules whose packets come from a file: pcap-file and replay.
#pragma once
#include "capture_file/capture_reader.h"
#include "capture_file/capture_writer.h"
#include "contract/contract_subject.h"
#include "contract/udp_packet.h"
#include "modules/pcap_file_module.h"
#include "modules/replay_module.h"
#include <QTemporaryDir>
#include <filesystem>

namespace contract {

class FileSubject : public Subject {
public:
    static constexpr std::int64_t start = 1'600'000'000'000'000'000;

    bool realtime() const override { return false; }
    std::uint32_t mtu() const override { return 0; }
    bool ends() const override { return true; }
    std::unique_ptr<PacketModule> make(const Texts& texts) override {
        write(texts, 1000);
        return open(input(), 0);
    }
    std::unique_ptr<PacketModule> make_faulty(unsigned packets) override {
        write(texts(packets + 1), 1000);
        std::filesystem::resize_file(input(), std::filesystem::file_size(input()) - 5);
        return open(input(), 0);
    }
    std::unique_ptr<PacketModule> make_impossible() override { return open(path("missing.pcap"), 0); }
    ByteBuffer forge(const std::string& text) override { return udp_frame(9, text); }

protected:
    virtual std::unique_ptr<PacketModule> open(const std::string& path, double speed) = 0;
    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }
    std::string input() const { return path("in.pcapng"); }

    /// The times of every third packet jump back, as they do in real captures of several interfaces.
    void write(const Texts& texts, std::int64_t step_ns) {
        auto writer = CaptureWriter::make(std::move(*OutputFile::create(input(), false)), CaptureFormat::pcapng);
        (void)writer->describe({{.name = "eth0", .ticks_per_second = 1'000'000'000}});
        std::int64_t number = 0;
        for (auto& text : texts) {
            auto frame = udp_frame(9, text);
            PacketToWrite packet;
            packet.bytes = frame;
            packet.original = std::uint32_t(frame.size());
            packet.time.ns = start + (number % 3 == 2 ? number - 2 : number) * step_ns;
            number++;
            (void)writer->write(packet);
        }
        (void)writer->finish();
    }

private:
    QTemporaryDir folder_;
};

class PcapFileSubject final : public FileSubject {
public:
    std::string name() const override { return "pcap-file"; }
    bool pass_through() const override { return true; }

private:
    std::unique_ptr<PacketModule> open(const std::string& path, double) override { return make_pcap_file_module(path); }
};

class ReplaySubject final : public FileSubject {
public:
    explicit ReplaySubject(Verdict default_policy) : default_policy_(default_policy) {}
    std::string name() const override { return "replay"; }
    bool pass_through() const override { return false; }
    Verdict default_policy() const override { return default_policy_; }
    std::unique_ptr<PacketModule> make_waiting() override {
        write(texts(2), 3'600'000'000'000);  // an hour later
        return open(input(), 1);
    }
    Texts gone_on() override {
        Texts found;
        auto reader = CaptureReader::open(path("out.pcapng"));
        if (!reader) return {reader.error().text()};
        CapturedPacket packet;
        while ((*reader)->next(packet) == CaptureReader::Step::packet) found.push_back(text_of(packet.bytes));
        return found;
    }

private:
    std::unique_ptr<PacketModule> open(const std::string& file, double speed) override {
        return make_replay_module({.path = file, .speed = speed, .output = path("out.pcapng"), .default_verdict = default_policy_});
    }
    Verdict default_policy_;
};

}  // namespace contract
