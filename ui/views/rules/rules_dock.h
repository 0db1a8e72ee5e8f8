// SPDX-License-Identifier: GPL-3.0-or-later
// The rules in force: seen, counted, changed. Every change is compiled and acts at once, or is refused with its reason.
#pragma once
#include "ui/bridge/session_bridge.h"
#include "ui/models/rule_list_model.h"
#include <QAction>
#include <QWidget>

class QLabel;
class QMenu;

namespace sallyport {

class LockoutGuard;
class PanelHeader;
class RuleEditor;
class RuleTrial;
class RuleView;
class RulesFile;

class RulesDock : public QWidget {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit RulesDock(SessionBridge* bridge, QWidget* parent = nullptr);
    ~RulesDock() override;

    /// Puts "first match wins", + and … into the header of the panel that this lies in.
    void fillHeader(PanelHeader* header);
    /// Add, edit, remove, move, load, save …: for the window's Firewall menu. Owned by the dock.
    QList<QAction*> menuActions() const { return menu_actions_; }
    /// What a rule that a packet records looks like here; false when it is gone.
    bool selectRule(std::uint32_t id);
    /// The rules' file, which others may change.
    RulesFile* file() const { return file_; }

public slots:
    /// Puts a rule before all others, in force at once, and shows it. `action` "accept" or "drop".
    void addRule(const QString& action, const QString& filter, const QString& note = {});
    /// Opens the editor for a new rule, filled in, that acts only when accepted.
    void newRule(const QString& action = QStringLiteral("drop"), const QString& filter = {}, const QString& note = {});
    void openRules();
    void saveRules();
    bool loadFile(const QString& path);
    bool saveFile(const QString& path);

signals:
    /// A packet list filter that shows what the selected rule concerns.
    void filterRequested(const QString& filter);
    /// A rules file could not be read or written, or is wrong: the rules in force stay.
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

private:
    QAction* action(const QString& icon, void (RulesDock::*slot)());
    void retranslate();
    void makeActions();
    void connectAll();
    void refreshActions();
    void editRow(int row);
    void editCurrent();
    void undo();
    void redo();
    void startNewRule() { newRule(); }
    void removeSelected();
    void toggleSelected();
    void moveUp();
    void moveDown();
    void filterByCurrent();
    void clearRules();
    void toggleDefault();
    void acceptEdited(const Rule& rule);
    void closeEditor();
    void refreshDetails();
    void showMenu(const QPoint& position);
    void showRefused(const RuleError& fault);
    void sayRefused();
    QString describe(int row) const;

    SessionBridge* bridge_;
    RuleListModel* model_;
    RuleView* view_;
    RuleEditor* editor_;
    RuleTrial* trial_;
    LockoutGuard* guard_;
    RulesFile* file_;
    QLabel *details_, *fault_;
    Message refused_;                 // what fault_ says
    std::uint32_t edited_ = no_rule;  // the rule in the editor; no_rule: a new one
    PanelHeader* header_ = nullptr;
    QAction *add_, *edit_, *remove_, *toggle_, *up_, *down_, *filter_by_, *undo_, *redo_, *default_, *open_, *save_, *clear_, *more_;
    QList<QAction*> menu_actions_;
};

}  // namespace sallyport
