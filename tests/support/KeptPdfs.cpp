#include "support/KeptPdfs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace sidetal::test {

void keepPdf(std::string_view name, std::string_view bytes) {
    const std::filesystem::path folder = SIDETAL_PDF_DIR;
    std::filesystem::create_directories(folder);
    std::ofstream out(folder / (std::string(name) + ".pdf"), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    ASSERT_TRUE(out.flush()) << name;
}

} // namespace sidetal::test
