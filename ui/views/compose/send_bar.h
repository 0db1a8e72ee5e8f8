// SPDX-License-Identifier: GPL-3.0-or-later
// Where the packets go, the button that sends them, how far that is, and what stands in the way.
#pragma once
#include "ui/bridge/packet_sending.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace sallyport {

class SendBar : public QWidget {
    Q_OBJECT
public:
    /// Bridge and sending must outlive it.
    SendBar(SessionBridge* bridge, PacketSending* sending, QWidget* parent = nullptr);

    /// How many packets a press sends; 0: without end.
    void setTotal(std::uint64_t total);
    /// There is something to send, and nothing wrong with it.
    void setReady(bool ready);
    /// Pixels that it needs to be read well, with the words before the target or without.
    int usualWidth(bool labelled) const;
    void setLabelled(bool labelled);
    /// What "through the session" is for people; `runs`: its source gives packets.
    static QString sessionWords(bool runs, const Source& source, const QString& title);
    QComboBox* target() const { return target_; }
    QPushButton* button() const { return send_; }

signals:
    void sendRequested();
    void stopRequested();

private:
    void fillTargets();
    void addInterfaces();
    QString sessionWords() const;
    void refresh();
    void changeEvent(QEvent* event) override;
    void fitWords();
    bool eventFilter(QObject* watched, QEvent* event) override;

    SessionBridge* bridge_;
    PacketSending* sending_;
    QLabel* label_ = nullptr;
    QComboBox* target_;
    QPushButton* send_;
    std::uint64_t total_ = 1;
    bool ready_ = false;
};

/// Below the bar: progress while something is sent, else what stands in the way, or what was sent last. Hidden when nothing is to tell.
class SendNotice : public QWidget {
    Q_OBJECT
public:
    explicit SendNotice(PacketSending* sending, QWidget* parent = nullptr);

private:
    void refresh();
    PacketSending* sending_;
    QProgressBar* bar_;
    QLabel* words_;
};

}  // namespace sallyport
