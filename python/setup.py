"""Records, in what is installed, the checkout that it was installed from: its launcher runs the program."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

CHECKOUT = Path(__file__).resolve().parent.parent


class BuildWithCheckout(build_py):
    """Copies the package and writes where its checkout is; an editable install lies in the checkout and needs no record."""

    def run(self):
        """Copies, then writes ``_checkout.py`` beside the copies."""
        super().run()
        if (CHECKOUT / "catallaxy").is_file() and not getattr(self, "editable_mode", False):
            record = Path(self.build_lib) / "catallaxy" / "_checkout.py"
            record.parent.mkdir(parents=True, exist_ok=True)
            record.write_text(f'"""Where the package was installed from."""\n\nPATH = {str(CHECKOUT)!r}\n', encoding="utf-8")


setup(cmdclass={"build_py": BuildWithCheckout})
