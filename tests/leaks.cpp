// What libraries keep until the process ends, their frames in the traces: Pango's font map, fontconfig's
// files, parameters of x265, D-Bus as SDL uses it for sound, and the tables and compiled shaders of Mesa's
// software driver. What our own code allocates has no such frame.
#if defined(__SANITIZE_ADDRESS__)
#include <gtest/gtest.h>
#include <sanitizer/lsan_interface.h>

namespace {

// Looks for leaks while the driver's threads still stand. When the process ends they end too, and the search, which
// stops all threads, now and then stumbles over one that is half gone ("Tracer caught signal 11").
class LeakSearch : public testing::Environment {
    void TearDown() override { __lsan_do_leak_check(); }
};
const testing::Environment* const kLeakSearch = testing::AddGlobalTestEnvironment(new LeakSearch);

}  // namespace

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libx265\nleak:libdbus\nleak:libfontconfig\nleak:libpango\nleak:libglib\nleak:swrast_"
           "dri\nleak:"
           "libgallium\nleak:"
           "libLLVM\n";
}
#endif
