#include "Batch/Journal.h"

#include "Batch/Faults.h"
#include "sidetal/Version.h"

#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr int kVersion = 2;

constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS run (
    id INTEGER PRIMARY KEY, job TEXT, planned INTEGER, program TEXT, state TEXT, started INTEGER, ended INTEGER);
CREATE TABLE IF NOT EXISTS output (
    name TEXT PRIMARY KEY, input TEXT, state TEXT, input_hash TEXT, style_hash TEXT, policy_hash TEXT,
    options_hash TEXT, program TEXT, pages INTEGER, bytes INTEGER, file_hash TEXT, pictures TEXT, messages TEXT,
    made_at INTEGER, run INTEGER, copy_for TEXT, content_hash TEXT) WITHOUT ROWID;
)";

constexpr const char* kPut = "INSERT OR REPLACE INTO output VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char* kKeep = "UPDATE output SET run = ? WHERE name = ?";
constexpr const char* kGet = "SELECT input_hash, style_hash, policy_hash, options_hash, program, bytes, "
                             "file_hash, pictures FROM output WHERE name = ? AND state = 'made'";
constexpr const char* kRecords =
    "SELECT name, input, state, pages, bytes, messages, copy_for, content_hash FROM output WHERE run = ? "
    "ORDER BY state, name"; // "failed" before "made"
constexpr const char* kStatus =
    "SELECT run.job, run.planned, run.state, run.started, "
    "(SELECT count(*) FROM output WHERE output.state = 'made' AND output.run = run.id), "
    "(SELECT count(*) FROM output WHERE output.state = 'failed' AND output.run = run.id), "
    "(SELECT max(made_at) FROM output WHERE output.run = run.id) FROM run ORDER BY id DESC LIMIT 1";

// Lists in a column: each text with its length before it, so that it may hold anything.
void addText(std::string& out, std::string_view text) {
    out += fmt::format("{}:{}", text.size(), text);
}

std::vector<std::string> textsOf(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        const std::size_t colon = list.find(':');
        std::size_t length = 0;
        for (const char c : list.substr(0, colon)) {
            length = 10 * length + static_cast<std::size_t>(c - '0');
        }
        if (colon == std::string_view::npos || list.size() - colon - 1 < length) {
            break;
        }
        out.emplace_back(list.substr(colon + 1, length));
        list.remove_prefix(colon + 1 + length);
    }
    return out;
}

const char* syncOf(BatchDurability durability) {
    switch (durability) {
    case BatchDurability::None:
        return "PRAGMA synchronous = OFF";
    case BatchDurability::Group:
        return "PRAGMA synchronous = NORMAL";
    case BatchDurability::Each:
        break;
    }
    return "PRAGMA synchronous = FULL";
}

} // namespace

Journal::Journal(const std::string& file, BatchDurability durability, Diagnostics& diagnostics)
    : file_(file) {
    try {
        try {
            open(durability);
            const std::int64_t version = database_->number("PRAGMA user_version");
            const bool isNew = version == 0 && database_->number("SELECT count(*) FROM sqlite_master") == 0;
            if (version != kVersion && !isNew) {
                setAside("SID-B023", fmt::format("is of version {}, expected {}", version, kVersion),
                         diagnostics);
                open(durability);
            }
        } catch (const DatabaseFault& found) {
            if (!found.damaged) {
                throw;
            }
            setAside("SID-B022", fmt::format("cannot be read ({})", found.what()), diagnostics);
            open(durability);
        }
        // Together, so that tables without a version are another's.
        database_->execute(
            fmt::format("BEGIN; {} PRAGMA user_version = {}; COMMIT", kTables, kVersion).c_str());
        put_.emplace(database_->prepare(kPut));
        keep_.emplace(database_->prepare(kKeep));
        get_.emplace(database_->prepare(kGet));
    } catch (const DatabaseFault& found) {
        throw fault(found);
    }
}

void Journal::open(BatchDurability durability) {
    database_.emplace(file_, Database::Use::Write);
    database_->execute("PRAGMA journal_mode = WAL");
    database_->execute(syncOf(durability));
    Statement check = database_->prepare("PRAGMA quick_check(1)");
    if (check.row() && check.text(0) != "ok") {
        throw DatabaseFault(check.text(0), true);
    }
}

void Journal::setAside(std::string_view code, const std::string& why, Diagnostics& diagnostics) {
    database_.reset();
    const std::string aside = file_ + ".aside";
    std::error_code error;
    std::filesystem::rename(file_, aside, error);
    for (const char* part : {"-wal", "-shm"}) {
        std::error_code none;
        std::filesystem::remove(file_ + part, none);
    }
    if (error) {
        throw DatabaseFault(systemWords(error.value()), false);
    }
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.code = code;
    warning.file = file_;
    warning.message = why + ": a new journal is begun, and all files are made anew";
    warning.notes = {"the old one is kept as '" + aside + "'"};
    diagnostics.add(std::move(warning));
}

Error Journal::fault(const DatabaseFault& fault) const {
    return faultOf("SID-B025", file_, fmt::format("the journal cannot be written: {}", fault.what()));
}

