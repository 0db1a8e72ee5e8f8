// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QString>

namespace sallyport {

/// Loads our translation and Qt's for `language` ("de"; "": the system's) into the application. What has no translation stays
/// English. Call it before any widget is made.
void install_language(QCoreApplication& application, const QString& language);

}  // namespace sallyport
