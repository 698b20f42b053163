#include "film/toml_reader.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace film {

namespace {

constexpr std::size_t kMostLanguages = 50;
constexpr const char* kEmptyTextAdvice = "write a text or leave the key out";

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view typeName(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "a string";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number";
        case toml::node_type::boolean:
            return "true or false";
        case toml::node_type::date:
            return "a date";
        case toml::node_type::time:
            return "a time";
        case toml::node_type::date_time:
            return "a date with a time";
        case toml::node_type::none:
            break;
    }
    return "nothing";
}

std::string mustBe(std::string_view key, std::string_view expected, const toml::node& node) {
    return std::string(key).append(" must be ").append(expected).append(", not ").append(typeName(node));
}

std::string countOf(std::size_t number) {
    return std::to_string(number);
}

}  // namespace

Position positionOf(const toml::node& node) {
    const auto& begin = node.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

Position positionOf(const toml::key& key) {
    const auto& begin = key.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

std::vector<std::pair<const toml::key*, const toml::node*>> inFileOrder(const toml::table& table) {
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (auto entry = table.begin(); entry != table.end(); ++entry) {
        entries.emplace_back(&entry->first, &entry->second);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return positionOf(*a.first) < positionOf(*b.first);
    });
    return entries;
}

std::optional<double> readNumber(const toml::node& node, std::string_view key, NumberRange range,
                                 Report& report) {
    const auto* integer = node.as_integer();
    const auto number =
        integer ? std::optional(static_cast<double>(integer->get())) : node.value_exact<double>();
    if (!number) {
        const char* advice = node.is_string() ? "write it without quotes" : "";
        report.error(positionOf(node), mustBe(key, "a number", node), advice);
        return std::nullopt;
    }
    if (!std::isfinite(*number)) {
        report.error(positionOf(node), std::string(key) + " must be a finite number",
                     "nan and inf are not allowed");
        return std::nullopt;
    }
    if (*number < range.min || *number > range.max) {
        const std::string limits = toText(range.min) + " to " + toText(range.max);
        report.error(positionOf(node),
                     std::string(key) + " must be from " + limits + ", not " + toText(*number), range.advice);
        return std::nullopt;
    }
    return *number;
}

TableReader::TableReader(const toml::table& table, Report& report)
    : m_table(table), m_report(report), m_position(positionOf(table)) {}

Position TableReader::position(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    return node ? positionOf(*node) : m_position;
}

const toml::node* TableReader::find(std::string_view key) {
    if (!contains(m_known, key)) m_known.emplace_back(key);
    return m_table.get(key);
}

bool TableReader::needs(std::string_view key, std::string advice) {
    if (has(key)) return true;
    m_report.error(m_position, std::string(key) + " is missing", std::move(advice));
    return false;
}

void TableReader::typeError(const toml::node& node, std::string_view key, std::string_view expected,
                            std::string advice) {
    m_report.error(positionOf(node), mustBe(key, expected, node), std::move(advice));
}

std::optional<double> TableReader::number(std::string_view key, NumberRange range) {
    const toml::node* node = find(key);
    return node ? readNumber(*node, key, range, m_report) : std::nullopt;
}

std::optional<int> TableReader::wholeNumber(std::string_view key, int min, int max) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    const auto number =
        readNumber(*node, key, {static_cast<double>(min), static_cast<double>(max)}, m_report);
    if (!number) return std::nullopt;
    if (!node->is_integer()) {
        m_report.error(positionOf(*node), std::string(key) + " must be a whole number",
                       "write it without a point");
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

std::optional<bool> TableReader::boolean(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* flag = node->as_boolean()) return flag->get();
    typeError(*node, key, "true or false");
    return std::nullopt;
}

std::optional<std::string> TableReader::checkedString(const toml::node& node, std::string_view key,
                                                      std::size_t limit) {
    const auto* string = node.as_string();
    if (!string) {
        typeError(node, key, "a string");
        return std::nullopt;
    }
    const auto characters = base::codePoints(string->get());
    if (characters.size() > limit) {
        m_report.error(positionOf(node),
                       std::string(key) + " has " + countOf(characters.size()) + " characters",
                       std::string("shorten it to ").append(countOf(limit)));
        return std::nullopt;
    }
    if (const auto control = controlCharacter(characters)) {
        m_report.error(positionOf(node),
                       std::string(key) + " holds the control character " + hexadecimal(*control),
                       "remove it");
        return std::nullopt;
    }
    return string->get();
}

std::optional<std::string> TableReader::string(std::string_view key, std::size_t limit) {
    const toml::node* node = find(key);
    return node ? checkedString(*node, key, limit) : std::nullopt;
}

base::LocalText TableReader::text(std::string_view key, std::size_t limit,
                                  const std::vector<std::string>& languages) {
    const toml::node* node = find(key);
    if (!node) return {};
    if (const auto* table = node->as_table()) return textByLanguage(*table, key, limit, languages);
    if (!node->is_string()) {
        typeError(*node, key, "a string or a table by language");
        return {};
    }
    auto plain = checkedString(*node, key, limit);
    if (!plain) return {};
    if (plain->empty()) {
        m_report.error(positionOf(*node), std::string(key) + " is empty",
                       "write a text or leave the key out");
        return {};
    }
    return base::LocalText(std::move(*plain));
}

base::LocalText TableReader::textByLanguage(const toml::table& table, std::string_view key, std::size_t limit,
                                            const std::vector<std::string>& languages) {
    base::LocalText text;
    TableReader entries(table, m_report);
    for (const auto& language : languages) entries.find(language);
    for (const auto& [name, node] : inFileOrder(table)) {
        const std::string language(name->str());
        const bool isAllowed = languages.empty()
                                   ? isLanguageCode(language) && text.byLanguage.size() < kMostLanguages
                                   : contains(languages, language);
        if (!isAllowed) continue;
        const std::string path = std::string(key) + "." + language;
        entries.find(language);
        const auto words = checkedString(*node, path, limit);
        if (words && words->empty()) m_report.error(positionOf(*node), path + " is empty", kEmptyTextAdvice);
        text.byLanguage.emplace_back(language, words.value_or(""));
    }
    entries.reportUnknownKeys("language");
    if (text.empty()) {
        m_report.error(positionOf(table), std::string(key) + " has no text in a language of the film",
                       oneOf(languages));
        return {};
    }
    for (const auto& language : languages) {
        if (table.contains(language)) continue;
        m_report.warning(positionOf(table), std::string(key) + " has no text in " + quoted(language),
                         "the text in " + quoted(text.byLanguage.front().first) + " is shown instead");
    }
    return text;
}

std::optional<base::Edtf> TableReader::date(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* day = node->as_date()) {
        const base::CalendarDate date{day->get().year, day->get().month, day->get().day};
        return base::Edtf{{date, base::DatePrecision::Day, false, false}, std::nullopt};
    }
    const auto* year = node->as_integer();
    const auto* string = node->as_string();
    if (!year && !string) {
        typeError(*node, key, "a date");
        return std::nullopt;
    }
    const std::string written = year ? std::to_string(year->get()) : string->get();
    const base::EdtfParse parsed = base::parseEdtf(written);
    if (!parsed.date) {
        m_report.error(positionOf(*node),
                       std::string(key) + " " + quoted(written) + " is not a date: " + parsed.why,
                       "write it like 2024-04-10, 2024-04, 2024 or 2023-10-10/2023-12-22");
    }
    return parsed.date;
}

