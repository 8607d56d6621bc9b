"""Font files made of others: their tables changed, their names and rights replaced."""

import os
import struct
from pathlib import Path

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
OURS = SOURCE / "tests" / "fuzz" / "corpus" / "font"  # fonts of our own: Shapes, Shapes by Number
DEBIAN = Path("/usr/share/fonts")
SERIF = DEBIAN / "truetype" / "dejavu" / "DejaVuSerif.ttf"  # TrueType, in a family that sidetal has not
COMIC = DEBIAN / "opentype" / "comic-neue"  # CFF; six files, two of them of a larger family
FSTYPE, WEIGHT, WIDTH, SELECTION = 8, 4, 6, 62  # in OS/2


def tables(font):
    """The tables of a font file by name."""
    count = struct.unpack(">H", font[4:6])[0]
    out = {}
    for at in range(12, 12 + 16 * count, 16):
        name, _, offset, size = struct.unpack(">4sIII", font[at:at + 16])
        out[name.decode()] = font[offset:offset + size]
    return out


def assemble(kind, parts):
    """A font file of tables; nobody looks at the sums, which stay 0."""
    offset = 12 + 16 * len(parts)
    head = kind + struct.pack(">HHHH", len(parts), 0, 0, 0)
    body = b""
    for name, data in sorted(parts.items()):
        head += struct.pack(">4sIII", name.encode(), 0, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + body


def with_tables(font, **changed):
    """The same font with other tables; None takes one away. OS_2 is OS/2, CFF_ is CFF."""
    names = {"OS_2": "OS/2", "CFF_": "CFF ", "CFF2": "CFF2"}
    parts = tables(font) | {names.get(name, name): data for name, data in changed.items()}
    return assemble(font[:4], {name: data for name, data in parts.items() if data is not None})


def with_numbers(font, **numbers):
    """The same font with other 16-bit numbers in OS/2: with_numbers(font, fstype=2)."""
    table = bytearray(tables(font)["OS/2"])
    for name, value in numbers.items():
        at = {"fstype": FSTYPE, "weight": WEIGHT, "width": WIDTH, "selection": SELECTION}[name]
        table[at:at + 2] = struct.pack(">H", value)
    return with_tables(font, OS_2=bytes(table))


def name_table(names):
    """Windows names in English by their number."""
    records, texts = b"", b""
    for number, text in sorted(names.items()):
        data = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(data), len(texts))
        texts += data
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + texts


def named(font, family, typographic=None, **numbers):
    names = {1: family, 6: family.replace(" ", "")} | ({16: typographic} if typographic else {})
    return with_numbers(with_tables(font, name=name_table(names)), **numbers)
