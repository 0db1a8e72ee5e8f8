// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_edit.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class ByteEditTest : public QObject {
    Q_OBJECT
    ByteBuffer bytes_ = ByteBuffer(40, 0x11);
    std::unique_ptr<ByteEdit> grid_;
    std::vector<std::pair<qint64, ByteBuffer>> written_;

private slots:
    void init() {
        grid_ = std::make_unique<ByteEdit>();
        grid_->resize(700, 200);
        bytes_.assign(40, 0x11);
        grid_->setBytes(bytes_);
        written_.clear();
        connect(grid_.get(), &ByteEdit::overwritten, this, [this](qint64 at, const ByteBuffer& bytes) {
            written_.emplace_back(at, bytes);
            std::copy(bytes.begin(), bytes.end(), bytes_.begin() + at);
            grid_->refreshBytes(bytes_);
        });
        grid_->show();
        QVERIFY(QTest::qWaitForWindowExposed(grid_.get()));
        grid_->setFocus();
    }
    void cleanup() { grid_.reset(); }

    void two_digits_make_a_byte_and_the_caret_goes_on() {
        grid_->setMarked({4, 6});
        QTest::keyClicks(grid_.get(), "a");
        QVERIFY(written_.empty());
        QTest::keyClicks(grid_.get(), "b0C");
        QCOMPARE(written_.size(), std::size_t(2));
        QCOMPARE(written_[0].first, 4);
        QCOMPARE(written_[0].second, ByteBuffer{0xab});
        QCOMPARE(written_[1].first, 5);
        QCOMPARE(written_[1].second, ByteBuffer{0x0c});
    }

    void half_a_byte_is_given_up() {
        grid_->setMarked({4, 5});
        QTest::keyClicks(grid_.get(), "a");
        QTest::keyClick(grid_.get(), Qt::Key_Escape);
        QTest::keyClicks(grid_.get(), "b");
        QTest::keyClick(grid_.get(), Qt::Key_Right);
        QTest::keyClicks(grid_.get(), "cd");
        QCOMPARE(written_.size(), std::size_t(1));
        QCOMPARE(written_[0].second, ByteBuffer{0xcd});
    }

    void what_is_pasted_takes_the_place_of_as_many() {
        QSignalSpy refused(grid_.get(), &ByteEdit::pasteRefused);
        grid_->setMarked({2, 3});
        QTest::keyClick(grid_.get(), Qt::Key_Home);
        QGuiApplication::clipboard()->setText("de ad be ef");
        QTest::keyClick(grid_.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(written_.size(), std::size_t(1));
        QCOMPARE(written_[0].second, (ByteBuffer{0xde, 0xad, 0xbe, 0xef}));
        QGuiApplication::clipboard()->setText("nothing of the kind");
        QTest::keyClick(grid_.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 1);
        QGuiApplication::clipboard()->setText(QString("00").repeated(41));
        QTest::keyClick(grid_.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 2);
        QCOMPARE(written_.size(), std::size_t(1));
    }

    void an_empty_packet_takes_nothing() {
        bytes_.clear();
        grid_->setBytes(bytes_);
        QTest::keyClicks(grid_.get(), "ab");
        QTest::keyClick(grid_.get(), Qt::Key_Backspace);
        QVERIFY(written_.empty());
        grid_->grab();
    }
};

QTEST_MAIN(ByteEditTest)
#include "byte_edit_test.moc"
