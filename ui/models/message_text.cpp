// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_text.h"
#include <QCoreApplication>

namespace sallyport {

QString message_text(const Message& message) {
    return QString::fromStdString(
        message.text([](const std::string& pattern) { return QCoreApplication::translate("Engine", pattern.c_str()).toStdString(); }));
}

QString message_text(const Error& error) { return message_text(error.whole()); }

}  // namespace sallyport
