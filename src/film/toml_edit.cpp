#include "film/toml_edit.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "film/toml_file.h"
#include "film/toml_reader.h"
#include "film/toml_text.h"
#include "film/words.h"

namespace film {

namespace {

using Path = std::vector<std::string>;
using base::Problem;
using base::Result;

/// A piece of the text that another takes the place of.
struct Splice {
    std::size_t at = 0, length = 0;
    std::string with;
};

/// The order in which films write their keys; languages and others come after these.
constexpr std::array kOrder = {
    "id",           "chapter", "card",         "date",   "name",    "lon",     "lat",     "kind",
    "precision_km", "rank",    "country",      "actor",  "from",    "to",      "via",     "towards",
    "carrier",      "count",   "count_status", "status", "said_by", "sources", "part_of", "state",
    "events",       "camera",  "fly",          "play",   "hold",    "fit",     "center",  "width_km",
    "bearing",      "pitch",   "title",        "text",   "notes"};

std::ptrdiff_t rankOf(std::string_view key) {
    return std::find(kOrder.begin(), kOrder.end(), key) - kOrder.begin();
}

std::string named(const Path& path) {
    std::string all;
    for (const std::string& part : path) all += (all.empty() ? "" : ".") + part;
    return all;
}

Problem cannot(const std::string& file, const Path& path) {
    return {base::Severity::Error,
            base::Trouble::Data,
            file,
            0,
            0,
            named(path) + " is written in a way that cannot be changed here",
            "change it in the file"};
}

std::string keyText(const std::string& key) {
    constexpr std::string_view kBare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    const bool isBare = !key.empty() && key.find_first_not_of(kBare) == std::string::npos;
    if (isBare) return key;
    const auto quotedKey = tomlString(key);
    return quotedKey ? *quotedKey : key;
}

// -- In the parsed tables
// --------------------------------------------------------------------------------------

const toml::node* childOf(const toml::node& node, const std::string& name) {
    if (const auto* table = node.as_table()) return table->get(name);
    const auto* list = node.as_array();
    if (!list) return nullptr;
    for (const toml::node& item : *list) {
        const auto* table = item.as_table();
        const auto* id = table ? table->get_as<std::string>("id") : nullptr;
        if (id && id->get() == name) return &item;
    }
    return nullptr;
}

const toml::node* nodeAt(const toml::table& root, const Path& path, std::size_t parts) {
    const toml::node* node = &root;
    for (std::size_t i = 0; i < parts && node; ++i) node = childOf(*node, path[i]);
    return node;
}

/// The tables with the value at `path` as `other` has it.
void copyValue(toml::table& root, const toml::table& other, const Path& path) {
    auto* parent = const_cast<toml::node*>(nodeAt(root, path, path.size() - 1));
    auto* table = parent ? parent->as_table() : nullptr;
    if (!table) return;
    table->erase(path.back());
    const toml::node* value = nodeAt(other, path, path.size());
    if (value) value->visit([&](const auto& known) { table->insert_or_assign(path.back(), known); });
}

/// The tables without the one that held `path` and has nothing left, if `other` has no such table: one that
/// only dots in keys make goes with its last key.
void eraseEmptied(toml::table& root, const toml::table& other, const Path& path) {
    if (path.size() < 2 || nodeAt(other, path, path.size() - 1)) return;
    auto* holder = const_cast<toml::node*>(nodeAt(root, path, path.size() - 2));
    auto* table = holder ? holder->as_table() : nullptr;
    const std::string& name = path[path.size() - 2];
    const auto* emptied = table ? table->get_as<toml::table>(name) : nullptr;
    if (emptied && emptied->empty()) table->erase(name);
}

// -- In the text
// -----------------------------------------------------------------------------------------------

/// A key of a table with where it and its value stand, bytes.
struct Entry {
    std::string key;
    const toml::node* node = nullptr;
    std::size_t begin = 0;  // of the key's last part
    std::size_t end = 0;    // of the value
};

class Placed {
  public:
    Placed(std::string_view text, const toml::table& root) : m_text(text), m_root(&root) {}

