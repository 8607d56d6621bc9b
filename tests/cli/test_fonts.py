"""Fonts of a municipality's own: found in a folder by their names, embedded where they may be, refused with a reason."""

import json
import os
import subprocess
import unicodedata
import unittest

from fontfiles import COMIC, OURS, SERIF, assemble, name_table, named, tables, with_numbers, with_tables
from program import DONE, FAILED, ProgramTest

TEXT = "Blåbærgrød på Ærø: høring, 50 % – “ja”"
WORDS = json.dumps({"document": "agenda", "date": "2021-10-26", "items": [{"title": "Fløde", "body": TEXT}]}).encode()
PLAIN = {"text": {"bold": False}}


def base(text):
    """Without blanks and accents: some are glyphs of their own in this font, which poppler gives in the order of their places."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not c.isspace() and not unicodedata.combining(c))


def sheet(family, bold=True):
    plain = {} if bold else {role: PLAIN for role in ("title", "group", "item", "subItem")}
    return json.dumps({"base": "agenda", "font": {"family": family}} | plain).encode()


class Fonts(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.json", WORDS)

    def font(self, name, data):
        return self.write("f/" + name, data)

    def render(self, family, bold=False, output="a.pdf"):
        self.write("s.json", sheet(family, bold))
        return self.run_program("render", "a.json", "--fonts", "f", "--style", "s.json", "-o", output)

    def said(self, *names):
        """What is said of a folder with these fonts."""
        result = self.run_program("fonts", "--fonts", "f")
        self.assertEqual((result.status, result.out), (FAILED, b""))
        return result.messages

    def poppler(self, program, *arguments):
        return subprocess.run([program, *arguments], cwd=self.folder, capture_output=True, text=True, check=True).stdout

    def assertWords(self, name):
        text = " ".join(self.poppler("pdftotext", name, "-").split())
        self.assertIn(TEXT, text)
        self.assertIn("1. Fløde", text)


class Families(Fonts):
    def test_true_type(self):
        self.font("x.ttf", SERIF.read_bytes())
        self.assertDone(self.render("DejaVu Serif"))
        self.assertWords("a.pdf")
        listed = self.poppler("pdffonts", "a.pdf").splitlines()[2:]
        self.assertEqual([line.split()[0].split("+")[1] for line in listed], ["DejaVuSerif"])
        self.assertEqual([line.split()[1:3] for line in listed], [["CID", "TrueType"]])

    def test_cff(self):
        for path in COMIC.glob("*.otf"):
            self.font(path.name, path.read_bytes())
        self.assertDone(self.render("Comic Neue", bold=True))
        self.assertWords("a.pdf")
        listed = self.poppler("pdffonts", "a.pdf").splitlines()[2:]
        self.assertEqual([line.split()[0].split("+")[1] for line in listed],
                         ["ComicNeue-Bold-Sidetal-F1", "ComicNeue-Regular-Sidetal-F2"])
        self.assertTrue(all("CID Type 0C" in line and " yes yes yes " in line for line in listed), listed)

    def test_cff_by_names_and_by_identifiers_show_the_same(self):
        pictures = []
        for name, family in (("shapes.otf", "Shapes"), ("shapes-cid.otf", "Shapes by Number")):
            self.font(name, (OURS / name).read_bytes())
            self.assertDone(self.render(family, output=f"{name}.pdf"))
            self.assertWords(f"{name}.pdf")
            self.poppler("pdftoppm", "-r", "50", "-singlefile", f"{name}.pdf", name)
            pictures.append((self.folder / f"{name}.ppm").read_bytes())
        self.assertEqual(pictures[0], pictures[1])
        self.assertGreater(pictures[0].count(b"\0\0\0"), 100)

    def test_more_glyphs_than_a_font_resource_has_codes(self):
        self.font("x.otf", (COMIC / "ComicNeue-Regular.otf").read_bytes())
        letters = [chr(code) for code in range(0xA1, 0x17F) if code != 0xAD] + list("Țț–—‘’‚“”„•…‹›⁄⁴€™−")
        text = " ".join("".join(letters[at:at + 20]) for at in range(0, len(letters), 20))
        text += " ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 !?%&/+*=@#<>[]{}^_~|"
        self.write("a.json", json.dumps({"document": "agenda", "items": [{"title": "x", "body": text}]}).encode())
        self.assertDone(self.render("Comic Neue"))
        self.assertGreater(self.poppler("pdffonts", "a.pdf").count("ComicNeue-Regular"), 1)
        self.assertIn(base(text), base(self.poppler("pdftotext", "a.pdf", "-")))

    def test_same_bytes_again(self):
        self.font("x.otf", (COMIC / "ComicNeue-Regular.otf").read_bytes())
        self.render("Comic Neue", output="a.pdf")
        self.render("Comic Neue", output="b.pdf")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), (self.folder / "b.pdf").read_bytes())

    def test_character_that_the_font_lacks_comes_from_dejavu(self):
        self.font("x.otf", (OURS / "shapes.otf").read_bytes())
        self.write("a.json", json.dumps({"document": "agenda", "items": [{"title": "Łódź"}]}).encode())
        self.assertDone(self.render("Shapes"))
        self.assertIn("+DejaVuSans ", self.poppler("pdffonts", "a.pdf"))
        self.assertIn("Łódź", self.poppler("pdftotext", "a.pdf", "-"))

    def test_all_commands(self):
        self.font("x.ttf", SERIF.read_bytes())
        self.write("s.json", sheet("DejaVu Serif", bold=False))
        self.assertDone(self.run_program("check", "a.json", "--fonts", "f", "--style", "s.json"))
        result = self.run_program("dump", "a.json", "--pages", "--fonts", "f", "--style", "s.json")
        self.assertEqual((result.status, result.err), (DONE, ""))
        self.assertIn("Fløde", result.out.decode())

    def test_listed_with_rights(self):
        serif = SERIF.read_bytes()
        self.font("a.ttf", named(serif, "Vores Skrift", fstype=4))
        self.font("b.ttf", named(serif, "Vores Skrift", fstype=8, selection=0x20))
        self.font("c.TTF", named(serif, "Vores Skrift", fstype=0, selection=0x21))
        self.font("d.ttf", named(serif, "Vores Skrift", fstype=0xC, selection=0x201))
        self.font("README.txt", b"ours")
        self.font("._a.ttf", b"a Mac's")
        lines = self.run_program("fonts", "--fonts", "f").out.decode().splitlines()
        self.assertEqual([" ".join(line.split()) for line in lines if "Vores" in line],
                         ["Vores Skrift regular own embedding: preview and print f/a.ttf",
                          "Vores Skrift italic own embedding: editable f/d.ttf",
                          "Vores Skrift bold own embedding: editable f/b.ttf",
                          "Vores Skrift bold italic own embedding: installable f/c.TTF"])
        self.assertEqual(len(lines), 4 + 12)

    def families(self):
        lines = self.run_program("fonts", "--fonts", "f").out.decode().splitlines()
        return [line.split("  ")[0] + ": " + " ".join(line.split("own")[0].split()[-2:]) for line in lines if "  own  " in line]

    def test_weights_of_a_larger_family(self):
        font = (OURS / "shapes.otf").read_bytes()
        self.font("light.otf", named(font, "Byens Light", "Byens", weight=300))
        self.font("book.otf", named(font, "Byens Book", "Byens", weight=400))
        self.font("heavy.otf", named(font, "Byens Heavy", "Byens", weight=700))
        self.font("narrow.otf", named(font, "Byens Narrow", "Byens", weight=400, width=3))
        self.assertEqual(self.families(), ["Byens: Byens regular", "Byens: Byens bold", "Byens Book: Book regular",
                                           "Byens Heavy: Heavy regular", "Byens Light: Light regular", "Byens Narrow: Narrow regular"])
        self.assertDone(self.render("Byens", bold=True))
        self.font("text.otf", named(font, "Byens Text", "Byens", weight=400))  # which is regular now?
        self.assertNotIn("Byens: Byens regular", self.families())

    def test_replaces_the_family_that_sidetal_has(self):
        self.font("x.otf", named((OURS / "shapes.otf").read_bytes(), "DejaVu Sans"))
        self.assertEqual(self.families(), ["DejaVu Sans: Sans regular"])
        self.assertDone(self.render("DejaVu Sans"))
        self.assertIn("+DejaVuSans-Sidetal-F1 ", self.poppler("pdffonts", "a.pdf"))
        self.assertFails(self.render("DejaVu Sans", bold=True), "SID-T001", "font family 'DejaVu Sans' has no bold face")

    def test_unknown_family_names_the_nearest(self):
        self.font("x.otf", (OURS / "shapes.otf").read_bytes())
        result = self.render("Shape")
        self.assertFails(result, "SID-S002", "s.json:1:39: error: font.family: no font family 'Shape', expected 'Carlito', 'DejaVu Sans', "
                         "'DejaVu Sans Mono' or 'Shapes'")
        self.assertIn("nearest known name: 'Shapes'", result.err)
        self.assertFails(self.run_program("render", "a.json", "--style", "s.json"), "SID-S002")


class Refused(Fonts):
    def assertSaid(self, data, message, name="x.otf"):
        self.font(name, data)
        self.assertEqual(self.said(), [f"f/{name}: error: {message}"])
        (self.folder / "f" / name).unlink()

    def test_embedding_rights(self):
        font = (OURS / "shapes.otf").read_bytes()
        for rights, why in ((0x0002, "the font may not be embedded: its licence is restricted"),
                            (0x0102, "the font may not be embedded: its licence is restricted"),
                            (0x0100, "the font may be embedded only whole, and a PDF gets the glyphs that it uses"),
                            (0x0108, "the font may be embedded only whole, and a PDF gets the glyphs that it uses"),
                            (0x0200, "the font's outlines may not be embedded: only its bitmaps may"),
                            (0x0204, "the font's outlines may not be embedded: only its bitmaps may")):
            self.assertSaid(with_numbers(font, fstype=rights), f"{why} (OS/2 fsType 0x{rights:04X}) [SID-T022]")

    def test_no_pdf_with_a_font_that_may_not_be_embedded(self):
        self.font("x.otf", with_numbers((OURS / "shapes.otf").read_bytes(), fstype=2))
        self.assertFails(self.render("Shapes"), "SID-T022", "f/x.otf: error: the font may not be embedded")
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_kinds_that_are_not_read(self):
        font = (OURS / "shapes.otf").read_bytes()
        self.assertSaid(b"ttcf" + font[4:], "a collection of fonts (TTC) is not read, expected a file for each font [SID-T021]", "x.ttc")
        for kind in (b"wOFF", b"wOF2"):
            self.assertSaid(kind + font[4:], "a web font (WOFF) is not read, expected a TrueType or OpenType file [SID-T021]")
        self.assertSaid(with_tables(font, fvar=bytes(16)),
                        "a variable font (table 'fvar') is not read, expected a file for each style [SID-T021]")
        self.assertSaid(with_tables(font, CFF_=None, CFF2=b"\2\0\5\0"),
                        "outlines of the kind CFF2 are not read, expected TrueType or CFF ones [SID-T021]")
        self.assertSaid(with_tables(font, CFF_=None), "there are no outlines, expected a table 'glyf' or 'CFF ' [SID-T021]")

    def test_damage(self):
        font = (OURS / "shapes.otf").read_bytes()
        self.assertSaid(b"<html>404", "no font file, expected TrueType or OpenType [SID-T020]")
        self.assertSaid(font[:40], "the file is cut off within the list of its tables [SID-T020]")
        self.assertSaid(assemble(b"OTTO", tables(font))[:-4],
                        f"the file is cut off: table 'post' ends at byte {len(font)}, the file at {len(font) - 4} [SID-T020]")
        for table in ("head", "hhea", "hmtx", "maxp", "cmap"):
            self.assertSaid(with_tables(font, **{table: None}),
                            f"no usable OpenType font: table '{table}' is missing or cut off [SID-T020]")
        self.assertSaid(with_tables(font, OS_2=None),
                        "table 'OS/2', which says whether the font may be embedded, is missing or cut off [SID-T020]")
        self.assertSaid(with_tables(font, name=name_table({6: "Shapes"})), "the font has no family name (table 'name', 1 or 16) [SID-T020]")
        self.assertSaid(with_tables(font, name=name_table({1: "Sha\npes"})),
                        "the font's family name is too long or has control characters in it [SID-T020]")
        self.assertSaid(with_tables(font, CFF_=tables(font)["CFF "][:-600]), "table 'CFF ' is damaged [SID-T020]")
        serif = SERIF.read_bytes()
        self.assertSaid(with_tables(serif, glyf=tables(serif)["glyf"][:-600]), "a table is cut off [SID-T020]", "x.ttf")

    def test_each_file_is_told(self):
        font = (OURS / "shapes.otf").read_bytes()
        self.font("a.otf", with_numbers(font, fstype=2))
        self.font("b.otf", font)
        self.font("c.otf", b"wOFF")
        self.font("d.otf", font)
        self.assertEqual([message.split(": ")[0] + message[-10:] for message in self.said()],
                         ["f/a.otf[SID-T022]", "f/c.otf[SID-T021]", "f/d.otf[SID-T023]"])
        self.assertIn("f/d.otf: error: 'Shapes' regular is in 'f/b.otf' too, expected one file of each style [SID-T023]", self.said())

    def test_folders(self):
        self.assertFails(self.run_program("fonts", "--fonts", "none"), "SID-R010", "none: error: cannot be read: no such file or directory")
        self.assertFails(self.run_program("fonts", "--fonts", "a.json"), "SID-R011", "a.json: error: is a file, expected a folder of fonts")
        (self.folder / "f").mkdir()
        self.font("x.woff2", b"wOF2")
        self.assertFails(self.run_program("fonts", "--fonts", "f"), "SID-T025", "f: error: holds no font, expected files called .ttf or .otf")
        (self.folder / "f" / "deep.ttf").mkdir()
        self.assertFails(self.run_program("fonts", "--fonts", "f"), "SID-R012", "f/deep.ttf: error: is a directory, expected a file")
        (self.folder / "f" / "deep.ttf").rmdir()
        self.font("x.ttf", b"")
        self.assertFails(self.run_program("fonts", "--fonts", "f"), "SID-R013", "f/x.ttf: error: is empty")
        self.assertFails(self.run_program("fonts", "--fonts", ""), "SID-R023")

    def test_limits(self):
        path = self.font("x.ttf", b"")
        os.truncate(path, (32 << 20) + 1)
        self.assertFails(self.run_program("fonts", "--fonts", "f"), "SID-R014", "f/x.ttf: error: larger than 32 MB, the most that is read")
        path.unlink()
        for number in range(201):
            self.font(f"{number}.ttf", b"x")
        self.assertFails(self.run_program("fonts", "--fonts", "f"), "SID-T025", "f: error: holds 201 fonts, expected at most 200")


if __name__ == "__main__":
    unittest.main()
