// SPDX-License-Identifier: GPL-3.0-or-later
// "Would have matched 214 of the 59 478 packets seen": one filter tried in the background on the packets that are already
// here. Partial counts while it runs; tried again now and then while packets keep coming, if that is cheap.
#pragma once
#include "ui/bridge/session_bridge.h"
#include <QElapsedTimer>
#include <QObject>
#include <memory>
#include <optional>

namespace sallyport {

class RuleTrial : public QObject {
    Q_OBJECT
public:
    explicit RuleTrial(SessionBridge* bridge, QObject* parent = nullptr);
    ~RuleTrial() override;

    /// Tries a rule's filter and direction; a wrong filter, or nullopt, ends the trial.
    void attempt(const std::optional<Rule>& rule);
    /// Empty when nothing is tried or nothing was seen.
    QString text() const;
    bool done() const { return done_; }

signals:
    void changed();

private:
    void restart();
    void look();
    void countDirections(std::size_t matched);

    SessionBridge* bridge_;
    std::optional<Rule> rule_;
    std::shared_ptr<FilterRun> run_;
    std::shared_ptr<PacketStore> store_;
    std::size_t matched_ = 0, scanned_ = 0;  // what text() tells
    std::size_t looked_at_ = 0, in_direction_ = 0;
    double cost_ms_ = 0;
    bool done_ = false;
    QElapsedTimer since_look_, since_done_;
};

}  // namespace sallyport
