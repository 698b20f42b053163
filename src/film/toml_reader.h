// A small typed reader over toml++: values with their limits checked, every problem reported with its
// position. It knows TOML and texts, not what a film is.
#pragma once

#include <toml++/toml.h>

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/color.h"
#include "base/edtf.h"
#include "base/text.h"
#include "film/report.h"
#include "film/words.h"

namespace film {

Position positionOf(const toml::node& node);
Position positionOf(const toml::key& key);

/// The numbers a key takes, both ends included.
struct NumberRange {
    double min = -std::numeric_limits<double>::max();
    double max = std::numeric_limits<double>::max();
    const char* advice = "";  ///< what to say about a number outside; empty: the limits
};

inline constexpr std::size_t kTitleLimit = 500;
inline constexpr std::size_t kTextLimit = 5000;
inline constexpr std::size_t kNotesLimit = 20000;

/// One table of the file. Each key that is asked for counts as known; reportUnknownKeys() complains about the
/// rest. A value of the wrong type or out of its limits is reported and reads as nothing.
class TableReader {
  public:
    TableReader(const toml::table& table, Report& report);

    Position position() const { return m_position; }
    /// Where the key's value stands, or the table when the key is left out.
    Position position(std::string_view key) const;
    Report& report() const { return m_report; }

    const toml::node* find(std::string_view key);
    bool has(std::string_view key) { return find(key) != nullptr; }
    /// Like has(), and an error when the key is left out.
    bool needs(std::string_view key, std::string advice = {});

    std::optional<double> number(std::string_view key, NumberRange range);
    std::optional<int> wholeNumber(std::string_view key, int min, int max);
    std::optional<bool> boolean(std::string_view key);
    std::optional<std::string> string(std::string_view key, std::size_t limit);
    /// A plain string or a table by language (50 at most); the empty text when the key is left out or wrong.
    /// `languages`: those allowed; none: any.
    base::LocalText text(std::string_view key, std::size_t limit, const std::vector<std::string>& languages);
    /// An EDTF string, a bare TOML date, or a whole number for a year.
    std::optional<base::Edtf> date(std::string_view key);
    std::optional<base::Color> color(std::string_view key);
    std::optional<std::string> id(std::string_view key);

    /// The value whose word the key holds.
    template <class T, std::size_t n>
    std::optional<T> choice(std::string_view key, const std::array<std::pair<const char*, T>, n>& words) {
        std::vector<std::string> known;
        for (const auto& [word, value] : words) known.emplace_back(word);
        const auto index = choiceIndex(key, known);
        return index ? std::optional<T>(words[*index].second) : std::nullopt;
    }

    /// Each string of an array, with its position.
    struct Item {
        std::string text;
        Position at;
    };
    std::vector<Item> strings(std::string_view key, std::size_t limit);

    const toml::array* array(std::string_view key, std::size_t limit);
    const toml::table* table(std::string_view key);

    /// The entries of a table of tables ([actors.russia]) in the order of the file; wrong ids are reported.
    struct Entry {
        std::string id;
        const toml::table* table = nullptr;  ///< nullptr when the entry is no table, which is reported
        Position at;                         ///< of the id
    };
    std::vector<Entry> entries(std::string_view key, std::size_t limit);

    /// The tables of an array of tables ([[events]]) in the order of the file.
    std::vector<const toml::table*> tables(std::string_view key, std::size_t limit);

    /// Each key that was not asked for is an error; `noun` says what keys are here.
    void reportUnknownKeys(std::string_view noun = "key");

  private:
    std::optional<std::size_t> choiceIndex(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::string> checkedString(const toml::node& node, std::string_view key, std::size_t limit);
    base::LocalText textByLanguage(const toml::table& table, std::string_view key, std::size_t limit,
                                   const std::vector<std::string>& languages);
    void typeError(const toml::node& node, std::string_view key, std::string_view expected,
                   std::string advice = {});

    const toml::table& m_table;
    Report& m_report;
    Position m_position;
    std::vector<std::string> m_known;
};

/// The number of a node, or an error about `key`.
std::optional<double> readNumber(const toml::node& node, std::string_view key, NumberRange range,
                                 Report& report);

/// The keys and values of a table in the order of the file.
std::vector<std::pair<const toml::key*, const toml::node*>> inFileOrder(const toml::table& table);

}  // namespace film
