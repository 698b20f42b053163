#include "video/earlier_frames.h"

#include <libdeflate.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

base::Result<base::Done> makeFolder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) return base::Done{};
    return problem(base::Trouble::Failure, folder + ": cannot be made: " + error.message(),
                   "choose a folder you may write to");
}

std::optional<std::int64_t> firstFrameThere(const ExportPlan& plan) {
    std::error_code error;
    for (std::int64_t frame = plan.range.first; frame <= plan.range.last; ++frame) {
        if (fs::exists(plan.pattern.path(frame), error)) return frame;
    }
    return std::nullopt;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// A file that was cut short by a crash or changed since has another length or checksum.
bool isAsRecorded(const std::string& path, const FrameRecord& record, std::vector<std::uint8_t>& buffer) {
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

void forgetBrokenFrames(const ExportPlan& plan, FrameLedger& ledger) {
    std::vector<std::uint8_t> buffer(1 << 20);
    const FrameRecords recorded = ledger.frames();
    for (const auto& [frame, record] : recorded) {
        if (plan.range.contains(frame) && !isAsRecorded(plan.pattern.path(frame), record, buffer))
            ledger.forget(frame);
    }
}

}  // namespace

base::Result<base::Done> settleEarlierFrames(const ExportPlan& plan, FrameLedger& ledger) {
    if (auto made = makeFolder(plan.pattern.folder()); !made) return made;
    if (plan.existing == Existing::Overwrite) {
        ledger.forgetEarlier();
        return base::Done{};
    }
    const auto there = firstFrameThere(plan);
    if (plan.existing == Existing::Refuse && there) {
        return problem(base::Trouble::Usage, plan.pattern.path(*there) + " is there already",
                       "choose another output, go on with --resume, or overwrite with --force");
    }
    if (auto read = ledger.readEarlier(); !read) return read;
    if (there && !ledger.hasEarlier()) {
        return problem(base::Trouble::Usage,
                       plan.pattern.path(*there) + " is there, but no record of the export that made it",
                       "choose another output, or begin anew with --force");
    }
    forgetBrokenFrames(plan, ledger);
    return base::Done{};
}

}  // namespace video
