// SPDX-License-Identifier: GPL-3.0-or-later
// Which interfaces to watch, with which capture filter, and how much of it to keep (Ctrl+K).
#pragma once
#include <QDialog>
#include <QStringList>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sallyport {

class CaptureDialog : public QDialog {
    Q_OBJECT
public:
    explicit CaptureDialog(QWidget* parent = nullptr);
    QStringList interfaces() const;
    QString captureFilter() const;
    /// Files for everything that passes, and for the calls of the packet module; "": none.
    QString recordFile() const;
    QString traceFile() const;
    void setFiles(const QString& record, const QString& trace);

private:
    void fill();
    void keep() const;
    QWidget* fileField(QLineEdit* edit, const QString& title, const QString& browse_words, const QString& filters);

    QListWidget* list_;
    QLineEdit *filter_, *record_, *trace_;
    QCheckBox* promiscuous_;
    QSpinBox *megabytes_, *seconds_;
    QPushButton* start_;
};

}  // namespace sallyport
