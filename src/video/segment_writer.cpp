#include "video/segment_writer.h"

namespace video {

base::Result<std::unique_ptr<SegmentWriter>> SegmentWriter::open(const std::string& path,
                                                                 const VideoSettings& settings,
                                                                 const Segment& segment) {
    auto encoder = VideoEncoder::open(*encoderRow(settings), settings);
    if (!encoder) return encoder.problems();
    std::unique_ptr<SegmentWriter> writer(
        new SegmentWriter(std::move(*encoder), segmentPath(path, segment), fingerprintOf(settings), segment));
    if (const auto problem = writer->m_log.problem()) return *problem;
    return writer;
}

base::Result<base::Done> SegmentWriter::encode(AVFrame* frame) {
    const auto encoded = m_encoder.encode(frame, [&](const AVPacket& packet) {
        m_log.addPacket(packet);
        ++m_packets;
    });
    if (!encoded) return encoded.problems();
    if (const auto problem = m_log.problem()) return *problem;
    return base::Done{};
}

base::Result<base::Done> SegmentWriter::add(AVFrame* frame, const std::string& pixels) {
    m_log.addFrame(pixels);
    ++m_added;
    return encode(frame);
}

base::Result<base::Done> SegmentWriter::finish() {
    if (const auto flushed = encode(nullptr); !flushed) return flushed.problems();
    // A reader refuses such a segment, so that a resumed export would make it again and again.
    if (m_packets != m_added)
        return base::Problem{
            base::Severity::Error,
            base::Trouble::Failure,
            "",
            0,
            0,
            "the encoder gave " + std::to_string(m_packets) + " pictures for " + std::to_string(m_added),
            "choose another --encoder"};
    return m_log.finish();
}

}  // namespace video
