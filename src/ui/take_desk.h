// What a stage has to do with takes: recording one, with sound or without, and playing one back.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ui/sound_recorder.h"
#include "ui/take_player.h"
#include "ui/take_recorder.h"

namespace ui {

/// What the command line asks for.
struct TakeOptions {
    std::string record;        ///< file of the take; empty: none is recorded
    std::string sound;         ///< file of its sound (.wav); empty: none
    bool overwrite = false;    ///< files that are there already
    TakeHeader header;         ///< program, film and chapters of the take that is recorded
    std::optional<Take> play;  ///< to be played back; it fits the film
};

/// What a presenter reads when a take has been recorded: how long it is, and what to do with it.
std::string recordedText(const std::string& path, double seconds);

class TakeDesk {
  public:
    TakeDesk() = default;

    /// Whether files are there that may not be overwritten; touches nothing. Problems of kind Usage.
    static base::Result<base::Done> check(const TakeOptions& options);

    /// Makes the files; what is there is kept until begin(). Problems as BackgroundFile::make.
    static base::Result<TakeDesk> make(const TakeOptions& options);

    /// Time begins on stage. `size`: of the picture, pixels.
    void begin(Session& session, base::Size size);

    /// `seconds` pass on stage; for `held` more it stood still. True when what is played back has done
    /// something.
    bool pass(Session& session, double seconds, double held, const Sight& sight, const SightOf& sightOf);

    /// It stood still for so many seconds.
    void hold(Session& session, double seconds) { hear(session, 0, seconds); }

    /// The picture has another size.
    void resize(base::Size size) { m_recorder->resize(size); }

    /// Carries out what the presenter wants: it is recorded, and ends what is played back.
    void carryOut(Session& session, const Command& command, const Sight& sight);

    /// How long the take that is recorded is so far, seconds.
    double recordedSeconds() const { return m_recorder->seconds(); }
    /// Why what is recorded cannot be written; empty when it can.
    std::string trouble() const;

    /// How long the stage may rest, seconds.
    double longestRest() const;

  private:
    void hear(Session& session, double seconds, double held);
    void tellTrouble(Session& session);

    std::unique_ptr<TakeRecorder> m_recorder = std::make_unique<TakeRecorder>();
    TakePlayer m_player;
    SoundRecorder m_sound;
    std::string m_soundName;  // as the take's line writes it
    std::string m_told;       // the trouble that has been shown
    bool m_toldFull = false;  // that sound can be no longer
};

}  // namespace ui
