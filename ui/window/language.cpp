// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language.h"
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>
#include <utility>

namespace sallyport {

static const QString mark = QStringLiteral("sallyport_language");  // object name of the translators that are ours

void install_language(QCoreApplication& application, const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    for (auto* old : application.findChildren<QTranslator*>(mark, Qt::FindDirectChildrenOnly)) {
        application.removeTranslator(old);
        delete old;
    }
    const std::pair<QString, QString> catalogues[] = {
        {QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("sallyport"), QStringLiteral(":/translations")},
    };
    for (const auto& [name, folder] : catalogues) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(locale, name, QStringLiteral("_"), folder)) continue;
        translator->setObjectName(mark);
        translator->setParent(&application);
        application.installTranslator(translator.release());
    }
}

}  // namespace sallyport
