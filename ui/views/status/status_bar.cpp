// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/status/status_bar.h"
#include "ui/models/amount_text.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/translated.h"
#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <algorithm>

namespace sallyport {

static constexpr qsizetype longest_title = 48;

StatusBar::StatusBar(SessionBridge* bridge, QWidget* parent) : QStatusBar(parent), bridge_(bridge) {
    setSizeGripEnabled(false);
    setContentsMargins(8, 1, 8, 1);
    for (QLabel** label : {&source_, &seen_, &shown_, &dropped_, &queue_, &troubles_}) *label = field();
    for (QLabel** label : {&fail_, &buffer_}) *label = field(true);
    for (QLabel* label : {source_, fail_, troubles_}) {
        label->setCursor(Qt::PointingHandCursor);
        label->installEventFilter(this);
    }
    connect(bridge_, &SessionBridge::sourceStarted, this, &StatusBar::refresh);
    connect(bridge_, &SessionBridge::stateChanged, this, &StatusBar::refresh);
    connect(bridge_, &SessionBridge::troublesChanged, this, &StatusBar::refresh);
    connect(bridge_, &SessionBridge::statisticsChanged, this, &StatusBar::refreshCounts);
    connect(bridge_, &SessionBridge::filterChanged, this, &StatusBar::refreshCounts);
    connect(this, &QStatusBar::messageChanged, this, &StatusBar::fit);
    translated(this, [this] {
        source_->setAccessibleName(tr("Source"));
        seen_->setAccessibleName(tr("Packets seen"));
        shown_->setAccessibleName(tr("Packets shown"));
        dropped_->setAccessibleName(tr("Packets dropped by rules"));
        queue_->setAccessibleName(tr("Queue"));
        troubles_->setAccessibleName(tr("Troubles"));
        fail_->setAccessibleName(tr("What happens if Sallyport hangs or ends"));
        buffer_->setAccessibleName(tr("Capture buffer"));
        refresh();
    });
}

QLabel* StatusBar::field(bool permanent) {
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::RichText);
    label->setContentsMargins(4, 0, 10, 0);
    label->setMinimumWidth(1);  // a narrow window cuts it; it must not keep the window wide
    permanent ? addPermanentWidget(label) : addWidget(label);
    return label;
}

void StatusBar::setSourceTitle(const QString& title) {
    title_ = title;
    refresh();
}

QString StatusBar::strong(const QString& text) const {
    return QStringLiteral("<b style='font-weight:600;color:%1'>%2</b>").arg(Colors::of(palette()).text.name(), text.toHtmlEscaped());
}

static void put(QLabel* label, const QString& html, const QColor& color) {
    const QString text = html.isEmpty() ? QString() : QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), html);
    if (label->text() != text) label->setText(text);
}

/// Shows what there is to tell, the most important first, as long as there is room.
void StatusBar::fit() {
    constexpr int around = 40;  // margins of the bar and its layout
    int room = width() - around;
    const bool told = !currentMessage().isEmpty();  // what the mouse points at stands in place of the fields at the left
    if (told) room = room / 2;
    for (QLabel* label : {source_, fail_, troubles_, dropped_, queue_, seen_, shown_, buffer_}) {
        if (told && label != fail_ && label != buffer_) continue;
        const int needed = label->sizeHint().width() + 6;
        const bool fits = !label->text().isEmpty() && needed <= room;
        label->setVisible(fits);
        if (fits) room -= needed;
    }
}

void StatusBar::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    fit();
}

void StatusBar::refresh() {
    refreshSource();
    refreshCounts();
    refreshSafety();
    fit();
}

QString StatusBar::stateWords(SessionState state, const Source& source, bool verdicts_act) {
    const bool file = std::holds_alternative<FileSource>(source), replay = std::holds_alternative<ReplaySource>(source);
    if (file) return state == SessionState::running ? tr("is being read") : QString();
    switch (state) {
        case SessionState::starting: return tr("starting");
        case SessionState::running: return verdicts_act ? tr("inline, rules act") : tr("watching, rules do not act");
        case SessionState::ended: return replay ? tr("complete") : tr("has ended");  // nobody stopped it: its interface or module went
        case SessionState::stopped: return tr("stopped");
        case SessionState::failed: return tr("failed");
        case SessionState::idle: break;
    }
    return {};
}

