// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields are varied, how often the packets are sent, how fast, and when that ends.
#pragma once
#include "ui/bridge/compose_session.h"
#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace sallyport {

class PanelHeader;

class SchedulePanel : public QWidget {
    Q_OBJECT
public:
    /// The session must outlive it.
    explicit SchedulePanel(ComposeSession* session, QWidget* parent = nullptr);

    /// Times that all packets are sent; 0: until stopped.
    std::uint64_t rounds() const;
    double rate() const;  // packets a second; 0: as fast as it goes
    bool stopsOnReply() const;
    /// Packets in all; 0: no end, or something is wrong.
    std::uint64_t total() const;
    /// What is wrong with a variation; "".
    QString fault() const { return fault_text_; }
    /// What was chosen, for another panel that takes the place of this one.
    struct Choice {
        int rounds = 1, rate = 100, stop = 0;
    };
    Choice choice() const;
    void choose(const Choice& choice);
    /// Puts the keyboard into the newest variation.
    void enterVariation();

signals:
    void changed();
    /// It may need another height at this width.
    void fitted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Line {
        QWidget* widget;
        QLabel* label;
        QLineEdit* values;
    };
    void fitSettings(int width);
    void addLine();
    void refreshVariations();
    void refreshSummary();
    void fillVaryMenu(class QMenu& menu);

    ComposeSession* session_;
    PanelHeader* header_;
    QVBoxLayout* lines_;
    QWidget* settings_ = nullptr;
    QLabel* fault_;
    QPushButton* vary_;
    QSpinBox *rounds_, *rate_;
    QComboBox* stop_;
    std::vector<Line> variations_;
    std::uint64_t packets_ = 1;  // of the series
    QString fault_text_;
};

}  // namespace sallyport
