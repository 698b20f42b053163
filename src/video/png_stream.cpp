#include "video/png_stream.h"

#include <libdeflate.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <set>

#include "video/png_sink.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

std::string nameOf(const std::string& path) {
    return fs::path(path).filename().string();
}

// The folder is listed: a long film has far more frames than are there to be asked for.
std::optional<std::int64_t> firstFrameThere(FrameRange range, const FramePattern& pattern) {
    const std::string before = fs::path(pattern.before).filename().string();
    std::optional<std::int64_t> first;
    std::error_code error;
    for (fs::directory_iterator it(pattern.folder(), error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        const std::size_t around = before.size() + pattern.after.size();
        if (name.size() <= around || !name.starts_with(before) || !name.ends_with(pattern.after)) continue;
        std::int64_t frame = 0;
        const char* number = name.data() + before.size();
        if (std::from_chars(number, number + name.size() - around, frame).ec != std::errc{}) continue;
        const bool isFrame = fs::path(pattern.path(frame)).filename() == name;
        if (isFrame && range.contains(frame) && (!first || frame < *first)) first = frame;
    }
    return first;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// Records of the same settings stay, but for the frames that are made anew; others give way where the whole
// sequence does.
base::Result<base::Done> beginAnew(const ExportPlan& plan, FrameLedger& ledger) {
    const auto read = ledger.readEarlier();
    if (read) {
        for (std::int64_t frame = plan.range.first; frame <= plan.range.last; ++frame) ledger.forget(frame);
        return base::Done{};
    }
    base::Problem problem = read.problems().front();
    const bool areOthers = problem.trouble == base::Trouble::Usage;
    if (areOthers && !plan.isShard()) return base::Done{};
    // A shard must not throw away what the others make.
    if (areOthers) problem.advice = "remove the folder's frames and records first";
    return problem;
}

// Reads the records, and says what stands in the way of keeping or making the frames.
base::Result<base::Done> readEarlier(const ExportPlan& plan, const Output& output, FrameLedger& ledger) {
    if (plan.existing == Existing::Overwrite) return beginAnew(plan, ledger);
    const auto there = firstFrameThere(plan.range, output.pattern);
    if (plan.existing == Existing::Refuse && there) {
        return problem(base::Trouble::Usage, output.pattern.path(*there) + " is there already",
                       "choose another output, go on with --resume, or overwrite with --force");
    }
    if (auto read = ledger.readEarlier(); !read) return read;
    if (!there || ledger.hasEarlier()) return base::Done{};
    return problem(base::Trouble::Usage,
                   output.pattern.path(*there) + " is there, but no record of the export that made it",
                   "choose another output, or begin anew with --force");
}

// Names of files that read like frames of the pattern but are none of the range, nor on record; sorted.
std::vector<std::string> otherFrames(const FramePattern& pattern, FrameRange range,
                                     const FrameRecords& known) {
    std::set<std::string> own;
    for (std::int64_t frame = range.first; frame <= range.last; ++frame)
        own.insert(nameOf(pattern.path(frame)));
    for (const auto& [frame, record] : known) own.insert(nameOf(pattern.path(frame)));
    const std::string before = nameOf(pattern.before + "0"), start = before.substr(0, before.size() - 1);
    std::vector<std::string> others;
    std::error_code error;
    for (fs::directory_iterator it(pattern.folder(), error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.size() <= start.size() + pattern.after.size() || !name.starts_with(start) ||
            !name.ends_with(pattern.after) || own.contains(name))
            continue;
        const auto number =
            std::string_view(name).substr(start.size(), name.size() - start.size() - pattern.after.size());
        if (number.find_first_not_of("0123456789") == std::string_view::npos) others.push_back(name);
    }
    std::sort(others.begin(), others.end());
    return others;
}

void forgetBrokenFrames(FrameRange range, const FramePattern& pattern, FrameLedger& ledger) {
    const FrameRecords recorded = ledger.frames();
    for (const auto& [frame, record] : recorded) {
        if (range.contains(frame) && !isAsRecorded(pattern.path(frame), record)) ledger.forget(frame);
    }
}

class PngStream final : public ExportStream {
  public:
    PngStream(const ExportPlan& plan, const Output& output)
        : m_plan(plan),
          m_output(output),
          m_ledger(output.pattern.folder(), plan.range, plan.whole, output.settings) {}

    base::Result<base::Done> open() {
        std::error_code error;
        fs::create_directories(m_output.pattern.folder(), error);
        if (error) {
            return problem(base::Trouble::Failure,
                           m_output.pattern.folder() + ": cannot be made: " + error.message(),
                           "choose a folder you may write to");
        }
        if (auto read = readEarlier(m_plan, m_output, m_ledger); !read) return read;
        if (auto locked = m_ledger.lock(); !locked) return locked;
        // Who held the lock may have finished frames, or begun others.
        if (auto read = readEarlier(m_plan, m_output, m_ledger); !read) return read;
        if (m_plan.existing == Existing::Overwrite && !m_ledger.areAlike()) {
            if (auto forgotten = m_ledger.forgetEarlier(); !forgotten) return forgotten;
        }
        forgetBrokenFrames(m_plan.range, m_output.pattern, m_ledger);
        if (auto begun = m_ledger.begin(); !begun) return begun;
        const bool isOpaque = m_output.content == Content::Picture || m_output.content == Content::MapPass;
        m_sink.emplace(PngSequence{m_output.pattern, isOpaque ? PngColor::Rgb : PngColor::Rgba, m_plan.texts,
                                   m_plan.jobs},
                       m_ledger);
        return base::Done{};
    }
    FrameSink& sink() override { return *m_sink; }
    base::Result<base::Done> close() override { return m_ledger.close(); }

  private:
    const ExportPlan& m_plan;
    const Output& m_output;
    FrameLedger m_ledger;
    std::optional<PngSink> m_sink;
};

}  // namespace

bool isAsRecorded(const std::string& path, const FrameRecord& record) {
    static thread_local std::vector<std::uint8_t> buffer(1 << 18);
    if (record.bytes == 0) return false;
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return false;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
        size += n;
        if (size > record.bytes) return false;
        crc = libdeflate_crc32(crc, buffer.data(), n);
    }
    return size == record.bytes && crc == record.crc;
}

