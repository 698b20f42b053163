// What stands beside the pictures in a video: chapters, captions, titles.
#include <gtest/gtest.h>

#include "base/language_code.h"
#include "clean_film.h"
#include "film/film_file.h"
#include "video/chapters.h"
#include "video_fixture.h"

using video::ChapterMark;

namespace {

film::Film cleanFilm() {
    auto file = film::parseFilm(kCleanFilm, "film.toml", {});
    EXPECT_TRUE(file.ok());
    return file ? file->film : film::Film();
}

video::VideoParts partsOf(const film::Film& film, const VideoSettings& settings, FrameRange range) {
    video::VideoParts parts;
    parts.chapters = video::chaptersOf(film, "fr", settings.rate, range);
    for (const std::string& language : film.languages)
        parts.captions.push_back({language, video::captionsOf(film, language, settings.rate, range)});
    parts.metadata = video::metadataOf(film, "fr");
    return parts;
}

/// A packet's text without what its container puts around it.
std::string textOf(const AVPacket& packet, AVCodecID codec) {
    std::string text(reinterpret_cast<const char*>(packet.data), static_cast<std::size_t>(packet.size));
    return codec == AV_CODEC_ID_MOV_TEXT ? text.substr(2) : text;
}

}  // namespace

TEST(Chapters, BeginAtTheFirstFrameOfTheirCue) {
    const film::Film film = cleanFilm();
    const std::vector<ChapterMark> whole = {{0, 270, "Un titre"},
                                            {270, 690, "Des instructeurs arrivent"},
                                            {690, 1109, "Les troupes quittent le Niger"},
                                            {1109, 1379, "Sources"}};
    EXPECT_EQ(video::chaptersOf(film, "fr", {30000, 1001}, {1, 1379}), whole);
    const std::vector<ChapterMark> part = {{0, 70, "Instructors arrive"}, {70, 80, "Troops leave Niger"}};
    EXPECT_EQ(video::chaptersOf(film, "en", {10, 1}, {161, 240}), part);
}

TEST(Chapters, MetadataNamesSourcesAndMap) {
    const auto metadata = video::metadataOf(cleanFilm(), "en");
    EXPECT_EQ(metadata.title, "Small film");
    EXPECT_EQ(
        metadata.comment,
        "Sources: [1] Le Journal, June 2024; [2] Le Courrier, 22 December 2023. Map: Natural Earth (public "
        "domain), GeoNames (CC BY 4.0)");
}

TEST(LanguageCode, IsThatOfIso6392) {
    EXPECT_EQ(base::iso6392("fr"), "fra");
    EXPECT_EQ(base::iso6392("en-GB"), "eng");
    EXPECT_EQ(base::iso6392("ar"), "ara");
    EXPECT_EQ(base::iso6392("zzzz"), "und");
    EXPECT_EQ(base::iso6392(""), "und");
}

TEST_F(VideoFiles, ChaptersCaptionsAndTitlesAreInTheFile) {
    const film::Film film = cleanFilm();
    const FrameRange range{3, 92};  // from 1 s to the end, 45 s long
    for (const auto container :
         {VideoContainer::Mp4, VideoContainer::Mov, VideoContainer::WebM, VideoContainer::Mkv}) {
        const VideoSettings settings = smallVideo(container, {32, 32});
        const std::string file = path("film" + std::string(video::endingOf(container)));
        const auto parts = partsOf(film, settings, range);
        writeVideo(file, settings, range, parts);
        const ReadVideo read(file);
        EXPECT_EQ(read.tag(read.input->metadata, "title"), "Petit film") << file;
        EXPECT_EQ(read.tag(read.input->metadata, "comment"), parts.metadata.comment) << file;

        ASSERT_EQ(read.input->nb_chapters, 4u) << file;
        const AVChapter& second = *read.input->chapters[1];
        EXPECT_EQ(read.tag(second.metadata, "title"), "Des instructeurs arrivent");
        EXPECT_NEAR(second.start * av_q2d(second.time_base), 8, 0.0011);
        EXPECT_NEAR(second.end * av_q2d(second.time_base), 22, 0.0011);

        std::size_t track = 0, chapterTracks = 0;
        for (unsigned i = 0; i < read.input->nb_streams; ++i) {
            const AVStream& stream = read.stream(static_cast<int>(i));
            const bool isChapters = stream.codecpar->codec_tag == MKTAG('t', 'e', 'x', 't');
            if (isChapters) {
                EXPECT_EQ(read.tag(stream.metadata, "language"), "fra") << file;
                ++chapterTracks;
            }
            if (stream.codecpar->codec_type != AVMEDIA_TYPE_SUBTITLE) continue;
            EXPECT_EQ(stream.disposition & AV_DISPOSITION_DEFAULT, 0) << file;
            EXPECT_EQ(read.tag(stream.metadata, "language"), track == 1 ? "eng" : "fra") << file;
            std::vector<std::string> texts;
            for (const auto& packet : read.packets.at(static_cast<int>(i))) {
                const std::string text = textOf(*packet, stream.codecpar->codec_id);
                if (text.empty()) continue;
                const auto& expected = parts.captions[track].captions.at(texts.size());
                EXPECT_NEAR(read.seconds(static_cast<int>(i), packet->pts), expected.start, 0.0011) << file;
                EXPECT_NEAR(read.seconds(static_cast<int>(i), packet->duration),
                            expected.end - expected.start, 0.0021);
                EXPECT_EQ(text, expected.text);
                texts.push_back(text);
            }
            EXPECT_EQ(texts.size(), parts.captions[track].captions.size()) << file;
            ++track;
        }
        EXPECT_EQ(track, 2u) << file;
        EXPECT_EQ(chapterTracks, video::isQuickTime(container) ? 1u : 0u) << file;
        EXPECT_NEAR(static_cast<double>(read.input->duration) / AV_TIME_BASE, 45, 0.0011);
    }
}

TEST_F(VideoFiles, GapsBetweenCaptionsStayEmpty) {
    for (const auto container : {VideoContainer::Mp4, VideoContainer::Mov}) {
        const VideoSettings settings = smallVideo(container, {32, 32});
        video::VideoParts parts;
        parts.captions = {{"fr", {{2, 3, "Bonjour", "a-1"}, {5, 6, "Au revoir", "b-1"}}}};
        writeVideo(path("film.mp4"), settings, {1, 20}, parts);
        const ReadVideo read(path("film.mp4"));
        std::vector<std::string> texts;
        for (const auto& packet : read.packets.at(1)) texts.push_back(textOf(*packet, AV_CODEC_ID_MOV_TEXT));
        EXPECT_EQ(texts, (std::vector<std::string>{"", "Bonjour", "", "Au revoir"}));
        EXPECT_NEAR(read.seconds(1, read.packets.at(1).back()->duration), 1, 0.0011);
    }
}