void StatusBar::refreshSource() {
    const QColor muted = Colors::of(palette()).muted;
    const SessionState state = bridge_->state();
    if (state == SessionState::idle) return put(source_, tr("ready"), muted);
    QString title = title_.isEmpty() ? message_text(bridge_->session().source_title()) : title_;
    source_->setToolTip(title);
    if (title.size() > longest_title) title = title.left(longest_title / 2) + QStringLiteral("…") + title.right(longest_title / 2);
    const QString how = stateWords(state, bridge_->session().source(), bridge_->session().verdicts_act());
    put(source_, strong(title) + (how.isEmpty() ? QString() : QLatin1Char(' ') + how), muted);
}

void StatusBar::refreshCounts() {
    const Colors& colors = Colors::of(palette());
    const bool idle = bridge_->state() == SessionState::idle;
    const SessionStatistics& now = bridge_->statistics();
    const bool judged = now.accepted + now.dropped > 0 || bridge_->session().verdicts_act();
    const auto run = bridge_->filterRun();
    const std::size_t held = bridge_->store()->count() - bridge_->store()->first();
    const FilterProgress progress = run ? run->progress() : FilterProgress{.matched = held, .caught_up = true};
    // The statistics are a few frames old, the list is not: never show more packets than were seen.
    const std::uint64_t seen = std::max<std::uint64_t>(now.seen, bridge_->store()->count());
    put(seen_, idle ? QString() : tr("seen %1").arg(strong(grouped(seen))), colors.muted);
    put(shown_,
        idle ? QString() : tr("shown %1").arg(strong(grouped(progress.matched))) + (progress.caught_up ? QString() : QStringLiteral(" …")),
        colors.muted);
    put(dropped_, !judged ? QString() : tr("dropped by rules %1").arg(strong(grouped(now.dropped))), colors.muted);
    const bool queued = std::holds_alternative<FirewallSource>(bridge_->session().source());
    const QString lost = tr("%1 lost").arg(strong(grouped(now.lost)));
    const QString lost_marked = now.lost ? QStringLiteral("<span style='color:%1'>⚠ %2</span>").arg(colors.held.ink.name(), lost) : lost;
    put(queue_,
        queued     ? tr("queue %1 waiting, %2").arg(strong(grouped(now.queue_waiting)), lost_marked)
        : now.lost ? lost_marked
                   : QString(),
        colors.muted);
    QString buffer;
    if (now.progress < 1 && !idle) buffer = tr("reading %1 %").arg(int(now.progress * 100));
    else if (now.budget_bytes) buffer = tr("buffer %1 of %2").arg(bytes_text(now.bytes_held), bytes_text(now.budget_bytes));
    else if (now.bytes_held && !idle) buffer = tr("buffer %1").arg(bytes_text(now.bytes_held));
    put(buffer_, buffer, colors.muted);
    fit();
}

void StatusBar::refreshSafety() {
    const Colors& colors = Colors::of(palette());
    const auto troubles = bridge_->session().troubles();
    put(troubles_, troubles.empty() ? QString() : QStringLiteral("⚠ ") + message_text(troubles.back().what).toHtmlEscaped(),
        colors.drop.ink);
    QStringList details;
    for (const Error& trouble : troubles) details << message_text(trouble);
    troubles_->setToolTip(details.join(QLatin1Char('\n')));
    const auto* firewall = std::get_if<FirewallSource>(&bridge_->session().source());
    if (bridge_->isRunning() && bridge_->session().verdicts_act() && std::holds_alternative<PluginSource>(bridge_->session().source())) {
        fail_->setToolTip(tr("Rules act on what passes the plug-in. What happens to it when the program ends is the plug-in's to decide."));
        return put(fail_, tr("only the plug-in is filtered, no rule is in the kernel"), colors.muted);
    }
    if (!firewall || !bridge_->isRunning()) {
        fail_->setToolTip(tr("No rule of ours is in the kernel: traffic passes as if Sallyport were not here."));
        return put(fail_, tr("nothing is filtered, no rule is in the kernel"), colors.muted);
    }
    const bool open = firewall->fail == FailPolicy::open;
    fail_->setToolTip(
        open ? tr("What finds the queue full, because nobody judges, passes. When the program ends, however it ends, the kernel removes "
                  "our table.")
             : tr("Nothing passes unjudged while the program runs or hangs. When it ends, however it ends, the kernel removes our "
                  "table, and traffic flows as without it."));
    put(fail_,
        open ? tr("if Sallyport ends: %1").arg(strong(tr("traffic passes")))
             : tr("if it hangs: %1, if it ends: %2").arg(strong(tr("traffic is refused")), strong(tr("traffic passes"))),
        colors.muted);
}

void StatusBar::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && bridge_) refresh();
}

bool StatusBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        watched == troubles_ ? emit troublesRequested() : emit safetyRequested();
        return true;
    }
    return QStatusBar::eventFilter(watched, event);
}

}  // namespace sallyport
