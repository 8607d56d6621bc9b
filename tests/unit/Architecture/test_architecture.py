"""Holds the source tree to the rules of rules.py, and shows that each rule catches what breaks it."""

import os
import re
import tempfile
import unittest
from pathlib import Path

import rules

ROOT = Path(os.environ["SIDETAL_SOURCE_DIR"])


class SourceTree(unittest.TestCase):
    def test_every_component_is_known(self):
        folders = {p.parent.name for p in (ROOT / "lib").glob("*/CMakeLists.txt")}
        self.assertEqual(folders, set(rules.USES))

    def test_components_include_what_they_may(self):
        self.assertEqual(rules.library_violations(ROOT), [])

    def test_public_headers_are_free_of_third_party_types(self):
        self.assertEqual(rules.public_header_violations(ROOT), [])

    def test_command_line_uses_public_headers_only(self):
        self.assertEqual(rules.tool_violations(ROOT), [])

    def test_library_does_not_touch_the_outside(self):
        self.assertEqual(rules.word_violations(ROOT), [])

    def test_cmake_lists_are_the_rules(self):
        self.assertEqual(rules.cmake_violations(ROOT), [])


    def test_every_c_function_is_exported_with_a_version(self):
        for name, library in (("sidetal.h", "sidetal-c"), ("batch.h", "sidetal-batch")):
            header = (ROOT / "include" / "sidetal-c" / name).read_text(encoding="utf-8")
            declared = re.findall(r"^SIDETAL_API[^;(]*?\b(sidetal_\w+)\(", header, re.MULTILINE)
            script = (ROOT / "lib" / "package" / f"{library}.map.in").read_text(encoding="utf-8")
            self.assertGreater(len(declared), 15)
            self.assertEqual(sorted(declared), sorted(re.findall(r"^ +(sidetal_\w+);", script, re.MULTILINE)))


