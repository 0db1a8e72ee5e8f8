// SPDX-License-Identifier: GPL-3.0-or-later
// The main() of a test whose window stands in a practice network of its own.
#pragma once
#include "practice/practice_network.h"
#include <QApplication>
#include <QtTest>
#include <memory>

namespace sallyport {

/// Runs `Test`. `no_network` says why there is none, for QSKIP; empty: there is one.
template <typename Test>
int run_in_practice_network(int argc, char** argv, QString& no_network) {
    std::unique_ptr<PracticeNetwork> network;  // before any thread exists
    if (auto entered = enter_private_network(); !entered) {
        no_network = QString::fromStdString(entered.error().text());
    } else if (auto made = PracticeNetwork::create({.pace = 3}); !made) {
        no_network = QString::fromStdString(made.error().text());
    } else {
        network = std::move(*made);
    }
    QApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace sallyport
