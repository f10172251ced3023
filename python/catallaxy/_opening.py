"""Folders that are there, as what they hold."""

from pathlib import Path

from ._errors import NotFound
from ._folders import Run, Training
from ._sweeps import Sweep


def open(folder):
    """What a command has left in a folder: a ``Run``, a ``Training`` or a ``Sweep``.

    :raises NotFound: where the folder is none that the program has made
    """
    folder = Path(folder)
    if (folder / "plan.json").is_file():
        return Sweep(folder)
    if not (folder / "manifest.json").is_file():
        what = "has no manifest.json" if folder.is_dir() else "does not exist"
        raise NotFound(f"expected the folder of a run, a training or a sweep, found none: {folder} {what}")
    run = Run(folder)
    return Training(folder) if run.manifest.get("kind") == "training" else run
