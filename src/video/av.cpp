#include "video/av.h"

#include <cstdarg>
#include <mutex>

namespace video::av {

namespace {

// libav has one log for the whole process, and its threads write to it.
std::mutex g_mutex;
std::string g_lastError;

void keep(void*, int level, const char* format, va_list arguments) {
    if (level > AV_LOG_ERROR) return;
    char line[512];
    int prefix = 0;
    av_log_format_line2(nullptr, level, format, arguments, line, sizeof line, &prefix);
    std::string text = line;
    while (!text.empty() && (text.back() == '\n' || text.back() == '.' || text.back() == ' '))
        text.pop_back();
    const std::lock_guard lock(g_mutex);
    if (!text.empty()) g_lastError = text;
}

}  // namespace

void listen() {
    av_log_set_callback(keep);
    const std::lock_guard lock(g_mutex);
    g_lastError.clear();
}

std::string reason(int error) {
    char text[AV_ERROR_MAX_STRING_SIZE] = "";
    av_strerror(error, text, sizeof text);
    const std::lock_guard lock(g_mutex);
    return g_lastError.empty() ? text : g_lastError;
}

base::Problem failure(const std::string& file, const std::string& what, int error,
                      const std::string& advice) {
    return {base::Severity::Error, base::Trouble::Failure, file, 0, 0, what + ": " + reason(error), advice};
}

}  // namespace video::av