std::string missingFrames(FrameRange range, const FrameRecords& has) {
    constexpr int kMostNamed = 8;
    std::string text;
    int named = 0;
    for (std::int64_t frame = range.first; frame <= range.last; ++frame) {
        if (has.contains(frame)) continue;
        const std::int64_t first = frame;
        while (frame < range.last && !has.contains(frame + 1)) ++frame;
        if (++named > kMostNamed) return text + ", ...";
        text += (text.empty() ? "" : ", ") + std::to_string(first);
        if (frame > first) text += "-" + std::to_string(frame);
    }
    return text;
}

base::Result<std::unique_ptr<ExportStream>> openPngStream(const ExportPlan& plan, const Output& output) {
    auto stream = std::make_unique<PngStream>(plan, output);
    if (const auto opened = stream->open(); !opened) return opened.problems();
    return std::unique_ptr<ExportStream>(std::move(stream));
}

base::Result<base::Done> checkEarlierFiles(const ExportPlan& plan, const Output& output) {
    FrameLedger ledger(output.pattern.folder(), plan.range, plan.whole, output.settings);
    return readEarlier(plan, output, ledger);
}

base::Problems warningsOfFiles(const ExportPlan& plan, const Output& output) {
    // Around a shard's frames stand those of the others.
    if (plan.existing != Existing::Overwrite || plan.isShard()) return {};
    FrameLedger ledger(output.pattern.folder(), plan.range, plan.whole, output.settings);
    const bool isRead = ledger.readEarlier().ok();
    const std::vector<std::string> others =
        otherFrames(output.pattern, plan.range, isRead ? ledger.frames() : FrameRecords());
    if (others.empty()) return {};
    const std::string count = std::to_string(others.size());
    return {
        {base::Severity::Warning, base::Trouble::Usage, "", 0, 0,
         count + (others.size() == 1 ? " other frame stays in " : " other frames stay in ") + output.path +
             " (" + others.front() + (others.size() == 1 ? ")" : " ... " + others.back() + ")"),
         "remove " + std::string(others.size() == 1 ? "it" : "them") + ", or export into another folder"}};
}

base::Result<base::Done> assembleFiles(const ExportPlan& plan, const Output& output) {
    FrameLedger ledger(output.pattern.folder(), plan.whole, plan.whole, output.settings);
    if (auto read = ledger.readEarlier(); !read) return read;
    forgetBrokenFrames(plan.whole, output.pattern, ledger);
    const std::string missing = missingFrames(plan.whole, ledger.frames());
    if (missing.empty()) return ledger.close();
    return problem(base::Trouble::Failure, output.path + ": frames " + missing + " are missing or damaged",
                   "export them with --resume, then assemble again");
}

}  // namespace video
