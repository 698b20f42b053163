#include "film/style_sheet.h"

#include "film/toml_file.h"
#include "film/toml_reader.h"

namespace film {

namespace {

bool isPlainKey(std::string_view key) {
    return isId(key) && key.find('.') == std::string_view::npos;
}

void addSetting(StyleSheet& sheet, const std::string& key, const toml::node& node, Report& report) {
    const Position at = positionOf(node);
    if (const auto* flag = node.as_boolean()) {
        sheet.settings.push_back({key, flag->get(), at.line, at.column});
    } else if (const auto* text = node.as_string()) {
        sheet.settings.push_back({key, text->get(), at.line, at.column});
    } else if (!node.is_number()) {
        report.error(at, key + " must be a number, a string, or true or false", "a theme holds nothing else");
    } else if (const auto number = readNumber(node, key, {}, report)) {
        sheet.settings.push_back({key, *number, at.line, at.column});
    }
}

void addTable(StyleSheet& sheet, const std::string& prefix, const toml::table& table, Report& report) {
    for (const auto& [key, node] : inFileOrder(table)) {
        const std::string path = prefix + std::string(key->str());
        if (!isPlainKey(key->str())) {
            report.error(positionOf(*key), "key " + quoted(key->str()) + " is not allowed",
                         "use A-Z a-z 0-9 _ -");
        } else if (const auto* inner = node->as_table()) {
            addTable(sheet, path + ".", *inner, report);
        } else {
            addSetting(sheet, path, *node, report);
        }
    }
}

}  // namespace

base::Result<StyleSheet> readStyleSheet(const std::string& path) {
    const auto text = readTextFile(path);
    if (!text) return text.problems();
    Report report(path);
    StyleSheet sheet{path, {}};
    if (const auto table = parseToml(*text, report)) addTable(sheet, "", *table, report);
    const auto problems = report.problems();
    if (base::hasErrors(problems)) return problems;
    return sheet;
}

}  // namespace film
