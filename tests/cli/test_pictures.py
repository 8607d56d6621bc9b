"""Pictures that documents name: loaded from below the document's own folder, and nothing of their files but what is to be seen in the PDF."""

import base64
import json
import os
import shutil
import struct
import subprocess
import unittest
import zlib
from pathlib import Path

from program import DONE, FAILED, WARNINGS, ProgramTest

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
JPEGS = SOURCE / "tests" / "fuzz" / "corpus" / "jpeg"
SECRETS = (b"SECRET", b"Exif", b"GPS", b"Photoshop", b"ICC_PROFILE")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=16, height=16, shade=200):
    rows = (b"\0" + bytes([shade]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"tEXt", b"Comment\0SECRET")
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def document(*pictures):
    images = "".join(f'<img src="{name}" alt="Kort">' for name in pictures)
    text = {"document": "agenda", "items": [{"title": "Kort", "body": {"html": f"<p>Over</p>{images}<p>Under</p>"}}]}
    return json.dumps(text, indent=1).encode()


class Pictures(ProgramTest):
    def images(self, name):
        """What poppler finds of pictures: the words of a line each."""
        listed = subprocess.run(["pdfimages", "-list", self.folder / name], capture_output=True, text=True, check=True).stdout
        return [line.split() for line in listed.splitlines()[2:]]

    def test_stand_beside_the_document_wherever_the_program_is_called(self):
        self.write("mappe/a.json", document("kort.png", "billeder/foto.jpg"))
        self.write("mappe/kort.png", png())
        (self.folder / "mappe" / "billeder").mkdir()
        shutil.copy(JPEGS / "turned-with-texts.jpg", self.folder / "mappe" / "billeder" / "foto.jpg")
        result = self.run_program("render", "mappe/a.json", "-o", "a.pdf")
        self.assertEqual((result.status, len(result.messages)), (WARNINGS, 1), result.err)
        self.assertIn("the picture 'billeder/foto.jpg' has a colour profile other than sRGB", result.err)
        kinds = [(words[2], words[3], words[4], words[8]) for words in self.images("a.pdf")]
        self.assertEqual(kinds, [("image", "16", "16", "image"), ("image", "17", "20", "jpeg")])

    def test_bring_nothing_of_their_files_along(self):
        for path in sorted(JPEGS.iterdir()):
            shutil.copy(path, self.folder / path.name)
        self.write("kort.png", png())
        self.write("a.json", document("kort.png", *sorted(path.name for path in JPEGS.iterdir())))
        self.assertEqual(self.run_program("render", "a.json", "-o", "a.pdf").status, WARNINGS)
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.folder / "a.pdf", self.folder / "b.pdf"], check=True)
        for name in ("a.pdf", "b.pdf"):
            data = (self.folder / name).read_bytes()
            self.assertEqual([secret for secret in SECRETS if secret in data], [])
        (self.folder / "b.pdf").unlink()

    def test_are_in_the_file_once(self):
        self.write("kort.png", png())
        self.write("kopi.png", png())
        address = "data:image/png;base64," + base64.encodebytes(png()).decode()
        self.write("a.json", document("kort.png", "kopi.png", "kort.png", address))
        self.assertDone(self.run_program("render", "a.json", "-o", "a.pdf"))
        self.assertEqual(len({words[10] for words in self.images("a.pdf")}), 1)
        self.assertEqual(len(self.images("a.pdf")), 4)

    def test_are_not_looked_for_elsewhere(self):
        self.write("ude.png", png())
        self.write("mappe/a.json", document("ind.png", "op/ude.png", "pipe.png"))
        (self.folder / "mappe" / "ind.png").symlink_to("../ude.png")
        (self.folder / "mappe" / "op").symlink_to("..")
        os.mkfifo(self.folder / "mappe" / "pipe.png")
        result = self.run_program("render", "mappe/a.json", "-o", "a.pdf", timeout=20)
        self.assertEqual(result.status, FAILED)
        self.assertEqual(len(result.messages), 3, result.err)
        self.assertEqual(result.err.count("is reached by a link that leads out of the document's folder [SID-G002]"), 2)
        self.assertIn("the picture 'pipe.png' is a device or a pipe, expected a file [SID-G002]", result.err)
        self.assertTrue(all(line.startswith("mappe/a.json:7:") for line in result.messages), result.err)
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_of_standard_input_have_no_folder(self):
        self.write("kort.png", png())
        result = self.run_program("check", "-", stdin=document("kort.png"))
        self.assertEqual(result.status, FAILED)
        self.assertIn("the document comes from standard input", result.err)
        address = "data:image/png;base64," + base64.b64encode(png()).decode()
        self.assertEqual(self.run_program("check", "-", stdin=document(address)).status, DONE)

    def test_are_as_fine_as_the_style_admits(self):
        self.write("kort.png", png(2000, 1000))
        self.write("a.json", document("kort.png"))
        self.write("grov.json", b'{"base": "agenda", "pictures": {"dpi": 72}}')
        self.assertDone(self.run_program("render", "a.json", "-o", "a.pdf"))
        self.assertDone(self.run_program("render", "a.json", "--style", "./grov.json", "-o", "b.pdf"))
        self.assertEqual([words[3:5] for words in self.images("a.pdf")], [["945", "473"]])
        self.assertEqual([words[3:5] for words in self.images("b.pdf")], [["341", "171"]])

    def test_of_the_sample(self):
        self.assertDone(self.run_program("render", SOURCE / "samples" / "pictures.json", "-o", "sample.pdf"))
        self.assertEqual(len(self.images("sample.pdf")), 3)


if __name__ == "__main__":
    unittest.main()
