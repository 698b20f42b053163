// What frames are made from, as versions and fingerprints, and the metadata that files carry.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "base/result.h"
#include "loading.h"
#include "video/png_writer.h"

/// A fingerprint of the film's file and of those it includes. A problem when one cannot be read.
base::Result<std::string> filmHashOf(const film::Film& film);

/// For the manifest: program, graphics driver, and hashes of the film's files and of the data (map, fonts,
/// theme). A problem of kind Failure when a file cannot be read.
base::Result<nlohmann::ordered_json> provenanceOf(const CommandLine& line, const Loaded& loaded,
                                                  const std::string& driver);

/// Title, program and map credit, as PNG files carry them.
std::vector<video::PngText> pngTexts(const Loaded& loaded, const std::string& language);
