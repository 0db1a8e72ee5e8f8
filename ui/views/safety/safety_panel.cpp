// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/safety/safety_panel.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <thread>

namespace sallyport {

namespace {

constexpr int table_ms = 1000;

/// A number that should be 0 is amber, with a sign, when it is not.
void put_count(QLabel* label, std::uint64_t count, bool bad) {
    const Colors& colors = Colors::of(label->palette());
    const QString text = (bad && count ? QStringLiteral("⚠ ") : QString()) + grouped(count);
    const QString html =
        QStringLiteral("<span style='color:%1'>%2</span>").arg((bad && count ? colors.held.ink : colors.text).name(), text);
    if (label->text() != html) label->setText(html);
}

QString hooks_of(const FirewallSource& source) {
    QStringList hooks;
    if (source.input) hooks << QStringLiteral("input");
    if (source.output) hooks << QStringLiteral("output");
    if (source.forward) hooks << QStringLiteral("forward");
    return hooks.join(QStringLiteral(", "));
}

}  // namespace

SafetyPanel::SafetyPanel(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      state_(new QLabel(this)),
      troubles_(new QLabel(this)),
      fail_(new QComboBox(this)),
      table_(new QPlainTextEdit(this)),
      panic_(new QPushButton(icon("panic", IconTint::drop), QString(), this)) {
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::RichText);
    troubles_->setWordWrap(true);
    troubles_->setProperty("role", "bad");
    troubles_->setTextFormat(Qt::PlainText);
    troubles_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (FailPolicy policy : {FailPolicy::open, FailPolicy::closed}) fail_->addItem(QString(), int(policy));
    fail_->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // of now: another language has longer words
    panic_->setProperty("role", "danger");
    table_->setReadOnly(true);
    table_->setLineWrapMode(QPlainTextEdit::NoWrap);
    fitTable();

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(5);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);  // another language has longer words, and the column at the side stays as it is
    judged_ = row(form);
    auto* counts = new QWidget(this);
    auto* places = new FlowLayout(counts, 10, 5);
    for (QLabel** one : {&queues_, &waiting_, &lost_, &failed_, &not_stored_}) *one = count(places);
    form->addRow(counts);
    auto* fail_title = new QLabel(this);
    fail_title->setProperty("role", "muted");
    form->addRow(fail_title, fail_);
    auto* end = row(form);
    auto* heading = new QLabel(this);
    heading->setProperty("role", "heading");
    translated(this, [this, fail_title, end, heading] {
        retranslate(*end);
        fail_title->setText(tr("While Sallyport cannot judge"));
        heading->setText(tr("Our table in the kernel"));
        refresh();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 6);
    layout->setSpacing(8);
    layout->addWidget(state_);
    layout->addWidget(troubles_);
    layout->addLayout(form);
    layout->addWidget(heading);
    layout->addWidget(table_, 1);
    layout->addWidget(panic_);

    connect(panic_, &QPushButton::clicked, this, &SafetyPanel::panicRequested);
    connect(fail_, &QComboBox::activated, this, [this] { emit failPolicyChosen(FailPolicy(fail_->currentData().toInt())); });
    connect(bridge_, &SessionBridge::stateChanged, this, &SafetyPanel::refresh);
    connect(bridge_, &SessionBridge::sourceStarted, this, &SafetyPanel::refresh);
    connect(bridge_, &SessionBridge::troublesChanged, this, &SafetyPanel::refreshState);
    connect(bridge_, &SessionBridge::statisticsChanged, this, &SafetyPanel::refreshNumbers);
    connect(&clock_, &QTimer::timeout, this, &SafetyPanel::refreshTable);
    clock_.setInterval(table_ms);
}

int SafetyPanel::heightForWidth(int width) const { return layout()->minimumHeightForWidth(width); }

QLabel* SafetyPanel::valueOf(QLabel* title) {
    title->setProperty("role", "muted");
    auto* value = new QLabel(title->parentWidget());
    value->setTextFormat(Qt::RichText);
    titles_[value] = title;
    return value;
}

QLabel* SafetyPanel::row(QFormLayout* form) {
    auto* title = new QLabel(this);
    auto* value = valueOf(title);
    value->setWordWrap(true);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form->addRow(title, value);
    return value;
}

/// Numbers are short: as many beside each other as there is room for.
QLabel* SafetyPanel::count(QLayout* counts) {
    auto* pair = new QWidget(counts->parentWidget());
    auto* title = new QLabel(pair);
    auto* value = valueOf(title);
    auto* line = new QHBoxLayout(pair);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    line->addWidget(title);
    line->addWidget(value, 1);
    counts->addWidget(pair);
    return value;
}

/// Numbers below each other, in every line.
void SafetyPanel::alignTitles() {
    int widest = 0;
    for (auto* title : titles_) title->setMinimumWidth(0), widest = std::max(widest, title->sizeHint().width());
    for (auto* title : titles_) title->setMinimumWidth(widest);
    for (auto* value : {queues_, waiting_, lost_, failed_, not_stored_})
        value->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1String("888")));
}

