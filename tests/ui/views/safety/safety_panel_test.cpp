// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/safety/safety_panel.h"
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class SafetyPanelTest : public QObject {
    Q_OBJECT
private slots:
    void says_that_nothing_is_in_the_kernel() {
        SessionBridge bridge;
        SafetyPanel panel(&bridge);
        panel.show();
        QTRY_VERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains("nothing of ours"));
        bool told = false;
        for (auto* label : panel.findChildren<QLabel*>()) told |= label->text().contains("Nothing is filtered");
        QVERIFY(told);
    }

    void needs_no_scrolling_where_numbers_can_stand_beside_each_other() {
        SessionBridge bridge;
        SafetyPanel panel(&bridge);
        panel.show();
        const int beside = panel.heightForWidth(600), below = panel.heightForWidth(panel.minimumSizeHint().width());
        QVERIFY2(beside < below, qPrintable(QStringLiteral("%1, %2").arg(beside).arg(below)));
        auto* table = panel.findChild<QPlainTextEdit*>();
        panel.resize(600, beside);
        const int low = table->height();
        panel.resize(600, beside + 100);
        QTRY_VERIFY(table->height() > low + 80);  // labels above may have wanted a little
    }

    void panic_and_policy_are_the_users() {
        SessionBridge bridge;
        SafetyPanel panel(&bridge);
        QSignalSpy panic(&panel, &SafetyPanel::panicRequested), policy(&panel, &SafetyPanel::failPolicyChosen);
        panel.show();
        panel.setFailPolicy(FailPolicy::closed);
        QCOMPARE(policy.count(), 0);  // shown, not chosen
        auto* choice = panel.findChild<QComboBox*>();
        QCOMPARE(choice->currentText(), "refuse traffic");
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Up);
        QCOMPARE(policy.count(), 1);
        QCOMPARE(policy[0][0].value<FailPolicy>(), FailPolicy::open);
        panel.findChild<QPushButton*>()->click();
        QCOMPARE(panic.count(), 1);
    }
};

QTEST_MAIN(SafetyPanelTest)
#include "safety_panel_test.moc"
