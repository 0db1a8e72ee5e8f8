// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rule_step.h"
#include <QCoreApplication>

namespace sallyport {

QString RuleStep::text() const {
    const QString said = QCoreApplication::translate("RuleSteps", words);
    return count ? said.arg(count) : said;
}

}  // namespace sallyport
