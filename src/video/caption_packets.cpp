#include "video/caption_packets.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include "base/language_code.h"

namespace video {

namespace {

// 3GPP TS 26.245, TextSampleEntry: centred at the bottom, white, 18 points, in a sans face.
constexpr std::uint8_t kTextSampleEntry[] = {
    0,    0,    0,    0,                         // display flags
    1,    0xff,                                  // centre, bottom
    0,    0,    0,    0,                         // background: none
    0,    0,    0,    0,    0,   0,   0,   0,    // text box: the player's
    0,    0,    0,    0,    0,   1,   0,   18,   // style: of all characters, font 1, plain, 18
    0xff, 0xff, 0xff, 0xff,                      // white
    0,    0,    0,    18,   'f', 't', 'a', 'b',  // font table
    0,    1,    0,    1,    5,   'A', 'r', 'i', 'a', 'l'};

av::Packet packetOf(std::string_view bytes, std::int64_t start, std::int64_t end) {
    av::Packet packet(av_packet_alloc());
    if (!packet || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0) return nullptr;
    std::copy(bytes.begin(), bytes.end(), packet->data);
    packet->pts = packet->dts = start;
    packet->duration = end - start;
    packet->flags = AV_PKT_FLAG_KEY;
    return packet;
}

/// 3GPP TS 26.245, TextSample: length in 16 bits, big-endian, then UTF-8.
std::string textSample(std::string_view text) {
    text = text.substr(0, 0xffff);
    const char length[2] = {static_cast<char>(text.size() >> 8), static_cast<char>(text.size() & 0xff)};
    return std::string(length, 2).append(text);
}

std::string bytesOf(const Caption& caption, VideoContainer container) {
    if (isQuickTime(container)) return textSample(caption.text);
    return container == VideoContainer::WebM ? vttText(caption.text) : srtText(caption.text);
}

// A box of an MP4 file (ISO/IEC 14496-12): size, type, content.
struct Box {
    std::streamoff content = 0, end = 0;
    std::string type;
};

std::uint64_t bigNumber(std::fstream& file, int bytes) {
    std::uint64_t number = 0;
    for (int i = 0; i < bytes; ++i) number = number << 8 | static_cast<std::uint8_t>(file.get());
    return number;
}

std::vector<Box> boxesIn(std::fstream& file, std::streamoff begin, std::streamoff end) {
    std::vector<Box> boxes;
    for (std::streamoff at = begin; at + 8 <= end;) {
        file.seekg(at);
        auto size = static_cast<std::streamoff>(bigNumber(file, 4));
        Box box{at + 8, 0, std::string(4, ' ')};
        file.read(box.type.data(), 4);
        if (size == 1) {
            size = static_cast<std::streamoff>(bigNumber(file, 8));
            box.content += 8;
        }
        if (!file || size < box.content - at || size > end - at) return boxes;
        box.end = at += size;
        boxes.push_back(box);
    }
    return boxes;
}

Box child(std::fstream& file, const Box& parent, std::string_view type) {
    for (const Box& box : boxesIn(file, parent.content, parent.end)) {
        if (box.type == type) return box;
    }
    return {};
}

// "sbtl" of captions, "text" of chapters.
std::string handlerOf(std::fstream& file, const Box& track) {
    const Box handler = child(file, child(file, track, "mdia"), "hdlr");
    if (handler.end - handler.content < 12) return "";
    file.seekg(handler.content + 8);
    std::string type(4, ' ');
    file.read(type.data(), 4);
    return type;
}

bool turnOff(std::fstream& file, const Box& track) {
    const Box header = child(file, track, "tkhd");
    if (header.end - header.content < 4) return false;
    // Version, then 24 bits of flags: 1 is "enabled", 2 "in the movie", 4 "in its preview".
    file.seekp(header.content + 3);
    file.put(2);
    return true;
}

bool setLanguage(std::fstream& file, const Box& track, const std::string& language) {
    const Box header = child(file, child(file, track, "mdia"), "mdhd");
    file.seekg(header.content);
    // Behind version and flags, two dates, the time scale and the duration; three of them wider in version 1.
    const std::streamoff place = header.content + (file.get() == 1 ? 32 : 20);
    if (header.end < place + 2) return false;
    // Three letters of five bits, from 'a' = 1.
    int packed = 0;
    for (const char letter : language) packed = packed << 5 | (letter - 'a' + 1);
    file.seekp(place);
    file.put(static_cast<char>(packed >> 8));
    file.put(static_cast<char>(packed & 0xff));
    return true;
}

}  // namespace

AVStream* addCaptionStream(AVFormatContext& output, VideoContainer container, const std::string& language) {
    AVStream* stream = avformat_new_stream(&output, nullptr);
    if (!stream) return nullptr;
    AVCodecParameters& parameters = *stream->codecpar;
    parameters.codec_type = AVMEDIA_TYPE_SUBTITLE;
    parameters.codec_id = isQuickTime(container)              ? AV_CODEC_ID_MOV_TEXT
                          : container == VideoContainer::WebM ? AV_CODEC_ID_WEBVTT
                                                              : AV_CODEC_ID_SUBRIP;
    if (isQuickTime(container)) {
        constexpr std::size_t size = sizeof kTextSampleEntry;
        parameters.codec_tag = MKTAG('t', 'x', '3', 'g');
        parameters.extradata = static_cast<std::uint8_t*>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE));
        parameters.extradata_size = size;
        if (!parameters.extradata) return nullptr;
        std::memcpy(parameters.extradata, kTextSampleEntry, size);
    }
    stream->time_base = {1, 1000};
    stream->disposition = 0;
    av_dict_set(&stream->metadata, "language", base::iso6392(language).c_str(), 0);
    return stream;
}

std::vector<av::Packet> captionPackets(const std::vector<Caption>& captions, VideoContainer container) {
    std::vector<av::Packet> packets;
    for (const Caption& caption : captions) {
        const std::int64_t start = std::llround(caption.start * 1000), end = std::llround(caption.end * 1000);
        packets.push_back(packetOf(bytesOf(caption, container), start, end));
        if (container == VideoContainer::WebM && packets.back()) {
            std::uint8_t* id = av_packet_new_side_data(packets.back().get(), AV_PKT_DATA_WEBVTT_IDENTIFIER,
                                                       caption.id.size());
            if (id) std::copy(caption.id.begin(), caption.id.end(), id);
        }
    }
    std::erase(packets, nullptr);
    return packets;
}

bool settleTextTracks(const std::string& path, const std::string& language) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(0, std::ios::end);
    const Box movie = child(file, {0, file.tellg(), ""}, "moov");
    for (const Box& track : boxesIn(file, movie.content, movie.end)) {
        const std::string handler = track.type == "trak" ? handlerOf(file, track) : "";
        if (handler == "sbtl" && !turnOff(file, track)) return false;
        if (handler == "text" && !setLanguage(file, track, base::iso6392(language))) return false;
    }
    file.close();
    return movie.end > 0 && file.good();
}

}  // namespace video
