#include "video/text_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_path.h"

namespace video {
namespace {

TEST(TextFile, WritesNumbersWithAPointAndWithoutNeedlessDigits) {
    EXPECT_EQ(decimal(0, 3), "0");
    EXPECT_EQ(decimal(-0.0001, 3), "0");
    EXPECT_EQ(decimal(-2.5, 3), "-2.5");
    EXPECT_EQ(decimal(1200, 0), "1200");
    EXPECT_EQ(decimal(1200, 2), "1200");
    EXPECT_EQ(decimal(0.12345, 3), "0.123");
    EXPECT_EQ(decimal(1e-7, 9), "0.0000001");
    EXPECT_EQ(decimal(1e21, 1), "1000000000000000000000");
}

TEST(TextFile, QuotesForEachLanguage) {
    const std::string text = "a\"b\\c\n\r\t\x01\x7f \u00e9\u2028\U0001f600 */ </script>";
    EXPECT_EQ(quoted(text, Language::JavaScript),
              R"("a\"b\\c\u000a\u000d\u0009\u0001\u007f \u00e9\u2028\ud83d\ude00 */ </script>")");
    EXPECT_EQ(quoted(text, Language::Python),
              R"("a\"b\\c\u000a\u000d\u0009\u0001\u007f \u00e9\u2028\U0001f600 */ </script>")");
    EXPECT_EQ(quoted("\xff", Language::JavaScript), R"("\ufffd")");
}

TEST(TextFile, IsCompleteOrAbsent) {
    const std::string path = temporaryPath("text.txt");
    {
        TextFile given(path);
        given << "given up";
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    TextFile file(path);
    for (int i = 0; i < 100'000; ++i) file << "0123456789";
    EXPECT_TRUE(file.finish());
    EXPECT_EQ(std::filesystem::file_size(path), 1'000'000u);
    std::filesystem::remove(path);
    TextFile nowhere("/no/such/folder/a.txt");
    nowhere << "text";
    EXPECT_FALSE(nowhere.finish());
}

}  // namespace
}  // namespace video
