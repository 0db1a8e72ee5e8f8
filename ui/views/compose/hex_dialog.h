// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/compose.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sallyport {

/// Bytes of a packet as text, checked while they are typed or pasted: what is wrong is marked where it stands.
class HexDialog : public QDialog {
    Q_OBJECT
public:
    explicit HexDialog(LinkType link_type, QWidget* parent);
    /// Valid while the dialog can be accepted.
    const ByteBuffer& bytes() const { return bytes_; }
    LinkType linkType() const;
    QPlainTextEdit* text() const { return text_; }

private:
    void check();
    void markFault(const QString& reason);
    /// Ethernet, or an IP header at once.
    void guessLinkType();

    QPlainTextEdit* text_;
    QComboBox* link_type_;
    QLabel* message_;
    QPushButton* accept_;
    ByteBuffer bytes_;
};

}  // namespace sallyport
