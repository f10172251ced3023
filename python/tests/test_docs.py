"""The page about Python says what there is: its code runs, and its tables name all that can be called."""

import contextlib
import io
import os
import re
import unittest
from pathlib import Path

import catallaxy
from tests import simulated

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PAGE = (CHECKOUT / "docs" / "python.md").read_text(encoding="utf-8")


SHORTER = {'"1 h"': '"10 m"', "range(1, 6)": "[1, 2]", ": 100_000": ": 20_000", "=5_000": "=2_000", "episodes=500": "episodes=20"}


def shortened(code):
    """Code of the page as the short tests run it: fewer seeds, steps and hours."""
    for word, shorter in ({} if simulated.LONG else SHORTER).items():
        code = code.replace(word, shorter)
    return code


class PageTest(unittest.TestCase):
    @simulated.long
    def test_its_code_runs(self):
        blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
        self.assertGreaterEqual(len(blocks), 5)
        names, before = {}, Path.cwd()
        os.chdir(simulated.folder())
        self.addCleanup(os.chdir, before)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            for block in blocks:
                exec(compile(shortened(block), "docs/python.md", "exec"), names)
        self.assertIn(names["run"].digest, printed.getvalue())
        self.assertTrue((simulated.folder() / "pnl.svg").is_file())

    def test_every_public_name_is_on_it(self):
        missing = [name for name in catallaxy.__all__ if not re.search(rf"\b{name}\b", PAGE)]
        self.assertEqual(missing, [])

    def test_what_is_public_is_there(self):
        for name in catallaxy.__all__:
            self.assertTrue(getattr(catallaxy, name).__doc__, name)


class PackageTest(unittest.TestCase):
    def test_the_version_is_the_one_that_is_built(self):
        project = (CHECKOUT / "python" / "pyproject.toml").read_text(encoding="utf-8")
        build = (CHECKOUT / "pom.xml").read_text(encoding="utf-8")
        built = re.search(r"<artifactId>catallaxy[^<]*</artifactId>\s*<version>(.*?)</version>", build).group(1)
        self.assertEqual(re.search(r'^version = "(.*)"', project, re.MULTILINE).group(1), built.replace("-SNAPSHOT", ".dev0"))
        self.assertIn(f'version = "{catallaxy.__version__}"', project)


if __name__ == "__main__":
    unittest.main()
