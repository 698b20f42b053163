// Records what a presenter does as a take, while it happens: each line is with the system at once, and the
// take's end is written anew every quarter of a second, so that a crash loses next to nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ui/background_file.h"
#include "ui/take.h"

namespace ui {

class TakeRecorder {
  public:
    /// Records nothing.
    TakeRecorder() = default;
    /// Writes what is left, and the take's end.
    ~TakeRecorder();
    TakeRecorder(const TakeRecorder&) = delete;
    TakeRecorder& operator=(const TakeRecorder&) = delete;

    /// Makes the file; one that is there keeps what it has until begin(). Problems as BackgroundFile::make.
    /// `header` says what the session does not: program,
    /// film and chapters.
    static base::Result<std::unique_ptr<TakeRecorder>> make(const std::string& path, bool overwrite,
                                                            TakeHeader header);

    bool isOn() const { return m_file != nullptr; }
    /// How long the take is so far.
    double seconds() const { return m_now; }

    /// Time begins: how the session stands is written as the take's first line. `size`: of the picture,
    /// pixels.
    void begin(const Session& session, base::Size size);

    /// Carries the command out, and records what the room sees of it.
    void carryOut(Session& session, const Command& command, const Sight& sight);

    /// `seconds` have passed on stage; for `held` more the show stood still.
    void pass(double seconds, double held);
    void resize(base::Size size);
    /// Sound is recorded to this file from now on.
    void beginSound(const std::string& file);

    /// The story has gone on to another cue by itself, as it does when it plays alone.
    void noteJump(Session& session);
    /// It has come home by itself from a detour that was at `left`.
    void noteReturn(Session& session, const geo::Camera& left, const Sight& sight);

    /// Why the last line could not be written; empty when it could.
    std::string trouble() const { return m_file ? m_file->trouble() : ""; }

  private:
    void record(Session& session, const Command& command, const Sight& sight);
    void recordEffect(Session& session, const Command& command, const Sight& sight);
    void recordJump(Session& session, TakeLine line);
    bool replacesLook(const Session& session, CommandId id) const;
    void append(const std::string& text);
    void write(const TakeLine& line);
    void writePendingLook();
    void writeHold();
    void writeEnd();
    std::string pendingHold() const;

    std::unique_ptr<BackgroundFile> m_file;
    TakeHeader m_header;
    std::uint64_t m_length = 0;  // of the file without its "end", bytes
    double m_now = 0;            // stage seconds
    double m_sinceEnd = 0;       // seconds since the end was written, held ones too
    double m_held = 0;           // seconds at m_now; the end stands behind them, and they may become more
    double m_lookWritten = -1;
    std::optional<TakeLine> m_look;  // not written yet: another may take its place
    base::Size m_size;
};

}  // namespace ui
