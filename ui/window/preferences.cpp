// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"
#include "ui/window/language.h"
#include "ui/window/theme.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

namespace {

constexpr const char *theme_key = "look/theme", *language_key = "look/language", *family_key = "look/font", *fixed_key = "look/fixedFont",
                     *points_key = "look/points", *zoom_key = "look/zoom", *megabytes_key = "capture/budgetMegabytes",
                     *seconds_key = "capture/budgetSeconds", *fail_key = "firewall/fail", *forward_key = "firewall/forward",
                     *queues_key = "firewall/queues";

ThemeChoice theme_of(const QString& word) {
    if (word == QLatin1String("light")) return ThemeChoice::light;
    return word == QLatin1String("dark") ? ThemeChoice::dark : ThemeChoice::system;
}

QLabel* explanation(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "muted");
    label->setWordWrap(true);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 46);
    return label;
}

void select(QComboBox* box, const QString& data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

QComboBox* families(QFontDatabase::WritingSystem system, bool fixed_only, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->addItem(Preferences::tr("as the system"), QString());
    for (const QString& family : QFontDatabase::families(system)) {
        if (QFontDatabase::isPrivateFamily(family) || (fixed_only && !QFontDatabase::isFixedPitch(family))) continue;
        box->addItem(family, family);
    }
    box->setMaxVisibleItems(16);
    return box;
}

QFormLayout* form(QWidget* page) {
    auto* layout = new QFormLayout(page);
    layout->setContentsMargins(16, 18, 16, 12);
    layout->setHorizontalSpacing(18);
    layout->setVerticalSpacing(10);
    layout->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return layout;
}

/// A label belongs to its control by name too: not every screen reader follows buddies.
void add_row(QFormLayout* rows, const QString& name, QWidget* control) {
    control->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    rows->addRow(name, control);
}

}  // namespace

Preferences::Preferences(Theme* theme, QWidget* parent) : QDialog(parent), theme_(theme) {
    setWindowTitle(tr("Preferences"));
    auto* tabs = new QTabWidget(this);
    tabs->addTab(lookPage(), tr("Loo&k"));
    tabs->addTab(capturePage(), tr("Ca&pture"));
    tabs->addTab(firewallPage(), tr("Fire&wall"));
    tabs->setAccessibleName(windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &Preferences::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &Preferences::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 12);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    load();
    loading_ = false;
}

QWidget* Preferences::lookPage() {
    auto* page = new QWidget(this);
    auto* rows = form(page);
    theme_choice_ = new QComboBox(page);
    theme_choice_->addItem(tr("as the desktop"), QStringLiteral("system"));
    theme_choice_->addItem(icon("light"), tr("light"), QStringLiteral("light"));
    theme_choice_->addItem(icon("dark"), tr("dark"), QStringLiteral("dark"));
    language_ = new QComboBox(page);
    language_->addItem(tr("as the system"), QString());
    language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language_->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    family_ = families(QFontDatabase::Any, false, page);
    fixed_family_ = families(QFontDatabase::Any, true, page);
    points_ = new QDoubleSpinBox(page);
    points_->setRange(0, 40);
    points_->setDecimals(1);
    points_->setSingleStep(0.5);
    points_->setSuffix(tr(" pt"));
    points_->setSpecialValueText(tr("as the system"));
    zoom_ = new QSpinBox(page);
    zoom_->setRange(50, 300);
    zoom_->setSingleStep(10);
    zoom_->setSuffix(QStringLiteral(" %"));
    add_row(rows, tr("&Theme"), theme_choice_);
    add_row(rows, tr("&Language"), language_);
    add_row(rows, tr("&Font"), family_);
    add_row(rows, tr("Fi&xed-width font"), fixed_family_);
    add_row(rows, tr("Font &size"), points_);
    add_row(rows, tr("&Zoom"), zoom_);
    for (QComboBox* box : {theme_choice_, family_, fixed_family_})
        connect(box, &QComboBox::currentIndexChanged, this, &Preferences::preview);
    connect(points_, &QDoubleSpinBox::valueChanged, this, &Preferences::preview);
    connect(zoom_, &QSpinBox::valueChanged, this, &Preferences::preview);
    return page;
}

