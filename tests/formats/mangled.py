"""What every format must stand: bytes of it, damaged anyhow."""

from hypothesis import strategies as st

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading


@st.composite
def mangled(draw, originals):
    """Return one of some files with bytes changed, left out, doubled or cut."""
    data = bytearray(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 40))
        put = draw(st.sampled_from(["other", "double", "nothing"]))
        if put == "other":
            data[at : at + length] = draw(st.binary(max_size=12))
        elif put == "double":
            data[at:at] = data[at : at + length]
        else:
            del data[at : at + length]
    return bytes(data)


def assert_read_or_refused(read, data, **options):
    """Read a file to its end: only articles whose blocks are right, or refusals, come of it."""
    try:
        items = list(read(data, Reading("x", **options)))
    except InputError:
        return
    for item in items:
        if isinstance(item, InputError):
            continue
        assert isinstance(item, Document)
        assert_blocks_right(item)


def assert_blocks_right(document):
    """Every block is a line of the text, in order, and every line is a block.

    Plain text has none.
    """
    if document.format in {None, "text"}:
        return
    lines = [block.span.of(document.text) for block in document.blocks]
    assert "\n".join(lines) == document.text
    assert all(line.strip() == line != "" for line in lines)
