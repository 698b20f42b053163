// The packets of one segment of a video in a small file of our own. A reader trusts nothing in it: a file
// that is cut short, changed, of other settings or of other frames counts as not there.
//
//   "HMTNSEG1" fingerprint(32) first(8) frames(8)
//   profile(4) level(4) bits coded(4) bits raw(4) tag(4) extradata(4 + n)
//   'F' hash(32)                                           one for each frame
//   'P' pts(8) flags(4) data(4 + n) alpha(4 + n)           one for each frame, as the encoder gives them
//   'E' hash of everything before(32)                      numbers are little-endian
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "video/av.h"
#include "video/pixel_hash.h"
#include "video/video_segments.h"
#include "video/whole_file.h"

namespace video {

class PacketLogWriter {
  public:
    /// `fingerprint`: 32 characters, see fingerprintOf.
    PacketLogWriter(const std::string& path, const std::string& fingerprint, FrameRange frames,
                    const AVCodecParameters& parameters);

    /// `pixels`: the frame's pixelHash.
    void addFrame(const std::string& pixels);
    void addPacket(const AVPacket& packet);

    /// Handed over to the file so far.
    std::uint64_t bytes() const { return m_bytes; }

    /// What has gone wrong with the disk so far.
    std::optional<base::Problem> problem() const { return m_file.problem(); }

    /// Completes the file and gives it its name; without it nothing stays.
    base::Result<base::Done> finish();

  private:
    void put(const void* bytes, std::size_t size);
    void putNumber(std::uint64_t number, int bytes);
    void putBlock(const std::uint8_t* bytes, std::size_t size);

    WholeFile m_file;
    ByteHasher m_hash;
    std::uint64_t m_bytes = 0;
};

class PacketLog {
  public:
    /// Reads the file through and checks it; nothing when it is not exactly these frames of these settings.
    static std::optional<PacketLog> open(const std::string& path, const std::string& fingerprint,
                                         FrameRange frames);

    /// Gives `parameters` the codec's own part of what the packets are.
    void describe(AVCodecParameters& parameters) const;
    bool hasSameCodec(const PacketLog& other) const { return m_codec == other.m_codec; }

    /// By how many frames decoding must begin before showing: the largest i - pts of packet i.
    std::int64_t delay() const { return m_delay; }
    /// pixelHash of each frame.
    const std::vector<std::string>& pixels() const { return m_pixels; }

    /// The next packet, its pts in frames from 0; nullptr after the last, or when the file cannot be read any
    /// more.
    av::Packet next();

  private:
    struct Codec {
        std::int32_t profile = 0, level = 0, bitsCoded = 0, bitsRaw = 0;
        std::uint32_t tag = 0;
        std::string extradata;
        bool operator==(const Codec&) const = default;
    };
    bool checksumIsRight();
    bool readHeader(const std::string& fingerprint, FrameRange frames);
    bool readRecords(std::int64_t count);
    std::string take(std::size_t size);
    std::uint64_t takeNumber(int bytes);
    std::optional<std::size_t> takeSize();
    bool skip(std::size_t size);

    std::string m_path;
    std::ifstream m_stream;    // closed between open() and the first next(): there may be many logs
    std::uint64_t m_left = 0;  // bytes between here and the end mark's hash
    std::streamoff m_records = 0;
    std::uint64_t m_recordBytes = 0;
    Codec m_codec;
    std::int64_t m_delay = 0;
    std::vector<std::string> m_pixels;
};

}  // namespace video