void SafetyPanel::retranslate(QLabel& end) {
    const auto name = [this](QLabel* value, const QString& title, const QString& explanation) {
        auto* label = titles_.value(value);
        label->setText(title);
        label->setToolTip(explanation);
        value->setToolTip(explanation);
        value->setAccessibleName(title);
    };
    name(queues_, tr("Queues"), tr("NFQUEUEs that the kernel hands packets to us through, one thread each"));
    name(waiting_, tr("Waiting"), tr("packets in the kernel's queues now"));
    name(judged_, tr("Judged"), tr("accepted and dropped since the start"));
    name(lost_, tr("Lost"), tr("by the kernel because a queue was full"));
    name(failed_, tr("Not judged"), tr("packets that got the failure policy's verdict because we could not give one"));
    name(not_stored_, tr("Not kept"), tr("judged, but not kept for looking at (no space)"));
    name(&end, tr("When it ends"), tr("However it ends, also killed: the kernel removes our table with our socket"));
    alignTitles();
    end.setText(tr("traffic flows as without it"));
    fail_->setItemText(0, tr("let traffic through"));
    fail_->setItemText(1, tr("refuse traffic"));
    fail_->setAccessibleName(tr("While Sallyport cannot judge"));
    fail_->setToolTip(tr("What happens to packets when the queue is full, because Sallyport hangs or is overrun"));
    panic_->setText(tr("Panic: remove all rules"));
    panic_->setToolTip(tr("Takes our rules out of the kernel at once and lets everything pass"));
    table_->setAccessibleName(tr("Our table in the kernel"));
}

void SafetyPanel::fitTable() {
    const QFont font = fixed_font();
    const QFontMetrics metrics(font);
    table_->setFont(font);
    table_->setTabStopDistance(metrics.horizontalAdvance(QLatin1Char(' ')) * 4.0);
    table_->setMinimumHeight(metrics.height() * 5);
}

void SafetyPanel::setFailPolicy(FailPolicy policy) { fail_->setCurrentIndex(fail_->findData(int(policy))); }

void SafetyPanel::refresh() {
    if (!isVisible()) return;
    refreshState();
    refreshNumbers();
    refreshTable();
}

void SafetyPanel::refreshState() {
    const Colors& colors = Colors::of(palette());
    const bool acts = bridge_->isRunning() && bridge_->session().verdicts_act();
    const auto* firewall = std::get_if<FirewallSource>(&bridge_->session().source());
    QString words;
    if (acts) {
        words = tr("Rules act on this machine's traffic: %1.")
                    .arg(firewall ? hooks_of(*firewall) : message_text(bridge_->session().source_title()));
    } else {
        words = bridge_->isRunning() ? tr("Watching only: rules are tried, nothing is stopped.")
                                     : tr("Nothing is filtered; no rule of ours is in the kernel.");
    }
    state_->setText(QStringLiteral("<span style='color:%1'>%2 <b>%3</b></span>")
                        .arg((acts ? colors.accept.ink : colors.text).name(), acts ? QStringLiteral("●") : QStringLiteral("○"), words));
    QStringList lines;
    for (const Error& trouble : bridge_->session().troubles()) lines << QStringLiteral("⚠ ") + message_text(trouble);
    troubles_->setText(lines.join(QLatin1Char('\n')));
    troubles_->setVisible(!lines.isEmpty());
}

void SafetyPanel::refreshNumbers() {
    if (!isVisible()) return;
    const SessionStatistics& now = bridge_->statistics();
    const auto* firewall = std::get_if<FirewallSource>(&bridge_->session().source());
    const unsigned queues = !firewall || !bridge_->isRunning() ? 0
                            : firewall->queues                 ? firewall->queues
                                                               : std::max(1u, std::thread::hardware_concurrency());
    put_count(queues_, queues, false);
    put_count(waiting_, now.queue_waiting, false);
    const QString judged = tr("%1 accepted, %2 dropped").arg(grouped(now.accepted), grouped(now.dropped));
    if (judged_->text() != judged) judged_->setText(judged);
    put_count(lost_, now.lost, true);
    put_count(failed_, now.failed, true);
    put_count(not_stored_, now.not_stored, true);
}

void SafetyPanel::refreshTable() {
    QString text = QString::fromStdString(bridge_->session().kernel_table());
    if (text.isEmpty()) text = tr("none: nothing of ours is in the kernel");
    if (text == table_->toPlainText()) return;
    const int place = table_->verticalScrollBar()->value();
    table_->setPlainText(text);
    table_->verticalScrollBar()->setValue(place);
}

void SafetyPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    clock_.start();
}

void SafetyPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    clock_.stop();
}

void SafetyPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh();
    if (event->type() == QEvent::ApplicationFontChange) fitTable(), alignTitles();
}

}  // namespace sallyport
