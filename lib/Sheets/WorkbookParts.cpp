#include "Sheets/WorkbookParts.h"

#include "Sheets/Characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::sheets {

namespace {

/// "xl/" of "xl/workbook.xml"
[[nodiscard]] std::string folderOf(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// A target as a part's name: from the root where it begins with "/", else beside the part that names it.
[[nodiscard]] std::string resolved(const std::string& folder, std::string_view target) {
    std::string path = target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
    std::vector<std::string> steps;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        std::string step = path.substr(at, end - at);
        if (step == "..") {
            if (!steps.empty()) {
                steps.pop_back();
            }
        } else if (!step.empty() && step != ".") {
            steps.push_back(std::move(step));
        }
        at = end + 1;
    }
    std::string out;
    for (const std::string& step : steps) {
        out += (out.empty() ? "" : "/") + step;
    }
    return out;
}

class RelationsHandler final : public XmlHandler {
  public:
    explicit RelationsHandler(std::string folder)
        : folder_(std::move(folder)) {}
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes["TargetMode"] == "External") {
            return;
        }
        const std::string_view type = attributes["Type"];
        std::string target = resolved(folder_, attributes["Target"]);
        relations.byType.emplace(type.substr(type.rfind('/') + 1), target);
        relations.byId.emplace(attributes["Id"], std::move(target));
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}

    Relations relations;

  private:
    std::string folder_;
};

class ListHandler final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            list.from1904 = attributes.flag("date1904");
        } else if (name == "sheet") {
            const std::string_view state = attributes["state"];
            list.sheets.push_back({unescaped(attributes["name"]), std::string(attributes["id"]),
                                   state == "hidden" || state == "veryHidden"});
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*text*/) override {}

    WorkbookList list;
};

/// Texts of `si`, their runs joined; what is only said beside them (`rPh`, how characters are read) left out.
class SharedTextsHandler final : public XmlHandler {
  public:
    explicit SharedTextsHandler(const SheetLimits& limits)
        : limits_(limits) {}
    void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
        beside_ += name == "rPh" ? 1 : 0;
        isText_ = name == "t" && beside_ == 0;
    }
    void end(std::string_view name) override {
        beside_ -= name == "rPh" ? 1 : 0;
        isText_ = false;
        if (name == "si") {
            texts.add(unescaped(text_));
            text_.clear();
        }
        if (texts.bytes() > limits_.texts || texts.size() > limits_.cells) {
            throw Error("SID-X011", fmt::format("more than the limit of {} MB of text", limits_.texts >> 20));
        }
    }
    void text(std::string_view text) override {
        if (!isText_) {
            return;
        }
        if (text_.size() + text.size() > limits_.texts) {
            throw Error("SID-X011",
                        fmt::format("a text of more than the limit of {} MB", limits_.texts >> 20));
        }
        text_ += text;
    }

    SharedTexts texts;

  private:
    const SheetLimits& limits_;
    std::string text_;
    int beside_ = 0;
    bool isText_ = false;
};

class FormatsHandler final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            own_[attributes.number("numFmtId").value_or(0)] = formatOf(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            isCells_ = true;
        } else if (name == "xf" && isCells_) {
            const std::uint32_t id = attributes.number("numFmtId").value_or(0);
            const auto own = own_.find(id);
            formats.push_back(own != own_.end() ? own->second : builtInFormat(id));
        }
    }
    void end(std::string_view name) override { isCells_ = isCells_ && name != "cellXfs"; }
    void text(std::string_view /*text*/) override {}

    std::vector<NumberFormat> formats;

  private:
    std::map<std::uint32_t, NumberFormat> own_;
    bool isCells_ = false;
};

} // namespace

Relations readRelations(Package& package, const std::string& part) {
    const std::string folder = folderOf(part);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    RelationsHandler handler(folder);
    if (package.has(name)) {
        readPart(package.open(name), handler);
    }
    return std::move(handler.relations);
}

WorkbookList readWorkbookList(Package& package, const std::string& part) {
    ListHandler handler;
    readPart(package.open(part), handler);
    return std::move(handler.list);
}

SharedTexts readSharedTexts(Package& package, const std::string& part) {
    SharedTextsHandler handler(package.limits());
    readPart(package.open(part), handler);
    return std::move(handler.texts);
}

std::vector<NumberFormat> readFormats(Package& package, const std::string& part) {
    FormatsHandler handler;
    readPart(package.open(part), handler);
    return std::move(handler.formats);
}

std::string unescaped(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                      : -1;
    };
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at, 7);
        bool isEscape = rest.size() == 7 && rest.starts_with("_x") && rest[6] == '_';
        char32_t character = 0;
        for (std::size_t i = 2; isEscape && i < 6; ++i) {
            isEscape = digit(rest[i]) >= 0;
            character = character * 16 + static_cast<char32_t>(std::max(digit(rest[i]), 0));
        }
        if (isEscape && (character < 0xD800 || character > 0xDFFF)) {
            appendUtf8(out, character);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

} // namespace sidetal::sheets
