// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_text.h"
#include <QCoreApplication>

namespace sallyport {

QString message_text(const Message& message) {
    return QString::fromStdString(
        message.text([](const std::string& pattern) { return QCoreApplication::translate("Engine", pattern.c_str()).toStdString(); }));
}

QString fault_text(const QString& text) {
    const auto from = text.lastIndexOf(QLatin1Char('[')) + 1;
    if (!from || !text.endsWith(QLatin1Char(']'))) return text;
    const QByteArray words = text.mid(from).chopped(1).toUtf8();
    return text.left(from) + QCoreApplication::translate("Engine", words.constData()) + QLatin1Char(']');
}

QString message_text(const Error& error) { return message_text(error.whole()); }

}  // namespace sallyport
