// SPDX-License-Identifier: GPL-3.0-or-later
// What the user can set once and for all: look, language, how much a capture keeps, how the firewall starts. Kept in QSettings
// under look/, capture/ and firewall/; the look is shown while one chooses and taken back on Cancel.
#pragma once
#include "session/session.h"
#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QDoubleSpinBox;

namespace sallyport {

class Theme;

class Preferences : public QDialog {
    Q_OBJECT
public:
    /// The theme must outlive it.
    explicit Preferences(Theme* theme, QWidget* parent = nullptr);

    /// Gives the theme what the settings say: for the program's start.
    static void applyLook(Theme& theme);
    /// "de", "en", or "" for the system's.
    static QString language();

    void accept() override;
    void reject() override;

signals:
    void failPolicyChosen(sallyport::FailPolicy policy);

private:
    QWidget* lookPage();
    QWidget* capturePage();
    QWidget* firewallPage();
    void load();
    void preview();
    void save();

    Theme* theme_;
    QComboBox *theme_choice_, *language_, *family_, *fixed_family_, *fail_;
    QDoubleSpinBox* points_;
    QSpinBox *zoom_, *megabytes_, *seconds_, *queues_;
    QCheckBox* forward_;
    bool loading_ = true;
};

}  // namespace sallyport
