// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/filter/filter_bar.h"
#include "ui/models/number_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport {

namespace {
constexpr int most_remembered = 30;
constexpr int fault_ms = 500;
const QString history_key = QStringLiteral("filter/history");
const QString saved_key = QStringLiteral("filter/saved");  // list of "label\tfilter"

QToolButton* button(QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setProperty("role", "plain");
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void name(QToolButton* button, const QString& text, const QString& tip) {
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
}
}  // namespace

FilterBar::FilterBar(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      edit_(new FilterEdit(this)),
      message_(new QLabel(this)),
      suggestion_(new QToolButton(this)),
      message_row_(new QFrame(this)),
      row_(new QHBoxLayout) {
    apply_ = button(this);
    apply_->setProperty("role", "primary");
    drop_ = button(this);
    drop_->setIcon(icon(QStringLiteral("drop")));
    drop_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save_ = button(this);

    auto* history = edit_->addAction(icon(QStringLiteral("filter"), IconTint::muted), QLineEdit::LeadingPosition);
    auto* history_menu = new QMenu(this);
    connect(history_menu, &QMenu::aboutToShow, this, [this, history_menu] { fillHistory(*history_menu); });
    connect(history, &QAction::triggered, this,
            [this, history_menu] { history_menu->popup(edit_->mapToGlobal(QPoint(0, edit_->height()))); });
    edit_->setHistory(QSettings().value(history_key).toStringList());

    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(7);
    row_->addWidget(edit_, 1);
    row_->addWidget(apply_);
    row_->addWidget(drop_);
    row_->addWidget(save_);
    message_->setProperty("role", "bad");
    message_->setTextFormat(Qt::PlainText);
    suggestion_->setProperty("role", "quiet");
    auto* message_layout = new QHBoxLayout(message_row_);
    message_layout->setContentsMargins(10, 5, 8, 5);
    message_layout->addWidget(message_);
    message_layout->addWidget(suggestion_);
    message_row_->setProperty("role", "card");
    message_row_->hide();
    fault_clock_.setSingleShot(true);
    connect(&fault_clock_, &QTimer::timeout, this, &FilterBar::showFault);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 7, 8, 7);
    all->setSpacing(0);
    all->addLayout(row_);

    connect(edit_, &FilterEdit::applied, this, &FilterBar::applyText);
    connect(edit_, &FilterEdit::refused, this, &FilterBar::showFault);
    connect(edit_, &FilterEdit::validated, this, &FilterBar::showValidity);
    connect(apply_, &QToolButton::clicked, this, &FilterBar::applyText);
    connect(suggestion_, &QToolButton::clicked, edit_, &FilterEdit::takeSuggestion);
    connect(drop_, &QToolButton::clicked, this, [this] { emit ruleRequested(edit_->text().trimmed()); });
    connect(save_, &QToolButton::clicked, this, &FilterBar::saveFilter);
    connect(bridge_, &SessionBridge::statisticsChanged, this, &FilterBar::showCount);
    connect(bridge_, &SessionBridge::frame, this, [this] {  // each frame only while an answer is on its way
        if (bridge_->filterRun() && !bridge_->filterRun()->progress().caught_up) showCount();
    });
    connect(bridge_, &SessionBridge::filterChanged, this, [this] {
        if (edit_->text().trimmed() != bridge_->filterText() && !edit_->hasFocus()) edit_->setText(bridge_->filterText());
        showCount();
    });
    translated(this, [this, history] {
        name(apply_, tr("Apply ⏎"), tr("Show only packets that match (Enter)"));
        name(drop_, tr("Drop these…"), tr("Make a rule of this filter"));
        name(save_, QStringLiteral("+"), tr("Keep this filter as a button"));
        history->setText(tr("Filters used lately"));
        history->setToolTip(history->text());
        suggestion_->setAccessibleName(tr("Take what was suggested"));
        showSaved();
        showValidity();
        showCount();
    });
}

void FilterBar::use(const QString& condition, FilterUse how, bool apply) {
    edit_->setText(combined_filter(edit_->text(), condition, how));
    if (apply) applyText();
    else edit_->setFocus();
}

void FilterBar::apply(const QString& filter) {
    edit_->setText(filter);
    applyText();
}

void FilterBar::applyText() {
    if (edit_->fault() || bridge_->applyFilter(edit_->text())) return;
    remember(edit_->text().trimmed());
    showCount();
}

void FilterBar::remember(const QString& filter) {
    if (filter.isEmpty()) return;
    QSettings settings;
    QStringList history = settings.value(history_key).toStringList();
    history.removeAll(filter);
    history.prepend(filter);
    while (history.size() > most_remembered) history.removeLast();
    settings.setValue(history_key, history);
    edit_->setHistory(history);
}

void FilterBar::fillHistory(QMenu& menu) {
    menu.clear();
    const QStringList history = QSettings().value(history_key).toStringList();
    for (qsizetype i = 0; i < history.size(); i++) {
        const QString filter = history[i], words = QString(filter).replace(QLatin1Char('&'), QLatin1String("&&"));
        menu.addAction(i < 9 ? QStringLiteral("&%1  %2").arg(i + 1).arg(words) : words, this, [this, filter] { apply(filter); });
    }
    if (history.isEmpty()) menu.addAction(tr("&No filter was used yet"))->setEnabled(false);
    menu.addSeparator();
    auto* clear = menu.addAction(icon(QStringLiteral("clear")), tr("Show &all packets"), this, [this] { apply({}); });
    clear->setEnabled(!bridge_->filterText().isEmpty() || !edit_->text().isEmpty());
}

void FilterBar::showValidity() {
    const bool bad = edit_->fault().has_value(), empty = edit_->text().trimmed().isEmpty();
    apply_->setEnabled(!bad);
    drop_->setEnabled(!bad && !empty);
    save_->setEnabled(!bad && !empty);
    message_->setText(edit_->faultText());
    const QString suggested = bad ? QString::fromStdString(edit_->fault()->suggestion) : QString();
    suggestion_->setText(tr("Take %1").arg(suggested));
    suggestion_->setVisible(!suggested.isEmpty());
    message_row_->hide();
    if (bad) fault_clock_.start(fault_ms);
    else fault_clock_.stop();
}

/// Some moments after the last key, so that half a word is not scolded.
void FilterBar::showFault() {
    if (!edit_->fault() || !isVisible()) return;
    if (edit_->isCompleting()) return fault_clock_.start(fault_ms);
    message_row_->setParent(window());
    message_row_->move(edit_->mapTo(window(), QPoint(0, edit_->height() + 3)));
    message_row_->adjustSize();
    message_row_->show();
    message_row_->raise();
}

void FilterBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    const auto run = bridge_->filterRun();
    const FilterProgress progress = run ? run->progress() : FilterProgress{.caught_up = true};
    const bool live = bridge_->isRunning() && !std::holds_alternative<FileSource>(bridge_->session().source());
    if (!progress.caught_up && !live) apply({});
    else edit_->setText(bridge_->filterText());
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    message_row_->hide();
}

