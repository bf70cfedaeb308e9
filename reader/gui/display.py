"""Whether a window can be shown, asked before Qt is: without a display it aborts."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path


def display_problem() -> str | None:
    """Return one line on why no window can be shown here, or None where one can.

    Imports no Qt. Where the user names a platform in QT_QPA_PLATFORM, that is believed.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    return _library_problem() or _connection_problem()


def _library_problem() -> str | None:
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return "PySide6 is not installed"
    plugin = Path(spec.submodule_search_locations[0], "Qt/plugins/platforms/libqxcb.so")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"a system library is missing: {error}"
    return None


def _connection_problem() -> str | None:
    """Return a line where the X server that DISPLAY names does not answer."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    name = os.environ["DISPLAY"]
    return f"the display {name} does not answer" if refused else None
