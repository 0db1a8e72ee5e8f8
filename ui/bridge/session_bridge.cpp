// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session_bridge.h"
#include <QUndoCommand>

namespace sallyport {

namespace {
constexpr int frame_ms = 16;  // 60 frames a second while anything moves
constexpr int idle_ms = 250;
constexpr qint64 counts_ms = 200;  // statistics and hits are for eyes: five times a second will do

QString label_of(const Rule& rule) {
    return QString::fromStdString(!rule.note.empty() ? rule.note : !rule.filter.empty() ? rule.filter : rule.action);
}
}  // namespace

/// One change of the rules, there and back. Both sides compiled when they were in force, so compiling again succeeds.
class SessionBridge::RulesCommand : public QUndoCommand {
public:
    RulesCommand(SessionBridge& bridge, RuleList before, RuleList after, RuleStep what)
        : step(what), bridge_(bridge), before_(std::move(before)), after_(std::move(after)) {}
    void undo() override { apply(before_); }
    void redo() override { apply(after_); }
    const RuleStep step;

private:
    void apply(const RuleList& list) {
        if (auto compiled = RuleSet::compile(list)) bridge_.putInForce(list, *compiled);
    }
    SessionBridge& bridge_;
    RuleList before_, after_;
};

SessionBridge::SessionBridge(QObject* parent) : QObject(parent), store_(session_.store()) {
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &SessionBridge::tick);
    timer_.start(idle_ms);
    since_counts_.start();
}

SessionBridge::~SessionBridge() {
    timer_.stop();
    filter_run_.reset();
}

bool SessionBridge::start(Source source) {
    auto started = session_.start(std::move(source));
    newStore();
    if (!started) emit failed(words("Cannot start"), started.error());
    return started.has_value();
}

bool SessionBridge::restart() {
    auto started = session_.restart();
    newStore();
    if (!started) emit failed(words("Cannot start again"), started.error());
    return started.has_value();
}

void SessionBridge::stop() {
    session_.stop();
    tick();
}

void SessionBridge::newStore() {
    auto store = session_.store();
    if (store != store_) {
        store_ = std::move(store);
        troubles_ = 0;
        saved_labels_.clear();
        startFilter();
        emit sourceStarted();
        if (filter_) emit filterChanged();
    }
    since_counts_.invalidate();
    tick();
}

void SessionBridge::tick() {
    const auto state = session_.state();
    const bool changed = state != state_;
    state_ = state;
    const bool counts = changed || !since_counts_.isValid() || since_counts_.elapsed() >= counts_ms;
    if (counts) {
        since_counts_.start();
        statistics_ = session_.statistics();
        rule_counts_ = session_.rule_counts();
    }
    const bool busy = isRunning() || (filter_run_ && !filter_run_->progress().caught_up);
    if (timer_.interval() != (busy ? frame_ms : idle_ms)) timer_.start(busy ? frame_ms : idle_ms);

    emit frame();
    if (changed) emit stateChanged(state_);
    if (!counts) return;
    emit statisticsChanged();
    emit ruleCountsChanged();
    if (const auto now = session_.troubles().size(); now != troubles_) {
        troubles_ = now;
        emit troublesChanged();
    }
}

std::optional<RuleError> SessionBridge::changeRules(RuleList list, RuleStep what) {
    auto compiled = RuleSet::compile(list);
    if (!compiled) return compiled.error();
    undo_.push(new RulesCommand(*this, rules_, std::move(list), what));
    return std::nullopt;
}

std::optional<RuleError> SessionBridge::addRule(const QString& action, const QString& filter, const QString& note) {
    RuleList list = rules_;
    Rule rule;
    rule.id = newRuleId();
    rule.action = action.toStdString();
    rule.filter = filter.toStdString();
    rule.note = note.toStdString();
    list.rules.insert(list.rules.begin(), std::move(rule));
    return changeRules(std::move(list), QT_TRANSLATE_NOOP("RuleSteps", "add rule"));
}

void SessionBridge::putInForce(const RuleList& list, std::shared_ptr<const RuleSet> compiled) {
    session_.set_rules(std::move(compiled));
    rules_ = list;
    for (auto& rule : rules_.rules) {
        known_rules_[rule.id] = rule;
        next_rule_id_ = std::max(next_rule_id_, rule.id + 1);
    }
    since_counts_.invalidate();
    emit rulesChanged();
    tick();
}

QString SessionBridge::stepAt(int index) const {
    const auto* command = static_cast<const RulesCommand*>(undo_.command(index));
    return command ? command->step.text() : QString();
}

QString SessionBridge::ruleLabel(std::uint32_t id) const {
    if (!std::holds_alternative<FileSource>(session_.source())) return known_rules_.contains(id) ? label_of(known_rules_[id]) : QString();
    auto& label = saved_labels_[id];
    if (!label.isEmpty()) return label;
    const auto line = store_->rule_text(id);  // "": the file tells only its number, or the packet is not there yet
    const auto rule = parse_rule_line(line);
    return label = rule ? label_of(*rule) : QString::fromStdString(line);
}

std::function<std::string(std::uint32_t)> SessionBridge::ruleTexts() const {
    return [rules = known_rules_](std::uint32_t id) { return rules.contains(id) ? rule_line(rules[id]) : std::string(); };
}

std::optional<FilterError> SessionBridge::applyFilter(const QString& text) {
    const QString wanted = text.trimmed();
    std::shared_ptr<const Filter> compiled;
    if (!wanted.isEmpty()) {
        auto filter = Filter::compile(wanted.toStdString());
        if (!filter) return filter.error();
        compiled = std::make_shared<const Filter>(std::move(*filter));
    }
    filter_text_ = wanted;
    filter_ = std::move(compiled);
    startFilter();
    emit filterChanged();
    tick();
    return std::nullopt;
}

void SessionBridge::startFilter() { filter_run_ = filter_ ? std::make_shared<FilterRun>(store_, filter_) : nullptr; }

}  // namespace sallyport
