// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/number_editor.h"
#include <QKeyEvent>

namespace sallyport {

namespace {

std::optional<std::uint64_t> unsigned_of(const QString& text) {
    bool good = false;
    const qulonglong value = text.trimmed().toULongLong(&good, 0);
    return good ? std::optional<std::uint64_t>(value) : std::nullopt;
}

std::optional<std::int64_t> signed_of(const QString& text) {
    bool good = false;
    const qlonglong value = text.trimmed().toLongLong(&good, 0);
    return good ? std::optional<std::int64_t>(value) : std::nullopt;
}

bool is_hex(const ComposedField& field) { return field.field && (field.field->base == Base::hex || field.field->base == Base::hex_dec); }

}  // namespace

void NumberEditor::show(const ComposedField& field) {
    LineEditor::show(field);
    line()->setAccessibleDescription(rangeText());
    if (!isPending() && !isFraction()) line()->setToolTip(QStringLiteral("%1\n%2").arg(line()->toolTip(), rangeText()).trimmed());
}

QString NumberEditor::rangeText() const {
    if (isFraction()) return {};
    if (isSigned()) return tr("%1 to %2").arg(std::int64_t(field().least)).arg(std::int64_t(field().most));
    if (!is_hex(field())) return tr("%1 to %2").arg(field().least).arg(field().most);
    return tr("0x%1 to 0x%2").arg(field().least, 0, 16).arg(field().most, 0, 16);
}

QString NumberEditor::problem(const QString& text) const {
    if (isFraction()) {
        bool good = false;
        text.trimmed().toDouble(&good);
        return good ? QString() : tr("A number is expected");
    }
    if (isSigned()) {
        const auto value = signed_of(text);
        const bool fits = value && *value >= std::int64_t(field().least) && *value <= std::int64_t(field().most);
        return fits ? QString() : tr("A number is expected: %1").arg(rangeText());
    }
    const auto value = unsigned_of(text);
    const bool fits = value && *value >= field().least && *value <= field().most;
    return fits ? QString() : tr("A number is expected: %1").arg(rangeText());
}

void NumberEditor::step(std::int64_t by) {
    const auto now = unsigned_of(line()->text());
    if (!now) return;
    std::uint64_t next = *now;
    if (by > 0) next = field().most - std::min(field().most, next) < std::uint64_t(by) ? field().most : next + std::uint64_t(by);
    else next = next < field().least + std::uint64_t(-by) ? field().least : next - std::uint64_t(-by);
    if (next != *now) tell(QString::number(next));
}

bool NumberEditor::takeKey(QKeyEvent* event) {
    if (line()->isReadOnly() || isFraction() || isSigned() || event->modifiers() & ~Qt::KeypadModifier) return false;
    switch (event->key()) {
        case Qt::Key_Up: return step(1), true;
        case Qt::Key_Down: return step(-1), true;
        case Qt::Key_PageUp: return step(16), true;
        case Qt::Key_PageDown: return step(-16), true;
        default: return false;
    }
}

}  // namespace sallyport
