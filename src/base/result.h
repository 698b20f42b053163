// What can go wrong because of a user's files or wishes, as values. Programming errors are asserts, not
// these.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace base {

enum class Severity { Error, Warning };

/// What kind of trouble a problem is; main maps it to the exit code.
enum class Trouble {
    Data,     ///< the film or its data is wrong: exit code 3
    Failure,  ///< it could not be done (disk, GL, encoder): exit code 1
    Usage,    ///< wrong use of the command line: exit code 2
};

/// One thing that is wrong: what, where, and what to do about it.
struct Problem {
    Severity severity = Severity::Error;
    Trouble trouble = Trouble::Data;
    std::string file;  ///< empty when no file is concerned
    int line = 0;      ///< from 1; 0 when unknown
    int column = 0;    ///< from 1; 0 when unknown
    std::string what;
    std::string advice;  ///< may be empty
    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "file:line:column: what; advice", leaving out what is empty or unknown.
std::string toString(const Problem& problem);

/// True when at least one of the problems is an error.
bool hasErrors(const Problems& problems);

/// A value, or the problems (at least one error) that kept it from being made.
template <class T>
class Result {
  public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Problems problems) : m_state(std::move(problems)) {}
    Result(Problem problem) : m_state(Problems{std::move(problem)}) {}

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }
    T& value() {
        assert(ok());
        return std::get<T>(m_state);
    }
    const T& value() const {
        assert(ok());
        return std::get<T>(m_state);
    }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Problems& problems() const {
        assert(!ok());
        return std::get<Problems>(m_state);
    }

  private:
    std::variant<T, Problems> m_state;
};

/// Success without a value.
struct Done {};

}  // namespace base
