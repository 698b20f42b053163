// Pages of page_flow.h drawn with cairo: on paper (PDF) or as pixels. Which pictures they hold is for the
// caller to say.
#pragma once

#include <cstddef>
#include <functional>

#include "base/image.h"
#include "base/result.h"
#include "video/page_flow.h"

typedef struct _cairo_surface cairo_surface_t;

namespace video {

/// The picture of a cue at this size in pixels, 4 channels; or the problem that kept it from being drawn.
using PictureOfCue = std::function<base::Result<base::Image>(std::size_t cue, base::Size size)>;

/// How a picture gets onto a surface.
enum class PictureForm {
    Jpeg,    ///< handed on as JPEG, for PDF
    Pixels,  ///< as it is
};

struct PageDrawing {
    const TypeSetter& setter;
    PictureOfCue pictureOf;
    PictureForm form = PictureForm::Pixels;
    double pixelsPerUnit = 1;  ///< of the pictures
};

/// Draws one page. The first problem of a picture ends it.
base::Result<base::Done> drawPage(cairo_t* surface, const Page& page, const PageDrawing& drawing);

/// The size in pixels of a picture that fills `box`; at least 1 x 1.
base::Size pixelsFor(const base::Box& box, double pixelsPerUnit);

}  // namespace video
