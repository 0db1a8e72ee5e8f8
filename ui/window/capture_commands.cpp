// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/capture_commands.h"
#include "ui/models/message_text.h"
#include "ui/views/capture/capture_dialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_letters.h"
#include "ui/window/actions.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QProcess>
#include <QSettings>
#include <QWidget>

namespace sallyport {

namespace {
const QString fail_key = QStringLiteral("firewall/fail");
const QString queues_key = QStringLiteral("firewall/queues");
const QString forward_key = QStringLiteral("firewall/forward");
const QString module_folder_key = QStringLiteral("plugins/folder");
/// A recording never takes the place of an earlier one: "all.pcapng", then "all_2026-11-25_19-00-00.pcapng".
QString unused_name(const QString& path) {
    const QFileInfo file(path);
    if (!file.exists() || !file.isFile()) return path;
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd_HH-mm-ss"));
    return file.dir().filePath(file.baseName() + QLatin1Char('_') + now + QLatin1Char('.') + file.completeSuffix());
}
}  // namespace

StoreBudget capture_budget() {
    QSettings settings;
    StoreBudget budget;
    budget.bytes = settings.value(QStringLiteral("capture/budgetMegabytes"), 2048).toULongLong() << 20;
    budget.seconds = settings.value(QStringLiteral("capture/budgetSeconds"), 0).toLongLong();
    return budget;
}

CaptureCommands::CaptureCommands(SessionBridge* bridge, Actions* actions, QWidget* window)
    : QObject(window), bridge_(bridge), actions_(actions), window_(window) {
    fail_ = QSettings().value(fail_key).toString() == QLatin1String("closed") ? FailPolicy::closed : FailPolicy::open;
    const auto on = [&](Act act, auto&& slot) { connect((*actions_)[act], &QAction::triggered, this, slot); };
    on(Act::start_stop, [this] { startStop(); });
    on(Act::restart, [this] { restart(); });
    on(Act::capture_options, [this] { optionsDialog(); });
    on(Act::open_module, [this] { openPluginDialog(); });
    on(Act::firewall, [this](bool wanted) { setFirewall(wanted); });
    on(Act::fail_open, [this] { setFailPolicy(FailPolicy::open); });
    on(Act::fail_closed, [this] { setFailPolicy(FailPolicy::closed); });
    on(Act::panic, [this] { panic(); });
    on(Act::practice, [this] { practice(); });
    connect(bridge_, &SessionBridge::sourceStarted, this, &CaptureCommands::refresh);
    connect(bridge_, &SessionBridge::stateChanged, this, &CaptureCommands::refresh);
    refresh();
}

bool CaptureCommands::allowed(const std::function<void()>& again) {
    bool allowed = true;
    emit aboutToReplace(allowed, again);
    return allowed;
}

bool CaptureCommands::start(Source source) {
    if (!allowed([this, source] { start(source); })) {
        refresh();
        return false;
    }
    const bool started = putAround() && bridge_->start(std::move(source));
    refresh();
    return started;
}

bool CaptureCommands::putAround() {
    std::vector<std::string> wrappers;
    if (!record_.isEmpty()) wrappers.push_back("record=" + unused_name(record_).toStdString());
    if (!trace_.isEmpty()) wrappers.push_back("trace=" + trace_.toStdString());
    const auto around = bridge_->setWrappers(std::move(wrappers));
    if (!around) emit failed(words("Cannot start"), around.error());
    return around.has_value();
}

bool CaptureCommands::startPlugin(const QString& path, const QString& options) {
    return start(PluginSource{path.toStdString(), options.toStdString(), capture_budget()});
}

void CaptureCommands::askPlugin(const Plugin& plugin) {
    const QString path = QString::fromStdString(plugin.path()), key = QStringLiteral("plugins/") + QFileInfo(path).fileName();
    QString options;
    if (!plugin.options_help().empty()) {
        bool accepted = false;
        options = QInputDialog::getText(window_, QString::fromStdString(plugin.info().title), QString::fromStdString(plugin.options_help()),
                                        QLineEdit::Normal, QSettings().value(key).toString(), &accepted);
        if (!accepted) return;
        QSettings().setValue(key, options);
    }
    startPlugin(path, options);
}

void CaptureCommands::openPluginDialog() {
    QSettings settings;
    QString folder = settings.value(module_folder_key).toString();
    if (folder.isEmpty()) folder = QString::fromStdString(plugin_search_folders().front());
    if (!QFileInfo(folder).isDir()) folder = QDir::homePath();
    const QString path =
        QFileDialog::getOpenFileName(window_, tr("Open a plug-in module"), folder, tr("Packet modules (*.so);;All files (*)"));
    if (path.isEmpty()) return;
    settings.setValue(module_folder_key, QFileInfo(path).absolutePath());
    openPlugin(path);
}

void CaptureCommands::openPlugin(const QString& path) {
    const Message headline = words("Cannot use the plug-in");
    const auto plugin = load_plugin(path.toStdString());
    if (!plugin) return emit failed(headline, plugin.error());
    if (const auto available = plugin->available(); !available.usable) return emit failed(headline, {available.why, available.remedy, 0});
    askPlugin(*plugin);
}

void CaptureCommands::addPlugins(QMenu* menu) {
    const auto found = installed_plugins();
    if (found.empty()) return;
    menu->addSection(tr("Plug-ins"));
    for (auto& one : found) {
        const QString file = QFileInfo(QString::fromStdString(one.path)).fileName();
        const auto available =
            one.plugin ? one.plugin->available() : ModuleAvailability{false, one.plugin.error().what, one.plugin.error().remedy};
        auto* action =
            menu->addAction(icon(QStringLiteral("interface")), one.plugin ? QString::fromStdString(one.plugin->info().title) : file);
        action->setEnabled(available.usable);
        action->setToolTip(available.usable ? QString::fromStdString(one.plugin->info().description)
                                            : message_text(available.why) + QLatin1Char('\n') + message_text(available.remedy));
        if (available.usable) connect(action, &QAction::triggered, this, [this, plugin = *one.plugin] { askPlugin(plugin); });
    }
    menu->setToolTipsVisible(true);
}

bool CaptureCommands::startLive(const QStringList& interfaces, const QString& capture_filter) {
    LiveSource source;
    for (auto& name : interfaces) source.interfaces.push_back(name.toStdString());
    source.capture_filter = capture_filter.toStdString();
    source.promiscuous = QSettings().value(QStringLiteral("capture/promiscuous"), true).toBool();
    source.budget = capture_budget();
    return start(std::move(source));
}

bool CaptureCommands::startFirewall() {
    FirewallSource source;
    source.forward = in_practice_ || QSettings().value(forward_key, false).toBool();
    source.queues = QSettings().value(queues_key, 0).toUInt();
    source.fail = fail_;
    source.budget = capture_budget();
    return start(source);
}

bool CaptureCommands::firewallOn() const {
    return bridge_->isRunning() && std::holds_alternative<FirewallSource>(bridge_->session().source());
}

void CaptureCommands::setFirewall(bool on) {
    if (on == firewallOn()) return refresh();
    if (on) startFirewall();
    else bridge_->stop();
    refresh();
}

void CaptureCommands::startStop() {
    if (bridge_->isRunning()) return bridge_->stop();
    if (std::holds_alternative<std::monostate>(bridge_->session().source())) return optionsDialog();
    restart();
}

void CaptureCommands::restart() {
    if (std::holds_alternative<std::monostate>(bridge_->session().source())) return;
    if (std::holds_alternative<FirewallSource>(bridge_->session().source())) startFirewall();  // with the policy chosen since
    else if (allowed([this] { restart(); }) && putAround()) bridge_->restart();
    refresh();
}

void CaptureCommands::optionsDialog() {
    CaptureDialog dialog(window_);
    dialog.setFiles(record_, trace_);
    if (dialog.exec() != QDialog::Accepted) return;
    record_ = dialog.recordFile();
    trace_ = dialog.traceFile();
    startLive(dialog.interfaces(), dialog.captureFilter());
}

void CaptureCommands::setFailPolicy(FailPolicy policy) {
    const bool different = policy != fail_;
    fail_ = policy;
    QSettings().setValue(fail_key, policy == FailPolicy::open ? QStringLiteral("open") : QStringLiteral("closed"));
    refresh();
    if (different && firewallOn())
        emit restartOffered(words("The kernel learns what to do with packets that nobody judges when the firewall starts again."));
}

void CaptureCommands::panic() {
    const bool was_on = firewallOn();
    bridge_->stop();
    refresh();
    emit done(was_on ? words("Our rules are out of the kernel; all traffic passes.")
                     : words("Stopped. No rule of ours was in the kernel."));
}

void CaptureCommands::practice() {
    if (in_practice_) {
        startFirewall();
        return;
    }
    for (auto& need : check_requirements())
        if (!need.met && need.name.text() == "user namespaces")
            return emit failed(words("Cannot start the practice network"), Error{need.why, need.remedy, 0});
    // A process with threads cannot enter a user namespace (EINVAL): a new one does so first thing.
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--practice")}))
        emit done(words("The practice network opens in a window of its own: it has its own network, apart from this computer's."));
    else emit failed(words("Cannot start the practice network"), Error{words("this program could not be started again"), {}, 0});
}

QString CaptureCommands::sourceTitle() const {
    if (std::holds_alternative<std::monostate>(bridge_->session().source())) return tr("none");
    if (in_practice_ && std::holds_alternative<FirewallSource>(bridge_->session().source())) return tr("Practice network");
    if (std::holds_alternative<FirewallSource>(bridge_->session().source())) return tr("This computer");
    return message_text(bridge_->session().source_title());
}

void CaptureCommands::fillSourceMenu(QMenu* menu) {
    menu->clear();
    menu->addAction(icon(QStringLiteral("practice")), tr("Practice &network"), this, &CaptureCommands::practice);
    if (!in_practice_)
        menu->addAction(icon(QStringLiteral("shield")), tr("This computer, with the &firewall"), this, [this] { startFirewall(); });
    menu->addSection(tr("Watch only"));
    for (auto& interface : watchable_interfaces()) {
        const QString name = QString::fromStdString(interface.name), what = message_text(interface.description);
        auto* action = menu->addAction(icon(QStringLiteral("interface")), what.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, what),
                                       this, [this, name] { startLive({name}, {}); });
        action->setEnabled(interface.up);
    }
    menu->addAction((*actions_)[Act::capture_options]);
    addPlugins(menu);
    menu->addAction((*actions_)[Act::open_module]);
    menu->addSeparator();
    menu->addAction((*actions_)[Act::open]);
    letter_entries(*menu);
}

void CaptureCommands::refresh() {
    auto& actions = *actions_;
    const bool running = bridge_->isRunning(), any = !std::holds_alternative<std::monostate>(bridge_->session().source());
    const bool file = std::holds_alternative<FileSource>(bridge_->session().source());
    actions[Act::start_stop]->setText(running ? tr("&Stop") : tr("&Start"));
    actions[Act::start_stop]->setToolTip(running ? tr("Stop (Ctrl+E)") : tr("Start (Ctrl+E)"));
    actions[Act::start_stop]->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("start")));
    actions[Act::start_stop]->setEnabled(running || !file);
    actions[Act::restart]->setEnabled(any);
    actions[Act::replay]->setEnabled(file);
    actions[Act::firewall]->setChecked(firewallOn());
    actions[Act::fail_open]->setChecked(fail_ == FailPolicy::open);
    actions[Act::fail_closed]->setChecked(fail_ == FailPolicy::closed);
    actions[Act::follow]->setEnabled(any && !file);
    emit changed();
}

}  // namespace sallyport
