// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sallyport {

/// What a change of the rules is called where it can be undone: "remove 3 rules". Kept as a source text, so that it is told in the
/// language of the moment.
struct RuleStep {
    /// `words`: QT_TRANSLATE_NOOP("RuleSteps", …), with %1 for the count if there is one.
    RuleStep(const char* its_words, int how_many = 0) : words(its_words), count(how_many) {}  // implicit: most are words alone
    const char* words;
    int count;
    QString text() const;
};

}  // namespace sallyport
