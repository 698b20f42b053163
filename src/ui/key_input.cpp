#include "ui/key_input.h"

#include <algorithm>
#include <charconv>

#include "ui/browse_keys.h"

namespace ui {

namespace {

double numberOf(const std::string& digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

}  // namespace

// Every press restarts the wait, counted or not: a contact that keeps bouncing counts once.
bool KeyInput::bounces(CommandId id, double at) {
    const auto last = std::find_if(m_lastPresses.begin(), m_lastPresses.end(),
                                   [&](const LastPress& press) { return press.id == id; });
    if (last == m_lastPresses.end()) {
        m_lastPresses.push_back({id, at});
        return false;
    }
    const double since = at - last->at;
    last->at = at;
    return since < kBounceSeconds;
}

std::optional<Command> KeyInput::command(const KeyPress& press, const Session& session) {
    if (auto browsing = browseCommand(press.key, session)) {
        // The key that chooses is one that goes on afterwards.
        const bool chooses = browsing->id == CommandId::BrowseChoose;
        if (chooses && (press.repeat || bounces(CommandId::Next, press.at))) return std::nullopt;
        return browsing;
    }
    const bool isForPanel = session.typing || session.exporting.open || !session.panelWithKeys.empty() ||
                            session.browse.open == Browser::Search || refusedHere(session);
    if (isForPanel && editsText(press.key)) return std::nullopt;
    const bool endsNumber =
        press.key == key(KeyName::Enter) && !session.typedNumber.empty() && !session.typing;
    if (session.writing.open && !endsNumber && movesInPanel(press.key, session.typing)) return std::nullopt;
    if (const int digit = digitOf(press.key); digit >= 0) {
        if (press.repeat) return std::nullopt;
        return Command{CommandId::TypeDigit, static_cast<double>(digit), {}, {}};
    }
    const CommandRow* row = rowFor(press.key, session);
    if (!row) return std::nullopt;
    if (press.repeat && row->press != Press::Repeat) return std::nullopt;
    if (row->press == Press::Clicker && bounces(row->id, press.at)) return std::nullopt;
    if (press.key == key(KeyName::Enter) && !session.typedNumber.empty()) {
        return Command{CommandId::JumpToCue, numberOf(session.typedNumber), {}, {}};
    }
    return Command{row->id, 0, {}, {}};
}

}  // namespace ui
