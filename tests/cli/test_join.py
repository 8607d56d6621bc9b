"""Batches that become one file: what stands in it, what is left out, and that it is whole or not there."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import unittest
from pathlib import Path

from batches import TIMES, BatchTest, agenda
from program import FAILED, WARNINGS

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
SAMPLES = SOURCE / "samples"
sys.path.insert(0, str(SOURCE / "tests" / "pdf"))
import check_tags  # noqa: E402  (beside the readers of PDFs)
from pdfobjects import Pdf, string_text  # noqa: E402

MIXED = ["agenda.json", "goal-matrix.json", "council-agenda.json", "minutes.json", "follow-up.json", "pictures.json"]


def document(committee, date, items=1, kind="agenda"):
    return json.dumps({"document": kind, "committee": {"name": committee}, "meeting": {"date": date},
                       "items": [{"title": f"Sag {i}", "body": "Tekst. " * 60} for i in range(items)]}).encode()


class JoinTest(BatchTest):
    def join(self, *arguments, name="ud.pdf", **options):
        return self.run_program("batch", "job.json", "--join", name, "--progress", "none", *arguments, **options)

    def job(self, *inputs, outputs=({},)):
        self.write("job.json", json.dumps({"inputs": list(inputs), "outputs": [{"name": f"{i}-{{stem}}.pdf"} | output for i, output in
                                                                             enumerate(outputs)]}).encode())

    def mixed(self):
        self.job(*(str(SAMPLES / name) for name in MIXED))

    def pages(self, name="ud.pdf"):
        text = subprocess.run(["pdftotext", "-layout", name, "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
        return text.split("\f")[:-1]

    def alone(self, path, *arguments):
        """The pages of a document that is rendered by itself."""
        self.assertNotEqual(self.run_program("render", path, "-o", "alone.pdf", *arguments).status, FAILED)
        return self.pages("alone.pdf")

    def outline(self, name="ud.pdf"):
        """The entries of the outline as (depth, title, page from 1 on)."""
        pdf = Pdf(str(self.folder / name))
        out = []

        def walk(parent, depth):
            reference = pdf.get(parent).get("/First")
            while reference is not None:
                item = pdf.get(reference)
                out.append((depth, string_text(item["/Title"]), pdf.pages.index(pdf.get(item["/Dest"])[0]) + 1))
                walk(reference, depth + 1)
                reference = item.get("/Next")
        walk(pdf.root["/Outlines"], 0)
        return out

    def documents(self, name="ud.pdf"):
        return [(title, page) for depth, title, page in self.outline(name) if depth == 0]

    def title(self, name="ud.pdf"):
        return re.search(rb"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">(.*?)</rdf:li>", (self.folder / name).read_bytes())[1].decode()

    def assertTagged(self, name="ud.pdf", page_numbers=""):
        self.assertEqual(check_tags.check(str(self.folder / name), check_tags.parse([f"--page-numbers={page_numbers}"])), [])


class Join(JoinTest):
    def test_pages_are_those_of_the_documents(self):
        self.mixed()
        self.assertDone(self.join())
        alone = [self.alone(SAMPLES / name) for name in MIXED]
        self.assertEqual(self.pages(), [page for pages in alone for page in pages])
        begins = [1 + sum(map(len, alone[:i])) for i in range(len(alone))]
        self.assertEqual([page for _, page in self.documents()], begins)
        self.assertTagged()
        self.assertEqual(self.documents()[2], ("Dagsorden, Byrådet, 18. november 2026", begins[2]))

    def test_it_is_smaller_than_its_documents(self):
        self.mixed()
        self.assertDone(self.join())
        self.assertDone(self.batch())
        self.assertLess((self.folder / "ud.pdf").stat().st_size, sum(map(len, self.files().values())))

    def test_random_documents(self):
        dice = random.Random(int(os.environ.get("SIDETAL_PROPERTY_SEED", "1")))
        for _ in range(2 * TIMES):
            names = []
            for i in range(dice.randrange(2, 9)):
                if dice.random() < 0.3:
                    names.append(str(SAMPLES / dice.choice(MIXED)))
                    continue
                names.append(f"in/{i}.json")
                self.write(names[-1], document(dice.choice(["Byrådet", "Kulturudvalget"]), f"2026-0{dice.randrange(1, 10)}-11",
                                               dice.randrange(1, 30), dice.choice(["agenda", "minutes"])))
            outputs = [dice.choice([{}, {"edition": "full"}, {"lang": "en"}]) for _ in range(dice.randrange(1, 3))]
            self.job(*names, outputs=outputs)
            self.assertDone(self.join())
            expected = []
            for name in names:
                for output in outputs:
                    expected += self.alone(name, *(word for key, value in output.items() for word in (f"--{key}", value)))
            self.assertEqual(self.pages(), expected, (names, outputs))
            self.assertTagged()

    def test_many_documents(self):
        """Thousands, where tests go deep: mixed ones for printing on both sides."""
        shutil.copytree(SAMPLES / "pictures", self.folder / "in" / "pictures")
        names = [f"in/{i:04}.json" for i in range(5000 if TIMES > 1 else 40)]
        for i, name in enumerate(names):
            self.write(name, (SAMPLES / MIXED[i // 5 % len(MIXED)]).read_bytes() if i % 5 == 0 else
                       document(f"Udvalg {i % 30}", f"2026-03-{i % 28 + 1:02}", i % 12 + 1, ["agenda", "minutes"][i % 2]))
        self.job("in/*.json")
        self.assertDone(self.join("--join-duplex", timeout=3000))
        self.assertEqual(len(self.documents()), len(names))
        pages, begins = self.pages(), [page for _, page in self.documents()]
        for page, following in zip(begins, [*begins[1:], len(pages) + 1]):
            own = [re.findall(r"Side (\d+) af (\d+)", text) for text in pages[page - 1:following - 1] if text.strip()]
            self.assertEqual(own, [[(str(number), str(len(own)))] for number in range(1, len(own) + 1)])
        self.assertTagged()

    def test_both_sides(self):
        self.mixed()
        self.assertDone(self.join("--join-duplex"))
        pages, alone = self.pages(), [self.alone(SAMPLES / name) for name in MIXED]
        expected = []
        for document_pages in alone:
            expected += [""] * (len(expected) % 2) + document_pages
        self.assertEqual([page.strip() for page in pages], [page.strip() for page in expected])
        self.assertTrue(all(page % 2 == 1 for _, page in self.documents()))
        self.assertTagged()

    def test_separators(self):
        self.write("in/a.json", document("Kulturudvalget", "2026-03-11", 12))
        self.write("in/b.json", document("Byrådet", "2026-04-11"))
        self.job("in/a.json", "in/b.json")
        self.assertDone(self.join("--join-separators"))
        alone = self.alone("in/a.json")
        pages = self.pages()
        self.assertEqual(pages[0].split("\n\n")[-1].strip() and [line.strip() for line in pages[0].splitlines() if line.strip()],
                         ["Dokument 1 af 2", "Dagsorden", "Kulturudvalget", "11. marts 2026"])
        self.assertEqual(pages[1:1 + len(alone)], alone)
        self.assertIn("Dokument 2 af 2", pages[1 + len(alone)])
        self.assertEqual([page for _, page in self.documents()], [1, 2 + len(alone)])
        self.assertTagged()
        self.assertDone(self.join("--join-separators", "--join-duplex"))
        self.assertTrue(all(page % 2 == 1 for _, page in self.documents()))
        self.assertEqual(self.pages()[2], alone[0])
        self.assertTagged()

    def test_page_labels_are_the_documents_own_numbers(self):
        self.write("in/a.json", document("Kulturudvalget", "2026-03-11", 20))
        self.job("in/a.json", "in/a.json", outputs=[{}, {"edition": "full"}])
        self.assertDone(self.join("--join-separators", "--join-duplex"))
        count = len(self.alone("in/a.json"))
        pdf = Pdf(str(self.folder / "ud.pdf"))
        numbers = pdf.get(pdf.root["/PageLabels"])["/Nums"]
        begins = [page for page, label in zip(numbers[::2], numbers[1::2]) if pdf.get(label).get("/S") == "/D"]
        step = (count + count % 2) + 2
        self.assertEqual(begins, [2, 2 + step])
        for begin in begins:
            for number in range(count):
                self.assertIn(f"Side {number + 1} af {count}", self.pages()[begin + number])

    def test_the_title_is_what_documents_have_in_common(self):
        self.write("in/a.json", document("Kulturudvalget", "2026-03-11"))
        self.write("in/b.json", document("Kulturudvalget", "2026-04-11"))
        self.write("in/c.json", document("Byrådet", "2026-04-11", kind="minutes"))
        for inputs, options, title in ((["a"], [], "Dagsorden, Kulturudvalget, 11. marts 2026"), (["a", "b"], [], "Dagsordener, Kulturudvalget"),
                                       (["b", "c"], [], "Dokumenter, 11. april 2026"), (["a", "c"], [], "Dokumenter"),
                                       (["a", "b"], ["--join-title", "Til tryk"], "Til tryk")):
            self.job(*(f"in/{name}.json" for name in inputs))
            self.assertDone(self.join(*options))
            self.assertEqual(self.title(), title)

    def test_parts(self):
        for i in range(7):
            self.write(f"in/{i}.json", document("Byrådet", "2026-03-11", 20))
        self.job("in")
        each = len(self.alone("in/0.json"))
        self.assertDone(self.join("--join-parts", str(3 * each + 1), name="til tryk.pdf"))
        made = [f"til tryk-{part}.pdf" for part in (1, 2, 3)]
        self.assertOnly("alone.pdf", "in", "job.json", *made)
        self.assertEqual([len(self.documents(name)) for name in made], [3, 3, 1])
        self.assertEqual(self.title(made[1]), "Dagsorden, Byrådet, 11. marts 2026, del 2")
        for name in made:
            self.assertTagged(name)
        result = self.join("--join-parts", str(4 * each), name="til tryk.pdf")
        self.assertEqual(result.status, WARNINGS)
        self.assertIn("til tryk-3.pdf: warning: is no part of what was joined now", result.err)
        result = self.join("--join-parts", str(each - 1), name="ny.pdf")
        self.assertEqual(result.status, WARNINGS)
        self.assertEqual(result.err.count("[SID-R004]"), 7)
        self.assertEqual(len(list(self.folder.glob("ny-*.pdf"))), 7)

    def test_dry_run_prints_the_order(self):
        self.inputs(2)
        result = self.join("--dry-run")
        self.assertEqual([line.split()[0] for line in result.out.decode().splitlines()[1:]],
                         ["000-public.pdf", "000-full.pdf", "001-public.pdf", "001-full.pdf"])
        self.assertOnly("in", "job.json")


    def test_copies_are_put_together_by_recipient(self):
        for i in range(2):
            self.write(f"in/{i}.json", document("Byrådet", "2026-03-11", 8))
        self.write("m.csv", "Navn\nAnn Ask\nBo Berg\n".encode())
        self.write("style.json", json.dumps({"name": "s", "base": "agenda", "copyCover": True}).encode())
        self.write("job.json", json.dumps({"inputs": ["in"], "outputs": [{"name": "{stem}.pdf"}], "recipients": {
            "file": "m.csv", "name": "{stem}-{recipient}.pdf", "style": "style.json"}}).encode())
        result = self.join("--dry-run")
        names = [line.split("  ")[0] for line in result.out.decode().splitlines()[1:]]
        self.assertEqual(names, ["0.pdf", "1.pdf", "0-Ann Ask.pdf", "1-Ann Ask.pdf", "0-Bo Berg.pdf", "1-Bo Berg.pdf"])
        self.assertDone(self.join("--join-duplex", "--join-separators"))
        self.assertTagged()
        pages, begins = self.pages(), [page for _, page in self.documents()]
        self.assertEqual([title.removeprefix("Dagsorden, Byrådet, 11. marts 2026") for title, _ in self.documents()],
                         ["", "", ", Ann Ask", ", Ann Ask", ", Bo Berg", ", Bo Berg"])
        for who, begin, end in zip(["", "", "Ann Ask", "Ann Ask", "Bo Berg", "Bo Berg"], begins, [*begins[1:], len(pages) + 1]):
            self.assertEqual("Til: " + who in pages[begin - 1], who != "")
            own = [page for page in pages[begin:end - 1] if page.strip()]
            cover = 1 if who else 0
            for page in own[cover:]:
                self.assertEqual(re.findall("Eksemplar til ([A-Za-z ]+)", page), [who] if who else [])
            self.assertEqual([re.search(r"Side \d+ af \d+", page)[0] for page in own[cover:]],
                             [f"Side {number} af {len(own) - cover}" for number in range(1, len(own) - cover + 1)])


class Faults(JoinTest):
    def test_where_a_document_fails_nothing_is_written(self):
        self.inputs(4)
        self.write("ud.pdf", b"before")
        self.write("in/001.json", b"BAD")
        self.write("in/003.json", b'{"document": "agenda", "items": [{"title": "\xf0\x93\x80\x80"}]}')
        result = self.join()
        self.assertEqual(result.status, FAILED)
        self.assertIn("in/001.json:1:1: error:", result.err)
        self.assertIn("in/003.json:1:44: error:", result.err)
        self.assertIn("ud.pdf: error: was not written: 4 documents of 8 failed", result.err)
        self.assertEqual((self.folder / "ud.pdf").read_bytes(), b"before")
        self.assertOnly("in", "job.json", "ud.pdf")

    def test_failed_ones_are_left_out_on_demand(self):
        self.inputs(3)
        self.write("in/001.json", b"BAD")
        result = self.join("--join-incomplete")
        self.assertEqual(result.status, FAILED)
        self.assertIn("[SID-I", result.err)
        self.assertEqual(len(self.documents()), 4)
        self.write("in/000.json", b"BAD")
        self.write("in/002.json", b"BAD")
        (self.folder / "ud.pdf").unlink()
        self.assertIn("[SID-B042]", self.join("--join-incomplete").err)
        self.assertOnly("in", "job.json")

    def test_warnings_as_errors(self):
        self.inputs(2)
        self.write("in/001.json", b'{"document": "agenda", "WARN": 1, "items": [{"title": "Meddelelser"}]}')
        self.assertEqual(self.join().status, WARNINGS)
        (self.folder / "ud.pdf").unlink()
        result = self.join("--werror")
        self.assertEqual(result.status, FAILED)
        self.assertOnly("in", "job.json")
        self.assertEqual(self.join("--werror", "--join-incomplete").status, FAILED)
        self.assertEqual(len(self.documents()), 2)

    def test_data_is_embedded_in_none(self):
        self.write("in/a.json", agenda("Sag"))
        self.job("in/a.json", outputs=[{"embedData": True}, {"embedData": True, "edition": "full"}])
        result = self.join()
        self.assertEqual((result.status, result.err.count("[SID-R005]")), (WARNINGS, 1))
        self.assertNotIn(b"EmbeddedFile", (self.folder / "ud.pdf").read_bytes())

    def test_wrong_usage(self):
        self.inputs(1)
        for arguments in (["-o", "out"], ["--resume"], ["--watch"], ["--wait"], ["--report", "r.json"], ["--shard", "1/2"],
                          ["--join-parts", "0"], ["--join-title", ""]):
            self.assertFails(self.join(*arguments), "SID-R023")
        self.assertFails(self.run_program("batch", "job.json", "-o", "out", "--join-duplex"), "SID-R023")
        self.assertFails(self.join("--join-parts", "5", name="-"), "SID-R023")
        self.assertOnly("in", "job.json")

    def test_the_file_is_no_input_and_has_a_folder(self):
        self.inputs(1)
        for name, code in (("in/000.json", "SID-R019"), ("job.json", "SID-R019"), ("nowhere/ud.pdf", "SID-R015"), ("in", "SID-R016")):
            self.assertFails(self.join(name=name), code)
        self.assertEqual((self.folder / "in/000.json").read_bytes(), agenda("Sag 0"))

    def test_to_standard_output(self):
        self.inputs(2)
        result = self.join(name="-")
        self.assertDone(result)
        self.assertPdf(result.out)
        self.assertOnly("in", "job.json")

    def test_killed_it_leaves_what_was_there(self):
        self.inputs(3)
        self.write("ud.pdf", b"before")
        self.hold("002.json")
        for number in (signal.SIGINT, signal.SIGTERM):
            running = subprocess.Popen([str(self.program), "batch", "job.json", "--join", "ud.pdf", "--join-parts", "1"], cwd=self.folder,
                                       stderr=subprocess.PIPE, stdout=subprocess.PIPE)
            with running:
                os.close(self.await_reader(running, "002.json"))
                running.send_signal(number)
                running.communicate()
            self.assertEqual(running.returncode, -number)
            self.assertOnly("in", "job.json", "ud.pdf")

    def test_a_full_disk(self):
        self.inputs(3, items=200)
        self.write("ud.pdf", b"before")
        for size in (0, 4096, 60_000):
            result = self.join(limits=[(resource_file_size(), size)])
            self.assertEqual(result.status, FAILED)
            self.assertIn("[SID-R018]", result.err)
            self.assertEqual((self.folder / "ud.pdf").read_bytes(), b"before")
            self.assertOnly("in", "job.json", "ud.pdf")


def resource_file_size():
    import resource
    return resource.RLIMIT_FSIZE


if __name__ == "__main__":
    unittest.main()