std::optional<base::Color> TableReader::color(std::string_view key) {
    const auto written = string(key, kTitleLimit);
    if (!written) return std::nullopt;
    const auto color = base::parseColor(*written);
    if (!color) {
        m_report.error(position(key), std::string(key) + " " + quoted(*written) + " is not a colour",
                       "write #rrggbb, such as #ff6b3a");
    }
    return color;
}

std::optional<std::string> TableReader::id(std::string_view key) {
    auto written = string(key, kTextLimit);
    if (!written || isId(*written)) return written;
    m_report.error(position(key), std::string(key) + " " + quoted(*written) + " is not allowed", kIdAdvice);
    return std::nullopt;
}

std::optional<std::size_t> TableReader::choiceIndex(std::string_view key,
                                                    const std::vector<std::string>& words) {
    const auto written = string(key, kTextLimit);
    if (!written) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *written);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    m_report.error(position(key), std::string(key) + " " + quoted(*written) + " is not known",
                   m_report.suggestion(*written, words, oneOf(words)));
    return std::nullopt;
}

const toml::array* TableReader::array(std::string_view key, std::size_t limit) {
    const toml::node* node = find(key);
    if (!node) return nullptr;
    const auto* array = node->as_array();
    if (!array) {
        typeError(*node, key, "a list");
        return nullptr;
    }
    if (array->size() <= limit) return array;
    m_report.error(positionOf(*node), std::string(key) + " has " + countOf(array->size()) + " entries",
                   std::string("use at most ").append(countOf(limit)));
    return nullptr;
}

