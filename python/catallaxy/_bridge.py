"""One process of the program that plays an environment: lines of JSON over its pipes, numbers in memory that both have mapped.

Whose turn it is stands in two words of that memory. Whoever waits watches them for a moment and then sleeps until a line comes, so
that a quick answer costs no system call and a long silence costs no time of a processor.
"""

import collections
import json
import mmap
import os
import platform
import subprocess
import sys
import tempfile
import threading
import weakref

import numpy as np

from . import _program
from ._errors import OF_EXIT_CODE, CatallaxyError, RunFailed

LOOKS = 2000  # at the memory before sleeping: about 0.1 ms
TAIL = 20  # lines of what a program that died said last
PATIENCE_SECONDS = 10  # for a program whose pipe was closed to end
ORDERED = ("x86_64", "amd64", "i386", "i686", "x86")  # processors on which others see stores in their order
DTYPES = {"float32": np.dtype("<f4"), "float64": np.dtype("<f8"), "int64": np.dtype("<i8"), "uint8": np.dtype("u1")}

_live = weakref.WeakSet()


class Unusable:
    """Stands in for the memory of a bridge that cannot be used any more, and says why to whoever touches it."""

    def __init__(self, why):
        self._why = why

    def __getitem__(self, index):
        raise CatallaxyError(self._why)

    def __setitem__(self, index, value):
        raise CatallaxyError(self._why)


class Bridge:
    """The process, the memory, and whose turn it is. Owned by one thread at a time."""

    def __init__(self, request):
        if sys.byteorder != "little":
            raise CatallaxyError("the bridge needs a little-endian processor")
        self._said = tempfile.TemporaryFile()
        self._process = _program.start(
            ["bridge"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, **_own_group()
        )
        self._lines = collections.deque()
        self._fence = threading.Lock()
        self.asked = Unusable("the environment is not open")
        self._end = weakref.finalize(self, _end, self._process, self._said, os.getpid())
        _live.add(self)
        try:
            self.opened = self.ask(request)
            self.arrays = {}
            self._map()
        except BaseException:
            self.close()
            raise

    def _map(self):
        watched = _may_watch()
        with _memory_file() as file:
            file.truncate(self.opened["bytes"])
            memory = mmap.mmap(file.fileno(), self.opened["bytes"])
            self.ask({"request": "map", "file": file.name, "watch": watched})
        for name, array in self.opened["arrays"].items():
            count = int(np.prod(array["shape"], dtype=np.int64))
            flat = np.frombuffer(memory, DTYPES[array["type"]], count, array["offset"])
            self.arrays[name] = flat.reshape(array["shape"])
        self.asked = self.words("asked")
        self.answered = self.words("answered")
        self.java_waits = self.words("javaWaits")
        self._python_waits = self.words("pythonWaits")
        self.status = self.words("status")
        self.looks = range(LOOKS) if watched else ()
        self._watched = watched

    def words(self, name):
        """An array as a view that Python reads and writes faster than NumPy does single numbers."""
        array = self.arrays[name].reshape(-1)
        return memoryview(array)

    def turn(self):
        """Hands over and waits until it is our turn again.

        :raises CatallaxyError: what the program has to say of a turn that failed, or that it died
        """
        asked = self.asked
        turn = asked[0] + 1
        asked[0] = turn
        with self._fence:  # a full fence: our word is written before the other side's is read
            pass
        if self.java_waits[0]:
            self._send(b"\n")
        answered = self.answered
        for _ in self.looks:
            if answered[0] == turn:
                break
        else:
            self._sleep(turn)
        if self.status[0]:
            self.receive()

    def catch_up(self):
        """Waits for the answer to a turn that was left before it came, such as by Ctrl-C, and forgets it."""
        turn = self.asked[0]
        if self.answered[0] != turn:
            self._send(b"\n")
            self._sleep(turn)
            if self.status[0]:
                self.receive()

    def ask(self, request):
        """Asks a question between two turns.

        :raises UsageError: and other errors of this package, as the program answers
        """
        try:
            self._send(json.dumps(request).encode() + b"\n")
            return self.receive()
        except KeyboardInterrupt:
            self.close()
            raise

    def close(self):
        """Ends the process; more than once does nothing."""
        self._give_up("the environment is closed")
        self._end()

    def _give_up(self, why):
        self.asked = Unusable(why)
        self.arrays = {}

    def _forget(self):
        """In a forked child: the process and its pipes are the parent's."""
        self._give_up("this environment is of the process that made it: after a fork, make one in the child")
        self._end.detach()
        for pipe in (self._process.stdin, self._process.stdout):
            pipe.close()
        self._process.returncode = 0

    def _sleep(self, turn):
        if not self._watched:
            self._take()  # the line comes before the memory is looked at
        else:
            self._python_waits[0] = 1
            with self._fence:
                pass
        try:
            while self.answered[0] != turn:
                self._take()
        finally:
            if self._watched:
                self._python_waits[0] = 0

    def _take(self):
        line = self._read()
        if line != b"\n":
            self._lines.append(line)

    def _send(self, line):
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            self._died()

    def tell(self, line):
        """Sends a line, which the program finds with our next turn."""
        self._send(line + b"\n")

    def line(self):
        """The next line of the program that says anything, without its end."""
        line = self._lines.popleft() if self._lines else self._read()
        while line == b"\n":
            line = self._read()
        return line.rstrip(b"\n")

    def receive(self):
        """The next line of the program, such as the result of a run.

        :raises UsageError: and other errors of this package, where it tells of one
        """
        answer = json.loads(self.line())
        self._raise_if_error(answer)
        return answer

    @staticmethod
    def _raise_if_error(answer):
        if "error" in answer:
            raise OF_EXIT_CODE.get(answer["exitCode"], RunFailed)(answer["error"])

    def _read(self):
        line = self._process.stdout.readline()
        if not line:
            self._died()
        return line

    def _died(self):
        if self._process.stdin.closed:
            raise CatallaxyError("the environment is closed")
        for line in [*self._lines, *self._process.stdout]:
            if line.startswith(b"{"):
                self._raise_if_error(json.loads(line))
        code = self._process.wait()
        how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        self._said.seek(0)
        last = self._said.read().decode("utf-8", "replace").strip().splitlines()[-TAIL:]
        self.close()
        why = f"the program that plays the environment {how}" + "".join("\n  " + line for line in last)
        self._give_up(why)
        raise RunFailed(why)


def _end(process, said, owner):
    """Closes the pipe, at which the process ends by itself."""
    if os.getpid() != owner:
        return
    for stream in (process.stdin, process.stdout):
        try:
            stream.close()
        except OSError:
            pass
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    said.close()


def _own_group():
    """Ctrl-C in a terminal is Python's to deal with."""
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _memory_file():
    shared = "/dev/shm" if os.path.isdir("/dev/shm") and os.access("/dev/shm", os.W_OK) else None
    return tempfile.NamedTemporaryFile(prefix="catallaxy-", dir=shared)


def _may_watch():
    """Whether both sides can run at the same time, and see what the other one writes in its order."""
    try:
        processors = len(os.sched_getaffinity(0))
    except AttributeError:
        processors = os.cpu_count() or 1
    return processors > 1 and platform.machine().lower() in ORDERED


def _after_fork():
    for bridge in list(_live):
        bridge._forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
