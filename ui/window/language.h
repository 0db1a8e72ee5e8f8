// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QString>

namespace sallyport {

/// Loads our translation and Qt's for `language` ("de"; "": the system's) into the application, in place of those that it loaded before.
/// What has no translation is English. Widgets that are there change their words (QEvent::LanguageChange) with the next events.
void install_language(QCoreApplication& application, const QString& language);

}  // namespace sallyport