void Journal::start(const BatchPlan& plan, std::int64_t time) {
    guarded([&] {
        Statement insert =
            database_->prepare("INSERT INTO run (job, planned, program, state, started) VALUES (?,?,?,?,?)");
        insert.bind(1, std::string_view(plan.job))
            .bind(2, static_cast<std::int64_t>(plan.planned()))
            .bind(3, std::string_view(SIDETAL_VERSION))
            .bind(4, std::string_view("running"))
            .bind(5, time);
        insert.run();
        run_ = database_->lastId();
    });
}

void Journal::put(const JournalEntry& entry) {
    if (entry.kind == JournalEntry::Kind::Kept) {
        keep_->bind(1, run_).bind(2, std::string_view(entry.name)).run();
        return;
    }
    const BatchMade& made = entry.made;
    std::string pictures;
    for (const BatchPicture& picture : made.pictures) {
        addText(pictures, picture.name);
        addText(pictures, picture.hash);
    }
    std::string messages;
    for (const Diagnostic& message : made.messages) {
        addText(messages, formatJson(message));
    }
    const bool isMade = entry.kind == JournalEntry::Kind::Made;
    const BatchOrigin& origin = made.origin;
    int column = 0;
    for (const std::string_view text :
         {std::string_view(entry.name), std::string_view(entry.input),
          std::string_view(isMade ? "made" : "failed"), std::string_view(origin.inputHash),
          std::string_view(origin.styleHash), std::string_view(origin.policyHash),
          std::string_view(origin.optionsHash), std::string_view(SIDETAL_VERSION)}) {
        put_->bind(++column, text);
    }
    put_->bind(9, static_cast<std::int64_t>(made.pages))
        .bind(10, static_cast<std::int64_t>(made.bytes))
        .bind(11, std::string_view(made.hash))
        .bind(12, std::string_view(pictures))
        .bind(13, std::string_view(messages))
        .bind(14, entry.time)
        .bind(15, run_)
        .bind(16, std::string_view(entry.copyFor))
        .bind(17, std::string_view(made.contentHash))
        .run();
}

void Journal::write(const std::vector<JournalEntry>& entries) {
    guarded([&] {
        database_->execute("BEGIN IMMEDIATE");
        try {
            for (const JournalEntry& entry : entries) {
                put(entry);
            }
            database_->execute("COMMIT");
        } catch (const DatabaseFault&) {
            try {
                database_->execute("ROLLBACK");
            } catch (const DatabaseFault&) {
                // SQLite has rolled back itself: what it said first is what is told.
            }
            throw;
        }
    });
}

void Journal::end(const char* state, std::int64_t time) {
    guarded([&] {
        Statement update = database_->prepare("UPDATE run SET state = ?, ended = ? WHERE id = ?");
        update.bind(1, std::string_view(state)).bind(2, time).bind(3, run_).run();
        try { // so that it can be read where nothing can be written; who reads it just now keeps it as it is
            database_->execute("PRAGMA journal_mode = DELETE");
        } catch (const DatabaseFault&) {
            return;
        }
    });
}

std::optional<JournalProof> Journal::proofOf(const std::string& name) {
    return guarded([&]() -> std::optional<JournalProof> {
        get_->bind(1, std::string_view(name));
        if (!get_->row()) {
            get_->reset();
            return std::nullopt;
        }
        JournalProof out;
        out.origin = {get_->text(0), get_->text(1), get_->text(2), get_->text(3)};
        out.program = get_->text(4);
        out.bytes = static_cast<std::uint64_t>(get_->number(5));
        out.hash = get_->text(6);
        const std::vector<std::string> pictures = textsOf(get_->text(7));
        for (std::size_t i = 0; i + 1 < pictures.size(); i += 2) {
            out.pictures.push_back({pictures[i], pictures[i + 1]});
        }
        get_->reset();
        return out;
    });
}

void Journal::eachRecord(const std::function<void(const BatchRecord&)>& tell) {
    guarded([&] {
        Statement select = database_->prepare(kRecords);
        select.bind(1, run_);
        while (select.row()) {
            tell({select.text(0), select.text(1), select.text(2) == "made",
                  static_cast<std::uint32_t>(select.number(3)), static_cast<std::uint64_t>(select.number(4)),
                  textsOf(select.text(5)), select.text(6), select.text(7)});
        }
    });
}

BatchStatus Journal::status(const std::string& file, BatchShard shard) {
    BatchStatus out;
    out.shard = shard;
    try {
        Database database(file, Database::Use::ReadOnly);
        Statement select = database.prepare(kStatus);
        if (select.row()) {
            out.job = select.text(0);
            out.planned = static_cast<std::uint64_t>(select.number(1));
            out.state = select.text(2);
            out.started = select.number(3);
            out.made = static_cast<std::uint64_t>(select.number(4));
            out.failed = static_cast<std::uint64_t>(select.number(5));
            out.lastDone = select.number(6);
        }
    } catch (const DatabaseFault& found) {
        throw faultOf("SID-B022", file, fmt::format("cannot be read ({})", found.what()));
    }
    return out;
}

} // namespace sidetal::batch