    std::size_t begin(const toml::node& node) const { return offsetOf(m_text, positionOf(node)); }

    /// Whether the table stands under a header of its own: [a.b] or [[a]].
    bool hasHeader(const toml::node& node) const {
        const auto* table = node.as_table();
        if (node.is_array_of_tables()) return hasHeader(*node.as_array()->get(0));
        return table && !table->is_inline() && first(node) == '[';
    }

    /// A table that only dots in keys make: title.fr = "...".
    bool isDotted(const toml::node& node) const {
        const auto* table = node.as_table();
        return table && table != m_root && !table->is_inline() && first(node) != '[';
    }

    std::size_t end(const toml::node& node) const {
        if (!isDotted(node)) return endOfValue(m_text, begin(node));
        std::size_t last = 0;
        for (const Entry& entry : entries(*node.as_table())) last = std::max(last, entry.end);
        return last;
    }

    /// The keys that stand in the table itself rather than under headers of their own, in the order of the
    /// file.
    std::vector<Entry> entries(const toml::table& table) const {
        std::vector<Entry> all;
        for (const auto& [key, node] : inFileOrder(table)) {
            if (hasHeader(*node)) continue;
            all.push_back({std::string(key->str()), node, offsetOf(m_text, positionOf(*key)), end(*node)});
        }
        return all;
    }

    std::string_view lineBreak() const {
        return m_text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    }

    /// What stands in the line before `at`.
    std::string before(std::size_t at) const {
        const std::size_t line = lineBegin(m_text, at);
        return std::string(m_text.substr(line, at - line));
    }

    /// A line of its own after the one that holds the byte before `after`.
    Splice lineAfter(std::size_t after, const std::string& words) const {
        const std::size_t at = lineEnd(m_text, after);
        const bool isWhole = at > 0 && m_text[at - 1] == '\n';
        const std::string lineEnding(lineBreak());
        return {at, 0, isWhole ? words + lineEnding : lineEnding + words};
    }

  private:
    char first(const toml::node& node) const {
        const std::size_t at = begin(node);
        return at < m_text.size() ? m_text[at] : '\0';
    }

