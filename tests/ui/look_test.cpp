#include "ui/look.h"

#include <gtest/gtest.h>

TEST(Look, KnowsWhatItCannotWrite) {
    EXPECT_EQ(ui::unwritten("Œuvre – Gəncə, Hà Nội, ɗan ƙasa, Ἀθῆναι, Москва → 10 – 12"), "Ἀῆ");
    EXPECT_EQ(ui::unwritten("السلام على al"), "السمعى") << "each once";
    EXPECT_EQ(ui::unwritten(""), "");
}
