// What the driver behind the current context is and how it fares.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace render {

/// Whether `renderer`, a driver's own name, is one that draws on the processor (Mesa's llvmpipe, softpipe and
/// SWR, or another rasteriser).
bool isSoftware(std::string_view renderer);

/// The same of the current context's driver.
bool isSoftwareDriver();

/// Whether the current context can tell that it is lost. Takes a moment: to be asked once for a context.
bool canTellLoss();

/// Whether a context that can tell (canTellLoss) is lost, as after a reset of the driver: nothing will be
/// drawn in it any more.
bool isContextLost();

/// What has gone wrong in OpenGL since it was last asked: memory that ran out, a context that was lost, or a
/// call that was refused; nothing when all is well. Of kind Failure. Cheap, but waits for no drawing.
std::optional<base::Problem> glFailure();

}  // namespace render
