// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of packet modules as tests: each member of packet_module.h, on every module, the same for all.
#pragma once
#include "contract/contract_subject.h"
#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <functional>
#include <set>
#include <thread>

namespace contract {

using MakeSubject = std::function<std::unique_ptr<Subject>()>;

/// A module with one state, and the subject it belongs to.
struct Running {
    std::unique_ptr<PacketModule> module;
    std::unique_ptr<ModuleState> state;
    std::string trouble;

    explicit Running(std::unique_ptr<PacketModule> made) : module(std::move(made)) {
        auto made_state = module->initState(0);
        if (made_state) state = std::move(*made_state);
        else trouble = made_state.error().text();
    }
    /// The next packet within two seconds, or null; what came instead stands in `trouble`.
    PacketPtr next() {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 2000) {
            auto received = state->receive();
            if (auto* packet = std::get_if<PacketPtr>(&received)) return std::move(*packet);
            if (auto* error = std::get_if<Error>(&received)) return trouble = error->text(), nullptr;
            if (std::holds_alternative<EndOfPackets>(received)) return trouble = "end of packets", nullptr;
        }
        trouble = "nothing came";
        return nullptr;
    }
    std::vector<PacketPtr> next(std::size_t count) {
        std::vector<PacketPtr> packets;
        while (packets.size() < count) {
            auto packet = next();
            if (!packet) break;
            packets.push_back(std::move(packet));
        }
        return packets;
    }
};

}  // namespace contract
