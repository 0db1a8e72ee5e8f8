// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_toolbar.h"
#include "ui/widgets/icons.h"
#include "ui/window/actions.h"
#include "ui/window/capture_commands.h"
#include "ui/window/view_docks.h"
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace sallyport {

namespace {
void set_role(QToolButton* button, const QString& role) {
    if (button->property("role").toString() == role) return;
    button->setProperty("role", role);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QWidget* stretch(QWidget* parent) {
    auto* space = new QWidget(parent);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return space;
}
}  // namespace

MainToolbar::MainToolbar(Actions* actions, CaptureCommands* capture, QWidget* parent)
    : QToolBar(parent), actions_(actions), capture_(capture) {
    setObjectName(QStringLiteral("toolbar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    auto& all = *actions_;
    firewall_ = new QToolButton(this);
    firewall_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(firewall_, &QToolButton::clicked, this, [this] { capture_->setFirewall(!capture_->firewallOn()); });
    addWidget(firewall_);
    auto* start_stop = add(all[Act::start_stop]);
    auto* restart = add(all[Act::restart]);
    addSeparator();
    auto* open = add(all[Act::open]);
    auto* save = add(all[Act::save]);
    wordy_ = {save, open, restart, start_stop};
    addSeparator();
    source_label_ = new QLabel(this);
    source_label_->setProperty("role", "muted");
    before_source_ = addWidget(source_label_);
    auto* sources = new QMenu(this);
    connect(sources, &QMenu::aboutToShow, this, [this, sources] { capture_->fillSourceMenu(sources); });
    source_ = addMenuButton(sources, source_place_);
    addWidget(stretch(this));
    fail_label_ = new QLabel(this);
    fail_label_->setProperty("role", "muted");
    before_fail_ = addWidget(fail_label_);
    auto* policies = new QMenu(this);
    fail_open_ = policies->addAction(QString(), this, [this] { capture_->setFailPolicy(FailPolicy::open); });
    fail_closed_ = policies->addAction(QString(), this, [this] { capture_->setFailPolicy(FailPolicy::closed); });
    fail_ = addMenuButton(policies, fail_place_);
    panic_ = add(all[Act::panic], QStringLiteral("danger"));
    panic_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    firewall_->setFocusPolicy(Qt::TabFocus);
    connect(capture_, &CaptureCommands::changed, this, &MainToolbar::refresh);
    retranslate();
}

QToolButton* MainToolbar::add(QAction* action, const QString& role) {
    addAction(action);
    auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
    button->setFocusPolicy(Qt::TabFocus);
    if (!role.isEmpty()) set_role(button, role);
    return button;
}

QToolButton* MainToolbar::addMenuButton(QMenu* menu, QAction*& place) {
    auto* button = new QToolButton(this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    place = addWidget(button);
    return button;
}

void MainToolbar::addViews(const ViewDocks* views) {
    bool any = false;
    for (auto& view : views->views()) {
        if (!view.kind->in_toolbar) continue;
        insertAction(before_source_, view.toggle);
        auto* button = qobject_cast<QToolButton*>(widgetForAction(view.toggle));
        button->setFocusPolicy(Qt::TabFocus);
        if (!view.toggle->icon().isNull()) wordy_ << button;
        any = true;
    }
    if (any) insertSeparator(before_source_);
}

void MainToolbar::retranslate() {
    setWindowTitle(tr("Toolbar"));
    source_label_->setText(tr("Source"));
    source_->setAccessibleName(tr("Source"));
    source_->setToolTip(tr("What is watched or judged"));
    fail_->setAccessibleName(tr("While Sallyport cannot judge"));
    fail_open_->setText(tr("Let Traffic &Through"));
    fail_closed_->setText(tr("&Refuse Traffic"));
    fail_label_->setText(tr("If it cannot judge:"));
    refresh();
}

void MainToolbar::changeEvent(QEvent* event) {
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::FontChange) setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
}

void MainToolbar::resizeEvent(QResizeEvent* event) {
    QToolBar::resizeEvent(event);
    fit();
}

/// The panic button must be in sight in a narrow window too: what only names its neighbour goes first (it is in the tool tips), then words
/// that an icon tells too, those of the main jobs last.
void MainToolbar::fit() {
    const auto too_wide = [this] { return sizeHint().width() > width(); };
    (*actions_)[Act::panic]->setIconText(tr("Panic: remove all rules"));
    for (auto* label : {before_source_, before_fail_, source_place_, fail_place_}) label->setVisible(true);
    for (auto* button : wordy_) button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (auto* label : {before_source_, before_fail_})
        if (too_wide()) label->setVisible(false);
    if (too_wide()) (*actions_)[Act::panic]->setIconText(tr("Panic"));
    for (auto* button : wordy_)
        if (too_wide()) button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    for (auto* place : {fail_place_, source_place_})  // they are in the menus, too
        if (too_wide()) place->setVisible(false);
}

void MainToolbar::refresh() {
    const bool on = capture_->firewallOn();
    firewall_->setText(on ? tr("Firewall on") : tr("Firewall off"));
    firewall_->setIcon(on ? icon(QStringLiteral("shield-check"), IconTint::accept) : icon(QStringLiteral("shield-off"), IconTint::muted));
    firewall_->setAccessibleName(firewall_->text());
    firewall_->setToolTip(on ? tr("Rules act on this traffic. Click to turn the firewall off.")
                             : tr("Rules do not act. Click to turn the firewall on."));
    set_role(firewall_, on ? QStringLiteral("running") : QStringLiteral("plain"));
    source_->setText(capture_->sourceTitle());
    fail_->setText(capture_->failPolicy() == FailPolicy::open ? tr("let traffic through") : tr("refuse traffic"));
    fail_->setToolTip(
        tr("What happens to packets when the queue is full, because Sallyport hangs or is overrun. When it ends, traffic flows as without "
           "it."));
    if (QString text = (*actions_)[Act::start_stop]->text().remove(QLatin1Char('&')); (*actions_)[Act::start_stop]->iconText() != text)
        (*actions_)[Act::start_stop]->setIconText(text);
    (*actions_)[Act::open]->setIconText(tr("Open"));
    fit();
}

}  // namespace sallyport
