#include "small_geodata.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <bit>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace geo {

namespace fs = std::filesystem;

std::string shippedGeodata() {
    return std::string(HARMATTAN_SOURCE_DIR) + "/geodata";
}
std::string smallGeodata() {
    return std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/geo/small";
}

SmallGeodata::SmallGeodata() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    m_folder = fs::temp_directory_path() / ("harmattan-" + std::to_string(getpid()) + "-" + test->name());
    fs::remove_all(m_folder);
    fs::copy(smallGeodata(), m_folder, fs::copy_options::recursive);
}

SmallGeodata::~SmallGeodata() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void SmallGeodata::remove(const std::string& name) const {
    ASSERT_TRUE(fs::remove(m_folder / name)) << name;
}

std::vector<unsigned char> SmallGeodata::read(const std::string& name) const {
    std::ifstream file(m_folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void SmallGeodata::write(const std::string& name, const std::vector<unsigned char>& bytes) const {
    write(name, std::string(bytes.begin(), bytes.end()));
}

void SmallGeodata::write(const std::string& name, const std::string& text) const {
    std::ofstream(m_folder / name, std::ios::binary) << text;
}

void SmallGeodata::truncate(const std::string& name, std::size_t bytes) const {
    fs::resize_file(m_folder / name, bytes);
}

void SmallGeodata::writeDouble(const std::string& name, std::size_t offset, double value) const {
    std::vector<unsigned char> bytes = read(name);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < 8; ++i) bytes.at(offset + i) = static_cast<unsigned char>(bits >> (8 * i));
    write(name, bytes);
}

}  // namespace geo