class BrokenTree(unittest.TestCase):
    """A tree in which every component is empty but for one file."""

    def violations(self, check, path, text):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            for component in rules.USES:
                cmake = root / "lib" / component / "CMakeLists.txt"
                cmake.parent.mkdir(parents=True)
                library = f" LIBRARY {rules.LIBRARY_OF[component]}" if component in rules.LIBRARY_OF else ""
                copies = " COPIES " + " ".join(rules.COPIES[component]) if component in rules.COPIES else ""
                cmake.write_text(f"sidetal_component({component}\n  SOURCES {component}.cpp{library}{copies})\n")
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
            return check(root)

    def assertCaught(self, check, path, text, fault):
        found = self.violations(check, path, text)
        self.assertEqual(len(found), 1, found)
        self.assertIn(fault, found[0])

    def test_layout_may_not_see_the_model(self):
        self.assertCaught(rules.library_violations, "lib/Layout/Flow.cpp", '#include "sidetal/Model/MeetingPaper.h"\n',
                          "Layout may not include sidetal/Model/MeetingPaper.h")

    def test_model_may_not_include_trees(self):
        self.assertCaught(rules.library_violations, "lib/Model/Agenda.cpp", '#  include "Tree/Tree.h"\n', "Tree/Tree.h")

    def test_harfbuzz_stays_in_text(self):
        self.assertCaught(rules.library_violations, "lib/Pdf/Fonts.cpp", "#include <hb.h>\n", "<hb.h>")

    def test_unnamed_libraries_are_refused(self):
        self.assertCaught(rules.library_violations, "lib/Text/Zip.cpp", "#include <zlib.h>\n", "no library")

    def test_private_headers_are_named_with_their_component(self):
        self.assertCaught(rules.library_violations, "lib/Text/Face.cpp", '#include "Face.h"\n', "names no component")

    def test_allowed_includes_pass(self):
        text = '#include "Layout/Flow.h"\n#include "Structure/StructTree.h"\n#include <fmt/format.h>\n#include <vector>\n'
        self.assertEqual(self.violations(rules.library_violations, "lib/Layout/Flow.cpp", text), [])

    def test_public_header_with_third_party_type(self):
        self.assertCaught(rules.public_header_violations, "include/sidetal/Model/Common.h", "#include <fmt/format.h>\n",
                          "fmt/format.h")

    def test_public_header_with_private_header(self):
        self.assertCaught(rules.public_header_violations, "include/sidetal/Report.h", '#include "Text/Face.h"\n', "Text/Face.h")

    def test_public_model_may_not_include_style(self):
        self.assertCaught(rules.public_header_violations, "include/sidetal/Model/Common.h",
                          '#include "sidetal/Style/StyleSheet.h"\n', "Model may not include")

    def test_command_line_with_private_header(self):
        self.assertCaught(rules.tool_violations, "tools/sidetal/main.cpp", '#include "Support/Utf8.h"\n', "Support/Utf8.h")

    def test_printing(self):
        self.assertCaught(rules.word_violations, "lib/Pdf/Pdf.cpp", 'void f() { std::fprintf(stderr, "x"); }\n',
                          "standard streams")

    def test_clock(self):
        self.assertCaught(rules.word_violations, "lib/Pdf/Pdf.cpp", "auto t = std::chrono::system_clock::now();\n", "clock")

    def test_environment(self):
        self.assertCaught(rules.word_violations, "lib/Pdf/Pdf.cpp", 'auto t = std::getenv("HOME");\n', "environment")

    def test_floating_point_in_layout(self):
        self.assertCaught(rules.word_violations, "lib/Layout/Flow.cpp", "double x = 0.5;\n", "floating point")

    def test_words_in_comments_and_strings_pass(self):
        text = '// std::cout, double\n/* getenv */ auto s = "std::cerr"; auto r = R"(setlocale)"; char c = \'"\';\n'
        self.assertEqual(self.violations(rules.word_violations, "lib/Layout/Flow.cpp", text), [])

    def test_cmake_that_uses_too_much(self):
        self.assertCaught(rules.cmake_violations, "lib/Layout/CMakeLists.txt",
                          "sidetal_component(Layout\n  SOURCES Flow.cpp\n  USES Model\n  LINKS fmt::fmt)\n", "may not use Model")

    def test_other_libraries_see_public_headers_only(self):
        self.assertCaught(rules.library_violations, "lib/CApi/CApi.cpp", '#include "Support/Utf8.h"\n', "only public headers")
        self.assertEqual(self.violations(rules.library_violations, "lib/CApi/CApi.cpp", '#include "sidetal/Report.h"\n'), [])

    def test_other_libraries_see_what_they_have_a_copy_of(self):
        self.assertEqual(self.violations(rules.library_violations, "lib/Sheets/PartReader.cpp", '#include "Xml/XmlLibrary.h"\n'), [])
        self.assertCaught(rules.cmake_violations, "lib/Tree/CMakeLists.txt",
                          "sidetal_component(Tree\n  SOURCES Tree.cpp\n  COPIES Xml)\n", "COPIES is not what the rules say")

    def test_dependency_of_an_add_on_in_the_core(self):
        self.assertCaught(rules.cmake_violations, "lib/CApi/CMakeLists.txt", "sidetal_component(CApi\n  SOURCES CApi.cpp)\n",
                          "CApi is part of the library c")
        self.assertCaught(rules.cmake_violations, "lib/Pdf/CMakeLists.txt",
                          "sidetal_component(Pdf\n  SOURCES Pdf.cpp\n  LIBRARY c)\n", "Pdf is part of the library core")

    def test_command_line_with_a_folder(self):
        text = '#include "files/Input.h"\n#include "sidetal/Report.h"\n'
        self.assertCaught(rules.tool_violations, "tools/sidetal/render/Render.cpp", text, "files/Input.h")

    def test_cmake_that_lacks_a_use(self):
        self.assertCaught(rules.cmake_violations, "lib/Layout/Flow.cpp", '#include "Blocks/Block.h"\n', "USES lacks Blocks")


if __name__ == "__main__":
    unittest.main()
