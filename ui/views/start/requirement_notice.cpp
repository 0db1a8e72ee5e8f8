// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/requirement_notice.h"
#include "ui/models/message_text.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport {

RequirementNotice::RequirementNotice(QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout), pill_(new QLabel(this)) {
    setProperty("role", "notice");
    pill_->setProperty("role", "held-pill");
    auto* again = new QPushButton(this);
    connect(again, &QPushButton::clicked, this, &RequirementNotice::checkAgainRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(12);
    layout->addWidget(pill_, 0, Qt::AlignTop);
    layout->addLayout(rows_, 1);
    layout->addWidget(again, 0, Qt::AlignTop);
    rows_->setSpacing(6);
    translated(this, [this, again] {
        again->setText(tr("Check again"));
        if (!shown_.empty()) show(std::vector(shown_));
    });
    hide();
}

/// Later: a change of the language is on its way through these very widgets.
void RequirementNotice::clear() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void RequirementNotice::show(const std::vector<Requirement>& requirements) {
    clear();
    shown_ = requirements;
    int missing = 0;
    for (const Requirement& requirement : requirements) {
        if (requirement.met) continue;
        addRow(requirement);
        missing++;
    }
    pill_->setText(missing == 1 ? tr("One thing is missing") : tr("%1 things are missing").arg(missing));
    setVisible(missing > 0);
}

void RequirementNotice::addRow(const Requirement& missing) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 1, 0, 1);
    auto* words = new QLabel(row);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setText(
        QStringLiteral("<b>%1</b> &nbsp;%2").arg(message_text(missing.name).toHtmlEscaped(), message_text(missing.why).toHtmlEscaped()));
    line->addWidget(words, 3);
    const QString remedy = message_text(missing.remedy);
    if (!remedy.isEmpty()) addRemedy(*line, remedy);
    rows_->addWidget(row);
}

/// The part of a remedy that can be typed: from "sudo" to the next semicolon or the end; empty when it is all prose.
QString RequirementNotice::command_of(const QString& remedy) {
    static const QRegularExpression command(QStringLiteral("\\bsudo [^;]*"));
    return command.match(remedy).captured().trimmed();
}

void RequirementNotice::addRemedy(QHBoxLayout& line, const QString& remedy) {
    const QString command = command_of(remedy);
    QString html = remedy.toHtmlEscaped();
    if (!command.isEmpty()) {
        const QString fixed =
            QStringLiteral("<span style='font-family:\"%1\"'>%2</span>").arg(fixed_font().family(), command.toHtmlEscaped());
        html.replace(command.toHtmlEscaped(), fixed);
    }
    auto* words = new QLabel(html, this);
    words->setTextFormat(Qt::RichText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setProperty("role", "muted");
    words->setWordWrap(true);
    const QString copied = command.isEmpty() ? remedy : command;
    auto* copy = new QPushButton(icon("copy", IconTint::muted), QString(), this);
    copy->setProperty("role", "quiet");
    copy->setToolTip(tr("Copy: %1").arg(copied));
    copy->setAccessibleName(tr("Copy: %1").arg(copied));
    connect(copy, &QPushButton::clicked, copy, [copy, copied] {
        QGuiApplication::clipboard()->setText(copied);
        copy->setIcon(icon("accept", IconTint::accept));
        QTimer::singleShot(1500, copy, [copy] { copy->setIcon(icon("copy", IconTint::muted)); });
    });
    line.addWidget(words, 4);
    line.addWidget(copy);
}

}  // namespace sallyport
