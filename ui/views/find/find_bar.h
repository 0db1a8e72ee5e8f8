// SPDX-License-Identifier: GPL-3.0-or-later
// Finding packets by filter, by text or by bytes (Ctrl+F), without changing what is shown.
#pragma once
#include "ui/bridge/packet_search.h"
#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;

namespace sallyport {

class FilterEdit;

class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);
    void open();
    /// Searches from `from` (exclusive) in `store`.
    void search(std::shared_ptr<PacketStore> store, std::optional<std::size_t> from, bool forward);

signals:
    /// Enter, or a button: the owner calls search() with the store and the current packet.
    void searchRequested(bool forward);
    void found(qulonglong packet);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showKind();
    void tell(const QString& text, bool bad);
    QString text() const;

    QComboBox* kind_;
    FilterEdit* filter_;
    QLineEdit* text_;
    QLabel* state_;
    QTimer fault_clock_;
    std::unique_ptr<PacketSearch> search_;
};

}  // namespace sallyport
