#include "batch/Signals.h"

#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace sidetal::cli {

StopSignals::StopSignals(std::function<bool()> first, std::function<void()> second)
    : first_(std::move(first))
    , second_(std::move(second)) {
    ::sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
        struct sigaction now {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) { // nohup: stay so
            ::sigaddset(&signals_, signal);
        }
    }
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    signalFd_ = ::signalfd(-1, &signals_, SFD_CLOEXEC);
    endFd_ = ::eventfd(0, EFD_CLOEXEC);
    thread_ = std::thread([this] { watch(); });
}

StopSignals::~StopSignals() {
    const std::uint64_t one = 1;
    while (::write(endFd_, &one, sizeof one) < 0 && errno == EINTR) {
    }
    thread_.join();
    ::close(signalFd_);
    ::close(endFd_);
    ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

void StopSignals::watch() {
    while (true) {
        std::array<pollfd, 2> waited{{{signalFd_, POLLIN, 0}, {endFd_, POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), -1) < 0) {
            continue;
        }
        signalfd_siginfo got{};
        if ((waited[0].revents & POLLIN) != 0 && ::read(signalFd_, &got, sizeof got) == sizeof got) {
            const int number = static_cast<int>(got.ssi_signo);
            const bool isFirst = signal_.exchange(number) == 0 && number != SIGQUIT;
            if (!isFirst || !first_()) {
                second_();
                ::_exit(128 + number);
            }
        }
        if (waited[1].revents != 0) {
            return;
        }
    }
}

} // namespace sidetal::cli
