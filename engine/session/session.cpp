// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "session/engine.h"
#include "session/open_module.h"

namespace sallyport {

struct Session::Impl {
    RulesInForce rules;
    Troubles troubles;
    Source source;
    std::vector<std::string> wrappers;

    // What runs, replaced as a whole by start(); readers of any thread take their own hold of it.
    mutable std::mutex mutex;
    std::shared_ptr<PacketStore> store = std::make_shared<PacketStore>();
    std::shared_ptr<Engine> engine;
    StoreBudget budget;
    bool failed_to_start = false;

    std::shared_ptr<Engine> running() const {
        std::lock_guard lock(mutex);
        return engine;
    }

    Status start() {
        auto opened = open_module(source, wrappers);
        if (!opened) return tl::unexpected<Error>(opened.error());
        auto new_store = std::make_shared<PacketStore>(opened->budget);
        auto new_engine = std::make_shared<Engine>(
            Engine::Setup{std::move(opened->module), opened->threads, opened->fail_policy, new_store}, rules, troubles);
        if (auto started = new_engine->start(); !started) return started;
        std::lock_guard lock(mutex);
        store = std::move(new_store);
        engine = std::move(new_engine);
        budget = opened->budget;
        return {};
    }
};

Session::Session() : impl_(std::make_unique<Impl>()) {}
Session::~Session() { stop(); }

Status Session::start(Source source) {
    if (auto readable = check_source(source); !readable && state() == SessionState::running) return readable;  // a wrong file ends nothing
    stop();
    impl_->troubles.clear();
    {
        std::lock_guard lock(impl_->mutex);
        impl_->engine.reset();
        impl_->store = std::make_shared<PacketStore>();
        impl_->failed_to_start = false;
        impl_->source = std::move(source);
    }
    if (std::holds_alternative<std::monostate>(impl_->source)) return {};
    auto started = impl_->start();
    if (!started) {
        impl_->troubles.report(started.error());
        std::lock_guard lock(impl_->mutex);
        impl_->failed_to_start = true;
    }
    return started;
}

void Session::stop() {
    if (auto engine = impl_->running()) engine->stop();
}

Status Session::restart() { return start(Source(impl_->source)); }

Status Session::set_wrappers(std::vector<std::string> wrappers) {
    for (auto& text : wrappers)
        if (auto read = read_wrapper(text); !read) return tl::unexpected(read.error());
    std::lock_guard lock(impl_->mutex);
    impl_->wrappers = std::move(wrappers);
    return {};
}

const std::vector<std::string>& Session::wrappers() const { return impl_->wrappers; }

const Source& Session::source() const { return impl_->source; }

Message Session::source_title() const {
    std::lock_guard lock(impl_->mutex);
    return title_of(impl_->source, impl_->wrappers);
}

SessionState Session::state() const {
    std::lock_guard lock(impl_->mutex);
    if (impl_->failed_to_start) return SessionState::failed;
    return impl_->engine ? impl_->engine->state() : SessionState::idle;
}

std::vector<Error> Session::troubles() const { return impl_->troubles.all(); }

bool Session::verdicts_act() const {
    auto engine = impl_->running();
    return engine && engine->acts();
}

std::shared_ptr<PacketStore> Session::store() const {
    std::lock_guard lock(impl_->mutex);
    return impl_->store;
}

SessionStatistics Session::statistics() const {
    SessionStatistics sums;
    std::shared_ptr<Engine> engine;
    std::shared_ptr<PacketStore> store;
    {
        std::lock_guard lock(impl_->mutex);
        engine = impl_->engine;
        store = impl_->store;
        sums.budget_bytes = engine ? impl_->budget.bytes : 0;
    }
    if (engine) engine->add_to(sums);
    sums.bytes_held = store->bytes_held();
    return sums;
}

void Session::set_rules(std::shared_ptr<const RuleSet> rules) { impl_->rules.set(std::move(rules)); }

std::shared_ptr<const RuleSet> Session::rules() const { return impl_->rules.get(); }

std::vector<RuleCount> Session::rule_counts() const {
    std::map<std::uint32_t, RuleCount> sums;
    if (auto engine = impl_->running()) engine->add_to(sums);
    std::vector<RuleCount> counts;
    auto take = [&](std::uint32_t id) {
        auto& sum = sums[id];
        sum.rule = id;
        counts.push_back(sum);
    };
    auto rules = impl_->rules.get();
    for (auto& rule : rules->list().rules) take(rule.id);
    take(no_rule);
    return counts;
}

std::shared_ptr<Outbox> Session::outbox() const {
    auto engine = impl_->running();
    return engine && engine->state() == SessionState::running ? engine->outbox() : nullptr;
}

std::string Session::kernel_table() const {
    auto engine = impl_->running();
    return engine ? engine->kernel_table() : std::string();
}

}  // namespace sallyport
