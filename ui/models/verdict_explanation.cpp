// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/verdict_explanation.h"
#include "ui/models/verdict_label.h"
#include <QCoreApplication>

namespace sallyport {

static QString spoken(const char* text) { return QCoreApplication::translate("VerdictExplanation", text); }

QString verdict_explanation(const PacketRecord& record, qulonglong number, const QString& rule) {
    const QString sent = is_ours(record) ? spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "You composed and sent it. ")) : QString();
    const QString what =
        sent + (record.verdict == Verdict::accept ? spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "Packet %1 was accepted"))
                                                  : spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "Packet %1 was dropped")))
                   .arg(number);
    const QString waited = spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "decided after %1 µs")).arg(record.waited_us);
    const bool timed = record.waited_us > 0;  // a file does not tell
    switch (record.reason) {
        case VerdictReason::none:
            return sent +
                   spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "Packet %1 was only watched: nobody gave it a verdict.")).arg(number);
        case VerdictReason::standard:
            return timed ? spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "%1 by default, since no rule matched it; %2.")).arg(what, waited)
                         : spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "%1 by default, since no rule matched it.")).arg(what);
        case VerdictReason::failure:
            return spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "%1 by the failure policy: it could not be judged in time.")).arg(what);
        case VerdictReason::rule: break;
    }
    return timed ? spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "%1 by the rule “%2”; %3.")).arg(what, rule, waited)
                 : spoken(QT_TRANSLATE_NOOP("VerdictExplanation", "%1 by the rule “%2”.")).arg(what, rule);
}

}  // namespace sallyport
