// SPDX-License-Identifier: GPL-3.0-or-later
// The one line in which filters are written, in the filter bar and in the rule editor: says while one types whether the filter
// is right (green, red with the fault underlined) and offers what could stand at the cursor.
#pragma once
#include "filter/filter.h"
#include <QLineEdit>
#include <QStringListModel>
#include <optional>

class QCompleter;

namespace sallyport {

class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);

    /// Nothing when the text is a filter (or empty).
    const std::optional<FilterError>& fault() const { return fault_; }
    /// "Column 5: there is no field tcp.prot. Did you mean tcp.port?"; empty when all is well.
    QString faultText() const;
    /// Puts the fault's suggestion in place of what is wrong.
    void takeSuggestion();
    /// Small text at the right end: "14 of 59 478 · 3 ms".
    void setDetail(const QString& detail);
    QString detail() const { return detail_; }
    /// The list of completions is open.
    bool isCompleting() const;
    /// Offered by the Down key in an empty line, newest first.
    void setHistory(QStringList filters) { history_ = std::move(filters); }

signals:
    /// Enter was pressed and the filter is right.
    void applied(const QString& filter);
    /// Enter was pressed, but the filter is wrong: faultText() says why.
    void refused();
    /// After each change of the text, when fault() is up to date.
    void validated();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void validate();
    void underlineFault();
    void complete(bool asked);
    void insertWord(const QString& word);
    void showWords(const QStringList& words, int from);
    void fitPopup(int words);
    bool popupHasChoice() const;
    void fitDetail();

    std::optional<FilterError> fault_;
    QString detail_;
    QStringList history_;
    QStringListModel words_;
    QCompleter* completer_;
    int replace_from_ = 0, replace_to_ = 0;  // of the text, what a chosen word replaces
    bool underlining_ = false;
};

}  // namespace sallyport
