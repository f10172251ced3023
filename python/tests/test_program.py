"""How the program is found and started, and what its exit codes become."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import catallaxy
from catallaxy import _program

SCRIPT = """
import json, os, sys
code, said = int(sys.argv[1]), sys.argv[2].replace("|", chr(10))
print("note: first", file=sys.stderr)
print(said, file=sys.stderr)
print("a table for people")
print(json.dumps({"arguments": sys.argv[3:], "colour": os.environ.get("NO_COLOR")}))
sys.exit(code)
"""


def fake(code=0, said="", script=SCRIPT):
    """A program that exits with a code and says something on standard error."""
    words = [sys.executable, "-c", script, str(code), said]
    return mock.patch.dict(os.environ, {"CATALLAXY_COMMAND": " ".join(_program.shlex.quote(word) for word in words)})


class AnswersTest(unittest.TestCase):
    def test_the_answer_is_the_last_line(self):
        with fake(), contextlib.redirect_stderr(io.StringIO()):
            answer = _program.ask(["run", Path("a b"), 3])
        self.assertEqual(answer["arguments"], ["run", "a b", "3", "--json", "--quiet"])
        self.assertEqual(answer["colour"], "1")

    def test_progress_is_shown_where_it_is_wanted(self):
        with fake(), contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(_program.ask(["run"], progress=True)["arguments"], ["run", "--json"])

    def test_notes_are_passed_on(self):
        said = io.StringIO()
        with fake(said="catallaxy: building"), contextlib.redirect_stderr(said):
            _program.ask(["run"])
        self.assertEqual(said.getvalue(), "note: first\ncatallaxy: building\n")


class ErrorsTest(unittest.TestCase):
    def test_every_exit_code_has_an_error_with_the_programs_message(self):
        for code, kind in [
            (1, catallaxy.RunFailed),
            (2, catallaxy.UsageError),
            (3, catallaxy.Interrupted),
            (4, catallaxy.SafetyStop),
            (5, catallaxy.CorruptData),
            (77, catallaxy.RunFailed),
        ]:
            with self.subTest(code=code), fake(code, "error: no such scenario: x|       did you mean y?"):
                with contextlib.redirect_stderr(io.StringIO()) as said, self.assertRaises(kind) as caught:
                    _program.ask(["run"])
                self.assertEqual(str(caught.exception), "no such scenario: x\ndid you mean y?")
                self.assertEqual(said.getvalue(), "note: first\n")

    def test_an_interruption_is_no_exception_that_a_loop_would_swallow(self):
        self.assertTrue(issubclass(catallaxy.Interrupted, KeyboardInterrupt))
        self.assertFalse(issubclass(catallaxy.Interrupted, Exception))

    def test_a_program_that_says_nothing_is_told_by_its_exit_code(self):
        with fake(script="import os; os.kill(os.getpid(), 9)"), self.assertRaisesRegex(catallaxy.RunFailed, "ended by signal 9"):
            _program.ask(["run"])
        with fake(script="raise SystemExit(7)"), self.assertRaisesRegex(catallaxy.RunFailed, "exit code 7 and said nothing"):
            _program.ask(["run"])

    def test_an_interrupted_caller_lets_the_program_save_what_it_keeps(self):
        script = (
            "import signal, sys, time\n"
            "def kept(*_): print('error: interrupted: kept is step 7', file=sys.stderr); sys.exit(3)\n"
            "signal.signal(signal.SIGTERM, kept)\n"
            "print('ready', flush=True)\n"
            "time.sleep(60)\n"
        )

        class InterruptedStream(io.StringIO):
            def read(self, *_):
                raise KeyboardInterrupt

        def started(arguments, **options):
            process = start(arguments, **options)
            process.stdout.readline()
            process.stdout.close()
            process.stdout = InterruptedStream()
            return process

        start = _program.start
        with fake(script=script), mock.patch.object(_program, "start", started), contextlib.redirect_stderr(io.StringIO()):
            with self.assertRaisesRegex(catallaxy.Interrupted, "kept is step 7"):
                _program.run(["train"])


class PlacesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        clean = {key: value for key, value in os.environ.items() if not key.startswith("CATALLAXY_")}
        environment = mock.patch.dict(os.environ, clean, clear=True)
        environment.start()
        self.addCleanup(environment.stop)

    def launcher(self, name):
        """A folder with an executable file catallaxy."""
        folder = self.folder / name
        folder.mkdir()
        (folder / "catallaxy").write_text("#!/bin/sh\n")
        (folder / "catallaxy").chmod(0o755)
        return folder

    def test_a_command_line_that_is_given_goes_before_all_else(self):
        os.environ["CATALLAXY_COMMAND"] = "java -cp 'a b' Main"
        os.environ["CATALLAXY_HOME"] = "nowhere"
        self.assertEqual(_program.command_line(), ["java", "-cp", "a b", "Main"])

    def test_a_named_checkout_goes_before_the_one_around_the_package(self):
        os.environ["CATALLAXY_HOME"] = str(self.launcher("mine"))
        self.assertEqual(_program.command_line(), [str(self.folder / "mine" / "catallaxy")])

    def test_a_named_checkout_without_a_launcher_is_refused(self):
        os.environ["CATALLAXY_HOME"] = str(self.folder)
        with self.assertRaisesRegex(catallaxy.NotFound, "CATALLAXY_HOME: expected a checkout .* found " + str(self.folder)):
            _program.command_line()

    def test_the_checkout_around_the_package_is_found(self):
        here = Path(catallaxy.__file__).resolve().parent.parent.parent
        self.assertEqual(_program.command_line(), [str(here / "catallaxy")])

    def test_then_the_checkout_that_it_was_installed_from(self):
        record = mock.MagicMock(PATH=str(self.launcher("recorded")))
        with mock.patch.dict(sys.modules, {"catallaxy._checkout": record}), self.away_from_the_checkout():
            self.assertEqual(_program.command_line(), [str(self.folder / "recorded" / "catallaxy")])

    def test_then_the_one_on_path(self):
        os.environ["PATH"] = str(self.launcher("bin"))
        with self.away_from_the_checkout():
            self.assertEqual(_program.command_line(), [str(self.folder / "bin" / "catallaxy")])

    def test_where_there_is_none_one_error_says_where_it_was_looked_for(self):
        os.environ["PATH"] = ""
        with self.away_from_the_checkout(), self.assertRaises(catallaxy.NotFound) as caught:
            _program.command_line()
        for place in ("CATALLAXY_HOME", str(self.folder), "PATH"):
            self.assertIn(place, str(caught.exception))

    def away_from_the_checkout(self):
        """As if the package were installed somewhere else."""
        return mock.patch.object(_program, "__file__", str(self.folder / "site" / "catallaxy" / "_program.py"))


if __name__ == "__main__":
    unittest.main()
