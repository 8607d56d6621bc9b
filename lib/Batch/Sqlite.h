#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sidetal::batch {

/// What SQLite refused; `damaged`: the file is no database, or not a whole one.
class DatabaseFault : public std::runtime_error {
  public:
    DatabaseFault(const std::string& words, bool isDamaged)
        : std::runtime_error(words)
        , damaged(isDamaged) {}
    bool damaged;
};

/// A prepared statement; texts that are bound have to outlive run() and the rows.
class Statement {
  public:
    Statement(sqlite3* database, const char* sql);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::string_view text);
    /// The next row is there; false at the end. Throws DatabaseFault.
    [[nodiscard]] bool row();
    /// Runs to the end, and is ready to be bound anew. Throws DatabaseFault.
    void run();
    void reset();
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// A database file. Not to be used by two threads at a time.
class Database {
  public:
    enum class Use : std::uint8_t { ReadOnly, Write };
    /// Throws DatabaseFault.
    Database(const std::string& file, Use use);
    /// Throws DatabaseFault.
    void execute(const char* sql);
    [[nodiscard]] Statement prepare(const char* sql) { return {database_.get(), sql}; }
    /// The one number that a query gives.
    [[nodiscard]] std::int64_t number(const char* sql);
    [[nodiscard]] std::int64_t lastId() const;

  private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

} // namespace sidetal::batch
