#include "video/packet_log.h"

#include <algorithm>
#include <filesystem>

namespace video {

namespace {

constexpr std::string_view kMagic = "HMTNSEG1";
constexpr std::size_t kHashSize = 32;
constexpr std::size_t kMostExtradata = 1 << 20;
constexpr std::size_t kMostPacket = 1 << 30;

}  // namespace

PacketLogWriter::PacketLogWriter(const std::string& path, const std::string& fingerprint, FrameRange frames,
                                 const AVCodecParameters& parameters)
    : m_file(path) {
    put(kMagic.data(), kMagic.size());
    put(fingerprint.data(), kHashSize);
    putNumber(static_cast<std::uint64_t>(frames.first), 8);
    putNumber(static_cast<std::uint64_t>(frames.count()), 8);
    for (const int value : {parameters.profile, parameters.level, parameters.bits_per_coded_sample,
                            parameters.bits_per_raw_sample})
        putNumber(static_cast<std::uint32_t>(value), 4);
    putNumber(parameters.codec_tag, 4);
    putBlock(parameters.extradata, static_cast<std::size_t>(parameters.extradata_size));
}

void PacketLogWriter::put(const void* bytes, std::size_t size) {
    m_hash.add(bytes, size);
    m_file.write(static_cast<const std::uint8_t*>(bytes), size);
    m_bytes += size;
}

void PacketLogWriter::putNumber(std::uint64_t number, int bytes) {
    std::uint8_t little[8];
    for (int i = 0; i < bytes; ++i) little[i] = static_cast<std::uint8_t>(number >> (8 * i));
    put(little, static_cast<std::size_t>(bytes));
}

void PacketLogWriter::putBlock(const std::uint8_t* bytes, std::size_t size) {
    putNumber(size, 4);
    if (size > 0) put(bytes, size);
}

void PacketLogWriter::addFrame(const std::string& pixels) {
    put("F", 1);
    put(pixels.data(), kHashSize);
}

void PacketLogWriter::addPacket(const AVPacket& packet) {
    put("P", 1);
    putNumber(static_cast<std::uint64_t>(packet.pts), 8);
    putNumber(static_cast<std::uint32_t>(packet.flags & AV_PKT_FLAG_KEY), 4);
    putBlock(packet.data, static_cast<std::size_t>(packet.size));
    std::size_t size = 0;
    const std::uint8_t* alpha = av_packet_get_side_data(&packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, &size);
    putBlock(alpha, alpha ? size : 0);
}

base::Result<base::Done> PacketLogWriter::finish() {
    put("E", 1);
    const std::string hash = m_hash.text();
    m_file.write(reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size());
    return m_file.finish();
}

std::optional<PacketLog> PacketLog::open(const std::string& path, const std::string& fingerprint,
                                         FrameRange frames) {
    PacketLog log;
    log.m_path = path;
    log.m_stream.open(path, std::ios::binary);
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error || !log.m_stream || size < kHashSize) return std::nullopt;
    log.m_left = size - kHashSize;
    if (!log.checksumIsRight()) return std::nullopt;
    log.m_stream.seekg(0);
    if (!log.readHeader(fingerprint, frames)) return std::nullopt;
    log.m_records = log.m_stream.tellg();
    log.m_recordBytes = log.m_left;
    if (!log.readRecords(frames.count())) return std::nullopt;
    log.m_stream.close();
    log.m_left = log.m_recordBytes;
    return log;
}

bool PacketLog::checksumIsRight() {
    ByteHasher hash;
    std::vector<char> piece(1 << 20);
    for (std::uint64_t left = m_left; left > 0;) {
        const auto size = static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece.size()));
        if (!m_stream.read(piece.data(), size)) return false;
        hash.add(piece.data(), static_cast<std::size_t>(size));
        left -= static_cast<std::uint64_t>(size);
    }
    std::string written(kHashSize, ' ');
    m_stream.read(written.data(), kHashSize);
    return m_stream && written == hash.text();
}

bool PacketLog::readHeader(const std::string& fingerprint, FrameRange frames) {
    if (take(kMagic.size()) != kMagic || take(kHashSize) != fingerprint) return false;
    if (takeNumber(8) != static_cast<std::uint64_t>(frames.first)) return false;
    if (takeNumber(8) != static_cast<std::uint64_t>(frames.count())) return false;
    for (std::int32_t* value : {&m_codec.profile, &m_codec.level, &m_codec.bitsCoded, &m_codec.bitsRaw})
        *value = static_cast<std::int32_t>(takeNumber(4));
    m_codec.tag = static_cast<std::uint32_t>(takeNumber(4));
    const auto size = takeSize();
    if (!size || *size > kMostExtradata) return false;
    m_codec.extradata = take(*size);
    return m_codec.extradata.size() == *size;
}

