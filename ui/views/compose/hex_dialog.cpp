// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/hex_dialog.h"
#include "ui/models/message_text.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QTextBlock>
#include <QVBoxLayout>

namespace sallyport {

HexDialog::HexDialog(LinkType link_type, QWidget* parent)
    : QDialog(parent), text_(new QPlainTextEdit(this)), link_type_(new QComboBox(this)), message_(new QLabel(this)) {
    setWindowTitle(tr("Paste Hex"));
    text_->setFont(fixed_font());
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("Bytes in hexadecimal"));
    text_->setPlaceholderText(tr("45 00 00 54 … or a dump of Wireshark, tcpdump -x, hexdump -C, xxd"));
    for (auto [type, words] : {std::pair(LinkType::ethernet, tr("Ethernet")), std::pair(LinkType::raw, tr("IPv4 or IPv6")),
                               std::pair(LinkType::linux_sll, tr("Linux cooked capture")), std::pair(LinkType::null, tr("BSD loopback"))})
        link_type_->addItem(words, int(type));
    link_type_->setCurrentIndex(std::max(0, link_type_->findData(int(link_type))));
    link_type_->setAccessibleName(tr("The packet begins with"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setMinimumHeight(2 * fontMetrics().height() + 4);  // so that nothing moves when a message has two lines
    message_->setAlignment(Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    accept_ = buttons->addButton(tr("&Compose"), QDialogButtonBox::AcceptRole);
    accept_->setDefault(true);
    auto* begins = new QHBoxLayout;
    auto* words = new QLabel(tr("The packet &begins with"), this);
    words->setBuddy(link_type_);
    begins->addWidget(words);
    begins->addWidget(link_type_);
    begins->addStretch();
    auto* layout = new QVBoxLayout(this);
    auto* heading = new QLabel(tr("Bytes in &hexadecimal"), this);
    heading->setBuddy(text_);
    layout->addWidget(heading);
    layout->addWidget(text_, 1);
    layout->addWidget(message_);
    layout->addLayout(begins);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(text_, &QPlainTextEdit::textChanged, this, &HexDialog::check);
    resize(fontMetrics().averageCharWidth() * 92, fontMetrics().height() * 22);
    check();
}

LinkType HexDialog::linkType() const { return LinkType(link_type_->currentData().toInt()); }

void HexDialog::guessLinkType() {
    constexpr std::size_t ip_header = 20;  // before that, who types has not come far enough to be guessed at
    if (bytes_.size() < ip_header) return;
    const auto type = likely_link_type(bytes_);
    if (linkType() == LinkType::raw || linkType() == LinkType::ethernet) link_type_->setCurrentIndex(link_type_->findData(int(type)));
}

void HexDialog::check() {
    const QString text = text_->toPlainText();
    auto parsed = parse_hex_paste(text.toStdString());
    const bool empty = text.trimmed().isEmpty();
    bytes_ = parsed ? std::move(*parsed) : ByteBuffer();
    accept_->setEnabled(!bytes_.empty());
    const char* role = parsed || empty ? "muted" : "bad";
    if (message_->property("role").toString() != QLatin1String(role)) {
        message_->setProperty("role", role);
        message_->style()->unpolish(message_);
        message_->style()->polish(message_);
    }
    if (empty) message_->setText(tr("Offsets and text beside the bytes are recognised and left out."));
    else if (parsed) message_->setText(bytes_.size() == 1 ? tr("1 byte") : tr("%1 bytes").arg(bytes_.size()));
    else message_->setText(message_text(parsed.error()));
    markFault(parsed || empty ? QString() : QString::fromStdString(parsed.error().what.text()));
    if (parsed) guessLinkType();
}

/// In English errors say "line 2, column 5: …".
void HexDialog::markFault(const QString& reason) {
    static const QRegularExpression place(QStringLiteral("line (\\d+), column (\\d+)"));
    const auto match = place.match(reason);
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = match.hasMatch() ? text_->document()->findBlockByNumber(match.captured(1).toInt() - 1) : QTextBlock();
    if (block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + std::min(match.captured(2).toInt() - 1, std::max(0, block.length() - 1)));
        mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        mark.format.setBackground(Colors::of(palette()).drop.fill);
        mark.format.setForeground(Colors::of(palette()).drop.ink);
        mark.format.setFontUnderline(true);
        marks << mark;
    }
    text_->setExtraSelections(marks);
}

}  // namespace sallyport
