// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/capture/capture_dialog.h"
#include "session/session.h"
#include "ui/models/message_text.h"
#include "ui/widgets/fonts.h"
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

CaptureDialog::CaptureDialog(QWidget* parent)
    : QDialog(parent),
      list_(new QListWidget(this)),
      filter_(new QLineEdit(this)),
      record_(new QLineEdit(this)),
      trace_(new QLineEdit(this)),
      promiscuous_(new QCheckBox(tr("See packets for &others too (promiscuous)"), this)),
      megabytes_(new QSpinBox(this)),
      seconds_(new QSpinBox(this)) {
    setWindowTitle(tr("Capture options"));
    QSettings settings;
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setAccessibleName(tr("Interfaces"));
    list_->setMinimumHeight(180);
    list_->setProperty("role", "card");
    list_->setSpacing(2);
    filter_->setFont(fixed_font());
    filter_->setPlaceholderText(tr("as tcpdump takes it: tcp port 80; empty for everything"));
    filter_->setAccessibleName(tr("Capture filter"));
    filter_->setText(settings.value(QStringLiteral("capture/filter")).toString());
    promiscuous_->setChecked(settings.value(QStringLiteral("capture/promiscuous"), true).toBool());
    megabytes_->setRange(0, 1 << 20);
    megabytes_->setSuffix(tr(" MB"));
    megabytes_->setSpecialValueText(tr("no limit"));
    megabytes_->setSingleStep(256);
    megabytes_->setValue(settings.value(QStringLiteral("capture/budgetMegabytes"), 2048).toInt());
    seconds_->setRange(0, 30 * 86400);
    seconds_->setSuffix(tr(" s"));
    seconds_->setSpecialValueText(tr("no limit"));
    seconds_->setSingleStep(60);
    seconds_->setValue(settings.value(QStringLiteral("capture/budgetSeconds"), 0).toInt());

    auto* form = new QFormLayout;
    form->addRow(tr("&Capture filter"), filter_);
    form->addRow(QString(), promiscuous_);
    form->addRow(tr("Keep at &most"), megabytes_);
    form->addRow(tr("Keep the &last"), seconds_);
    form->addRow(tr("&Record to"),
                 fileField(record_, tr("Record to"), tr("&Browse…"), tr("Captures (*.pcapng *.pcap *.pcapng.gz *.pcap.gz)")));
    form->addRow(tr("&Trace to"), fileField(trace_, tr("Trace to"), tr("Brows&e…"), tr("Text (*.txt *.log);;All files (*)")));
    record_->setToolTip(tr("Everything that passes is also written to this capture file as it comes, until the capture stops"));
    trace_->setToolTip(tr("Each call of the packet module with its outcome and time is written to this text file (at most 64 MB)"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    start_ = buttons->addButton(tr("&Start"), QDialogButtonBox::AcceptRole);
    start_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    auto* heading = new QLabel(tr("&Watch these interfaces:"), this);
    heading->setBuddy(list_);
    layout->addWidget(heading);
    layout->addWidget(list_);
    layout->addLayout(form);
    layout->addWidget(buttons);
    resize(560, 520);
    fill();
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { keep(), accept(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QListWidget::itemDoubleClicked, this, [this] { keep(), accept(); });
    connect(list_, &QListWidget::itemSelectionChanged, this, [this] { start_->setEnabled(!list_->selectedItems().isEmpty()); });
}

QWidget* CaptureDialog::fileField(QLineEdit* edit, const QString& title, const QString& browse_words, const QString& filters) {
    auto* field = new QWidget(this);
    auto* row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    edit->setPlaceholderText(tr("no file"));
    edit->setAccessibleName(title);
    edit->setClearButtonEnabled(true);
    auto* browse = new QPushButton(browse_words, field);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Browse for a file: %1").arg(title));
    row->addWidget(edit, 1);
    row->addWidget(browse);
    field->setFocusProxy(edit);
    connect(browse, &QPushButton::clicked, this, [=, this] {
        const QString path = QFileDialog::getSaveFileName(this, title, edit->text(), filters);
        if (!path.isEmpty()) edit->setText(path);
    });
    return field;
}

void CaptureDialog::setFiles(const QString& record, const QString& trace) {
    record_->setText(record);
    trace_->setText(trace);
}

QString CaptureDialog::recordFile() const { return record_->text().trimmed(); }
QString CaptureDialog::traceFile() const { return trace_->text().trimmed(); }

void CaptureDialog::fill() {
    const QStringList last = QSettings().value(QStringLiteral("capture/interfaces")).toStringList();
    auto interfaces = watchable_interfaces();
    std::stable_partition(interfaces.begin(), interfaces.end(), [](const InterfaceActivity& one) { return one.up; });
    for (auto& interface : interfaces) {
        const QString name = QString::fromStdString(interface.name);
        QStringList words{name};
        if (!interface.description.empty()) words << message_text(interface.description);
        for (auto& address : interface.addresses) words << QString::fromStdString(address);
        if (!interface.up) words << tr("down");
        auto* item = new QListWidgetItem(words.join(QStringLiteral(" · ")), list_);
        item->setData(Qt::UserRole, name);
        item->setSelected(last.contains(name));
    }
    start_->setEnabled(!list_->selectedItems().isEmpty());
}

QStringList CaptureDialog::interfaces() const {
    QStringList names;
    for (auto* item : list_->selectedItems()) names << item->data(Qt::UserRole).toString();
    return names;
}

QString CaptureDialog::captureFilter() const { return filter_->text().trimmed(); }

void CaptureDialog::keep() const {
    QSettings settings;
    settings.setValue(QStringLiteral("capture/interfaces"), interfaces());
    settings.setValue(QStringLiteral("capture/filter"), captureFilter());
    settings.setValue(QStringLiteral("capture/promiscuous"), promiscuous_->isChecked());
    settings.setValue(QStringLiteral("capture/budgetMegabytes"), megabytes_->value());
    settings.setValue(QStringLiteral("capture/budgetSeconds"), seconds_->value());
}

}  // namespace sallyport
