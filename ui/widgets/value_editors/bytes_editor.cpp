// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/bytes_editor.h"
#include "base/address.h"
#include <QLocale>

namespace sallyport {

void BytesEditor::show(const ComposedField& field) {
    LineEditor::show(field);
    if (field.length > longest) line()->setReadOnly(true);
}

QString BytesEditor::shown(const ComposedField& field) const {
    if (field.length > longest) return tr("%1 bytes, to be edited beside").arg(QLocale().toString(field.length));
    return LineEditor::shown(field);
}

QString BytesEditor::problem(const QString& text) const {
    return parse_hex(text.trimmed().toStdString()) ? QString() : tr("Bytes in hexadecimal are expected, as 48656c6c6f or 48:65:6c");
}

}  // namespace sallyport
