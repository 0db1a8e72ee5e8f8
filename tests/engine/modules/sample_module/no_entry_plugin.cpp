// SPDX-License-Identifier: GPL-3.0-or-later
// A shared object of another kind.
extern "C" __attribute__((visibility("default"))) int answer() { return 42; }
