// Texts that are no TOML, one for every way of being wrong that people come upon.
#pragma once

#include <string_view>

struct BrokenToml {
    std::string_view text;
    std::string_view what;  ///< part of what is said of it
};

inline constexpr BrokenToml kBrokenToml[] = {
    {"a = \"x\nb = 1\n", "no closing quote;"},
    {"a = \"x\r\nb = 1\r\n", "no closing quote;"},
    {"a = 'x", "no closing quotes;"},
    {"a = 'x\n", "no closing quote;"},
    {"a = \"\"\"x\n\n", "no closing quotes;"},
    {"a = \"x\001y\"\n", "control character"},
    {"a = \002\n", "control character"},
    {"a = 1 # \003\n", "control character"},
    {"a = \"\\q\"\n", "write \\\\ for a backslash"},
    {"a = \"\\u12\"\n", "write \\\\ for a backslash"},
    {"a = [1 2]\n", "the list lacks"},
    {"a = [1,\n", "the list lacks"},
    {"a = { b = 1\n", "the table lacks"},
    {"a = { b = 1 c = 2 }\n", "the table lacks"},
    {"a = { b = 1, }\n", "a comma stands before }"},
    {"[a\n", "lacks its closing ]"},
    {"[[a]\n", "lacks its closing ]"},
    {"[a]]\n", "more follows the table's name"},
    {"[]\n", "the table has no name"},
    {"a\n", "there is no = after the key"},
    {"a b = 1\n", "there is no = after the key"},
    {"a: 1\n", "there is no = after the key"},
    {"a =\n", "the value is missing"},
    {"a = \"x\" \"y\"\n", "more follows the value"},
    {"a = 1,5\n", "write numbers with a point"},
    {"a = Hello\n", "this is no value"},
    {"a = nothing\n", "this is no value"},
    {"a = tru\n", "this is no value"},
    {"a = \u201cx\u201d\n", "this is no value"},
    {"a = 2024-4-1\n", "this is not a date"},
    {"a = 2024-13-01\n", "this is not a date"},
    {"a = 99999999999999999999\n", "the number is too large"},
    {"a = 007\n", "the number begins with a zero"},
    {"a = 12abc\n", "this is not a number"},
    {"a = .5\n", "this is not a number"},
    {"a = 5.\n", "this is not a number"},
    {"= 1\n", "a key cannot be written like this"},
    {"a.. = 1\n", "a key cannot be written like this"},
    {"a = 1\na = 2\n", "\"a\" stands twice"},
    {"[a]\n[a]\n", "\"a\" stands twice"},
    {"\xff\n", "UTF-8"},
};
