// SPDX-License-Identifier: GPL-3.0-or-later
// The window's side of the engine: owns the Session, looks once a frame at what is new, and tells it in batched signals.
// Also the one place where the rules in force and the view's filter are changed. GUI thread only; nothing here waits for packets.
#pragma once
#include "session/filter_run.h"
#include "session/session.h"
#include "ui/models/rule_step.h"
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <functional>
#include <memory>
#include <optional>

namespace sallyport {

class SessionBridge : public QObject {
    Q_OBJECT
public:
    explicit SessionBridge(QObject* parent = nullptr);
    ~SessionBridge() override;

    // ── source ──
    /// Starts another source with a new, empty store. False, after failed(), when it cannot.
    bool start(Source source);
    bool restart();
    /// What stands around the packet module from the next start on: Session::set_wrappers().
    Status setWrappers(std::vector<std::string> wrappers) { return session_.set_wrappers(std::move(wrappers)); }
    void stop();
    /// Stops, and tells nobody: the window that listens is gone.
    void halt() { session_.stop(); }
    /// Stops and forgets the source and its packets: idle, with an empty store.
    void close() { start(std::monostate()); }
    const Session& session() const { return session_; }
    /// For what sends through it; the bridge alone starts and stops it.
    Session* engine() { return &session_; }
    /// Never null. Another one after each sourceStarted().
    std::shared_ptr<PacketStore> store() const { return store_; }
    SessionState state() const { return state_; }
    bool isRunning() const { return state_ == SessionState::running || state_ == SessionState::starting; }
    /// As of the last frame.
    const SessionStatistics& statistics() const { return statistics_; }
    /// Of the rules in force, in order, the default last; as of the last ruleCountsChanged().
    const std::vector<RuleCount>& ruleCounts() const { return rule_counts_; }

    // ── rules in force ──
    const RuleList& rules() const { return rules_; }
    /// Compiles `list` and puts it in force, undoable as `what`. On a fault nothing changes and the fault is returned.
    std::optional<RuleError> changeRules(RuleList list, RuleStep what);
    /// Adds a rule of `action` ("accept", "drop") for `filter` before all others, in force at once.
    std::optional<RuleError> addRule(const QString& action, const QString& filter, const QString& note = {});
    /// An id that no rule of this session has or had.
    std::uint32_t newRuleId() { return next_rule_id_++; }
    /// What people call a rule that a packet records: its note, else its filter; also of rules that are gone. Of an opened file's
    /// packets, that of the rule which decided them when they were captured.
    QString ruleLabel(std::uint32_t id) const;
    /// The line of each rule that this session has or had, for comments in files.
    std::function<std::string(std::uint32_t)> ruleTexts() const;
    QUndoStack* undoStack() { return &undo_; }
    /// What undo and redo would do now, in the language of now; "": nothing.
    QString undoStep() const { return stepAt(undo_.index() - 1); }
    QString redoStep() const { return stepAt(undo_.index()); }

    // ── the view's filter ──
    /// Filters the view by `text` ("": everything), in the background. Returns the fault of a wrong one and keeps the old.
    std::optional<FilterError> applyFilter(const QString& text);
    QString filterText() const { return filter_text_; }
    /// Null when everything is shown.
    std::shared_ptr<FilterRun> filterRun() const { return filter_run_; }

signals:
    /// Once a frame while anything moves, after the members above were brought up to date and before the other signals.
    void frame();
    void sourceStarted();
    void stateChanged(sallyport::SessionState state);
    void statisticsChanged();
    void ruleCountsChanged();
    void rulesChanged();
    void filterChanged();
    void troublesChanged();
    /// Something that the user asked for could not be done: a headline and the cause with its remedy.
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

private:
    class RulesCommand;
    QString stepAt(int index) const;
    void tick();
    void newStore();
    void putInForce(const RuleList& list, std::shared_ptr<const RuleSet> compiled);
    void startFilter();

    Session session_;
    std::shared_ptr<PacketStore> store_;
    SessionState state_ = SessionState::idle;
    SessionStatistics statistics_;
    std::vector<RuleCount> rule_counts_;
    std::size_t troubles_ = 0;
    RuleList rules_;
    QHash<std::uint32_t, Rule> known_rules_;              // also those that are gone
    mutable QHash<std::uint32_t, QString> saved_labels_;  // of the rules that the opened file's packets name
    std::uint32_t next_rule_id_ = 1;
    QUndoStack undo_;
    QString filter_text_;
    std::shared_ptr<const Filter> filter_;
    std::shared_ptr<FilterRun> filter_run_;
    QTimer timer_;
    QElapsedTimer since_counts_;
};

}  // namespace sallyport
