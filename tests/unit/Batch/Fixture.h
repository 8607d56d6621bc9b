#pragma once

#include "sidetal/Batch/BatchFolder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace sidetal::test {

/// A folder of its own, removed at the end.
class Folder {
  public:
    Folder() {
        static std::atomic<int> count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("sidetal-batch-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string name(const std::string& file) const { return (path_ / file).string(); }
    [[nodiscard]] std::string name() const { return path_.string(); }
    void write(const std::string& file, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string read(const std::string& file) const {
        std::ifstream in(path_ / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Names in it, those that begin with a dot where `hidden` is.
    [[nodiscard]] std::set<std::string> names(bool hidden = false) const {
        std::set<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(path_)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with('.') == hidden) {
                out.insert(name);
            }
        }
        return out;
    }

  private:
    std::filesystem::path path_;
};

inline std::string agenda(const std::string& title, const std::string& more = {}) {
    return R"({"document": "agenda", "date": "2021-10-26", )" + more + R"("items": [{"title": ")" + title +
           R"("}]})";
}

inline std::string readWhole(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error("SID-R010", "cannot be read");
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A host that reads plain files.
inline BatchHost hostOfFiles() {
    BatchHost out;
    out.read = readWhole;
    const auto beside = [](const std::string& file) -> StyleLoader {
        return [folder = std::filesystem::path(file).parent_path()](const std::string& name) {
            return StyleFile{readWhole((folder / name).string()), {}};
        };
    };
    out.stylesBeside = beside;
    out.policiesBeside = beside;
    out.picturesBeside = [](const std::string& file) -> PictureLoader {
        return [folder = std::filesystem::path(file).parent_path()](const std::string& name) {
            std::ifstream in(folder / name, std::ios::binary);
            return in ? PictureFile{{std::istreambuf_iterator<char>(in), {}}, {}}
                      : PictureFile{{}, "does not exist"};
        };
    };
    return out;
}

/// What a job file in `folder` makes.
inline BatchPlan planOf(const Folder& folder, const std::string& job, const BatchHost& host,
                        unsigned threads = 2) {
    Diagnostics diagnostics;
    return planBatch(readBatchJob(job, folder.name("job.json"), diagnostics), host, {}, threads, diagnostics);
}

/// Keeps files in memory.
class MemoryStore : public BatchStore {
  public:
    bool isDone(const BatchTask& task, const BatchOrigin&,
                const std::function<std::string(const std::string&)>&) override {
        const std::lock_guard lock(guard_);
        return files.contains(task.name);
    }
    std::unique_ptr<BatchFile> begin(const BatchTask& task) override {
        return std::make_unique<File>(*this, task.name);
    }
    void failed(const BatchTask& task, BatchMade made) override {
        const std::lock_guard lock(guard_);
        failures.emplace(task.name, std::move(made));
    }

    std::map<std::string, std::string> files;
    std::map<std::string, BatchMade> made;
    std::map<std::string, BatchMade> failures;

  private:
    struct File : BatchFile {
        File(MemoryStore& store, std::string name)
            : store_(store)
            , name_(std::move(name)) {}
        void write(std::string_view bytes) override { bytes_ += bytes; }
        void commit(BatchMade made) override {
            const std::lock_guard lock(store_.guard_);
            store_.files[name_] = bytes_;
            store_.made[name_] = std::move(made);
        }
        MemoryStore& store_;
        std::string name_;
        std::string bytes_;
    };
    std::mutex guard_;
};

} // namespace sidetal::test
