// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/value_editor.h"
#include "ui/widgets/value_editors/address_editor.h"
#include "ui/widgets/value_editors/bytes_editor.h"
#include "ui/widgets/value_editors/choice_editor.h"
#include "ui/widgets/value_editors/flag_editor.h"
#include "ui/widgets/value_editors/number_editor.h"
#include "ui/widgets/value_editors/text_editor.h"
#include "ui/widgets/value_editors/time_editor.h"

namespace sallyport {

ValueEditor* make_value_editor(FieldEditor kind, QWidget* parent) {
    switch (kind) {
        case FieldEditor::number: return new NumberEditor(parent);
        case FieldEditor::flag: return new FlagEditor(parent);
        case FieldEditor::choice: return new ChoiceEditor(parent);
        case FieldEditor::ether:
        case FieldEditor::ipv4:
        case FieldEditor::ipv6: return new AddressEditor(kind, parent);
        case FieldEditor::bytes: return new BytesEditor(parent);
        case FieldEditor::text: return new TextEditor(parent);
        case FieldEditor::time: return new TimeEditor(parent);
        case FieldEditor::none: return nullptr;
    }
    return nullptr;
}

int usual_digits(FieldEditor kind) {
    switch (kind) {
        case FieldEditor::ipv6:
        case FieldEditor::bytes:
        case FieldEditor::text: return 32;
        case FieldEditor::time: return 30;
        case FieldEditor::choice: return 24;
        default: return 18;
    }
}

}  // namespace sallyport
