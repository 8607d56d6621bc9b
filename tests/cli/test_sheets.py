"""Spreadsheets: what the program makes of them, and of those that other programs write."""

import importlib
import io
import json
import os
import shutil
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

from program import DONE, FAILED, WARNINGS, ProgramTest



def module(name):
    """A module, also one that Debian installed for a Python of its own; None where there is none."""
    for folder in ("", "/usr/lib/python3/dist-packages"):
        if folder and folder not in sys.path:
            sys.path.append(folder)
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    return None


openpyxl = module("openpyxl")
xlsxwriter = module("xlsxwriter")

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples"
HEADINGS = ["Tema", "Nr.", "Målsætning", "Understøttende indsatser", "Hvem samarbejdes der med?"]
ROWS = [["Læring", "1.1", "Flere læser", "Læsehold", "Skoler"], ["", "", "", "Læsedag", "Biblioteket"], ["", "1.10", "Flere skriver", "", ""],
        ["Sundhed", "2.1", "Flere går", "Gåtur", ""]]
CSV = "\n".join(";".join(row) for row in [HEADINGS, *ROWS])


def xlsx(sheet_data, after=""):
    """A workbook made by hand, with inline texts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = '<Relationships xmlns="%s"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relation % (package, kind, "officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relation % (package, kind, "worksheet", "worksheets/sheet1.xml"))
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{sheet_data}</sheetData>{after}</worksheet>')
    return out.getvalue()


def rows_of(rows):
    def cell(i, j, text):
        return f'<c r="{chr(65 + j)}{i}" t="inlineStr"><is><t>{text}</t></is></c>' if text else ""
    return "".join(f'<row r="{i}">{"".join(cell(i, j, text) for j, text in enumerate(row))}</row>' for i, row in enumerate(rows, 1))


@unittest.skipUnless(os.environ.get("SIDETAL_SHEETS"), "built without spreadsheets")
class Sheets(ProgramTest):
    def matrix(self, *arguments):
        result = self.run_program("import", "sheet", *arguments)
        self.assertEqual((result.status, result.err), (DONE, ""))
        return json.loads(result.out)

    def test_csv_becomes_a_document(self):
        self.write("mål.csv", CSV.encode())
        matrix = self.matrix("mål.csv")
        self.assertEqual([theme["title"] for theme in matrix["themes"]], ["Læring", "Sundhed"])
        self.assertEqual([goal["number"] for goal in matrix["themes"][0]["goals"]], ["1.1", "1.10"])
        self.assertEqual([i["title"] for i in matrix["themes"][0]["goals"][0]["initiatives"]], ["Læsehold", "Læsedag"])

    def test_what_is_imported_renders_as_the_sheet_does(self):
        self.write("mål.csv", CSV.encode("cp1252"))
        self.write("ark.xlsx", xlsx(rows_of([HEADINGS, *ROWS])))
        self.assertDone(self.run_program("import", "sheet", "mål.csv", "-o", "mål.json"))
        pdfs = [self.run_program("render", name, "-o", "-") for name in ("mål.json", "mål.csv", "ark.xlsx")]
        self.assertEqual([(pdf.status, pdf.err) for pdf in pdfs], [(DONE, "")] * 3)
        self.assertTrue(pdfs[0].out.startswith(b"%PDF"))
        self.assertEqual(pdfs[0].out, pdfs[1].out)
        self.assertEqual(pdfs[0].out, pdfs[2].out)

    def test_messages_name_sheet_and_cell(self):
        self.write("indsatser.xlsx", xlsx(rows_of([HEADINGS, ROWS[0]]) + '<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>'))
        result = self.run_program("render", "indsatser.xlsx")
        self.assertEqual(result.status, FAILED)
        self.assertIn("indsatser.xlsx:Ark1!A3: error: the cell shows '#REF!'", result.err)
        self.write("tegn.csv", CSV.replace("Gåtur", "G\U00012345").encode())
        self.assertIn("tegn.csv:5:", self.run_program("check", "tegn.csv").err)

    def test_mapping_file_gives_headings_their_meaning(self):
        self.write("mål.csv", CSV.replace("Målsætning", "Ambition").encode())
        self.assertIn("SID-X015", self.run_program("import", "sheet", "mål.csv").err)
        self.write("map.json", b'{"columns": {"goal": "ambition"}}')
        self.assertEqual(self.matrix("mål.csv", "--mapping", "map.json")["themes"][1]["goals"][0]["text"], "Flere går")
        self.write("bad.json", b'{"columns": {"gaol": "ambition"}}')
        self.assertIn("bad.json: error: columns.gaol:", self.run_program("check", "mål.csv", "--mapping", "bad.json").err)
        schema = json.loads(self.run_program("schema", "mapping").out)
        self.assertIn("goal", schema["properties"]["columns"]["properties"])

    def test_output_is_no_input(self):
        self.write("mål.csv", CSV.encode())
        result = self.run_program("import", "sheet", "mål.csv", "-o", "mål.csv")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-R019", result.err)
        self.assertIn("SID-R023", self.run_program("import", "table").err)

    def test_warnings_are_told_and_may_fail_the_run(self):
        self.write("mål.csv", CSV.replace("Nr.", "Xyz").encode())
        self.assertEqual(self.run_program("import", "sheet", "mål.csv", "-o", "a.json").status, WARNINGS)
        self.assertEqual(self.run_program("import", "sheet", "mål.csv", "-o", "b.json", "--werror").status, FAILED)
        self.assertFalse((self.folder / "b.json").exists())

    def test_what_is_exported_is_imported_as_it_was(self):
        self.write("mål.csv", CSV.encode())
        before = self.matrix("mål.csv")
        self.write("mål.json", json.dumps(before).encode())
        for kind in ("csv", "xlsx"):
            self.assertDone(self.run_program("export", "mål.json", f"--{kind}", "-o", f"ud.{kind}"))
            self.assertEqual(self.matrix(f"ud.{kind}"), before)
        self.assertIn("SID-X031", self.run_program("export", self.write("dagsorden.json"), "--csv").err)
        self.assertIn("SID-R023", self.run_program("export", "mål.json").err)
        if openpyxl:
            self.assertEqual(openpyxl.load_workbook(self.folder / "ud.xlsx").active["B2"].value, "1.1")

    def test_new_sheets_check_cleanly_and_are_never_written_over(self):
        for kind in ("csv", "xlsx"):
            name = f"ny.{kind}"
            self.assertDone(self.run_program("new", "goal-matrix", f"--{kind}", "-o", name))
            self.assertDone(self.run_program("check", name, "--werror"))
            before = (self.folder / name).read_bytes()
            self.assertEqual(self.run_program("new", "goal-matrix", f"--{kind}").out, before)
            self.assertFails(self.run_program("new", "goal-matrix", f"--{kind}", "-o", name), "SID-X034", name)
        self.write("new.csv", self.run_program("new", "goal-matrix", "--csv", "--lang", "en").out)
        self.assertEqual(self.matrix("new.csv")["language"], "en")
        self.assertIn("SID-R023", self.run_program("new", "agenda", "--xlsx").err)
        self.assertIn("SID-R023", self.run_program("new", "goal-matrix").err)
        if openpyxl:
            sheet = openpyxl.load_workbook(self.folder / "ny.xlsx").active
            lists = {v.formula1 for v in sheet.data_validations.dataValidation}
            self.assertEqual(lists, {'"Nået,I gang,Delvist nået,Ikke nået,Ikke opgjort"', '"Bedre,Uændret,Dårligere"', '"Højere,Lavere"', '"x"'})

    def test_columns_that_may_say_who_sees_what_are_an_error(self):
        self.write("mål.csv", b"Tema;M\xe5l;Lukket\nA;B;ja\n")
        self.assertFails(self.run_program("render", "mål.csv"), "SID-X035", "mål.csv:1:10", "'Lukket'")
        self.assertDone(self.run_program("check", "mål.csv", "--accept-unknown-key", "Lukket"))

    def test_what_no_page_shows_is_told_at_its_cell(self):
        self.write("ark.xlsx", xlsx(rows_of([["Kolonner", "standard"], [*HEADINGS, "Status", "Frist"], [*ROWS[0], "Nået", "2021-12-31"]])))
        err = self.run_program("check", "ark.xlsx").err
        self.assertIn("ark.xlsx:Ark1!F3: warning: themes[0].goals[0].status: 'status' is read, but no page shows it", err)
        self.assertIn("ark.xlsx:Ark1!G3: warning: themes[0].goals[0].initiatives[0].deadline:", err)

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_workbook_that_went_through_libreoffice(self):
        """The PDF stays to the byte, whether a workbook or a CSV file was opened in Calc and saved."""
        sample = (SAMPLES / "follow-up.json").read_text(encoding="utf-8")
        self.write("f.json", sample.replace("Sundhed og Fritid", "=Sundhed+1").encode())
        columns = "/".join(f"{i}/2" for i in range(1, 24))  # all are text
        for kind, read in (("xlsx", []), ("csv", [f"--infilter=CSV:59,34,76,1,{columns}"])):
            self.run_program("export", "f.json", f"--{kind}", "-o", f"ud.{kind}")
            subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", *read, "--convert-to",
                            "xlsx:Calc MS Excel 2007 XML", "--outdir", str(self.folder / kind), str(self.folder / f"ud.{kind}")],
                           check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            before, after = (self.run_program("render", name, "-o", "-") for name in (f"ud.{kind}", f"{kind}/ud.xlsx"))
            self.assertEqual((before.status, before.err, after.status, after.err), (DONE, "", DONE, ""))
            self.assertEqual(before.out, after.out)

    def test_a_part_is_exported(self):
        self.assertDone(self.run_program("export", str(SAMPLES / "follow-up.csv"), "--owner", "Biblioteket", "--csv", "-o", "b.csv"))
        self.assertEqual([goal["number"] for theme in self.matrix("b.csv")["themes"] for goal in theme["goals"]], ["2.3"])
        self.assertIn("nobody", self.run_program("export", str(SAMPLES / "follow-up.csv"), "--owner", "nobody", "--csv").err)

    def test_sample_is_what_is_exported(self):
        self.run_program("export", str(SAMPLES / "follow-up.json"), "--csv", "-o", "f.csv")
        self.assertEqual((self.folder / "f.csv").read_bytes(), (SAMPLES / "follow-up.csv").read_bytes(),
                         "sidetal export samples/follow-up.json --csv -o samples/follow-up.csv")
        self.assertDone(self.run_program("check", str(SAMPLES / "follow-up.csv"), "--werror"))

    def check_workbook(self, data):
        self.write("ark.xlsx", data)
        self.write("mål.csv", CSV.encode())
        self.assertEqual(self.matrix("ark.xlsx"), self.matrix("mål.csv"))

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_workbook_of_openpyxl(self):
        book = openpyxl.Workbook()
        for row in [HEADINGS, *ROWS]:
            book.active.append([cell or None for cell in row])
        book.active.merge_cells("A2:A4")
        out = io.BytesIO()
        book.save(out)
        self.check_workbook(out.getvalue())

    @unittest.skipUnless(xlsxwriter, "XlsxWriter is not installed")
    def test_workbook_of_xlsxwriter(self):
        out = io.BytesIO()
        book = xlsxwriter.Workbook(out)
        sheet = book.add_worksheet("Ark1")
        for i, row in enumerate([HEADINGS, *ROWS]):
            for j, cell in enumerate(row):
                sheet.write_string(i, j, cell)
        book.close()
        self.check_workbook(out.getvalue())


if __name__ == "__main__":
    unittest.main()
