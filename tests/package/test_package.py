"""Uses the library as its users do: installed and found, as a subproject, by pkg-config, from C. Each way gives the same PDF."""

import json
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
BUILD = Path(os.environ["SIDETAL_BINARY_DIR"])
PROGRAM = os.environ["SIDETAL_PROGRAM"]
CMAKE = os.environ["SIDETAL_CMAKE"]
os.environ["CMAKE_GENERATOR"] = "Ninja"  # CMake's own choice is make, which need not be there
COMPILER = os.environ["SIDETAL_CXX"]
C_COMPILER = os.environ["SIDETAL_CC"]
BUILD_TYPE = os.environ["SIDETAL_BUILD_TYPE"]
HERE = Path(__file__).parent
WORK = BUILD / "tests" / "package"
STAGE = WORK / "stage"
LIBRARIES = STAGE / os.environ["SIDETAL_LIBDIR"]


def run(*command, environment=None, folder=None):
    """The command's standard output; a failure shows everything it said."""
    process = subprocess.run([str(word) for word in command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             env=os.environ | (environment or {}), check=False)
    text = process.stdout.decode("utf-8", "replace")
    if process.returncode != 0:
        raise AssertionError(f"{command}: status {process.returncode}\n{text}")
    return text


def fresh(name):
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def needed(binary):
    """The libraries that it asks for itself."""
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", binary)))


def soname(library):
    return re.search(r"\(SONAME\).*\[(.+)\]", run("readelf", "-d", LIBRARIES / f"{library}.so")).group(1)


class Install(unittest.TestCase):
    """Runs first: the others use what it installs."""

    def test_install(self):
        fresh("stage")
        run(CMAKE, "--install", BUILD, "--prefix", STAGE)
        for name in ("bin/sidetal", "include/sidetal/Sidetal.h", "include/sidetal/Version.h",
                     "include/sidetal-c/sidetal.h", "include/sidetal-c/batch.h", "share/man/man1/sidetal.1", "share/doc/sidetal/LICENSE",
                     "share/sidetal/fonts/Carlito-Regular.ttf", "share/sidetal/hyphen/hyph_da_DK.dic"):
            self.assertTrue((STAGE / name).is_file(), name)
        for name in ("libsidetal.so", "libsidetal.a", "libsidetal-c.so", "libsidetal-c.a", "pkgconfig/sidetal.pc",
                     "pkgconfig/sidetal-c.pc", "libsidetal-sheets.so", "libsidetal-sheets.a", "pkgconfig/sidetal-sheets.pc", "libsidetal-batch.so", "libsidetal-batch.a", "pkgconfig/sidetal-batch.pc", "cmake/sidetal/sidetalConfig.cmake"):
            self.assertTrue((LIBRARIES / name).exists(), name)
        private = [p for p in (STAGE / "include").rglob("*.h") if not p.relative_to(STAGE / "include").parts[0].startswith("sidetal")]
        self.assertEqual(private, [])

    def test_installed_schemas_are_those_of_the_program(self):
        for kind in ("agenda", "goal-matrix", "style"):
            installed = (STAGE / "share" / "sidetal" / "schema" / f"{kind}.json").read_text(encoding="utf-8")
            self.assertEqual(installed, run(STAGE / "bin" / "sidetal", "schema", kind))
            json.loads(installed)

    def test_nothing_installed_names_the_build_folder(self):
        names = [p for p in STAGE.rglob("*") if p.suffix in (".cmake", ".pc", ".h")]
        self.assertGreater(len(names), 10)
        self.assertEqual([p for p in names if str(BUILD) in p.read_text(encoding="utf-8")], [])
        for binary in (LIBRARIES / "libsidetal.so", LIBRARIES / "libsidetal-c.so", LIBRARIES / "libsidetal-sheets.so", LIBRARIES / "libsidetal-batch.so", STAGE / "bin" / "sidetal"):
            texts = run("strings", "-d", binary).splitlines()  # what is loaded: debug information names the sources
            self.assertGreater(len(texts), 100)
            self.assertEqual([text for text in texts if str(BUILD) in text], [])


class Moved(unittest.TestCase):
    """An installation works from wherever it is moved to, with the fonts that it brought."""

    FONTS = """#include <sidetal/Sidetal.h>
#include <cstdio>
int main() {
    for (const sidetal::FontInfo& font : sidetal::Renderer().fonts()) {
        std::puts(font.file.c_str());
    }
}
"""

    def assertAllWithin(self, files, folder):
        self.assertGreater(len(files), 5)
        self.assertEqual([file for file in files if not file.startswith(str(folder / "share" / "sidetal" / "fonts") + "/")], [])

    def test_moved_installation_uses_its_own_fonts(self):
        moved = fresh("moved") / "elsewhere"
        shutil.copytree(STAGE, moved, symlinks=True)
        listed = run(moved / "bin" / "sidetal", "fonts").splitlines()
        self.assertAllWithin([line.split()[-1] for line in listed], moved)
        libraries = moved / LIBRARIES.relative_to(STAGE)
        folder = fresh("moved-user")
        (folder / "fonts.cpp").write_text(self.FONTS, encoding="utf-8")
        run(COMPILER, "-std=c++20", f"-I{moved / 'include'}", folder / "fonts.cpp", "-o", folder / "fonts", f"-L{libraries}", "-lsidetal")
        self.assertAllWithin(run(folder / "fonts", environment={"LD_LIBRARY_PATH": str(libraries)}).splitlines(), moved)

    def test_program_of_the_build_folder_uses_the_fonts_there(self):
        self.assertAllWithin([line.split()[-1] for line in run(PROGRAM, "fonts").splitlines()], BUILD)


class Consumers(unittest.TestCase):
    def assertRenders(self, *program, folder, environment=None):
        """The consumer gives the bytes that the command line gives."""
        run(PROGRAM, "render", HERE / "agenda.json", "-o", folder / "expected.pdf")
        run(*program, HERE / "agenda.json", folder / "made.pdf", environment=environment)
        self.assertEqual((folder / "made.pdf").read_bytes(), (folder / "expected.pdf").read_bytes())

    def build(self, name, *options):
        folder = fresh(name)
        run(CMAKE, "-S", HERE / name, "-B", folder, f"-DCMAKE_BUILD_TYPE={BUILD_TYPE}",
            f"-DCMAKE_PREFIX_PATH={STAGE}", f"-DCMAKE_C_COMPILER={C_COMPILER}", *options)
        run(CMAKE, "--build", folder, "--parallel", "2")
        return folder

    def compiler(self):
        return f"-DCMAKE_CXX_COMPILER={COMPILER}"

    def test_find_package(self):
        folder = self.build("find_package", self.compiler())
        self.assertIn("libsidetal.so", run("ldd", folder / "consumer"))
        self.assertRenders(folder / "consumer", folder=folder)

    def test_find_package_static(self):
        folder = self.build("static", self.compiler())
        self.assertNotIn("libsidetal.so", run("ldd", folder / "consumer"))
        self.assertRenders(folder / "consumer", folder=folder)

    def test_static_needs_nothing_that_only_our_sources_include(self):
        targets = (LIBRARIES / "cmake" / "sidetal" / "sidetal-static.cmake").read_text(encoding="utf-8")
        self.assertIn("Hyphen::Hyphen", targets)
        self.assertNotRegex(targets, "Boost|nlohmann")

    def test_static_without_its_libraries_is_not_found_and_does_not_stop(self):
        folder = fresh("lacking")
        (folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES C CXX)\nset(CMAKE_MODULE_PATH mine)\n"
            "set(CMAKE_DISABLE_FIND_PACKAGE_Hyphen TRUE)\n"
            "find_package(sidetal QUIET COMPONENTS static)\n"
            'message(STATUS "found ${sidetal_FOUND}: ${sidetal_NOT_FOUND_MESSAGE}; modules ${CMAKE_MODULE_PATH}")\n')
        said = run(CMAKE, "-S", folder, "-B", folder / "b", f"-DCMAKE_PREFIX_PATH={STAGE}")
        self.assertIn("found 0: sidetal::static also needs: Hyphen::Hyphen; modules mine", said)

    def test_find_package_of_a_later_version_fails(self):
        folder = fresh("later")
        (folder / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES NONE)\n"
                                               "find_package(sidetal 99 REQUIRED)\n")
        with self.assertRaisesRegex(AssertionError, "99"):
            run(CMAKE, "-S", folder, "-B", folder / "b", f"-DCMAKE_PREFIX_PATH={STAGE}")

    def test_c(self):
        folder = self.build("c")
        self.assertEqual(needed(folder / "consumer") & {soname("libsidetal"), soname("libsidetal-c")}, {soname("libsidetal-c")})
        self.assertRenders(folder / "consumer", folder=folder)

    def test_c_static(self):
        folder = self.build("c_static", self.compiler())
        self.assertNotIn("libsidetal", run("ldd", folder / "consumer"))
        self.assertRenders(folder / "consumer", folder=folder)

    def test_c_by_pkg_config(self):
        folder = fresh("c-pkg-config")
        environment = {"PKG_CONFIG_PATH": str(LIBRARIES / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "sidetal-c", environment=environment).split()
        self.assertNotIn("-lsidetal", flags)
        run(C_COMPILER, "-std=c99", HERE / "c" / "main.c", "-o", folder / "consumer", *flags)
        self.assertRenders(folder / "consumer", folder=folder, environment={"LD_LIBRARY_PATH": str(LIBRARIES)})
        static = run("pkg-config", "--static", "--cflags", "--libs", "sidetal-c", environment=environment).split()
        static = [re.sub(r"^-l(sidetal.*)", r"-l:lib\1.a", flag) for flag in static]
        run(C_COMPILER, "-std=c99", HERE / "c" / "main.c", "-o", folder / "consumer-static", *static)
        self.assertNotIn("libsidetal", run("ldd", folder / "consumer-static"))
        self.assertRenders(folder / "consumer-static", folder=folder)

    def test_c_batch_by_pkg_config(self):
        folder = fresh("c-batch")
        environment = {"PKG_CONFIG_PATH": str(LIBRARIES / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "sidetal-batch", environment=environment).split()
        run(C_COMPILER, "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", HERE / "c_batch" / "main.c", "-o", folder / "consumer", *flags)
        self.assertEqual(needed(folder / "consumer") & {soname("libsidetal"), soname("libsidetal-batch")}, {soname("libsidetal-batch")})
        shutil.copy(HERE / "agenda.json", folder)
        (folder / "job.json").write_text('{"inputs": ["agenda.json"]}')
        said = run(folder / "consumer", "job.json", "out", folder=folder, environment={"LD_LIBRARY_PATH": str(LIBRARIES)})
        self.assertEqual(said, "agenda.pdf\n")
        run(PROGRAM, "render", HERE / "agenda.json", "-o", folder / "expected.pdf")
        self.assertEqual((folder / "out" / "agenda.pdf").read_bytes(), (folder / "expected.pdf").read_bytes())

    def test_library_that_is_not_installed_is_not_found(self):
        folder = fresh("no-such-library")
        (folder / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES NONE)\n"
                                               "find_package(sidetal REQUIRED COMPONENTS leaves)\n")
        with self.assertRaisesRegex(AssertionError, "leaves"):
            run(CMAKE, "-S", folder, "-B", folder / "b", f"-DCMAKE_PREFIX_PATH={STAGE}")

    def test_python(self):
        folder = fresh("python")
        self.assertRenders(sys.executable, HERE / "render.py", folder=folder,
                           environment={"LD_LIBRARY_PATH": str(LIBRARIES)})

    def test_example_of_the_readme_compiles(self):
        text = (SOURCE / "README.md").read_text(encoding="utf-8")
        example = re.search(r"^```cpp\n(.*?)^```", text, re.MULTILINE | re.DOTALL).group(1)
        source = fresh("readme") / "example.cpp"
        source.write_text(example, encoding="utf-8")
        run(COMPILER, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{STAGE / 'include'}", source)

    def test_pkg_config(self):
        folder = fresh("pkg-config")
        environment = {"PKG_CONFIG_PATH": str(LIBRARIES / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "sidetal", environment=environment).split()
        run(COMPILER, "-std=c++20", HERE / "render.cpp", "-o", folder / "consumer", *flags)
        self.assertRenders(folder / "consumer", folder=folder, environment={"LD_LIBRARY_PATH": str(LIBRARIES)})
        alone = {"PKG_CONFIG_LIBDIR": str(LIBRARIES / "pkgconfig")}  # none of the libraries' development files
        self.assertEqual(run("pkg-config", "--cflags", "--libs", "sidetal", environment=alone).split(), flags)
        static = run("pkg-config", "--static", "--libs", "sidetal", environment=environment).split()
        static = ["-l:libsidetal.a" if flag == "-lsidetal" else flag for flag in static]
        cflags = run("pkg-config", "--cflags", "sidetal", environment=environment).split()
        run(COMPILER, "-std=c++20", HERE / "render.cpp", "-o", folder / "consumer-static", *cflags, *static)
        self.assertRenders(folder / "consumer-static", folder=folder)

    def test_add_subdirectory(self):
        # The library once more: several sources to a file, and from the compiler cache where there is one.
        launcher = [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX") if shutil.which("ccache")]
        folder = self.build("add_subdirectory", self.compiler(), f"-DSIDETAL_SOURCE={SOURCE}", "-DCMAKE_UNITY_BUILD=ON",
                            f"-DSIDETAL_WERROR={os.environ['SIDETAL_WERROR']}", *launcher)
        self.assertRenders(folder / "consumer", folder=folder)
        self.assertEqual(list(folder.rglob("libsidetal-c*")), [], "what is not used is not built")
        for other in ("libzip", "sqlite3"):
            self.assertNotIn(other, (folder / "CMakeCache.txt").read_text(), "what libraries over the core need is nothing that it needs")
        self.assertEqual(run(folder / "leaves").strip(), "1")
        self.assertIn("libpaper.so", needed(folder / "leaves"))
        self.assertNotIn("libpaper.so", needed(folder / "consumer"))
        run(CMAKE, "--build", folder, "--target", "sidetal_leaves_shared")
        library = next(folder.rglob("libsidetal-leaves.so"))
        self.assertEqual(needed(library) & {"libpaper.so", soname("libsidetal")}, {"libpaper.so", soname("libsidetal")})
        self.assertIn("[libsidetal-leaves.so.7]", run("readelf", "-d", library))
        self.assertEqual(re.findall(r" T (\w+)\(", run("nm", "-D", "-C", "--defined-only", library)), ["leavesOf"])
        self.assertIn("Total Tests: 0", run("ctest", "-N", folder=folder))
        run(CMAKE, "--install", folder, "--prefix", folder / "stage")
        self.assertFalse((folder / "stage").exists())

    def test_add_subdirectory_installs_where_that_is_asked_for(self):
        folder = fresh("installing")
        run(CMAKE, "-S", HERE / "add_subdirectory", "-B", folder, f"-DSIDETAL_SOURCE={SOURCE}", "-DSIDETAL_INSTALL=ON",
            "-DCMAKE_BUILD_TYPE=", self.compiler())
        wanted = run("ninja", "-C", folder, "-n", "all")
        self.assertIn("libsidetal.so", wanted)
        self.assertNotIn("RelWithDebInfo", (folder / "CMakeCache.txt").read_text().split("CMAKE_BUILD_TYPE:", 1)[1].split("\n", 1)[0])


class Symbols(unittest.TestCase):
    VERSION = None

    @classmethod
    def setUpClass(cls):
        text = (STAGE / "include/sidetal/Version.h").read_text(encoding="utf-8")
        cls.VERSION = re.search(r'SIDETAL_VERSION "(\d+\.\d+)\.', text).group(1)

    def exported(self, library):
        """Name of each exported symbol, with its version."""
        lines = run("nm", "-D", "--with-symbol-versions", "--defined-only", LIBRARIES / library).splitlines()
        symbols = dict(line.split(" ", 2)[2].split("@@", 1) for line in lines if "@@" in line)
        nodes = {line.split()[2] for line in lines if " A " in line}  # the versions stand among the symbols
        self.assertEqual(len(symbols) + len(nodes), len(lines), lines)
        return symbols

    def test_only_symbols_of_ours_are_exported(self):
        names = run("c++filt", *self.exported("libsidetal.so")).splitlines()
        self.assertGreater(len(names), 40)
        ours = re.compile(r"sidetal::|(typeinfo|typeinfo name|vtable) for sidetal::Error$")
        self.assertEqual([name for name in names if not ours.match(name)], [])

    def declared(self, header):
        text = (SOURCE / "include" / "sidetal-c" / header).read_text(encoding="utf-8")
        return set(re.findall(r"^SIDETAL_API[^;(]*?\b(sidetal_\w+)\(", text, re.MULTILINE))

    def test_every_function_of_the_c_header_is_exported_and_nothing_else(self):
        declared = self.declared("sidetal.h")
        self.assertGreater(len(declared), 25)
        self.assertEqual(declared, set(self.exported("libsidetal-c.so")))

    def test_of_batches_the_c_header_and_our_cpp_are_exported_and_nothing_else(self):
        exported = self.exported("libsidetal-batch.so")
        c = {name for name, version in exported.items() if version.startswith("SIDETAL_BATCH_C_")}
        declared = self.declared("batch.h")
        self.assertGreater(len(declared), 15)
        self.assertEqual(c, declared)
        names = run("c++filt", *(set(exported) - c)).splitlines()
        self.assertEqual([name for name in names if not re.match(r"sidetal::|(typeinfo|typeinfo name|vtable) for sidetal::", name)], [])

    def test_symbols_have_versions(self):
        self.assertEqual(set(self.exported("libsidetal.so").values()), {f"SIDETAL_{self.VERSION}"})
        self.assertEqual({version.rsplit("_", 1)[0] for version in self.exported("libsidetal-c.so").values()}, {"SIDETAL_C"})
        needs = run("readelf", "--version-info", LIBRARIES / "libsidetal-c.so")
        self.assertIn(f"Name: SIDETAL_{self.VERSION}", needs, "the C ABI says which core it was built with")

    def test_soname_has_the_version_that_may_break_the_abi(self):
        self.assertEqual(soname("libsidetal"), f"libsidetal.so.{self.VERSION}")
        self.assertEqual(soname("libsidetal-c"), "libsidetal-c.so.0")

    def test_libraries_need_what_their_components_name(self):
        system = {"libstdc++", "libgcc_s", "libc", "libm"}
        ours = {re.sub(r"(-[\d.]+)?\.so.*", "", name) for name in needed(LIBRARIES / "libsidetal.so")}
        self.assertEqual({name for name in ours if name not in system and not name.startswith("ld-")},
                         {"libfmt", "libicuuc", "libhyphen", "libxml2", "libhpdf", "libharfbuzz", "libharfbuzz-subset", "libdeflate",
                          "libpng16", "libjpeg"})
        c = {re.sub(r"\.so.*", "", name) for name in needed(LIBRARIES / "libsidetal-c.so")}
        self.assertEqual(c - system, {"libsidetal"})
        sheets = {re.sub(r"(-[\d.]+)?\.so.*", "", name) for name in needed(LIBRARIES / "libsidetal-sheets.so")}
        self.assertEqual({name for name in sheets - system if not name.startswith("ld-")}, {"libsidetal", "libfmt", "libxml2", "libzip"})
        batch = {re.sub(r"(-[\d.]+)?\.so.*", "", name) for name in needed(LIBRARIES / "libsidetal-batch.so")}
        self.assertEqual({name for name in batch - system if not name.startswith("ld-")}, {"libsidetal", "libfmt", "libsqlite3"})


if __name__ == "__main__":
    unittest.main()
