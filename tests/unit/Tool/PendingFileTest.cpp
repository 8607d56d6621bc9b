#include "files/PendingFile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <list>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace sidetal::cli {
namespace {

namespace fs = std::filesystem;

class PendingFiles : public ::testing::Test {
  protected:
    PendingFiles() {
        std::string name = (fs::temp_directory_path() / "sidetal-pending-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~PendingFiles() override { fs::remove_all(folder_); }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            out.push_back(entry.path().filename().string());
        }
        return out;
    }

    /// Runs `work` in a process of its own, sends that `signal` as soon as it calls the function that it is
    /// given, and returns the signal that ended it, or 0.
    static int endedBy(int signal, const std::function<void(const std::function<void()>&)>& work) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            removePendingFilesOnSignals();
            work([&] { EXPECT_EQ(::write(ends[1], "x", 1), 1); });
            while (true) {
                ::pause();
            }
        }
        char ready = 0;
        EXPECT_EQ(::read(ends[0], &ready, 1), 1);
        ::close(ends[0]);
        ::close(ends[1]);
        ::kill(child, signal);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }

    fs::path folder_;
};

TEST_F(PendingFiles, GoWithTheirOwnerUnlessTheyGetTheirName) {
    {
        PendingFile lost(folder_, 0600);
        PendingFile kept(folder_, 0600);
        ASSERT_TRUE(lost.valid());
        ASSERT_TRUE(kept.valid());
        EXPECT_EQ(::write(kept.fd(), "x", 1), 1);
        EXPECT_EQ(names().size(), 2u);
        EXPECT_TRUE(kept.close());
        EXPECT_TRUE(kept.renameTo(folder_ / "kept"));
    }
    EXPECT_THAT(names(), ::testing::ElementsAre("kept"));
    EXPECT_EQ(fs::file_size(folder_ / "kept"), 1u);
}

TEST_F(PendingFiles, SayWhyAFolderAdmitsNone) {
    const PendingFile none(folder_ / "missing", 0600);
    EXPECT_EQ(errno, ENOENT);
    EXPECT_FALSE(none.valid());
}

TEST_F(PendingFiles, ThatCannotGetTheirNameGo) {
    {
        PendingFile file(folder_, 0600);
        fs::create_directories(folder_ / "taken" / "inner");
        EXPECT_FALSE(file.renameTo(folder_ / "taken"));
        EXPECT_EQ(errno, EISDIR);
    }
    EXPECT_THAT(names(), ::testing::ElementsAre("taken"));
}

TEST_F(PendingFiles, AllGoWithTheProgram) {
    EXPECT_EQ(endedBy(SIGTERM,
                      [&](const auto& ready) {
                          static std::list<PendingFile> files; // never destroyed
                          for (int i = 0; i < 50; ++i) {
                              files.emplace_back(folder_, 0600);
                          }
                          EXPECT_TRUE(files.back().renameTo(folder_ / "kept"));
                          files.erase(std::next(files.begin(), 10), std::next(files.begin(), 20));
                          files.emplace_back(folder_, 0600);
                          ready();
                      }),
              SIGTERM);
    EXPECT_THAT(names(), ::testing::ElementsAre("kept"));
}

TEST_F(PendingFiles, GoWithAnySignalThatEndsTheProgram) {
    std::vector<int> signals = {SIGHUP,  SIGINT,  SIGQUIT, SIGABRT,   SIGUSR1, SIGUSR2, SIGALRM,  SIGTERM,
                                SIGXCPU, SIGPROF, SIGIO,   SIGVTALRM, SIGSYS,  SIGPWR,  SIGSTKFLT};
    signals.insert(signals.end(), {SIGRTMIN, SIGRTMIN + 7, SIGRTMAX});
    for (const int signal : signals) {
        EXPECT_EQ(endedBy(signal,
                          [&](const auto& ready) {
                              const PendingFile first(folder_, 0600);
                              const PendingFile second(folder_, 0600);
                              ready();
                              while (true) {
                                  ::pause();
                              }
                          }),
                  signal);
        EXPECT_THAT(names(), ::testing::IsEmpty()) << signal;
    }
}

TEST_F(PendingFiles, StayIgnorantOfSignalsThatAreIgnored) {
    std::signal(SIGHUP, SIG_IGN);
    EXPECT_EQ(endedBy(SIGTERM,
                      [&](const auto& ready) {
                          const PendingFile file(folder_, 0600);
                          std::raise(SIGHUP);
                          EXPECT_EQ(names().size(), 1u);
                          ready();
                          ::pause();
                      }),
              SIGTERM);
    std::signal(SIGHUP, SIG_DFL);
}

// The signal comes while several threads make, rename and drop files: whoever it reaches, nothing is left
// behind.
TEST_F(PendingFiles, OfSeveralThreadsAllGo) {
    for (int round = 0; round < 40; ++round) {
        EXPECT_EQ(endedBy(SIGINT,
                          [&](const auto& ready) {
                              std::vector<std::thread> threads;
                              for (int i = 0; i < 4; ++i) {
                                  threads.emplace_back([this, i] {
                                      while (true) {
                                          PendingFile kept(folder_, 0600);
                                          const PendingFile lost(folder_, 0600);
                                          if (!kept.renameTo(folder_ / ("kept" + std::to_string(i)))) {
                                              std::perror("rename");
                                              ::_exit(1);
                                          }
                                      }
                                  });
                              }
                              ::poll(nullptr, 0, round % 5);
                              ready();
                              threads.front().join();
                          }),
                  SIGINT);
        for (const std::string& name : names()) {
            EXPECT_TRUE(name.starts_with("kept")) << name;
        }
    }
}

} // namespace
} // namespace sidetal::cli
