"""Small pictures for the manual: pages beside each other, as a PNG of few colours."""

import struct
import zlib

GROUND, EDGE = (226, 229, 232), (150, 156, 162)
GAP = 8
STEP = 17  # 16 shades a channel


def read_ppm(path):
    """Width, height and rows of (red, green, blue)."""
    data = path.read_bytes()
    fields = data.split(None, 4)
    width, height = int(fields[1]), int(fields[2])
    pixels = data[len(data) - width * height * 3:]
    flat = [tuple(STEP * round(value / STEP) for value in pixels[i:i + 3]) for i in range(0, len(pixels), 3)]
    return width, height, [flat[y * width:(y + 1) * width] for y in range(height)]


def beside(columns):
    """Pages of a document under each other, documents beside each other, each page with an edge."""
    width = sum(max(page[0] for page in pages) + 2 + GAP for pages in columns) + GAP
    height = max(sum(page[1] + 2 + GAP for page in pages) for pages in columns) + GAP
    rows = [[GROUND] * width for _ in range(height)]
    left = GAP
    for pages in columns:
        top = GAP
        for page_width, page_height, page in pages:
            for y in range(-1, page_height + 1):
                inner = page[y] if 0 <= y < page_height else [EDGE] * page_width
                rows[top + 1 + y][left:left + page_width + 2] = [EDGE, *inner, EDGE]
            top += page_height + 2 + GAP
        left += max(page[0] for page in pages) + 2 + GAP
    return rows


def png(rows):
    """A PNG with a palette (PNG specification, 11.2); the rarest colours become their nearest where there are more than 256."""
    counts = {}
    for row in rows:
        for pixel in row:
            counts[pixel] = counts.get(pixel, 0) + 1
    palette = sorted(counts, key=lambda c: (-counts[c], c))
    index = {colour: i for i, colour in enumerate(palette[:256])}
    for colour in palette[256:]:
        index[colour] = min(range(256), key=lambda i: sum((a - b) ** 2 for a, b in zip(palette[i], colour)))
    palette = palette[:256]
    bits = next(b for b in (1, 2, 4, 8) if len(palette) <= 1 << b)
    scan = bytearray()
    for row in rows:
        scan.append(0)
        for start in range(0, len(row), 8 // bits):
            byte = 0
            for offset in range(8 // bits):
                byte = byte << bits | (index[row[start + offset]] if start + offset < len(row) else 0)
            scan.append(byte)

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), bits, 3, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"PLTE", bytes(v for colour in palette for v in colour))
            + chunk(b"IDAT", zlib.compress(bytes(scan), 9)) + chunk(b"IEND", b""))
