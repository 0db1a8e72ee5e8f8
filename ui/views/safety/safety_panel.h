// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about what Sallyport does to this machine's traffic, in one place: whether rules act, the queues and their
// losses, what happens when the program cannot judge, our table as it stands in the kernel, and the way out.
#pragma once
#include "ui/bridge/session_bridge.h"
#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLayout;
class QPlainTextEdit;
class QPushButton;

namespace sallyport {

class SafetyPanel : public QWidget {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit SafetyPanel(SessionBridge* bridge, QWidget* parent = nullptr);
    /// Its least: the table takes what is left, and scrolls.
    int heightForWidth(int width) const override;

public slots:
    /// What stands in the settings; the panel only shows it and says what the user chose.
    void setFailPolicy(sallyport::FailPolicy policy);

signals:
    void panicRequested();
    void failPolicyChosen(sallyport::FailPolicy policy);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLabel* valueOf(QLabel* title);
    QLabel* row(QFormLayout* form);
    QLabel* count(QLayout* counts);
    void retranslate(QLabel& end);
    void alignTitles();
    void fitTable();
    void refresh();
    void refreshState();
    void refreshNumbers();
    void refreshTable();

    SessionBridge* bridge_;
    QLabel *state_, *queues_, *judged_, *waiting_, *lost_, *failed_, *not_stored_, *troubles_;
    QComboBox* fail_;
    QPlainTextEdit* table_;
    QPushButton* panic_;
    QHash<QLabel*, QLabel*> titles_;  // of the values that they stand before
    QTimer clock_;
};

}  // namespace sallyport
