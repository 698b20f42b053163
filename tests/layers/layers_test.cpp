// The house rules of src/README.md: who may include whom, and where each library may be used.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kOrder = {"base", "film", "geo", "picture", "render", "ui", "video"};
const std::map<std::string, std::set<std::string>> kForbidden = {
    {"geo", {"film"}}, {"render", {"film"}}, {"video", {"ui"}}};

// A header (by the start of its name) and the only files or folders that may include it.
const std::vector<std::pair<std::string, std::vector<std::string>>> kLibraries = {
    {"gdal", {"geo/"}},
    {"ogr", {"geo/"}},
    {"cpl_", {"geo/"}},
    {"proj", {"geo/"}},
    {"geos", {"geo/"}},
    {"toml", {"film/"}},
    {"stb/stb_image", {"base/image.cpp"}},
    {"stb/stb_truetype", {"picture/fonts.cpp"}},
    {"hb", {"picture/fonts.cpp"}},
    {"unicode/", {"base/"}},
    {"epoxy/", {"render/"}},
    {"GL/", {"render/"}},
    {"EGL/", {"render/"}},
    {"SDL", {"ui/"}},
    {"imgui", {"ui/"}},
    {"backends/imgui", {"ui/"}},
    {"gio/", {"ui/file_watch.cpp"}},
    {"glib", {"ui/file_watch.cpp"}},
    {"libav", {"video/"}},
    {"libdeflate", {"video/"}},
    {"xxhash", {"video/"}},
    {"pango", {"video/"}},
    {"cairo", {"video/"}},
    {"fontconfig", {"video/"}},
    {"CLI/", {"options.cpp", "export_options.cpp"}},
    {"sys/inotify", {}},
    {"chrono", {"ui/clock.cpp", "video/stopwatch.h"}},
    {"ctime", {}},
    {"time.h", {"ui/clock.cpp"}},
    {"random", {}},
    {"unordered_map", {}},
    {"unordered_set", {}},
};

struct Include {
    std::string file;  // relative to src/
    int line = 0;
    std::string header;
};

std::vector<Include> includesOf(const fs::path& file, const std::string& name) {
    std::vector<Include> includes;
    std::ifstream stream(file);
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
        if (text.rfind("#include", 0) != 0) continue;
        const std::size_t open = text.find_first_of("<\""), close = text.find_last_of(">\"");
        if (open == std::string::npos || close <= open) continue;
        includes.push_back({name, line, text.substr(open + 1, close - open - 1)});
    }
    return includes;
}

std::vector<Include> allIncludes() {
    const fs::path source = fs::path(HARMATTAN_SOURCE_DIR) / "src";
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        for (Include& i : includesOf(entry.path(), fs::relative(entry.path(), source).string())) {
            includes.push_back(std::move(i));
        }
    }
    return includes;
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

int rankOf(const std::string& folder) {
    const auto found = std::find(kOrder.begin(), kOrder.end(), folder);
    return found == kOrder.end() ? -1 : static_cast<int>(found - kOrder.begin());
}

bool mayInclude(const std::string& from, const std::string& to) {
    if (from.empty() || rankOf(to) < 0) return true;
    const auto forbidden = kForbidden.find(from);
    if (forbidden != kForbidden.end() && forbidden->second.count(to) > 0) return false;
    return rankOf(to) <= rankOf(from);
}

// The folder of one of our own headers; "" for headers of the system or of a library.
std::string ownFolder(const std::string& header) {
    return fs::exists(fs::path(HARMATTAN_SOURCE_DIR) / "src" / header) ? folderOf(header) : "";
}

bool isHeaderOf(const std::string& header, const std::string& library) {
    return header.rfind(library, 0) == 0;
}

}  // namespace

TEST(Layers, TheFoldersOfSrcAreExactlyTheHouse) {
    std::set<std::string> folders;
    for (const auto& entry : fs::directory_iterator(fs::path(HARMATTAN_SOURCE_DIR) / "src")) {
        if (entry.is_directory()) folders.insert(entry.path().filename().string());
    }
    EXPECT_EQ(folders, std::set<std::string>(kOrder.begin(), kOrder.end()));
}

TEST(Layers, NoFileIncludesAFolderAboveItsOwn) {
    const auto includes = allIncludes();
    ASSERT_GT(includes.size(), 200u);
    for (const Include& i : includes) {
        EXPECT_TRUE(mayInclude(folderOf(i.file), ownFolder(i.header)))
            << "src/" << i.file << ":" << i.line << ": may not include \"" << i.header
            << "\"; see src/README.md";
    }
}

TEST(Layers, EveryLibraryStaysInItsPlace) {
    for (const Include& i : allIncludes()) {
        if (!ownFolder(i.header).empty() || fs::exists(fs::path(HARMATTAN_SOURCE_DIR) / "src" / i.header))
            continue;
        for (const auto& [library, places] : kLibraries) {
            if (!isHeaderOf(i.header, library)) continue;
            const bool allowed = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
                return i.file.rfind(place, 0) == 0;
            });
            EXPECT_TRUE(allowed) << "src/" << i.file << ":" << i.line << ": <" << i.header
                                 << "> is used outside its place";
        }
    }
}

TEST(Layers, TheRulesCatchAnUpwardInclude) {
    EXPECT_FALSE(mayInclude("film", "picture"));
    EXPECT_FALSE(mayInclude("geo", "film"));
    EXPECT_FALSE(mayInclude("render", "film"));
    EXPECT_FALSE(mayInclude("video", "ui"));
    EXPECT_TRUE(mayInclude("picture", "film"));
    EXPECT_TRUE(mayInclude("", "ui"));
}
