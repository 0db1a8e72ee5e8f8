// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/kept_notice.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace sallyport {

KeptNotice::KeptNotice(QWidget* parent)
    : QWidget(parent),
      text_(new QLabel(this)),
      open_(new QPushButton(icon(QStringLiteral("open"), IconTint::muted), QString(), this)),
      remove_(new QPushButton(icon(QStringLiteral("clear"), IconTint::muted), QString(), this)) {
    text_->setProperty("role", "muted");
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(13, 6, 8, 0);
    row->setSpacing(6);
    row->addWidget(text_, 1);
    for (QPushButton* one : {open_, remove_}) {
        one->setProperty("role", "quiet");
        row->addWidget(one);
    }
    connect(open_, &QPushButton::clicked, this, &KeptNotice::openFolder);
    connect(remove_, &QPushButton::clicked, this, &KeptNotice::remove);
    hide();
    translated(this, [this] { say(); });
}

void KeptNotice::refresh() {
    kept_ = KeptCaptures::look();
    say();
    setVisible(!kept_.paths.isEmpty());
}

void KeptNotice::say() {
    const auto count = kept_.paths.size();
    const QString size = bytes_text(kept_.bytes);
    text_->setText(count == 1 ? tr("1 capture was kept at a sudden end: %1").arg(size)
                              : tr("%1 captures were kept at sudden ends: %2").arg(grouped(quint64(count)), size));
    text_->setToolTip(tr("Packets that nobody had saved when the program had to end. They stay in %1 until somebody removes them.")
                          .arg(QDir::toNativeSeparators(kept_captures_folder())));
    open_->setText(tr("Open folder"));
    open_->setToolTip(tr("Show the captures that were kept in the file manager"));
    remove_->setText(tr("Remove…"));
    remove_->setToolTip(tr("Remove the captures that were kept, after a question"));
}

void KeptNotice::openFolder() {
    const QString folder = kept_captures_folder();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit failed(message("Cannot show the folder %1", folder.toStdString()),
                    Error{words("no file manager was found"), words("open the captures with Ctrl+O"), 0});
}

void KeptNotice::remove() {
    refresh();
    const KeptCaptures asked = kept_;  // what comes meanwhile stays
    if (asked.paths.isEmpty()) return;
    QMessageBox box(QMessageBox::Question, tr("Kept captures"),
                    asked.paths.size() == 1 ? tr("Remove the capture that was kept?")
                                            : tr("Remove the %1 captures that were kept?").arg(grouped(quint64(asked.paths.size()))),
                    QMessageBox::Cancel, this);
    box.setInformativeText(tr("That frees %1. The packets are kept nowhere else.").arg(bytes_text(asked.bytes)));
    auto* yes = box.addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes) return;
    if (const Status done = remove_captures(asked.paths); !done)
        emit failed(words("Cannot remove all captures that were kept"), done.error());
    refresh();
    emit removed();
}

}  // namespace sallyport
