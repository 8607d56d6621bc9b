"""The rules for tables: regular rows, header cells that resolve, a place on the page."""
from pdfobjects import is_string, string_bytes


def check(s, table):
    rows = rows_of(table)
    check_grid(s, table, rows)
    check_headers(s, table, rows)
    check_box(s, table)


def rows_of(table):
    rows = []
    for kid in table.elements:
        if kid.role == "TR":
            rows.append(kid)
        elif kid.role in ("THead", "TBody", "TFoot"):
            rows += [row for row in kid.elements if row.role == "TR"]
    return rows


def check_grid(s, table, rows):
    """Every row covers the same columns, spans counted; no cell lies on another or reaches past the last row."""
    taken = {}
    widths = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row.elements:
            if cell.role not in ("TH", "TD"):
                s.complain("table-rows", f"{row.reference}: {cell.role} in a TR")
                continue
            while (x, y) in taken:
                x += 1
            column_span, row_span = s.span(cell, "/ColSpan"), s.span(cell, "/RowSpan")
            for slot in ((x + i, y + k) for i in range(column_span) for k in range(row_span)):
                if slot in taken:
                    s.complain("table-rows", f"{cell.reference} lies on {taken[slot]}")
                taken[slot] = cell.reference
            if y + row_span > len(rows):
                s.complain("table-rows", f"{cell.reference}: RowSpan {row_span} reaches past the last row")
            x += column_span
    columns_of = [[] for _ in rows]
    for x, y in taken:
        if y < len(rows):
            columns_of[y].append(x)
    for y, columns in enumerate(map(sorted, columns_of)):
        widths.append(len(columns))
        if columns != list(range(len(columns))):
            s.complain("table-rows", f"{rows[y].reference}: row {y + 1} has a gap")
    if len(set(widths)) > 1:
        s.complain("table-rows", f"{table.reference}: rows are {widths} columns wide")


def check_headers(s, table, rows):
    """TH have a scope; the Headers of every cell name TH of the same table; every TD has a header."""
    cells = [cell for row in rows for cell in row.elements]
    header_ids = {s.identifier(cell): cell for cell in cells if cell.role == "TH" and s.identifier(cell) is not None}
    for cell in cells:
        headers = s.attribute(cell, "/Table", "/Headers")
        if cell.role == "TH" and s.attribute(cell, "/Table", "/Scope") not in ("/Row", "/Column", "/Both"):
            s.complain("scope", f"{cell.reference}: TH without Scope")
        if cell.role == "TD" and not headers:
            s.complain("headers", f"{cell.reference}: TD without Headers")
        for header in headers or []:
            if not is_string(header):
                s.complain("headers", f"{cell.reference}: header {header} is no string")
            elif string_bytes(header) not in header_ids:
                s.complain("headers", f"{cell.reference}: no TH of its table is {header}")


def check_box(s, table):
    """A table that lies whole on one page says where (ISO 32000-1, table 343)."""
    pages = s.pages_of(table)
    if len(pages) != 1:
        return
    s.check_area("table-bbox", table.reference, "BBox", s.attribute(table, "/Layout", "/BBox"), next(iter(pages)))
