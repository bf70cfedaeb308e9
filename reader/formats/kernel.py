"""What Linux offers a process that shuts itself in, without any privilege; each best effort.

The numbers are the kernel's own, from its headers (prctl.h, landlock.h, seccomp.h, filter.h).
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Sequence
from contextlib import suppress

_CLONE_NEWUSER, _CLONE_NEWNET, _CLONE_THREAD = 0x10000000, 0x40000000, 0x00010000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _SECCOMP_FILTER = 38, 22, 2

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_RULESET_VERSION, _RULE_PATH_BENEATH = 1, 1
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP_RIGHTS, _SCOPES = 3, 3  # bind and connect; abstract sockets and signals
_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")

# Calls by machine: what makes sockets, programs and processes, or reaches into other ones.
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_DENIED = {
    "x86_64": {
        "socket": 41, "socketpair": 53, "connect": 42, "bind": 49, "listen": 50,
        "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "ptrace": 101,
        "process_vm_readv": 310, "process_vm_writev": 311, "io_uring_setup": 425,
        "bpf": 321, "keyctl": 250, "add_key": 248, "request_key": 249, "mount": 165,
        "setns": 308, "unshare": 272, "pidfd_send_signal": 424, "pidfd_getfd": 438,
        "perf_event_open": 298, "userfaultfd": 323,
    },
    "aarch64": {
        "socket": 198, "socketpair": 199, "connect": 203, "bind": 200, "listen": 201,
        "execve": 221, "execveat": 281, "ptrace": 117, "process_vm_readv": 270,
        "process_vm_writev": 271, "io_uring_setup": 425, "bpf": 280, "keyctl": 219,
        "add_key": 217, "request_key": 218, "mount": 40, "setns": 268, "unshare": 97,
        "pidfd_send_signal": 424, "pidfd_getfd": 438, "perf_event_open": 241,
        "userfaultfd": 282,
    },
}  # fmt: skip
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435  # its flags lie in memory, where a filter cannot look
_KILL = {"x86_64": 62, "aarch64": 129}
_X32 = 0x40000000  # a second set of numbers that x86-64 has

_LOAD, _EQUAL, _AT_LEAST, _ANY_OF, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_EPERM, _ENOSYS = 1, 38


def shut(readable: Sequence[str]) -> list[str]:
    """Shut this process in; return the names of the means that hold."""
    libc = ctypes.CDLL(None, use_errno=True)
    held = []
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        held.append("network")
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return held
    held.append("privileges")
    if _landlock(libc, readable):
        held.append("landlock")
    if _seccomp(libc):
        held.append("calls")
    return held


def _landlock(libc: ctypes.CDLL, readable: Sequence[str]) -> bool:
    """Leave nothing of the file system but the reading of some folders."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _RULESET_VERSION)
    if version < 1:
        return False
    files = _FILE_RIGHTS[max(v for v in _FILE_RIGHTS if v <= version)]
    handled = [files]
    if version >= 4:
        handled.append(_TCP_RIGHTS)
    if version >= 6:
        handled.append(_SCOPES)
    attributes = struct.pack(f"={len(handled)}Q", *handled)
    ruleset = libc.syscall(
        _CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0)
    )
    if ruleset < 0:
        return False
    try:
        for path in (*readable, *_LIBRARIES):
            with suppress(OSError):
                _allow_reading(libc, ruleset, path)
        return bool(libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = _READ_FILE | (_READ_DIR if os.path.isdir(path) else 0)  # noqa: PTH112 - light
        rule = struct.pack("=Qi", rights, folder)
        libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(folder)


def _seccomp(libc: ctypes.CDLL) -> bool:
    """Refuse calls of the kernel that no parser needs."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES or struct.calcsize("P") != 8:
        return False
    program = b"".join(_filter(machine))
    code = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    return bool(libc.prctl(_SET_SECCOMP, _SECCOMP_FILTER, described, 0, 0) == 0)


def _filter(machine: str) -> list[bytes]:
    """Return a program for the kernel's filter, an instruction each."""
    refuse = [_step(_RETURN, _REFUSE | _EPERM)]
    program = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, _ARCHITECTURES[machine], yes=1),
        *refuse,  # calls of another machine's numbers
        _step(_LOAD, _NUMBER_AT),
        _step(_AT_LEAST, _X32, no=1),
        *refuse,
        _step(_EQUAL, _CLONE3, no=1),
        _step(_RETURN, _REFUSE | _ENOSYS),  # the C library then uses clone
    ]
    for number in _DENIED[machine].values():
        program += [_step(_EQUAL, number, no=1), *refuse]
    program += [
        _step(_EQUAL, _CLONE[machine], no=4),
        _step(_LOAD, _FIRST_ARGUMENT_AT),
        _step(_ANY_OF, _CLONE_THREAD, yes=1),
        *refuse,
        _step(_RETURN, _ALLOW),
        _step(_EQUAL, _KILL[machine], no=3),
        _step(_LOAD, _FIRST_ARGUMENT_AT),
        _step(_EQUAL, os.getpid(), yes=1),
        *refuse,
        _step(_RETURN, _ALLOW),
    ]
    return program


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)
