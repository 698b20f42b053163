#include "video/page_drawing.h"

#include <cairo/cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace video {

namespace {

constexpr int kJpegQuality = 88;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

base::Problem cannotDraw(cairo_status_t status) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            "",
            0,
            0,
            std::string("a page cannot be drawn: ") + cairo_status_to_string(status),
            "close other programs if memory is short"};
}

// The pixels are only the JPEG's stand-in: cairo hands the file itself on to the PDF and never reads them.
Surface jpegSurface(const base::Image& image) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    const std::vector<std::uint8_t> jpeg = base::encodeJpeg(image, kJpegQuality);
    auto* bytes = static_cast<unsigned char*>(std::malloc(jpeg.size()));
    if (!bytes) return surface;
    std::memcpy(bytes, jpeg.data(), jpeg.size());
    const cairo_status_t status = cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, bytes,
                                                              jpeg.size(), std::free, bytes);
    if (status != CAIRO_STATUS_SUCCESS) std::free(bytes);
    return surface;
}

// Cairo's pixels are 32-bit words 0xXXRRGGBB in the machine's order.
Surface pixelSurface(const base::Image& image) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
    cairo_surface_flush(surface.get());
    unsigned char* row = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const std::uint8_t* in = image.bytes.data();
    for (int y = 0; y < image.height; ++y, row += stride) {
        for (int x = 0; x < image.width; ++x, in += image.channels) {
            const std::uint32_t word = std::uint32_t{in[0]} << 16 | std::uint32_t{in[1]} << 8 | in[2];
            std::memcpy(row + x * 4, &word, 4);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

void drawPicture(cairo_t* page, const base::Image& image, const base::Box& box, PictureForm form) {
    const Surface surface = form == PictureForm::Jpeg ? jpegSurface(image) : pixelSurface(image);
    cairo_save(page);
    cairo_translate(page, box.x, box.y);
    cairo_scale(page, box.w / image.width, box.h / image.height);
    cairo_set_source_surface(page, surface.get(), 0, 0);
    cairo_paint(page);
    cairo_restore(page);
}

}  // namespace

base::Size pixelsFor(const base::Box& box, double pixelsPerUnit) {
    return {std::max(1, static_cast<int>(std::lround(box.w * pixelsPerUnit))),
            std::max(1, static_cast<int>(std::lround(box.h * pixelsPerUnit)))};
}

base::Result<base::Done> drawPage(cairo_t* surface, const Page& page, const PageDrawing& drawing) {
    for (const PlacedFill& fill : page.fills) {
        cairo_set_source_rgba(surface, fill.color.r, fill.color.g, fill.color.b, fill.color.a);
        cairo_rectangle(surface, fill.box.x, fill.box.y, fill.box.w, fill.box.h);
        cairo_fill(surface);
    }
    for (const PlacedPicture& picture : page.pictures) {
        const auto image = drawing.pictureOf(picture.cue, pixelsFor(picture.box, drawing.pixelsPerUnit));
        if (!image) return image.problems();
        drawPicture(surface, *image, picture.box, drawing.form);
    }
    for (const PlacedText& text : page.texts)
        drawing.setter.draw(surface, text.paragraph, text.width, text.x, text.y, text.first, text.lines);
    if (cairo_status(surface) != CAIRO_STATUS_SUCCESS) return cannotDraw(cairo_status(surface));
    return base::Done{};
}

}  // namespace video
