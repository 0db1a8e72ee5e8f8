// SPDX-License-Identifier: GPL-3.0-or-later
// Sending what was composed, as the window does it: where to, whether that is possible, the job with its progress, whether a destination
// outside the user's own networks is all right, and the replies. GUI thread only; nothing here waits for packets.
#pragma once
#include "ui/bridge/reply_watch.h"
#include "ui/bridge/session_bridge.h"
#include "session/send_job.h"
#include "session/surroundings.h"
#include <QObject>
#include <memory>
#include <optional>

namespace sallyport {

class PacketSending : public QObject {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit PacketSending(SessionBridge* bridge, QObject* parent = nullptr);
    ~PacketSending() override;

    // ── where to ──
    /// "": through the module that runs, where rules judge it. Else straight onto that interface.
    void setInterface(const QString& interface);
    const QString& interface() const { return interface_; }
    bool isThroughSession() const { return interface_.isEmpty(); }
    /// What templates fill in for this target.
    Surroundings surroundings() const;
    /// Why nothing can be sent there now, as of the last refreshObstacle(); nothing: it can.
    const std::optional<Error>& obstacle() const { return obstacle_; }
    void refreshObstacle();

    // ── own networks ──
    enum class Outside : std::uint8_t { unknown, allowed, refused };
    /// The user's answer, kept as long as the program runs.
    Outside outside() const { return outside_; }
    void setOutside(Outside answer) { outside_ = answer; }
    /// A destination outside the user's own networks that some of the packets have; "".
    static QString outsideDestination(const PacketSeries& series);

    // ── the job ──
    struct Order {
        std::shared_ptr<const PacketSeries> series;
        std::uint64_t rounds = 1;  // 0: until stopped
        double rate = 0;           // packets a second; 0: as fast as it goes
        bool until_reply = false;
    };
    /// False, after failed(), when it cannot begin.
    bool start(Order order);
    void stop();
    bool isSending() const { return job_ && !progress_.done; }
    /// Of the job that runs or ran last.
    const SendProgress& progress() const { return progress_; }
    ReplyWatch* replies() { return &replies_; }

signals:
    void targetChanged();
    void obstacleChanged();
    void progressChanged();
    /// Everything is sent, or it was stopped.
    void finished();
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

private:
    void tick();
    std::shared_ptr<PacketStore> whereNobodySeesIt() const;
    bool isWatchedWhole() const;

    SessionBridge* bridge_;
    QString interface_;
    std::optional<Error> obstacle_;
    Outside outside_ = Outside::unknown;
    std::unique_ptr<SendJob> job_;
    SendProgress progress_;
    bool until_reply_ = false;
    ReplyWatch replies_;
    QTimer timer_;
};

}  // namespace sallyport
