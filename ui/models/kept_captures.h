// SPDX-License-Identifier: GPL-3.0-or-later
// The captures that were kept when the program had to end without a question (THREAT_MODEL.md): they lie in a folder of their own until
// somebody removes them.
#pragma once
#include "base/result.h"
#include <QString>
#include <QStringList>

namespace sallyport {

/// "~/.local/share/sallyport/rescued", readable by the user alone; it need not be there yet.
QString kept_captures_folder();

struct KeptCaptures {
    QStringList paths;  // the oldest first
    quint64 bytes = 0;

    /// Those that are there now. Reads the folder: a moment's work.
    static KeptCaptures look();
};

/// Removes these files, and no others that came since. An error names the first that stays; the others are gone all the same.
Status remove_captures(const QStringList& paths);

}  // namespace sallyport
