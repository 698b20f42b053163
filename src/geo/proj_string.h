// The text of a PROJ definition: which parameters it has, and whether PROJ may be given it at all. Knows
// nothing of what the parameters mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace geo {

/// The definition as PROJ is to get it: "EPSG:n" as it is, a PROJ string with WGS 84, metres and +type=crs
/// filled in where nothing else is said. A problem of kind Data for anything else: unknown parameters (PROJ
/// would silently ignore them) and whatever could make PROJ read a file or the network.
base::Result<std::string> completeDefinition(const std::string& definition);

/// The value of "+key=value" in a PROJ string, "" for a bare "+key", nothing when it is not there.
std::optional<std::string> parameter(std::string_view projString, std::string_view key);

/// The same as a number (degrees may be written "24d30'N"); `otherwise` when it is not there or no number.
double parameterNumber(std::string_view projString, std::string_view key, double otherwise);

/// What to write instead of something that is no projection.
inline constexpr const char* kExampleAdvice =
    "use for example \"+proj=laea +lat_0=24 +lon_0=9\" or \"EPSG:3857\"";

/// The problem of kind Data that a projection cannot be used; only who reads the film knows where it stands.
base::Problem projectionProblem(const std::string& definition, const std::string& why,
                                const std::string& advice);

}  // namespace geo
