"""A user's program in Python: renders the document argv[1] to the file argv[2] through the C ABI."""

import ctypes
import sys

DONE = 0

library = ctypes.CDLL("libsidetal-c.so")
library.sidetal_renderer_new.restype = ctypes.c_void_p
library.sidetal_message_count.restype = ctypes.c_size_t
library.sidetal_message_count.argtypes = [ctypes.c_void_p]
library.sidetal_message_line.restype = ctypes.c_char_p
library.sidetal_message_line.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
library.sidetal_read.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p,
                                 ctypes.POINTER(ctypes.c_void_p)]
library.sidetal_render_to_memory.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
                                             ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_size_t)]
for free in ("sidetal_free", "sidetal_document_free", "sidetal_renderer_free"):
    getattr(library, free).argtypes = [ctypes.c_void_p]
    getattr(library, free).restype = None


def render(name, data):
    renderer = library.sidetal_renderer_new()
    document, pdf, size = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_size_t()
    status = library.sidetal_read(renderer, data, len(data), name.encode(), ctypes.byref(document))
    if status == DONE:
        status = library.sidetal_render_to_memory(renderer, document, None, ctypes.byref(pdf), ctypes.byref(size))
    for i in range(library.sidetal_message_count(renderer)):
        print(library.sidetal_message_line(renderer, i).decode(), file=sys.stderr)
    result = ctypes.string_at(pdf, size.value) if pdf else None
    library.sidetal_free(pdf)
    library.sidetal_document_free(document)
    library.sidetal_renderer_free(renderer)
    return result if status == DONE else None


with open(sys.argv[1], "rb") as source:
    made = render(sys.argv[1], source.read())
if made is None:
    sys.exit(1)
with open(sys.argv[2], "wb") as target:
    target.write(made)
