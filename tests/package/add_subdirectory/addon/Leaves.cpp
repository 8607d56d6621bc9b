#include "Leaves.h"

extern "C" int paper_sides(void);

unsigned leavesOf(const sidetal::Document& document) {
    const auto sides = static_cast<unsigned>(paper_sides());
    return (sidetal::Renderer().check(document, {}).pages + sides - 1) / sides;
}
