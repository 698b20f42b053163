#include "geo/gdal_scope.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

// SHAPE_RESTORE_SHX: a missing .shx is reported, not written. OGR_ORGANIZE_POLYGONS: even-odd filling needs
// no nesting. USE_OSR_FIND_MATCHES: the .prj is checked elsewhere, a search of PROJ's database would take
// longer than all the rest.
constexpr std::pair<const char*, const char*> kOptions[] = {{"SHAPE_RESTORE_SHX", "NO"},
                                                            {"OGR_ORGANIZE_POLYGONS", "SKIP"},
                                                            {"USE_OSR_FIND_MATCHES", "NO"},
                                                            {"GDAL_PAM_ENABLED", "NO"}};

void keepMessage(CPLErr level, CPLErrorNum, const char* message) {
    if (level >= CE_Warning) static_cast<GdalScope*>(CPLGetErrorHandlerUserData())->keep(message);
}

}  // namespace

void registerDrivers() {
    RegisterOGRShape();
    GDALRegister_GTiff();
}

GdalScope::GdalScope() {
    CPLPushErrorHandlerEx(keepMessage, this);
    for (const auto& [key, value] : kOptions) {
        const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
        m_before.emplace_back(key, before ? std::optional<std::string>(before) : std::nullopt);
        CPLSetThreadLocalConfigOption(key, value);
    }
}

GdalScope::~GdalScope() {
    for (const auto& [key, value] : m_before)
        CPLSetThreadLocalConfigOption(key, value ? value->c_str() : nullptr);
    CPLPopErrorHandler();
}

std::string GdalScope::takeMessage() {
    return std::exchange(m_message, std::string());
}

void GdalScope::keep(const char* message) {
    if (!m_message.empty()) return;
    m_message = std::string(message).substr(0, 300);
    for (char& c : m_message) {
        if (c == '\n' || c == '\r') c = ' ';
    }
}

}  // namespace geo