void FilterBar::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    message_row_->hide();
}

void FilterBar::showCount() {
    const auto run = bridge_->filterRun();
    const auto store = bridge_->store();
    const std::size_t held = store->count() - std::min(store->first(), store->count());
    if (!run) return edit_->setDetail(!held ? QString() : held == 1 ? tr("1 packet") : tr("%1 packets").arg(grouped(held)));
    const FilterProgress progress = run->progress();
    QString text = tr("%1 of %2").arg(grouped(progress.matched), grouped(held));
    if (progress.caught_up) text += QStringLiteral(" · %1 ms").arg(progress.milliseconds, 0, 'f', progress.milliseconds < 10 ? 1 : 0);
    else if (held) text += QStringLiteral(" · %1%").arg(progress.scanned * 100 / std::max<std::size_t>(1, store->count()));
    edit_->setDetail(text);
}

void FilterBar::showSaved() {
    for (auto* old : saved_) old->deleteLater();
    saved_.clear();
    for (auto& line : QSettings().value(saved_key).toStringList()) {
        const QString label = line.section(QLatin1Char('\t'), 0, 0), filter = line.section(QLatin1Char('\t'), 1);
        auto* made = button(this);
        name(made, QString(label).replace(QLatin1Char('&'), QLatin1String("&&")), filter);
        made->setAccessibleName(tr("Filter %1").arg(label));
        made->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(made, &QToolButton::clicked, this, [this, filter] { apply(filter); });
        connect(made, &QWidget::customContextMenuRequested, this,
                [this, made, label](const QPoint& at) { savedMenu(made->mapToGlobal(at), label); });
        row_->addWidget(made);
        saved_ << made;
    }
}

void FilterBar::saveFilter() {
    const QString filter = edit_->text().trimmed();
    bool given = false;
    const QString label = QInputDialog::getText(this, tr("Keep a filter"), tr("Label of the button for\n%1").arg(filter), QLineEdit::Normal,
                                                filter.left(24), &given)
                              .simplified();
    if (!given || label.isEmpty()) return;
    QSettings settings;
    QStringList lines = settings.value(saved_key).toStringList();
    lines.removeIf([&](const QString& line) { return line.section(QLatin1Char('\t'), 0, 0) == label; });
    lines << label + QLatin1Char('\t') + filter;
    settings.setValue(saved_key, lines);
    showSaved();
}

void FilterBar::savedMenu(const QPoint& global, const QString& label) {
    QMenu menu(this);
    auto* remove = menu.addAction(icon(QStringLiteral("remove")), tr("&Remove this button"));
    if (menu.exec(global) != remove) return;
    QSettings settings;
    QStringList lines = settings.value(saved_key).toStringList();
    lines.removeIf([&](const QString& line) { return line.section(QLatin1Char('\t'), 0, 0) == label; });
    settings.setValue(saved_key, lines);
    showSaved();
}

}  // namespace sallyport
