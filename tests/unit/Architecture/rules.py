"""The rules of who may include whom (lib/README.md), and what breaks them in a source tree."""

import re
from pathlib import Path

# What each component may include besides itself and Support; what those may include, it may include too.
USES = {
    "Support": set(),
    "Model": set(),
    "Tables": set(),
    "Style": set(),
    "Structure": set(),
    "Text": set(),
    "Labels": set(),
    "Attendance": {"Model", "Labels"},
    "FollowUp": {"Model"},
    "Editions": {"Model", "Style", "Labels", "Attendance", "Lint", "Tree"},
    "Selection": {"Model", "Tree"},
    "Catalogues": {"Model", "FollowUp"},
    "Graphics": set(),
    "Pictures": {"Graphics"},
    "Xml": set(),
    "Tree": {"Xml"},
    "Lint": {"Tree", "Model"},
    "Jobs": {"Tables", "Tree", "Model", "Selection", "Versions"},
    "Markup": {"Tree", "Model"},
    "Documents": {"Tree", "Markup", "Model"},
    "Styles": {"Tree", "Style"},
    "Versions": {"Model", "Attendance", "FollowUp"},
    "Blocks": {"Structure", "Graphics"},
    "Compose": {"Model", "Style", "Labels", "Attendance", "FollowUp", "Blocks", "Pictures"},
    "Pages": {"Text", "Structure", "Graphics"},
    "Layout": {"Blocks", "Text", "Pages"},
    "Join": {"Blocks", "Structure", "Text", "Graphics", "Style", "Labels", "Pages"},
    "Pdf": {"Pages", "Text", "Structure"},
    "Dump": {"Model", "Style", "Structure", "Text", "Labels", "Attendance", "FollowUp", "Graphics", "Pictures", "Tree", "Markup", "Documents", "Styles", "Blocks", "Compose",
             "Pages", "Layout", "Pdf"},
    "Report": {"Model", "Style", "Structure", "Text", "Labels", "Attendance", "FollowUp", "Graphics", "Pictures", "Tree", "Lint", "Markup", "Documents", "Styles", "Blocks", "Compose",
               "Pages", "Layout", "Join", "Pdf", "Dump", "Editions", "Selection", "Catalogues", "Versions", "Jobs"},
    "CApi": {"Report"},
    "Sheets": {"Report", "Xml"},
    "Batch": {"Report"},
    "CBatch": {"Batch"},
}

# The components that are not part of the core library, and the library that each is part of. They see the core as its users do.
LIBRARY_OF = {"CApi": "c", "Sheets": "sheets", "Batch": "batch", "CBatch": "batch"}

# Those of which another library than their own has a copy of its own, by who includes them.
COPIES = {"Sheets": {"Xml"}}

# Third-party headers, and the components that alone may include them.
THIRD_PARTY = [
    (r"hb(-.*)?\.h|harfbuzz/.*", {"Text"}),
    (r"unicode/.*", {"Documents", "Text"}),
    (r"hyphen\.h", {"Text"}),
    (r"boost/property_tree/.*", {"Tree"}),
    (r"nlohmann/.*", {"Tree", "Sheets"}),
    (r"libxml/.*", {"Xml", "Tree", "Sheets"}),
    (r"zip\.h", {"Sheets"}),
    (r"sqlite3\.h", {"Batch"}),
    (r"png\.h|j(peglib|error)\.h", {"Pictures"}),
    (r"hpdf.*\.h|libdeflate\.h", {"Pdf"}),
    (r"fmt/.*", set(USES)),
    (r"(glob|sys/file|sys/resource)\.h", {"Batch"}),  # its business is a folder
    (r"(fcntl|unistd|sys/mman|sys/stat)\.h", {"Text", "Batch"}),  # fonts are mapped into memory
    (r"(dirent|dlfcn|link)\.h", {"Text", "Batch"}),  # and found in folders, beside the library or program that this is part of
    (r"pthread\.h", {"Pdf"}),  # what each thread has of its own
]

# What the library never touches: the outside comes in through arguments alone.
FORBIDDEN_WORDS = {
    "the standard streams": r"\bstd::(cout|cerr|clog|cin)\b|\b(std::)?(printf|puts|putchar|perror)\s*\(|\b(stdout|stderr)\b",
    "the clock": r"\b(system_clock|steady_clock|high_resolution_clock|gettimeofday|clock_gettime|localtime|gmtime)\b"
                 r"|\bstd::time\s*\(",
    "the locale": r"\b(setlocale|std::locale|uselocale|newlocale)\b",
    "the environment": r"\b(secure_)?getenv\b",
}
FLOATING_POINT = r"\b(float|double)\b"
NO_FLOATING_POINT = {"Blocks", "Graphics", "Layout", "Pages"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
STANDARD = re.compile(r"[a-z_0-9]+")  # <vector>, <cstdint>: no extension, no folder


def closure(component):
    """What a component may include: itself, Support, what USES names, and what those may include."""
    allowed, todo = {component, "Support"}, list(USES[component])
    while todo:
        used = todo.pop()
        if used not in allowed:
            allowed.add(used)
            todo += USES[used]
    return allowed


def component_of(header):
    """The component that a header of ours belongs to; "" for those that belong to none (Export.h, Version.h)."""
    parts = header.split("/")
    if parts[0] in ("sidetal", "sidetal-c"):
        if parts[0] == "sidetal-c":
            return "CBatch" if header == "sidetal-c/batch.h" else "CApi"
        if header == "sidetal/Report.h":
            return "Report"
        return parts[1] if len(parts) > 2 else ""
    return parts[0] if len(parts) > 1 and parts[0] in USES else None


def library_of(component):
    return LIBRARY_OF.get(component, "core")


def includes(path):
    return [(mark, header) for mark, header in INCLUDE.findall(path.read_text(encoding="utf-8"))]


def code_of(path):
    """The file without comments and literals."""
    return COMMENT_OR_STRING.sub('""', path.read_text(encoding="utf-8"))


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffixes and p.name.split(".", 1)[1] in ("h", "cpp", "c", "cpp.in"))