std::vector<TableReader::Item> TableReader::strings(std::string_view key, std::size_t limit) {
    std::vector<Item> items;
    const toml::array* list = array(key, limit);
    if (!list) return items;
    std::set<std::string> seen;
    for (const toml::node& node : *list) {
        const auto text = checkedString(node, std::string("each entry of ").append(key), kTextLimit);
        if (!text) continue;
        const bool isNew = seen.insert(*text).second;
        if (isNew) items.push_back({*text, positionOf(node)});
        if (!isNew)
            m_report.error(positionOf(node), quoted(*text) + " stands twice in " + std::string(key),
                           "remove one");
    }
    return items;
}

const toml::table* TableReader::table(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return nullptr;
    if (!node->is_table()) typeError(*node, key, "a table");
    return node->as_table();
}

std::vector<TableReader::Entry> TableReader::entries(std::string_view key, std::size_t limit) {
    std::vector<Entry> entries;
    const toml::node* found = find(key);
    if (!found) return entries;
    const auto* all = found->as_table();
    if (!all) {
        typeError(*found, key, "a table", std::string("write [").append(key).append(".ID]"));
        return entries;
    }
    if (all->size() > limit) {
        m_report.error(positionOf(*all), std::string(key) + " has " + countOf(all->size()) + " entries",
                       std::string("use at most ").append(countOf(limit)));
        return entries;
    }
    for (const auto& [name, node] : inFileOrder(*all)) {
        const Position at = positionOf(*name);
        if (!isId(name->str()))
            m_report.error(at, "id " + quoted(name->str()) + " is not allowed", kIdAdvice);
        if (!node->is_table()) typeError(*node, std::string(key) + "." + std::string(name->str()), "a table");
        entries.push_back({std::string(name->str()), node->as_table(), at});
    }
    return entries;
}

std::vector<const toml::table*> TableReader::tables(std::string_view key, std::size_t limit) {
    std::vector<const toml::table*> tables;
    const toml::node* found = find(key);
    if (found && found->is_table()) {
        typeError(*found, key, "a list", std::string("write [[").append(key).append("]]"));
        return tables;
    }
    const toml::array* list = array(key, limit);
    if (!list) return tables;
    for (const toml::node& node : *list) {
        if (!node.is_table()) typeError(node, std::string("each entry of ").append(key), "a table");
        if (const auto* table = node.as_table()) tables.push_back(table);
    }
    return tables;
}

void TableReader::reportUnknownKeys(std::string_view noun) {
    for (const auto& [key, node] : inFileOrder(m_table)) {
        if (contains(m_known, key->str())) continue;
        m_report.error(positionOf(*key),
                       std::string("unknown ").append(noun).append(" ").append(quoted(key->str())),
                       m_report.suggestion(key->str(), m_known, oneOf(m_known)));
    }
}

}  // namespace film
