#include <cairo/cairo-pdf.h>

#include <memory>

#include "video/handout.h"
#include "video/whole_file.h"

namespace video {

namespace {

// Any fixed moment: a clock here would make two runs differ.
constexpr const char* kMadeAt = "2000-01-01T00:00:00Z";

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPen {
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

cairo_status_t append(void* file, const unsigned char* bytes, unsigned int size) {
    static_cast<WholeFile*>(file)->write(bytes, size);
    return CAIRO_STATUS_SUCCESS;  // the file keeps its first error and says it at the end
}

void describe(cairo_surface_t* pdf, const Storyboard& board) {
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, board.title.c_str());
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, "Harmattan");
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, kMadeAt);
    const auto add = [&](int parent, const std::string& name, const CueNote& at) {
        const std::string to = "dest='cue-" + std::to_string(at.number) + "'";
        return cairo_pdf_surface_add_outline(pdf, parent, name.c_str(), to.c_str(),
                                             static_cast<cairo_pdf_outline_flags_t>(0));
    };
    std::string chapter;
    int parent = CAIRO_PDF_OUTLINE_ROOT;
    for (const CueNote& cue : board.cues) {
        if (cue.chapter != chapter) {
            chapter = cue.chapter;
            parent = chapter.empty() ? CAIRO_PDF_OUTLINE_ROOT : add(CAIRO_PDF_OUTLINE_ROOT, chapter, cue);
        }
        add(parent, std::to_string(cue.number) + "  " + cue.title, cue);
    }
}

}  // namespace

base::Result<base::Done> writeHandout(const std::string& path, const Storyboard& board,
                                      const Handout& handout, const TypeSetter& setter,
                                      const PictureOfCue& pictureOf) {
    WholeFile file(path);
    if (const auto problem = file.problem()) return *problem;
    const std::unique_ptr<cairo_surface_t, DestroySurface> pdf(
        cairo_pdf_surface_create_for_stream(append, &file, kPageWidth, kPageHeight));
    describe(pdf.get(), board);
    const std::unique_ptr<cairo_t, DestroyPen> pen(cairo_create(pdf.get()));
    const PageDrawing drawing{setter, pictureOf, PictureForm::Jpeg, kPicturePixelsPerPoint};
    for (const Page& page : handout.pages) {
        const auto drawn = drawPage(pen.get(), page, drawing);
        if (!drawn) return drawn.problems();
        cairo_show_page(pen.get());
        if (const auto problem = file.problem()) return *problem;  // a full disk, say
    }
    cairo_surface_finish(pdf.get());
    return file.finish();
}

}  // namespace video
