// What libraries keep until the process ends, their frames in the traces: Pango's font map, fontconfig's
// files, parameters of x265, D-Bus as SDL uses it for sound, and the tables and compiled shaders of Mesa's
// software driver. What our own code allocates has no such frame.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libx265\nleak:libdbus\nleak:libfontconfig\nleak:libpango\nleak:libglib\nleak:swrast_"
           "dri\nleak:"
           "libgallium\nleak:"
           "libLLVM\n";
}
#endif