bool PacketLog::readRecords(std::int64_t count) {
    std::vector<bool> seen(static_cast<std::size_t>(count), false);
    std::int64_t packets = 0;
    while (true) {
        const std::string mark = take(1);
        if (mark == "E") break;
        if (mark == "F") {
            m_pixels.push_back(take(kHashSize));
        } else if (mark == "P") {
            const auto pts = static_cast<std::int64_t>(takeNumber(8));
            takeNumber(4);
            if (pts < 0 || pts >= count || seen[static_cast<std::size_t>(pts)]) return false;
            seen[static_cast<std::size_t>(pts)] = true;
            m_delay = std::max(m_delay, packets++ - pts);
            for (int block = 0; block < 2; ++block) {
                const auto size = takeSize();
                if (!size || !skip(*size)) return false;
            }
        } else {
            return false;
        }
    }
    return m_left == 0 && packets == count && static_cast<std::int64_t>(m_pixels.size()) == count;
}

void PacketLog::describe(AVCodecParameters& parameters) const {
    parameters.profile = m_codec.profile;
    parameters.level = m_codec.level;
    parameters.bits_per_coded_sample = m_codec.bitsCoded;
    parameters.bits_per_raw_sample = m_codec.bitsRaw;
    parameters.codec_tag = m_codec.tag;
    av_freep(&parameters.extradata);
    parameters.extradata_size = static_cast<int>(m_codec.extradata.size());
    if (m_codec.extradata.empty()) return;
    const std::size_t size = m_codec.extradata.size();
    parameters.extradata = static_cast<std::uint8_t*>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE));
    std::copy(m_codec.extradata.begin(), m_codec.extradata.end(), parameters.extradata);
}

av::Packet PacketLog::next() {
    if (!m_stream.is_open()) {
        m_stream.open(m_path, std::ios::binary);
        m_stream.seekg(m_records);
    }
    std::string mark;
    while ((mark = take(1)) == "F") {
        if (!skip(kHashSize)) return nullptr;
    }
    if (mark != "P") return nullptr;
    av::Packet packet(av_packet_alloc());
    const auto pts = static_cast<std::int64_t>(takeNumber(8));
    const int flags = static_cast<int>(takeNumber(4));
    const auto size = takeSize();
    if (!size || av_new_packet(packet.get(), static_cast<int>(*size)) < 0) return nullptr;
    m_stream.read(reinterpret_cast<char*>(packet->data), static_cast<std::streamsize>(*size));
    m_left -= *size;
    const auto alphaSize = takeSize();
    if (!alphaSize) return nullptr;
    if (*alphaSize > 0) {
        std::uint8_t* alpha =
            av_packet_new_side_data(packet.get(), AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, *alphaSize);
        if (!alpha) return nullptr;
        m_stream.read(reinterpret_cast<char*>(alpha), static_cast<std::streamsize>(*alphaSize));
        m_left -= *alphaSize;
    }
    packet->pts = pts;
    packet->flags = flags;
    return m_stream ? std::move(packet) : nullptr;
}

std::string PacketLog::take(std::size_t size) {
    if (size > m_left) return {};
    std::string bytes(size, '\0');
    if (!m_stream.read(bytes.data(), static_cast<std::streamsize>(size))) return {};
    m_left -= size;
    return bytes;
}

std::uint64_t PacketLog::takeNumber(int bytes) {
    const std::string little = take(static_cast<std::size_t>(bytes));
    std::uint64_t number = 0;
    for (std::size_t i = little.size(); i-- > 0;) number = number << 8 | static_cast<std::uint8_t>(little[i]);
    return number;
}

std::optional<std::size_t> PacketLog::takeSize() {
    const std::size_t size = takeNumber(4);
    return size <= m_left && size <= kMostPacket ? std::optional(size) : std::nullopt;
}

bool PacketLog::skip(std::size_t size) {
    if (size > m_left || !m_stream.seekg(static_cast<std::streamoff>(size), std::ios::cur)) return false;
    m_left -= size;
    return true;
}

}  // namespace video
