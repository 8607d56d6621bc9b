#include "Compose/MatrixLinks.h"

namespace sidetal {

TargetId MatrixLinks::find(const void* thing) {
    Place& place = places_[thing];
    if (place.target == TargetId::None) {
        place.target = tree_.reserveTarget();
        if (place.node != NodeId::None) {
            tree_.bindTarget(place.target, place.node);
        }
    }
    return place.target;
}

void MatrixLinks::bindTo(const void* thing, NodeId node) {
    Place& place = places_[thing];
    place.node = node;
    if (place.target != TargetId::None) {
        tree_.bindTarget(place.target, node);
    }
}

} // namespace sidetal
