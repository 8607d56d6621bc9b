#include "Batch/Faults.h"

#include <system_error>
#include <utility>
#include <vector>

namespace sidetal::batch {

std::string systemWords(int error) {
    std::string text = std::generic_category().message(error);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

Error faultOf(std::string_view code, const std::string& file, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = file;
    diagnostic.message = std::move(message);
    return Error(std::vector{std::move(diagnostic)});
}

} // namespace sidetal::batch
