#include "ui/ink_rows.h"

namespace ui {

CommandId commandOf(InkHold hold) {
    switch (hold) {
        case InkHold::Pen:
            return CommandId::Pen;
        case InkHold::Highlighter:
            return CommandId::Highlighter;
        case InkHold::Arrow:
            return CommandId::InkArrow;
        case InkHold::Eraser:
            return CommandId::Eraser;
        case InkHold::Laser:
            return CommandId::Laser;
        case InkHold::Spotlight:
            return CommandId::Spotlight;
        case InkHold::Nothing:
            break;
    }
    return CommandId::Leave;
}

}  // namespace ui
