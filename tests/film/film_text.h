// A small correct film as text, whose lines a test replaces to see what is said about them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "film/film_file.h"

namespace film {

/// The film that tests start from, line by line. A replacement may hold several lines; "" drops the line's
/// words but keeps the numbers of the lines after it.
std::string filmText(const std::map<int, std::string>& replacements = {});

/// What is said about the film: "line:column: what; advice", errors and warnings, in order.
std::vector<std::string> said(const std::map<int, std::string>& replacements,
                              const std::vector<Place>& gazetteer = {},
                              const std::vector<std::string>& countries = {});
std::vector<std::string> saidAbout(const std::string& text, const std::vector<Place>& gazetteer = {},
                                   const std::vector<std::string>& countries = {});

/// The film itself; a test failure when it has errors.
Film filmOf(const std::map<int, std::string>& replacements, const std::vector<Place>& gazetteer = {});

}  // namespace film
