// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/bus_guard.h"
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

namespace sallyport {
namespace {

struct Slot {
    std::atomic<std::uintptr_t> begin{0}, end{0};  // begin 0: free; 1: being filled
    std::atomic<bool> writable{false}, tripped{false};
};

// A signal handler can be given nothing, so what it needs has to stand here: the one mutable table of the engine.
std::array<Slot, 8192> slots;
struct sigaction previous_action;
std::uintptr_t page_size = 4096;

void on_bus_error(int signal, siginfo_t* info, void* context) {
    auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    int saved_errno = errno;
    for (auto& slot : slots) {
        auto begin = slot.begin.load(std::memory_order_acquire);
        if (begin <= 1 || address < begin || address >= slot.end.load(std::memory_order_acquire)) continue;
        int protection = slot.writable.load() ? PROT_READ | PROT_WRITE : PROT_READ;
        void* page = reinterpret_cast<void*>(address & ~(page_size - 1));
        if (mmap(page, page_size, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) break;
        slot.tripped.store(true);
        errno = saved_errno;
        return;
    }
    errno = saved_errno;
    if (previous_action.sa_flags & SA_SIGINFO) return previous_action.sa_sigaction(signal, info, context);
    if (previous_action.sa_handler != SIG_DFL && previous_action.sa_handler != SIG_IGN) return previous_action.sa_handler(signal);
    sigaction(SIGBUS, &previous_action, nullptr);  // the access is repeated and ends the program as it would have
}

void install_handler() {
    static std::once_flag once;
    std::call_once(once, [] {
        page_size = std::uintptr_t(sysconf(_SC_PAGESIZE));
        struct sigaction action {};
        action.sa_sigaction = on_bus_error;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        sigaction(SIGBUS, &action, &previous_action);
    });
}

}  // namespace

BusGuard::BusGuard(const void* begin, std::size_t size, bool writable) : slot_(-1) {
    install_handler();
    for (std::size_t i = 0; i < slots.size(); i++) {
        std::uintptr_t free = 0;
        if (!slots[i].begin.compare_exchange_strong(free, 1)) continue;
        slots[i].tripped.store(false);
        slots[i].writable.store(writable);
        slots[i].end.store(reinterpret_cast<std::uintptr_t>(begin) + size, std::memory_order_release);
        slots[i].begin.store(reinterpret_cast<std::uintptr_t>(begin), std::memory_order_release);
        slot_ = int(i);
        return;
    }
}

BusGuard::~BusGuard() {
    if (slot_ >= 0) slots[std::size_t(slot_)].begin.store(0, std::memory_order_release);
}

bool BusGuard::tripped() const { return slot_ >= 0 && slots[std::size_t(slot_)].tripped.load(); }

}  // namespace sallyport