def library_violations(root):
    """What the components under lib include that they may not, one line each."""
    found = []
    for component in sorted(USES):
        for path in sources(root / "lib" / component):
            for mark, header in includes(path):
                fault = include_fault(component, mark, header)
                if fault:
                    found.append(f"{path.relative_to(root)}: {fault}")
    return found


def include_fault(component, mark, header):
    owner = component_of(header)
    if mark == '"':
        if owner is None:
            return f'"{header}" names no component'
        if owner in COPIES.get(component, ()):
            return None
        if owner and library_of(owner) != library_of(component) and not header.startswith(("sidetal/", "sidetal-c/")):
            return f"{component} may include only public headers of another library, not {header}"
        return None if owner == "" or owner in closure(component) else f"{component} may not include {header}"
    for pattern, admitted in THIRD_PARTY:
        if re.fullmatch(pattern, header):
            return None if component in admitted else f"{component} may not include <{header}>"
    return None if STANDARD.fullmatch(header) else f"<{header}> is no library that the design names"


def public_header_violations(root):
    """Public headers include nothing but public headers and the standard library."""
    found = []
    for path in sources(root / "include"):
        is_c = path.parent.name == "sidetal-c"
        for mark, header in includes(path):
            standard = header in ("stddef.h", "stdint.h") if is_c else STANDARD.fullmatch(header)
            if not (header.startswith("sidetal/") if mark == '"' else standard):
                found.append(f"{path.relative_to(root)}: a public header may not include {header}")
            part = component_of(str(path.relative_to(root / "include")))
            if mark == '"' and part and component_of(header) and component_of(header) not in closure(part):
                found.append(f"{path.relative_to(root)}: {part} may not include {header}")
    return found


def tool_violations(root):
    """The command line is a user of the library as any other."""
    folder = root / "tools" / "sidetal"
    own = {str(p.relative_to(folder)) for p in sources(folder)}
    return [f"{path.relative_to(root)}: the command line may not include {header}"
            for path in sources(folder) for mark, header in includes(path)
            if mark == '"' and header not in own and not header.startswith("sidetal/")]


def word_violations(root):
    """Where the library prints, or reads the clock, the locale or the environment; where layout knows fractions."""
    found = []
    for component in sorted(USES):
        for path in sources(root / "lib" / component):
            code = code_of(path)
            for what, pattern in FORBIDDEN_WORDS.items():
                if re.search(pattern, code):
                    found.append(f"{path.relative_to(root)}: touches {what}")
            if component in NO_FLOATING_POINT and re.search(FLOATING_POINT, code):
                found.append(f"{path.relative_to(root)}: uses floating point")
    return found


def cmake_words(root, keyword):
    """What each component's CMakeLists.txt says after a keyword of sidetal_component()."""
    found = {}
    for component in USES:
        text = (root / "lib" / component / "CMakeLists.txt").read_text(encoding="utf-8")
        call = re.search(r"sidetal_component\((\w+)([^)]*)\)", re.sub(r"#[^\n]*", "", text))
        words = call.group(2).split()
        start = words.index(keyword) + 1 if keyword in words else len(words)
        end = next((i for i in range(start, len(words)) if words[i] in ("SOURCES", "USES", "LINKS", "LIBRARY", "COPIES")), len(words))
        found[call.group(1)] = set(words[start:end])
    return found


def cmake_violations(root):
    """USES names nothing that the rules forbid, and everything that is included."""
    found = []
    stated = cmake_words(root, "USES")
    libraries = cmake_words(root, "LIBRARY")
    copies = cmake_words(root, "COPIES")
    for component in sorted(USES):
        if (libraries[component] or {"core"}) != {library_of(component)}:
            found.append(f"lib/{component}/CMakeLists.txt: {component} is part of the library {library_of(component)}")
        if copies[component] != COPIES.get(component, set()):
            found.append(f"lib/{component}/CMakeLists.txt: COPIES is not what the rules say")
        found += [f"lib/{component}/CMakeLists.txt: {component} may not use {used}"
                  for used in sorted(stated[component] - closure(component))]
        reached, todo = {component}, list(stated[component])
        while todo:
            used = todo.pop()
            if used not in reached:
                reached.add(used)
                todo += stated.get(used, set())
        included = {component_of(header) for path in sources(root / "lib" / component)
                    for mark, header in includes(path) if mark == '"'} - {"", None}
        found += [f"lib/{component}/CMakeLists.txt: USES lacks {missing}" for missing in sorted(included - reached)]
    return found
