#include "provenance.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "picture/words.h"
#include "video/pixel_hash.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{1} << 30;

// All files below a folder, sorted: folders list them in any order.
std::vector<std::string> filesBelow(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error)) files.push_back(it->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// One fingerprint of several files' contents, in the order given.
base::Result<std::string> hashOf(const std::vector<std::string>& files) {
    std::string hashes;
    for (const std::string& file : files) {
        const auto bytes = base::readFile(file, kLargestFile);
        if (!bytes) return bytes.problems();
        hashes += video::byteHash(*bytes);
    }
    return video::byteHash(hashes);
}

}  // namespace

base::Result<std::string> filmHashOf(const film::Film& film) {
    std::vector<std::string> files{film.file};
    files.insert(files.end(), film.included.begin(), film.included.end());
    return hashOf(files);
}

base::Result<nlohmann::ordered_json> provenanceOf(const CommandLine& line, const Loaded& loaded,
                                                  const std::string& driver) {
    std::vector<std::string> data = filesBelow(loaded.files.geodata());
    for (std::string& font : filesBelow(loaded.files.fonts())) data.push_back(std::move(font));
    data.push_back(themePath(loaded.files, loaded.film, line.theme));
    const auto filmHash = filmHashOf(loaded.film), dataHash = hashOf(data);
    if (!filmHash) return filmHash.problems();
    if (!dataHash) return dataHash.problems();
    nlohmann::ordered_json json{{"program", std::string("harmattan ") + HARMATTAN_VERSION},
                                {"driver", driver},
                                {"title", std::string(loaded.film.title.in(loaded.film.languages.front()))},
                                {"film", *filmHash},
                                {"data", *dataHash}};
    if (!line.take.empty()) {
        const auto take = hashOf({line.take});
        if (!take) return take.problems();
        json["take"] = *take;
    }
    if (!line.skip.empty()) json["skip"] = line.skip;
    if (!line.with.empty()) json["with"] = line.with;
    return json;
}

std::vector<video::PngText> pngTexts(const Loaded& loaded, const std::string& language) {
    return {{"Title", std::string(loaded.film.title.in(language))},
            {"Software", std::string("harmattan ") + HARMATTAN_VERSION},
            {"Copyright", std::string(picture::word(picture::Word::Data, language))}};
}
