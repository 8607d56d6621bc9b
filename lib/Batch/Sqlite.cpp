#include "Batch/Sqlite.h"

#include "Batch/Faults.h"

#include <sqlite3.h>

namespace sidetal::batch {

namespace {

[[noreturn]] void failWith(sqlite3* database, int status) {
    const int kind = status & 0xFF;
    std::string words = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(status);
    const bool isOfSystem = kind == SQLITE_CANTOPEN || kind == SQLITE_IOERR;
    if (const int error = isOfSystem && database != nullptr ? sqlite3_system_errno(database) : 0;
        error != 0) {
        words += ": " + systemWords(error);
    }
    throw DatabaseFault(words, kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_SCHEMA);
}

void expect(sqlite3* database, int status) {
    if (status != SQLITE_OK) {
        failWith(database, status);
    }
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, const char* sql)
    : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int status = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    statement_.reset(statement);
    expect(database, status);
}

Statement& Statement::bind(int index, std::int64_t value) {
    expect(database_, sqlite3_bind_int64(statement_.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    expect(database_, sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(),
                                          nullptr /* SQLITE_STATIC */, SQLITE_UTF8));
    return *this;
}

bool Statement::row() {
    const int status = sqlite3_step(statement_.get());
    if (status == SQLITE_ROW) {
        return true;
    }
    if (status != SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        failWith(database_, status);
    }
    return false;
}

void Statement::run() {
    while (row()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Database::Database(const std::string& file, Use use) {
    sqlite3* database = nullptr;
    const int how = use == Use::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int status = sqlite3_open_v2(file.c_str(), &database, how | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    expect(database, status);
    sqlite3_busy_timeout(database, 5000); // one that asks for the state of a batch is quickly done
}

void Database::execute(const char* sql) {
    expect(database_.get(), sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const char* sql) {
    Statement statement = prepare(sql);
    return statement.row() ? statement.number(0) : 0;
}

std::int64_t Database::lastId() const {
    return sqlite3_last_insert_rowid(database_.get());
}

} // namespace sidetal::batch
