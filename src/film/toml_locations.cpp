#include "film/toml_locations.h"

#include "film/toml_reader.h"

namespace film {

namespace {

constexpr std::size_t kMostItems = 1000;  // the rest are found as their list

class Adder {
  public:
    Adder(const std::string& file, Locations& locations) : m_file(file), m_locations(locations) {}

    void addRoot(const toml::table& root, const ListSizes& before) {
        for (auto entry = root.begin(); entry != root.end(); ++entry) {
            const std::string key(entry->first.str());
            const auto found = before.find(key);
            addNode(entry->second, key, found == before.end() ? 0 : found->second);
        }
    }

  private:
    void addEntries(const toml::table& table, const std::string& prefix) {
        for (auto entry = table.begin(); entry != table.end(); ++entry)
            addNode(entry->second, prefix + std::string(entry->first.str()));
    }

    void addNode(const toml::node& node, const std::string& path, std::size_t first = 0) {
        m_locations.add(path, m_file, positionOf(node));
        if (const auto* table = node.as_table()) addEntries(*table, path + "/");
        if (const auto* list = node.as_array()) addItems(*list, path + "/", first);
    }

    /// `first`: the number of the first item.
    void addItems(const toml::array& list, const std::string& prefix, std::size_t first) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto* table = list[i].as_table();
            const auto* id = table ? table->get_as<std::string>("id") : nullptr;
            if (table || i < kMostItems)
                addNode(list[i], prefix + (id ? id->get() : std::to_string(first + i)));
        }
    }

    const std::string& m_file;
    Locations& m_locations;
};

}  // namespace

void countItems(const toml::table& root, ListSizes& sizes) {
    for (auto entry = root.begin(); entry != root.end(); ++entry) {
        if (const auto* list = entry->second.as_array())
            sizes[std::string(entry->first.str())] += list->size();
    }
}

void addLocations(const toml::table& root, const std::string& file, Locations& locations,
                  const ListSizes& before) {
    Adder(file, locations).addRoot(root, before);
}

}  // namespace film
