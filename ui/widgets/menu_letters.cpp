// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menu_letters.h"
#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QSet>

namespace sallyport {

namespace {

QString key_of(const QString& text) { return QKeySequence::mnemonic(text).toString(); }

/// With an ampersand before the first letter that nobody has.
QString lettered(const QString& text, const QSet<QString>& taken) {
    const auto end = text.indexOf(QLatin1Char('\t')) < 0 ? text.size() : text.indexOf(QLatin1Char('\t'));
    for (const bool beginnings : {true, false})
        for (qsizetype i = 0; i < end; i++) {
            const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
            if (!text[i].isLetterOrNumber() || (beginnings && !begins)) continue;
            const QString tried = QString(text).insert(i, QLatin1Char('&'));
            if (const QString key = key_of(tried); !key.isEmpty() && !taken.contains(key)) return tried;
        }
    return text;
}

}  // namespace

void letter_entries(QMenu& menu) {
    QSet<QString> taken;
    for (auto* action : menu.actions()) taken << key_of(action->text());
    for (auto* action : menu.actions()) {
        if (action->isSeparator() || action->text().isEmpty() || !key_of(action->text()).isEmpty()) continue;
        action->setText(lettered(action->text(), taken));
        taken << key_of(action->text());
    }
}

}  // namespace sallyport
