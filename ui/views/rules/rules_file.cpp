// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rules_file.h"
#include "ui/models/message_text.h"
#include <QFile>
#include <QFileInfo>
#include <QMultiHash>
#include <QSaveFile>

namespace sallyport {

namespace {
constexpr int look_ms = 250;
constexpr qint64 largest = 16 << 20;  // bytes; more is no rules file, and must not fill the memory
}  // namespace

RulesFile::RulesFile(SessionBridge* bridge, QObject* parent) : QObject(parent), bridge_(bridge) {
    clock_.setInterval(look_ms);
    connect(&clock_, &QTimer::timeout, this, &RulesFile::look);
}

void RulesFile::follow(const QString& path) {
    path_ = path;
    watch_ = std::make_unique<FileWatch>(path.toStdString());
    clock_.start();
}

void RulesFile::look() {
    switch (watch_->look()) {
        case FileChange::none: break;
        case FileChange::changed: emit changedByOthers(path_); break;
        case FileChange::gone: emit goneByOthers(path_); break;
    }
}

/// Rules as they are in force keep their ids, and with them their hits. Others get new ones: packets that were judged by the rules
/// before keep telling the truth.
void RulesFile::giveIds(RuleList& list) const {
    QMultiHash<QString, std::uint32_t> known;
    auto& now = bridge_->rules().rules;
    for (auto rule = now.rbegin(); rule != now.rend(); ++rule) known.insert(QString::fromStdString(rule_line(*rule)), rule->id);
    for (Rule& rule : list.rules) {
        const auto same = known.find(QString::fromStdString(rule_line(rule)));
        rule.id = same == known.end() ? bridge_->newRuleId() : *same;
        if (same != known.end()) known.erase(same);
    }
}

bool RulesFile::load(const QString& path) {
    QFile file(path);
    const Message headline = message("Cannot load the rules of %1", said(QFileInfo(path).fileName()));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest) {
        emit failed(headline, Error{file.isOpen() ? Message(words("it is larger than 16 MB")) : said(file.errorString()), {}, 0});
        return false;
    }
    if (watch_ && path == path_) watch_->is_read();
    auto list = RuleList::parse(file.readAll().toStdString());
    if (list) giveIds(*list);
    std::optional<RuleError> fault = list ? std::nullopt : std::optional(list.error());
    if (!fault) fault = bridge_->changeRules(std::move(*list), QT_TRANSLATE_NOOP("RuleSteps", "load rules"));
    if (fault) {
        emit failed(headline, Error{fault->whole(), words("The rules in force stay as they were."), 0});
        return false;
    }
    if (path != path_) follow(path);
    return true;
}

bool RulesFile::save(const QString& path) {
    QSaveFile file(path);
    const std::string text = bridge_->rules().text();
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
    if (saved) follow(path);
    else emit failed(message("Cannot save the rules to %1", said(path)), Error{said(file.errorString()), {}, 0});
    return saved;
}

}  // namespace sallyport
