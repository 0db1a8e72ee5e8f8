// SPDX-License-Identifier: GPL-3.0-or-later
// What one sees first: the ways in (firewall, capture, practice network), the interfaces with what goes through them now,
// the recent files, and what is missing on this machine.
#pragma once
#include "session/session.h"
#include "ui/bridge/hand_over.h"
#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <vector>

class QFrame;
class QLineEdit;
class QLabel;
class QListView;
class QPushButton;

namespace sallyport {

class InterfaceModel;
class KeptNotice;
class RecentFilesModel;
class RequirementNotice;

class StartView : public QWidget {
    Q_OBJECT
public:
    /// The window adds what it opens and saves to `recent`, and shows it in its File menu too; it must outlive the view.
    explicit StartView(RecentFilesModel* recent, QWidget* parent = nullptr);
    ~StartView() override;

    /// Names of the interfaces that are selected, and the capture filter that stands in the field.
    QStringList selectedInterfaces() const;
    QString captureFilter() const;
    /// F5: counters and requirements, at once.
    void refresh();
    /// These are there now.
    void takeSample(const std::vector<InterfaceActivity>& interfaces);

signals:
    void openRequested();
    void fileChosen(const QString& path);
    void interfacesChosen(const QStringList& interfaces, const QString& captureFilter);
    void composeRequested();
    void practiceRequested();
    void firewallRequested();
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buttons();
    QFrame* interfaceCard();
    QFrame* recentCard();
    void fitCards();
    void watch();
    void openRecent(const QModelIndex& index);
    void showRecentMenu(const QPoint& position);
    void sampleLater();
    void checkLater();

    InterfaceModel* interfaces_;
    RecentFilesModel* recent_;
    QFrame *interface_card_, *recent_card_;
    QListView *interface_list_, *recent_list_;
    QLabel *hint_, *no_interfaces_;
    QWidget* watching_;  // capture filter and button
    bool none_ = false;  // no interface
    QLineEdit* capture_filter_;
    QPushButton* watch_;
    RequirementNotice* notice_;
    KeptNotice* kept_;
    QTimer clock_;
    QElapsedTimer since_sample_;
    bool sampling_ = false;
    HandedOver<std::vector<InterfaceActivity>> found_interfaces_;
    HandedOver<std::vector<Requirement>> found_requirements_;
    QThreadPool looking_;  // asking the system may take a while; last, so that it ends first
};

}  // namespace sallyport
