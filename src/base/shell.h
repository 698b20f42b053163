// Command lines as a shell reads them, to be shown and pasted. Nothing is ever run through a shell.
#pragma once

#include <string>
#include <vector>

namespace base {

/// `word` so that a POSIX shell reads it as one word, in quotes only when it needs them.
std::string shellWord(const std::string& word);

/// The words, each as shellWord has it, with spaces between them.
std::string shellLine(const std::vector<std::string>& words);

}  // namespace base
