// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving a capture that is kept nowhere, on a busy interface: the question is asked once, and what it was asked for is done.
#include "ui/practice_main.h"
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

QString no_network;  // why the tests cannot run here; set before any test runs
constexpr int patience = 20000;

/// Answers each question, as a person does, and counts them.
class Answerer : public QObject {
public:
    explicit Answerer(QMessageBox::StandardButton answer) : answer_(answer) { clock_ = startTimer(20); }
    int asked = 0;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (auto* other = qobject_cast<QDialog*>(QApplication::activeModalWidget()); other && !box) other->reject();  // no file is chosen
        if (!box) return;
        asked++;
        box->button(answer_)->click();
    }

private:
    QMessageBox::StandardButton answer_;
    int clock_ = 0;
};

}  // namespace

class LeavingTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<SessionBridge> bridge_;
    std::unique_ptr<MainWindow> window_;

    QString path() const { return directory_.filePath(QStringLiteral("saved.pcapng")); }
    std::size_t count() const { return bridge_->store()->count(); }
    /// Saved once already, so that its file is known, and more has come since.
    void captureMore() {
        QSignalSpy done(window_->files(), &FileCommands::done);
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0, patience);
        window_->files()->saveAll(path());
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, patience);
        const std::size_t saved = count();
        QTRY_VERIFY_WITH_TIMEOUT(count() > saved + 20, patience);
        QVERIFY(window_->files()->hasUnsaved());
    }
    std::size_t savedPackets() const {
        SessionBridge reader;
        if (!reader.start(FileSource{path().toStdString()})) return 0;
        if (!QTest::qWaitFor([&] { return reader.state() == SessionState::ended; }, patience)) return 0;
        return reader.store()->count();
    }

private slots:
    void init() {
        if (!no_network.isEmpty()) QSKIP(qPrintable(no_network));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path());
        QFile::remove(path());
        theme_ = std::make_unique<Theme>(*qApp);
        bridge_ = std::make_unique<SessionBridge>();
        window_ = std::make_unique<MainWindow>(bridge_.get(), theme_.get());  // as on a network of one's own: its packets are precious
        window_->show();
        QVERIFY2(window_->capture()->startFirewall(), qPrintable(window_->messages()->text()));
    }
    void cleanup() {
        if (window_) window_->setUnattended();
        window_.reset();
        bridge_.reset();
        theme_.reset();
    }

    void savesAndLeaves() {
        captureMore();
        const std::size_t before = count();
        Answerer save(QMessageBox::Save);
        window_->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), patience);
        QCOMPARE(save.asked, 1);
        QVERIFY(savedPackets() >= before);
        QVERIFY(!bridge_->isRunning());
    }

    /// The key that leaves, once more, while the file is being written.
    void leavingTwiceAsksOnce() {
        captureMore();
        Answerer save(QMessageBox::Save);
        auto* quit = window_->actions()[Act::quit];
        quit->trigger();
        QVERIFY(window_->isVisible());
        window_->actions()[Act::close]->trigger();
        for (int i = 0; i < 3; i++) quit->trigger();  // wanted last
        QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), patience);
        QCOMPARE(save.asked, 1);
        QVERIFY(savedPackets() > 0);
    }

    void savesAndClosesTheCapture() {
        captureMore();
        Answerer save(QMessageBox::Save);
        window_->actions()[Act::close]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(bridge_->state(), SessionState::idle, patience);
        QCOMPARE(save.asked, 1);
        QVERIFY(window_->isVisible());
    }

    void savesAndStartsAgain() {
        captureMore();
        const auto store = bridge_->store();
        {
            Answerer save(QMessageBox::Save);
            window_->actions()[Act::restart]->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(bridge_->store() != store, patience);
            QCOMPARE(save.asked, 1);
        }
        QVERIFY(bridge_->isRunning());
        // What was allowed once is not allowed for ever.
        QTRY_VERIFY_WITH_TIMEOUT(window_->files()->hasUnsaved(), patience);
        Answerer cancel(QMessageBox::Cancel);
        window_->close();
        QCOMPARE(cancel.asked, 1);
        QVERIFY(window_->isVisible() && bridge_->isRunning());
    }

    void staysWhenTheFileCannotBeWritten() {
        captureMore();
        QVERIFY(QDir(directory_.path()).mkdir(QStringLiteral("gone")));
        const QString there = directory_.filePath(QStringLiteral("gone/saved.pcapng"));
        QSignalSpy done(window_->files(), &FileCommands::done);
        window_->files()->saveAll(there);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, patience);
        QVERIFY(QDir(directory_.filePath(QStringLiteral("gone"))).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(window_->files()->hasUnsaved(), patience);
        Answerer save(QMessageBox::Save);
        QSignalSpy failed(window_->files(), &FileCommands::failed);
        window_->close();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(window_->isVisible() && bridge_->isRunning());
        window_->close();  // nothing is on its way any more
        QCOMPARE(save.asked, 2);
    }

    void theProgressOfSavingSaysWhatItIsOf() {
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0, patience);
        window_->files()->saveAll(path());
        const auto* progress = window_->findChild<QProgressDialog*>();
        QVERIFY(progress);
        QCOMPARE(progress->windowTitle(), QStringLiteral("Saving packets"));
        QVERIFY(progress->labelText().contains(QLatin1String("saved.pcapng")));
    }

    void discardsAtOnce() {
        captureMore();
        Answerer discard(QMessageBox::Discard);
        window_->close();
        QCOMPARE(discard.asked, 1);
        QVERIFY(!window_->isVisible());
    }
};

int main(int argc, char** argv) { return run_in_practice_network<LeavingTest>(argc, argv, no_network); }

#include "leaving_test.moc"
