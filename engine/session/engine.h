// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/engine_thread.h"
#include "session/session.h"
#include <map>
#include <thread>

namespace sallyport {

/// A packet module at work: one thread a state, from start() to stop(). Runs once; a restart is another engine.
class Engine {
public:
    struct Setup {
        std::unique_ptr<PacketModule> module;
        unsigned threads = 1;                                    // for modules that take several
        FailPolicy fail_policy = FailPolicy::open;
        std::shared_ptr<PacketStore> store;
    };
    Engine(Setup setup, RulesInForce& rules, Troubles& troubles);
    ~Engine();                                                   // stops

    /// Makes every state before any thread runs, so that a failure leaves nothing behind.
    Status start();
    void stop();                                                 // returns when the threads have ended
    // any thread:
    SessionState state() const { return state_.load(std::memory_order_acquire); }
    bool acts() const { return shared_.acts; }
    void add_to(SessionStatistics& sums) const;
    void add_to(std::map<std::uint32_t, RuleCount>& sums) const;
    std::string kernel_table() const;
    /// Where packets to be sent are put; closed when the engine has ended.
    const std::shared_ptr<Outbox>& outbox() const { return shared_.outbox; }

private:
    void thread_ended(EngineThread::End end);
    void interrupt_all();

    std::shared_ptr<PacketStore> store_;
    mutable std::mutex module_mutex_;                            // of module_ going away
    std::unique_ptr<PacketModule> module_;
    const unsigned thread_count_;
    EngineShared shared_;
    std::vector<std::unique_ptr<EngineThread>> work_;            // fixed once start() has returned
    std::vector<std::thread> threads_;
    std::atomic<unsigned> running_{0};
    std::atomic<SessionState> state_{SessionState::starting};
};

}  // namespace sallyport
