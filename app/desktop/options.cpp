// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include <cstdlib>
#include <string_view>

namespace sallyport {

const char* usage_text() {
    return "Usage: sallyport [FILE] [options]\n"
           "\n"
           "  FILE, -r FILE        open a capture file (pcap, pcapng, also gzip)\n"
           "  -i INTERFACE         watch this interface (again for more)\n"
           "  -k                   start watching at once\n"
           "  -f FILTER            capture filter (BPF)\n"
           "  -Y FILTER            display filter\n"
           "  --firewall           turn the firewall on: rules act on this computer's traffic\n"
           "  --module FILE        packets of this plug-in, a shared object; --module-options TEXT: what it takes\n"
           "  --practice           the practice network: a small network of its own, nothing of yours is touched\n"
           "  --rules FILE         put these rules in force\n"
           "  --theme WHICH        light, dark or system\n"
           "  --demo SECONDS       run so long by itself, print what was seen and dropped by which rule, and end\n"
           "  --then-rule RULE     put this rule in force half way through the demo (\"drop when icmp\")\n"
           "  --screenshot PNG     save a picture of the window at the end of the demo\n"
           "  -h, --help           this text\n"
           "  -v, --version        the version\n";
}

namespace {

/// Before there is a language: in English, for the terminal.
tl::unexpected<Error> fail(std::string what, std::string remedy = {}) {
    return sallyport::fail(Message::foreign(std::move(what)), Message::foreign(std::move(remedy)));
}
struct Argument {
    std::string_view name;
    std::string* text = nullptr;  // takes a value …
    std::vector<std::string>* texts = nullptr;
    double* number = nullptr;
    bool* flag = nullptr;  // … or not
};

Status take(const Argument& argument, const char* value) {
    if (!value) return fail("option " + std::string(argument.name) + " needs a value", "sallyport --help tells which");
    if (argument.text) *argument.text = value;
    if (argument.texts) argument.texts->emplace_back(value);
    if (argument.number) {
        char* end = nullptr;
        *argument.number = std::strtod(value, &end);
        if (*end || *argument.number <= 0)
            return fail("option " + std::string(argument.name) + " needs a number above 0, not \"" + value + "\"");
    }
    return {};
}

/// Qt's own options that take a value, which must not be mistaken for a file.
bool qt_takes_value(std::string_view name) {
    for (auto one : {"-style", "-platform", "-stylesheet", "-platformpluginpath", "-platformtheme", "-display", "-geometry",
                     "-qwindowgeometry", "-session"})
        if (name == one || (name.substr(0, 2) == "--" && name.substr(1) == one)) return true;
    return false;
}
}  // namespace

Result<DesktopOptions> parse_options(int argc, char** argv) {
    DesktopOptions o;
    const Argument known[] = {
        {.name = "-r", .text = &o.file},
        {.name = "-i", .texts = &o.interfaces},
        {.name = "-k", .flag = &o.start_now},
        {.name = "-f", .text = &o.capture_filter},
        {.name = "-Y", .text = &o.display_filter},
        {.name = "--rules", .text = &o.rules_file},
        {.name = "--module", .text = &o.plugin},
        {.name = "--module-options", .text = &o.plugin_options},
        {.name = "--practice", .flag = &o.practice},
        {.name = "--firewall", .flag = &o.firewall},
        {.name = "--demo", .number = &o.demo_seconds},
        {.name = "--screenshot", .text = &o.screenshot},
        {.name = "--then-rule", .text = &o.then_rule},
        {.name = "--theme", .text = &o.theme},
        {.name = "-h", .flag = &o.help},
        {.name = "--help", .flag = &o.help},
        {.name = "-v", .flag = &o.version},
        {.name = "--version", .flag = &o.version},
    };
    o.for_qt.emplace_back(argc ? argv[0] : "sallyport");
    for (int i = 1; i < argc; i++) {
        const std::string_view word = argv[i];
        const Argument* match = nullptr;
        for (auto& argument : known)
            if (argument.name == word) match = &argument;
        if (match && match->flag) {
            *match->flag = true;
        } else if (match) {
            if (auto taken = take(*match, i + 1 < argc ? argv[i + 1] : nullptr); !taken) return tl::unexpected(taken.error());
            i++;
        } else if (qt_takes_value(word)) {
            o.for_qt.emplace_back(word);
            if (i + 1 < argc) o.for_qt.emplace_back(argv[++i]);
        } else if (word.size() > 1 && word[0] == '-') {
            return fail("unknown option " + std::string(word), "sallyport --help lists them all");
        } else if (!o.file.empty()) {
            return fail("two files: " + o.file + " and " + std::string(word), "one window shows one capture");
        } else {
            o.file = word;
        }
    }
    if (!o.theme.empty() && o.theme != "light" && o.theme != "dark" && o.theme != "system")
        return fail("there is no theme " + o.theme, "choose light, dark or system");
    if (o.start_now && o.interfaces.empty()) return fail("-k starts watching, but no interface is named", "add -i INTERFACE");
    return o;
}

}  // namespace sallyport
