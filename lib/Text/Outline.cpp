#include "Text/Outline.h"

#include "Text/Face.h"
#include "Text/HarfBuzzHandles.h"

#include <cmath>

namespace sidetal {

namespace {

using Steps = std::vector<OutlineStep>;
using DrawFuncs = std::unique_ptr<hb_draw_funcs_t, DeleteWith<hb_draw_funcs_destroy>>;

int rounded(float value) {
    return static_cast<int>(std::lround(value));
}

void add(void* steps, OutlineStep step) {
    static_cast<Steps*>(steps)->push_back(step);
}

void moveTo(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) {
    add(steps, {OutlineStep::Kind::Move, rounded(x), rounded(y)});
}

void lineTo(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) {
    add(steps, {OutlineStep::Kind::Line, rounded(x), rounded(y)});
}

// Without a function for quadratic curves HarfBuzz makes cubic ones of them.
void cubicTo(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
             float y, void*) {
    add(steps, {OutlineStep::Kind::Curve, rounded(x), rounded(y), rounded(x1), rounded(y1), rounded(x2),
                rounded(y2)});
}

void closePath(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, void*) {
    add(steps, {OutlineStep::Kind::Close});
}

void draw(hb_font_t* font, hb_codepoint_t glyph, hb_draw_funcs_t* functions, Steps& steps) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, functions, &steps);
#else
    hb_font_get_glyph_shape(font, glyph, functions, &steps);
#endif
}

} // namespace

std::vector<OutlineStep> outlineOf(const Face& face, std::uint16_t glyph) {
    return watchingMemory([&] {
        const DrawFuncs functions(hb_draw_funcs_create());
        hb_draw_funcs_set_move_to_func(functions.get(), moveTo, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(functions.get(), lineTo, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(functions.get(), cubicTo, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(functions.get(), closePath, nullptr, nullptr);
        Steps steps;
        draw(face.hbFont(), glyph, functions.get(), steps);
        return steps;
    });
}

} // namespace sidetal
