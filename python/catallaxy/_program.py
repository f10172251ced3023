"""Starts the program: finds it, runs a command of it, and turns its exit code into an answer or an error."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from ._errors import OF_EXIT_CODE, NotFound, RunFailed

LAUNCHER = "catallaxy"
INDENT = " " * 7  # of the lines of an error message after its first
PATIENCE_SECONDS = 90  # for an interrupted program to save what it keeps


def home():
    """The checkout whose launcher is used, as a path; None where the launcher is one on PATH or CATALLAXY_COMMAND."""
    named = os.environ.get("CATALLAXY_HOME")
    if named:
        if not _has_launcher(Path(named)):
            raise NotFound(f"CATALLAXY_HOME: expected a checkout with an executable file catallaxy, found {named}")
        return Path(named).resolve()
    return next((path for path in _checkouts() if _has_launcher(path)), None)


def command_line():
    """The words that start the program, before those of a command.

    :raises NotFound: where there is no program, with all places that were looked at
    """
    given = os.environ.get("CATALLAXY_COMMAND")
    if given:
        return shlex.split(given)
    checkout = home()
    if checkout:
        return [str(checkout / LAUNCHER)]
    on_path = shutil.which(LAUNCHER)
    if on_path:
        return [on_path]
    raise NotFound(
        "cannot find Catallaxy's launcher. Looked at CATALLAXY_HOME (not set), at "
        + ", ".join(str(path) for path in _checkouts())
        + " and for catallaxy on PATH. Set CATALLAXY_HOME to a checkout of Catallaxy."
    )


def start(arguments, **options):
    """Starts a command of the program and does not wait for it.

    :param arguments: words after ``catallaxy``
    :param options: of ``subprocess.Popen``
    """
    environment = dict(os.environ, NO_COLOR="1")
    return subprocess.Popen([*command_line(), *map(str, arguments)], env=environment, **options)


def options(**given):
    """The words of options, without those that are None: ``options(seed=3, out=None)`` is ``["--seed", "3"]``."""
    return [word for name, value in given.items() if value is not None for word in (f"--{name}", str(value))]


def ask(arguments, progress=False):
    """Runs a command to its end and returns the JSON object that it prints last.

    Notes and warnings of the program go to ``sys.stderr``, and so does its progress where that is wanted. An interruption (Ctrl-C) is
    passed on to the program, which saves what it keeps.

    :param arguments: words after ``catallaxy``, without ``--json``
    :param progress: whether to show how far the program is
    :raises UsageError: and the other errors of this package, by the exit code of the program
    """
    words = [*arguments, "--json"] if progress else [*arguments, "--json", "--quiet"]
    return json.loads(run(words).splitlines()[-1])


def run(arguments):
    """Runs a command to its end and returns what it printed on standard output.

    :raises UsageError: and the other errors of this package, by the exit code of the program
    """
    process = start(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace")
    complaint = Complaint(process.stderr)
    try:
        printed = process.stdout.read()
        process.wait()
    except BaseException:
        stop(process)
        if process.returncode == 3:
            raise error(3, complaint.text()) from None
        raise
    finally:
        process.stdout.close()
    if process.returncode:
        raise error(process.returncode, complaint.text())
    complaint.text()
    return printed


def stop(process):
    """Asks a process to end in order, as Ctrl-C does, and waits for it; one that does not end is killed."""
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def error(code, text):
    """The error that an exit code stands for.

    :param code: of the process; negative where a signal ended it
    :param text: the program's message
    """
    if not text:
        text = f"the program was ended by signal {-code}" if code < 0 else f"the program ended with exit code {code} and said nothing"
    return OF_EXIT_CODE.get(code, RunFailed)(text)


class Complaint:
    """Reads what a process says on standard error: passes notes on, keeps the message of an error. Reads in a thread of its own."""

    def __init__(self, stream):
        self._lines = []
        self._stream = stream
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def text(self):
        """The error's message, without ``error:`` and indentation; empty where there is none. Waits for the end of the stream."""
        self._thread.join()
        return "\n".join(self._lines)

    def _read(self):
        with self._stream:
            for line in self._stream:
                self._take(line.rstrip("\n"))

    def _take(self, line):
        if line.startswith("error: "):
            self._lines.append(line[len("error: ") :])
        elif self._lines:
            self._lines.append(line[len(INDENT) :] if line.startswith(INDENT) else line)
        else:
            print(line, file=sys.stderr, flush=True)


def _checkouts():
    """Where a checkout may be: around this file, then where the package was installed from."""
    around = Path(__file__).resolve().parent.parent.parent
    try:
        from ._checkout import PATH
    except ImportError:
        return [around]
    return [around, Path(PATH)]


def _has_launcher(folder):
    launcher = folder / LAUNCHER
    return launcher.is_file() and os.access(launcher, os.X_OK)
