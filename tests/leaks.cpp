// What libraries keep until the process ends, their frames in the traces: Pango's font map, fontconfig's
// files, parameters of x265, D-Bus as SDL uses it for sound, and the tables and compiled shaders of Mesa's
// software driver. What our own code allocates has no such frame.
#if defined(__SANITIZE_ADDRESS__)
#include <cstdlib>

// The search for leaks goes through the memory that libraries loaded later have for each thread, where it believes to
// know of it: with this version of glibc it sometimes reads what is none, and dies of it ("Tracer caught signal 11").
// Nothing of our own lives there.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
    return "intercept_tls_get_addr=0";
}

namespace {

// For the program that tests start.
const int kForChildren = setenv("ASAN_OPTIONS", __asan_default_options(), 0);

}  // namespace

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libx265\nleak:libdbus\nleak:libfontconfig\nleak:libpango\nleak:libglib\nleak:swrast_"
           "dri\nleak:"
           "libgallium\nleak:"
           "libLLVM\n";
}
#endif
