// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/schedule_panel.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_letters.h"
#include "ui/widgets/panel.h"
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport {

namespace {
enum class Stop { after_last, on_reply, by_hand };
}

SchedulePanel::SchedulePanel(ComposeSession* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      header_(new PanelHeader(tr("Schedule"), this)),
      lines_(new QVBoxLayout),
      fault_(new QLabel(this)),
      vary_(new QPushButton(icon(QStringLiteral("vary"), IconTint::muted), tr("Vary a field"), this)),
      rounds_(new QSpinBox(this)),
      rate_(new QSpinBox(this)),
      stop_(new QComboBox(this)) {
    rounds_->setRange(1, 1'000'000'000);
    rounds_->setSuffix(tr(" ×"));
    rounds_->setAccessibleName(tr("How often"));
    rate_->setRange(0, 10'000'000);
    rate_->setSpecialValueText(tr("as fast as it goes"));
    rate_->setSuffix(tr(" packets/s"));
    rate_->setAccessibleName(tr("Rate"));
    rate_->setValue(100);
    stop_->addItem(tr("after the last"), int(Stop::after_last));
    stop_->addItem(tr("on the first reply"), int(Stop::on_reply));
    stop_->addItem(tr("when I stop it"), int(Stop::by_hand));
    stop_->setAccessibleName(tr("Stop"));
    for (auto* spin : {rounds_, rate_}) spin->setGroupSeparatorShown(true);
    for (QWidget* editor : {static_cast<QWidget*>(rounds_), static_cast<QWidget*>(rate_), static_cast<QWidget*>(stop_)}) {
        editor->setFocusPolicy(Qt::StrongFocus);
        editor->installEventFilter(this);
    }
    vary_->setProperty("role", "quiet");
    vary_->setToolTip(tr("Send a packet for each of several values of a field"));
    auto* menu = new QMenu(vary_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillVaryMenu(*menu); });
    vary_->setMenu(menu);
    fault_->setProperty("role", "bad");
    fault_->setWordWrap(true);
    fault_->setTextFormat(Qt::PlainText);
    fault_->setContentsMargins(10, 0, 10, 2);

    settings_ = new QWidget(this);
    auto* flow = new FlowLayout(settings_, 10, 6);
    flow->setContentsMargins(10, 4, 10, 6);
    const auto add = [&](const QString& words, QWidget* editor) {
        auto* pair = new QWidget(settings_);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        auto* label = new QLabel(words, pair);
        label->setProperty("role", "muted");
        label->setBuddy(editor);
        row->addWidget(label);
        row->addWidget(editor);
        flow->addWidget(pair);
    };
    add(tr("Send"), rounds_);
    add(tr("Rate"), rate_);
    add(tr("Stop"), stop_);
    flow->addWidget(vary_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(10, 4, 10, 0);
    lines_->setSpacing(4);
    top->addLayout(lines_);
    layout->addLayout(top);
    layout->addWidget(fault_);
    layout->addWidget(settings_);
    layout->addStretch();
    QWidget::setTabOrder(rounds_, rate_);
    QWidget::setTabOrder(rate_, stop_);
    connect(rounds_, &QSpinBox::valueChanged, this, &SchedulePanel::refreshSummary);
    connect(rate_, &QSpinBox::valueChanged, this, &SchedulePanel::refreshSummary);
    connect(stop_, &QComboBox::currentIndexChanged, this, &SchedulePanel::refreshSummary);
    connect(session_, &ComposeSession::variationsChanged, this, &SchedulePanel::refreshVariations);
    constexpr int usual = 70;  // characters; until it has a width of its own, so that who makes room for it makes enough
    fitSettings(usual * fontMetrics().averageCharWidth());
    refreshVariations();
}

/// The wheel scrolls what these stand in: a value must not change by that.
bool SchedulePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

std::uint64_t SchedulePanel::rounds() const {
    return Stop(stop_->currentData().toInt()) == Stop::by_hand ? 0 : std::uint64_t(rounds_->value());
}
double SchedulePanel::rate() const { return rate_->value(); }
bool SchedulePanel::stopsOnReply() const { return Stop(stop_->currentData().toInt()) == Stop::on_reply; }

SchedulePanel::Choice SchedulePanel::choice() const { return {rounds_->value(), rate_->value(), stop_->currentIndex()}; }

void SchedulePanel::choose(const Choice& choice) {
    rounds_->setValue(choice.rounds);
    rate_->setValue(choice.rate);
    stop_->setCurrentIndex(choice.stop);
}

std::uint64_t SchedulePanel::total() const {
    const std::uint64_t times = rounds();
    if (!fault_text_.isEmpty() || (times && packets_ > ~std::uint64_t{0} / times)) return 0;
    return packets_ * times;
}

void SchedulePanel::fillVaryMenu(QMenu& menu) {
    menu.clear();
    const auto layers = session_->packet().layers();
    for (std::size_t i = 0; i < layers.size(); i++) {
        auto* part = menu.addMenu(QString::fromStdString(layers[i].label));
        for (auto& field : session_->packet().fields(i)) {
            const bool fit = field.editable && field.editor != FieldEditor::flag && field.editor != FieldEditor::none;
            if (!fit || session_->variationOf(field.key) >= 0 || part->actions().size() >= 40) continue;
            auto* action = part->addAction(
                QStringLiteral("%1\t%2").arg(QString::fromStdString(field.label), QString::fromStdString(field.value).left(24)));
            connect(action, &QAction::triggered, this, [this, key = field.key] {
                session_->vary(key);
                enterVariation();
            });
        }
        part->setEnabled(!part->isEmpty());
        letter_entries(*part);
    }
    letter_entries(menu);
    if (layers.empty()) menu.addAction(tr("There is no &field yet"))->setEnabled(false);
}

void SchedulePanel::addLine() {
    const int index = int(variations_.size());
    Line line{new QWidget(this), nullptr, nullptr};
    auto* row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    line.label = new QLabel(line.widget);
    line.label->setProperty("role", "muted");
    line.label->setTextFormat(Qt::PlainText);
    line.values = new QLineEdit(line.widget);
    line.values->setFont(fixed_font());
    line.values->setPlaceholderText(tr("1..64, 0..255/16 or {22,80,443}"));
    line.values->setToolTip(tr("A range (1..64), a range in steps (0..255/16), or a list ({22,80,443})"));
    auto* remove = new QToolButton(line.widget);
    remove->setProperty("role", "quiet");
    remove->setIcon(icon(QStringLiteral("close"), IconTint::muted));
    remove->setAccessibleName(tr("Do not vary it"));
    remove->setToolTip(tr("Do not vary it"));
    row->addWidget(line.label);
    row->addWidget(line.values, 1);
    row->addWidget(remove);
    lines_->addWidget(line.widget);
    connect(line.values, &QLineEdit::textChanged, session_,
            [this, index](const QString& text) { session_->setVariation(index, text.trimmed()); });
    connect(remove, &QToolButton::clicked, session_, [this, index] { session_->removeVariation(index); });
    variations_.push_back(line);
}

void SchedulePanel::refreshVariations() {
    auto& wanted = session_->variations();
    while (variations_.size() < std::size_t(wanted.size())) addLine();
    for (std::size_t i = 0; i < variations_.size(); i++) {
        Line& line = variations_[i];
        line.widget->setVisible(i < std::size_t(wanted.size()));
        if (i >= std::size_t(wanted.size())) continue;
        auto& variation = wanted[qsizetype(i)];
        line.label->setText(variation.label);
        line.label->setToolTip(variation.field);
        line.values->setAccessibleName(tr("Values of %1").arg(variation.label));
        const QSignalBlocker quiet(line.values);
        if (line.values->text().trimmed() != variation.values) line.values->setText(variation.values);
    }
    packets_ = 1;
    fault_text_.clear();
    if (!wanted.isEmpty()) {
        const auto series = session_->series();
        if (series) packets_ = series->size();
        else fault_text_ = message_text(series.error());
    }
    fault_->setText(fault_text_);
    fault_->setVisible(!fault_text_.isEmpty());
    refreshSummary();
}

/// Splitters know nothing of heights that depend on widths.
void SchedulePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitSettings(width());
}

bool SchedulePanel::event(QEvent* event) {
    const bool taken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) fitSettings(width());  // letters of another size, or a line more
    return taken;
}

void SchedulePanel::fitSettings(int width) {
    if (!settings_ || !settings_->layout()) return;  // while it is made
    settings_->setMinimumHeight(settings_->layout()->heightForWidth(width));
    emit fitted();
}

void SchedulePanel::enterVariation() {
    if (session_->variations().isEmpty()) return;
    auto* line = variations_[std::size_t(session_->variations().size() - 1)].values;
    line->setFocus();
    line->selectAll();
}

void SchedulePanel::refreshSummary() {
    rounds_->setEnabled(Stop(stop_->currentData().toInt()) != Stop::by_hand);
    const std::uint64_t all = total();
    QString note;
    if (rounds() == 0) note = tr("until stopped");
    else if (fault_text_.isEmpty() && all == 1) note = tr("1 packet");
    else if (fault_text_.isEmpty() && rate() > 0)
        note = tr("%1 packets, %2 s").arg(grouped(all), QLocale().toString(double(all - 1) / rate(), 'f', all - 1 < rate() * 10 ? 1 : 0));
    else if (fault_text_.isEmpty()) note = tr("%1 packets").arg(grouped(all));
    header_->setNote(note);
    emit changed();
}

}  // namespace sallyport
