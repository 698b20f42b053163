// A copy of tests/data/geo/small in a folder of its own, to be damaged at will; removed at the end.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

class SmallGeodata {
  public:
    SmallGeodata();
    ~SmallGeodata();
    SmallGeodata(const SmallGeodata&) = delete;
    SmallGeodata& operator=(const SmallGeodata&) = delete;

    std::string folder() const { return m_folder.string(); }
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    void remove(const std::string& name) const;
    std::vector<unsigned char> read(const std::string& name) const;
    void write(const std::string& name, const std::vector<unsigned char>& bytes) const;
    void write(const std::string& name, const std::string& text) const;
    void truncate(const std::string& name, std::size_t bytes) const;
    /// Puts a little-endian double at `offset`.
    void writeDouble(const std::string& name, std::size_t offset, double value) const;

  private:
    std::filesystem::path m_folder;
};

/// Where the geodata that ships is, and where the small world is.
std::string shippedGeodata();
std::string smallGeodata();

}  // namespace geo
