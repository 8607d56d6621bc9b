"""The rules for figures and links: what they say to those who do not see them, and where they are."""
from pdfobjects import is_string, string_text


def check_figure(s, figure):
    """A figure has words that stand for it, is on one page, and says where there (ISO 32000-1, 14.9.3 and table 343)."""
    alt = s.pdf.get(figure.dictionary.get("/Alt"))
    if not is_string(alt) or not string_text(alt).strip():
        s.complain("figure", f"{figure.reference}: no Alt")
    if any(kid.role != "Caption" for kid in figure.elements) and figure.marks:
        s.complain("mixed-kids", f"{figure.reference} Figure has marks and elements other than a caption")
    pages = s.pages_of(figure)
    if len(pages) != 1:
        s.complain("figure", f"{figure.reference}: is on {len(pages)} pages")
    else:
        s.check_area("figure", figure.reference, "BBox", s.attribute(figure, "/Layout", "/BBox"), next(iter(pages)))


def check_link(s, link, annotations):
    """A link has an area on each page that shows it and on no other; each leads somewhere and says where to. `annotations` are all
    of the file: reference to page."""
    pages = {annotations[reference] for reference in link.objects if reference in annotations}
    if pages != s.pages_of(link):
        s.complain("link", f"{link.reference}: has areas on pages {sorted(pages)}, and is shown on {sorted(s.pages_of(link))}")
    for reference in link.objects:
        if reference not in annotations:
            continue
        annotation = s.pdf.get(reference)
        s.check_area("link", reference, "Rect", annotation.get("/Rect"), annotations[reference])
        if not is_string(annotation.get("/Contents")) or not string_text(annotation["/Contents"]).strip():
            s.complain("link", f"{reference}: no Contents")
        check_aim(s, reference, annotation)


def check_aim(s, reference, annotation):
    """Where a link leads: to an address, or to a height of a page of the file."""
    action = s.pdf.get(annotation.get("/A"))
    if isinstance(action, dict):
        if action.get("/S") != "/URI" or not is_string(action.get("/URI")) or not string_text(action["/URI"]).isascii():
            s.complain("link", f"{reference}: action {action} is no address")
        return
    check_destination(s, "link", reference, annotation.get("/Dest"))


def check_destination(s, rule, reference, destination):
    destination = s.pdf.get(destination)
    if not isinstance(destination, list) or destination[0] not in s.page_numbers:
        s.complain(rule, f"{reference}: leads to no page: {destination}")
    elif destination[1] != "/XYZ" or not 0 <= destination[3] <= s.media_box(s.page_numbers[destination[0]])[3]:
        s.complain(rule, f"{reference}: leads beside its page: {destination}")
