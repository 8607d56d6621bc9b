#include "Pdf/FormObjects.h"

namespace sidetal {

namespace {

void appendFormName(Buffer& out, std::uint32_t form) {
    out << "/Fm" << form + 1;
}

} // namespace

void FormObjects::appendNameOf(Buffer& out, std::string_view content, std::string_view box) {
    auto form = forms_.find(content);
    if (form == forms_.end()) {
        const auto name = static_cast<std::uint32_t>(forms_.size());
        form = forms_.emplace(std::string(content), Form{std::string(box), {}, name}).first;
    }
    appendFormName(out, form->second.name);
}

ObjectNumber FormObjects::reserveForCopies(FileWriter& file, std::uint32_t count) {
    countForCopies_ = count;
    firstForCopies_ = file.reserve(count);
    return firstForCopies_;
}

void FormObjects::appendNameForCopies(Buffer& out, std::uint32_t form) {
    out << "/Cp" << form + 1;
}

void FormObjects::write(FileWriter& file) {
    for (auto& [content, form] : forms_) {
        form.number = file.reserve();
        file.writeStream(form.number, "/Type/XObject/Subtype/Form/BBox[" + form.box + ']', content);
    }
}

void FormObjects::appendObjects(Buffer& out) const {
    for (const auto& [content, form] : forms_) {
        appendFormName(out, form.name);
        out << ' ' << form.number;
    }
    for (std::uint32_t i = 0; i < countForCopies_; ++i) {
        appendNameForCopies(out, i);
        out << ' ' << firstForCopies_ + i;
    }
}

} // namespace sidetal
