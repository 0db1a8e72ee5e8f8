// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of the desktop program.
#include "demo.h"
#include "options.h"
#include "practice/practice_network.h"
#include "runtime_directory.h"
#include "sudden_end.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/message_text.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/widgets/icons.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
#include <QApplication>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace sallyport {

namespace {
void complain(const Error& error) { std::fprintf(stderr, "sallyport: %s\n", error.text().c_str()); }

ThemeChoice theme_choice(const std::string& word) {
    if (word == "light") return ThemeChoice::light;
    return word == "dark" ? ThemeChoice::dark : ThemeChoice::system;
}

/// What the command line asks for, once the window is there to show it.
void begin(const DesktopOptions& options, MainWindow& window) {
    if (!options.rules_file.empty()) emit window.workspace()->host()->rulesFileChosen(QString::fromStdString(options.rules_file));
    if (options.practice || options.firewall) window.capture()->startFirewall();
    else if (!options.plugin.empty())
        window.capture()->startPlugin(QString::fromStdString(options.plugin), QString::fromStdString(options.plugin_options));
    else if (!options.file.empty()) window.files()->open(QString::fromStdString(options.file));
    else if (options.start_now) {
        QStringList names;
        for (auto& name : options.interfaces) names << QString::fromStdString(name);
        window.capture()->startLive(names, QString::fromStdString(options.capture_filter));
    }
    if (options.display_filter.empty()) return;
    window.filterBar()->apply(QString::fromStdString(options.display_filter));
    if (auto& fault = window.filterBar()->edit()->fault())
        window.tellFailure(said(QCoreApplication::translate("Main", "The filter of -Y is not applied")), Error{fault->whole(), {}, 0});
}

/// Qt would end the process where it finds no display.
bool has_display() {
    auto given = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return given("DISPLAY") || given("WAYLAND_DISPLAY") || given("QT_QPA_PLATFORM");
}

int run(const DesktopOptions& options, PracticeNetwork* practice) {
    std::vector<std::string> words = options.for_qt;
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    int argc = int(argv.size());
    argv.push_back(nullptr);
    QApplication application(argc, argv.data());
    QApplication::setOrganizationName(QStringLiteral("sallyport"));
    QApplication::setApplicationName(QStringLiteral("sallyport"));
    QApplication::setApplicationDisplayName(QStringLiteral("Sallyport"));
    QApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("sallyport"));
    QApplication::setWindowIcon(application_icon());
    install_language(application, Preferences::language());
    Theme theme(application);
    Preferences::applyLook(theme);
    if (!options.theme.empty()) theme.apply(theme_choice(options.theme));

    SessionBridge bridge;
    MainWindow window(&bridge, &theme);
    if (practice) window.setInPractice();
    if (options.demo_seconds > 0) {
        window.setUnattended();
        window.resize(1440, 900);
    }
    window.show();
    QTimer::singleShot(0, &window, [&] {
        if (options.demo_seconds > 0) new Demo(options, &bridge, &window);
        begin(options, window);
    });
    SuddenEnd sudden_end(&bridge, &window);
    return QApplication::exec();
}
}  // namespace

}  // namespace sallyport

int main(int argc, char** argv) {
    using namespace sallyport;
    auto options = parse_options(argc, argv);
    if (!options) return complain(options.error()), 2;
    if (options->help) return std::fputs(usage_text(), stdout), 0;
    if (options->version) return std::puts("sallyport " SALLYPORT_VERSION), 0;
    if (!has_display() && std::none_of(options->for_qt.begin(), options->for_qt.end(), [](auto& word) { return word == "-platform"; }))
        return complain(
                   {message("there is no display to show a window on"), message("start it in a desktop session, or use sallyport-cli")}),
               1;
    const RuntimeDirectory runtime_directory;
    std::unique_ptr<PracticeNetwork> practice;
    if (options->practice) {  // before any thread exists: see practice_network.h
        if (auto entered = enter_private_network(); !entered) return complain(entered.error()), 1;
        auto made = PracticeNetwork::create();
        if (!made) return complain(made.error()), 1;
        practice = std::move(*made);
    }
    return run(*options, practice.get());
}
