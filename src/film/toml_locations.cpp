#include "film/toml_locations.h"

#include "film/toml_reader.h"

namespace film {

namespace {

constexpr std::size_t kMostItems = 1000;  // the rest are found as their list

class Adder {
  public:
    Adder(const std::string& file, Locations& locations) : m_file(file), m_locations(locations) {}

    void addEntries(const toml::table& table, const std::string& prefix) {
        for (auto entry = table.begin(); entry != table.end(); ++entry)
            addNode(entry->second, prefix + std::string(entry->first.str()));
    }

  private:
    void addNode(const toml::node& node, const std::string& path) {
        m_locations.add(path, m_file, positionOf(node));
        if (const auto* table = node.as_table()) addEntries(*table, path + "/");
        if (const auto* list = node.as_array()) addItems(*list, path + "/");
    }

    void addItems(const toml::array& list, const std::string& prefix) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto* table = list[i].as_table();
            const auto* id = table ? table->get_as<std::string>("id") : nullptr;
            if (table || i < kMostItems) addNode(list[i], prefix + (id ? id->get() : std::to_string(i)));
        }
    }

    const std::string& m_file;
    Locations& m_locations;
};

}  // namespace

void addLocations(const toml::table& root, const std::string& file, Locations& locations) {
    Adder(file, locations).addEntries(root, "");
}

}  // namespace film
