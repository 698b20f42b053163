// The microphone, recorded through SDL to a WAV file (RIFF WAVE, 48 kHz, one channel of 16 bits) whose head
// is right at any time: a crash loses a quarter of a second.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "ui/background_file.h"

namespace ui {

inline constexpr int kSoundRate = 48000;  // samples a second

/// The 44 bytes that stand before `samples` samples.
std::string wavHead(std::uint64_t samples);

class SoundRecorder {
  public:
    /// Records nothing.
    SoundRecorder() = default;
    /// Makes the file; one that is there keeps what it has until begin(). Problems as BackgroundFile::make.
    static base::Result<SoundRecorder> make(const std::string& path, bool overwrite);
    SoundRecorder(SoundRecorder&& other) noexcept;
    SoundRecorder& operator=(SoundRecorder&& other) noexcept;
    ~SoundRecorder();

    /// Opens the desktop's microphone: its first sample is now. False when there is none.
    bool begin();

    /// Takes what was heard; `seconds` have passed since the last call. Where the microphone gave too little
    /// (it was taken off) there is silence, so that the sound stays in step.
    void pass(double seconds);

    /// The file can be no longer, after twelve hours: nothing more is recorded.
    bool isFull() const;

    std::string trouble() const { return m_file ? m_file->trouble() : ""; }

  private:
    void write(std::string samples);
    void writeSilence(std::uint64_t count);
    std::uint64_t room() const;

    std::unique_ptr<BackgroundFile> m_file;
    std::uint32_t m_device = 0;   // 0: none
    std::uint64_t m_samples = 0;  // in the file
    double m_seconds = 0;         // since it began
};

}  // namespace ui
