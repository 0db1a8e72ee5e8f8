// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says (base/message.h), in the language that is set. Keep the message and ask again when the language changes.
#pragma once
#include "base/result.h"
#include <QString>

namespace sallyport {

QString message_text(const Message& message);
/// What failed, and the remedy in brackets.
QString message_text(const Error& error);

/// What dissecting says of faulty bytes stands in brackets at the end: "[cut short]", "Echo request [Malformed Packet]". The text with
/// those words in the language that is set.
QString fault_text(const QString& text);

/// Text that is in the user's language already, the window's own or Qt's, as a part of an Error.
inline Message said(const QString& text) { return Message::foreign(text.toStdString()); }

}  // namespace sallyport