QWidget* Preferences::capturePage() {
    auto* page = new QWidget(this);
    auto* rows = form(page);
    megabytes_ = new QSpinBox(page);
    megabytes_->setRange(0, 1 << 20);
    megabytes_->setSingleStep(256);
    megabytes_->setSuffix(tr(" MB"));
    megabytes_->setSpecialValueText(tr("no limit"));
    seconds_ = new QSpinBox(page);
    seconds_->setRange(0, 365 * 24 * 3600);
    seconds_->setSingleStep(60);
    seconds_->setSuffix(tr(" s"));
    seconds_->setSpecialValueText(tr("no limit"));
    add_row(rows, tr("Keep at &most"), megabytes_);
    add_row(rows, tr("Keep packets f&or"), seconds_);
    rows->addRow(
        explanation(tr("A live capture or a firewall drops its oldest packets when it has more than this. They lie in a temporary file, "
                       "not in memory. It holds from the next start of a capture."),
                    page));
    return page;
}

QWidget* Preferences::firewallPage() {
    auto* page = new QWidget(this);
    auto* rows = form(page);
    fail_ = new QComboBox(page);
    fail_->addItem(tr("let traffic through"), QStringLiteral("open"));
    fail_->addItem(tr("refuse traffic"), QStringLiteral("closed"));
    queues_ = new QSpinBox(page);
    queues_->setRange(0, 64);
    queues_->setSpecialValueText(tr("one a core (%1)").arg(QThread::idealThreadCount()));
    forward_ = new QCheckBox(tr("also judge traffic that this machine fo&rwards"), page);
    add_row(rows, tr("While Sallyport cannot &judge"), fail_);
    rows->addRow(QString(),
                 explanation(tr("Packets wait for a program that hangs or is overrun. This says what happens to them when its queue is "
                                "full. When it ends or is killed, the kernel removes our table and traffic flows as without it."),
                             page));
    add_row(rows, tr("&Queues"), queues_);
    rows->addRow(QString(), forward_);
    rows->addRow(QString(), explanation(tr("It holds from the next start of the firewall."), page));
    return page;
}

void Preferences::load() {
    const QSettings settings;
    select(theme_choice_, settings.value(theme_key, QStringLiteral("system")).toString());
    select(language_, settings.value(language_key).toString());
    select(family_, settings.value(family_key).toString());
    select(fixed_family_, settings.value(fixed_key).toString());
    points_->setValue(settings.value(points_key, 0.0).toDouble());
    zoom_->setValue(qRound(settings.value(zoom_key, 1.0).toDouble() * 100));
    megabytes_->setValue(settings.value(megabytes_key, 2048).toInt());
    seconds_->setValue(settings.value(seconds_key, 0).toInt());
    select(fail_, settings.value(fail_key, QStringLiteral("open")).toString());
    queues_->setValue(settings.value(queues_key, 0).toInt());
    forward_->setChecked(settings.value(forward_key, false).toBool());
}

void Preferences::save() {
    QSettings settings;
    settings.setValue(theme_key, theme_choice_->currentData());
    settings.setValue(language_key, language_->currentData());
    settings.setValue(family_key, family_->currentData());
    settings.setValue(fixed_key, fixed_family_->currentData());
    settings.setValue(points_key, points_->value());
    settings.setValue(zoom_key, zoom_->value() / 100.0);
    settings.setValue(megabytes_key, megabytes_->value());
    settings.setValue(seconds_key, seconds_->value());
    settings.setValue(fail_key, fail_->currentData());
    settings.setValue(queues_key, queues_->value());
    settings.setValue(forward_key, forward_->isChecked());
}

void Preferences::preview() {
    if (loading_) return;
    theme_->set_look({.theme = theme_of(theme_choice_->currentData().toString()),
                      .family = family_->currentData().toString(),
                      .fixed_family = fixed_family_->currentData().toString(),
                      .points = points_->value(),
                      .zoom = zoom_->value() / 100.0});
}

void Preferences::applyLook(Theme& theme) {
    const QSettings settings;
    theme.set_look({.theme = theme_of(settings.value(theme_key).toString()),
                    .family = settings.value(family_key).toString(),
                    .fixed_family = settings.value(fixed_key).toString(),
                    .points = settings.value(points_key, 0.0).toDouble(),
                    .zoom = settings.value(zoom_key, 1.0).toDouble()});
}

QString Preferences::language() { return QSettings().value(language_key).toString(); }

void Preferences::accept() {
    const QString language_before = language();
    const QString before = QSettings().value(fail_key, QStringLiteral("open")).toString();
    save();
    applyLook(*theme_);
    if (language() != language_before) install_language(*QCoreApplication::instance(), language());
    if (fail_->currentData().toString() != before)
        emit failPolicyChosen(fail_->currentData().toString() == QLatin1String("closed") ? FailPolicy::closed : FailPolicy::open);
    QDialog::accept();
}

void Preferences::reject() {
    applyLook(*theme_);
    QDialog::reject();
}

}  // namespace sallyport
