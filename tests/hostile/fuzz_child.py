"""Run apart: a parser read by atheris until something other than a refusal comes of it."""

from __future__ import annotations

import sys
from importlib import import_module

import atheris


def main() -> None:
    """Fuzz the parser of a module; the rest of the arguments is libFuzzer's."""
    program, module, name, *options = sys.argv
    with atheris.instrument_imports(include=["reader.formats"]):
        parser = import_module(module)
    from reader.errors import InputError
    from reader.formats.base import Reading

    def read(data: bytes) -> None:
        try:
            for item in parser.read(data, Reading(name)):
                str(item)
        except InputError:
            return  # a refusal by name

    atheris.Setup([program, *options], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
