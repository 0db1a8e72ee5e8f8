// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language.h"
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <utility>

namespace sallyport {

void install_language(QCoreApplication& application, const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) QLocale::setDefault(locale);
    const std::pair<QString, QString> catalogues[] = {
        {QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("sallyport"), QStringLiteral(":/translations")},
    };
    for (const auto& [name, folder] : catalogues) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder)) application.installTranslator(translator);
        else delete translator;
    }
}

}  // namespace sallyport