    std::string_view m_text;
    const toml::table* m_root;
};

/// The entry after which `key` belongs: of those that usually stand before it the last; nullptr: before all.
const Entry* predecessor(const std::vector<Entry>& entries, const std::string& key) {
    const Entry* best = nullptr;
    for (const Entry& entry : entries) {
        const bool stands = rankOf(entry.key) <= rankOf(key);
        if (stands && (!best || rankOf(entry.key) >= rankOf(best->key))) best = &entry;
    }
    return best;
}

Splice insertedInline(std::string_view text, const Placed& placed, const toml::table& table,
                      const std::string& key, const std::string& source) {
    const std::string words = keyText(key) + " = " + source;
    const auto entries = placed.entries(table);
    if (entries.empty()) {
        const std::size_t open = placed.begin(table);
        return {open, endOfValue(text, open) - open, "{ " + words + " }"};
    }
    if (const Entry* after = predecessor(entries, key)) return {after->end, 0, ", " + words};
    return {entries.front().begin, 0, words + ", "};
}

Splice inserted(std::string_view text, const Placed& placed, const toml::table& table, const std::string& key,
                const std::string& source) {
    if (table.is_inline()) return insertedInline(text, placed, table, key, source);
    const std::string words = keyText(key) + " = " + source;
    const auto entries = placed.entries(table);
    if (placed.isDotted(table))
        return placed.lineAfter(entries.back().end, placed.before(entries.back().begin) + words);
    const Entry* after = predecessor(entries, key);
    if (!after) return placed.lineAfter(placed.begin(table), words);
    const std::string line = placed.before(after->begin);
    const std::string indent = line.substr(0, line.find_first_not_of(" \t"));
    return placed.lineAfter(after->end, indent + words);
}

/// Without the line of a key; a comment at its end stays.
Splice withoutLine(std::string_view text, std::size_t keyBegin, std::size_t valueEnd) {
    std::size_t begin = lineBegin(text, keyBegin);
    std::size_t end = std::min(text.find_first_not_of(" \t", valueEnd), text.size());
    const bool isLast = end == text.size();
    if (!isLast && text[end] != '#') end = lineEnd(text, end);
    if (isLast && begin > 0) begin -= begin > 1 && text[begin - 2] == '\r' ? 2 : 1;
    return {begin, end - begin, ""};
}

std::optional<Splice> removed(std::string_view text, const Placed& placed, const toml::table& table,
                              const std::string& key) {
    const auto entries = placed.entries(table);
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    if (found == entries.end() || placed.isDotted(*found->node)) return std::nullopt;
    if (!table.is_inline()) return withoutLine(text, found->begin, found->end);
    if (found != entries.begin()) return Splice{(found - 1)->end, found->end - (found - 1)->end, ""};
    const std::size_t end = entries.size() > 1 ? (found + 1)->begin : found->end;
    return Splice{found->begin, end - found->begin, ""};
}

/// Where a change is made and how; nothing when the file has no place for it.
std::optional<Splice> spliceFor(std::string_view text, const toml::table& root, const TomlChange& change) {
    const Path& path = change.path;
    const toml::node* value = nodeAt(root, path, path.size());
    const toml::node* parent = nodeAt(root, path, path.size() - 1);
    const toml::table* table = parent ? parent->as_table() : nullptr;
    const Placed placed(text, root);
    if (value && !change.source) return table ? removed(text, placed, *table, path.back()) : std::nullopt;
    if (value) {
        if (placed.hasHeader(*value) || placed.isDotted(*value)) return std::nullopt;
        const std::size_t begin = placed.begin(*value);
        return Splice{begin, placed.end(*value) - begin, *change.source};
    }
    if (!change.source) return Splice{};
    if (table) return inserted(text, placed, *table, path.back(), *change.source);
    if (parent || path.size() < 3) return std::nullopt;
    const toml::node* holder = nodeAt(root, path, path.size() - 2);
    if (!holder || !holder->is_table()) return std::nullopt;
    return inserted(text, placed, *holder->as_table(), path[path.size() - 2],
                    "{ " + keyText(path.back()) + " = " + *change.source + " }");
}

/// The change that takes this one back in the text that it will be made in.
TomlChange backOf(std::string_view text, const toml::table& root, const TomlChange& change) {
    Path path = change.path;
    if (path.size() > 2 && !nodeAt(root, path, path.size() - 1)) path.pop_back();
    return {path, tomlSource(text, path)};
}

}  // namespace

Result<TomlEdit> editToml(std::string_view text, const std::string& file,
                          const std::vector<TomlChange>& changes) {
    TomlEdit edit{std::string(text), {}};
    for (const TomlChange& change : changes) {
        Report report(file);
        const auto before = parseToml(edit.text, report);
        if (!before) return report.problems();
        const auto splice = change.path.empty() ? std::nullopt : spliceFor(edit.text, *before, change);
        if (!splice) return cannot(file, change.path);
        edit.back.insert(edit.back.begin(), backOf(edit.text, *before, change));
        std::string changed = edit.text;
        changed.replace(splice->at, splice->length, splice->with);
        Report again(file);
        const auto after = parseToml(changed, again);
        toml::table expected = *before;
        const TomlChange& back = edit.back.front();
        if (after) copyValue(expected, *after, back.path);
        if (after && !change.source) eraseEmptied(expected, *after, change.path);
        const bool isThere = after && (nodeAt(*after, change.path, change.path.size()) != nullptr) ==
                                          change.source.has_value();
        if (!isThere || expected != *after) return cannot(file, change.path);
        edit.text = std::move(changed);
    }
    return edit;
}

std::optional<std::string> tomlSource(std::string_view text, const Path& path) {
    Report report("");
    const auto root = parseToml(text, report);
    const toml::node* node = root ? nodeAt(*root, path, path.size()) : nullptr;
    if (!node) return std::nullopt;
    const Placed placed(text, *root);
    if (placed.hasHeader(*node) || placed.isDotted(*node)) return "";
    const std::size_t begin = placed.begin(*node);
    return std::string(text.substr(begin, placed.end(*node) - begin));
}

}  // namespace film
