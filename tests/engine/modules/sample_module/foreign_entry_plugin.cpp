// SPDX-License-Identifier: GPL-3.0-or-later
// Has the symbol, but something else behind it.
extern "C" __attribute__((visibility("default"))) const char* sallyport_plugin() {
    return "A text that is long enough to be read as an entry, but is none at all, whoever looks at it and however.";
}
