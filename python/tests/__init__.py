"""Tests of the package, for ``python -m unittest`` in the folder ``python``."""
