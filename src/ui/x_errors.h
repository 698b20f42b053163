// Errors of the X server that must not end a show.
#pragma once

namespace ui {

/// Makes requests about a window that is gone harmless; where windows are not those of an X server it does
/// nothing. To be called once video has been started. SDL wakes its own waiting by sending an event to a
/// window, over a connection of its own (X11_SendWakeupEvent, SDL 2.26): when that window is closed before
/// the server has read the event, the server answers BadWindow, and Xlib's own handler would end the program.
void forgiveLateMessages();

}  // namespace ui
