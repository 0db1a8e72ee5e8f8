// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"
#include "session/open_module.h"
#include "session/signals_blocked.h"
#include <pthread.h>
#include <system_error>

namespace sallyport {
namespace {

unsigned threads_of(const PacketModule& module, unsigned wanted) { return module.multiThreaded() ? std::max(1u, wanted) : 1; }

}  // namespace

Engine::Engine(Setup setup, RulesInForce& rules, Troubles& troubles)
    : store_(std::move(setup.store)),
      module_(std::move(setup.module)),
      thread_count_(threads_of(*module_, setup.threads)),
      shared_(*module_, *store_, rules, troubles, setup.fail_policy, thread_count_ == 1) {}

Engine::~Engine() { stop(); }

Status Engine::start() {
    shared_.outbox = std::make_shared<Outbox>([this] {
        if (!work_.empty()) work_.front()->interrupt();
    });
    for (unsigned i = 0; i < thread_count_; i++) {
        auto state = module_->initState(i);
        if (!state) {
            work_.clear();
            return tl::unexpected<Error>(state.error());
        }
        work_.push_back(std::make_unique<EngineThread>(shared_, std::move(*state), i == 0));
    }
    state_ = SessionState::running;
    running_ = thread_count_;
    try {
        SignalsBlocked blocked;
        for (auto& work : work_) {
            auto& thread = threads_.emplace_back([this, &work] { thread_ended(work->run()); });
            pthread_setname_np(thread.native_handle(), "engine");
        }
    } catch (const std::system_error& error) {  // what std::thread says when there are too many
        stop();
        return fail(message("cannot start the engine's threads: %1", error.what()), message("end other programs, or use fewer queues"),
                    error.code().value());
    }
    return {};
}

void Engine::thread_ended(EngineThread::End end) {
    if (end == EngineThread::End::failed) {
        shared_.stopping = true;  // one queue without a judge: the others would hide that
        interrupt_all();
    }
    if (running_.fetch_sub(1) != 1) return;
    if (shared_.failing) state_ = SessionState::failed;
    else state_ = shared_.stopping ? SessionState::stopped : SessionState::ended;
}

void Engine::interrupt_all() {
    for (auto& work : work_) work->interrupt();
}

void Engine::stop() {
    shared_.stopping = true;
    interrupt_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    for (auto& work : work_) work->close();
    if (shared_.outbox) shared_.outbox->close();
    std::lock_guard lock(module_mutex_);
    module_.reset();
}

void Engine::add_to(SessionStatistics& sums) const {
    constexpr auto relaxed = std::memory_order_relaxed;
    std::uint64_t total = 0, done = 0;
    for (auto& work : work_) {
        auto& counts = work->counts();
        sums.seen += counts.seen.load(relaxed);
        sums.bytes += counts.bytes.load(relaxed);
        sums.accepted += counts.accepted.load(relaxed);
        sums.dropped += counts.dropped.load(relaxed);
        sums.not_stored += counts.not_stored.load(relaxed);
        sums.failed += counts.failed.load(relaxed);
        auto module = work->module_statistics();
        sums.lost += module.lost;
        sums.queue_waiting += module.waiting;
        total += module.bytes_total;
        done += module.bytes_done;
    }
    sums.progress = total && state() == SessionState::running ? std::min(1.0, double(done) / double(total)) : 1;
}

void Engine::add_to(std::map<std::uint32_t, RuleCount>& sums) const {
    for (auto& work : work_) work->hits().add_to(sums);
}

std::string Engine::kernel_table() const {
    std::lock_guard lock(module_mutex_);
    return module_ ? module_->kernelTable() : std::string();
}

}  // namespace sallyport
