#include "ui/sound_recorder.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr std::uint64_t kHeadBytes = 44, kSampleBytes = 2;
// The sizes in the head are numbers of 32 bits: more than twelve hours.
constexpr std::uint64_t kMostSamples = (0xFFFFFFFFULL - kHeadBytes) / kSampleBytes;
// A microphone may be late by this much before it counts as gone, s.
constexpr double kLate = 1;
// How far sound may run ahead, s: what comes after silence took its place is too late.
constexpr double kAhead = 0.2;

void addNumber(std::string& bytes, std::uint64_t number, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

// Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0", 1991: RIFF, WAVE, PCM.
std::string wavHead(std::uint64_t samples) {
    const std::uint64_t bytes = samples * kSampleBytes;
    std::string head = "RIFF";
    addNumber(head, kHeadBytes - 8 + bytes, 4);
    head += "WAVEfmt ";
    addNumber(head, 16, 4);                         // bytes of what follows
    addNumber(head, 1, 2);                          // PCM
    addNumber(head, 1, 2);                          // channels
    addNumber(head, kSoundRate, 4);                 // samples a second
    addNumber(head, kSoundRate * kSampleBytes, 4);  // bytes a second
    addNumber(head, kSampleBytes, 2);               // bytes a sample of all channels
    addNumber(head, 8 * kSampleBytes, 2);           // bits a sample
    head += "data";
    addNumber(head, bytes, 4);
    return head;
}

base::Result<SoundRecorder> SoundRecorder::make(const std::string& path, bool overwrite) {
    auto file = BackgroundFile::make(path, overwrite);
    if (!file) return file.problems();
    SoundRecorder recorder;
    recorder.m_file = std::move(*file);
    return recorder;
}

SoundRecorder::SoundRecorder(SoundRecorder&& other) noexcept {
    *this = std::move(other);
}

SoundRecorder& SoundRecorder::operator=(SoundRecorder&& other) noexcept {
    std::swap(m_file, other.m_file);
    std::swap(m_device, other.m_device);
    std::swap(m_samples, other.m_samples);
    std::swap(m_seconds, other.m_seconds);
    return *this;
}

SoundRecorder::~SoundRecorder() {
    if (m_device != 0) SDL_CloseAudioDevice(m_device);
}

bool SoundRecorder::begin() {
    if (!m_file || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
    SDL_AudioSpec wish = {};
    wish.freq = kSoundRate;
    wish.format = AUDIO_S16LSB;
    wish.channels = 1;
    wish.samples = 1024;
    m_device = SDL_OpenAudioDevice(nullptr, 1, &wish, nullptr, 0);
    if (m_device == 0) return false;
    m_file->put(0, wavHead(0));
    SDL_PauseAudioDevice(m_device, 0);
    return true;
}

void SoundRecorder::write(std::string samples) {
    const std::uint64_t count = std::min<std::uint64_t>(samples.size() / kSampleBytes, room());
    if (count == 0) return;
    samples.resize(count * kSampleBytes);
    m_file->put(kHeadBytes + m_samples * kSampleBytes, std::move(samples));
    m_samples += count;
    m_file->put(0, wavHead(m_samples));
}

// What is left out of a file reads as zeros: its last sample is enough.
void SoundRecorder::writeSilence(std::uint64_t count) {
    const std::uint64_t before = std::min(count, room());
    if (before == 0) return;
    m_samples += before - 1;
    write(std::string(kSampleBytes, '\0'));
}

std::uint64_t SoundRecorder::room() const {
    return kMostSamples - m_samples;
}

bool SoundRecorder::isFull() const {
    return room() == 0;
}

void SoundRecorder::pass(double seconds) {
    if (m_device == 0) return;
    m_seconds += seconds;
    std::string samples(SDL_GetQueuedAudioSize(m_device), '\0');
    samples.resize(SDL_DequeueAudio(m_device, samples.data(), static_cast<Uint32>(samples.size())));
    const double ahead = (m_seconds + kAhead) * kSoundRate - static_cast<double>(m_samples);
    const auto most = static_cast<std::size_t>(std::max(0.0, ahead)) * kSampleBytes;
    samples.resize(std::min(samples.size(), most));
    write(std::move(samples));
    const double missing = m_seconds - static_cast<double>(m_samples) / kSoundRate;
    if (missing > kLate) writeSilence(static_cast<std::uint64_t>(std::lround(missing * kSoundRate)));
    if (isFull()) SDL_CloseAudioDevice(std::exchange(m_device, 0));
}

}  // namespace ui
