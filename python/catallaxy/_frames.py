"""Tables of run folders as NumPy arrays by column."""

import csv
import difflib
import io
import json
from pathlib import Path

import numpy

from ._errors import CatallaxyError, CorruptData, NotFound

SHOWN_ROWS = 5


class Frame:
    """A table: columns by name, each a NumPy array, all of one length. Its rows are a sequence of dicts."""

    def __init__(self, columns):
        """
        :param columns: name → values
        """
        self._columns = {name: numpy.asarray(values) for name, values in columns.items()}
        lengths = {name: len(values) for name, values in self._columns.items()}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"expected columns of one length, found {lengths}")

    @property
    def columns(self):
        """The names of the columns, in order."""
        return tuple(self._columns)

    @property
    def array(self):
        """All of it as one structured array."""
        kinds = [(name, values.dtype) for name, values in self._columns.items()]
        rows = numpy.empty(len(self), dtype=kinds)
        for name, values in self._columns.items():
            rows[name] = values
        return rows

    def __len__(self):
        return len(next(iter(self._columns.values()), ()))

    def __getitem__(self, key):
        """A column by its name, a row as a dict by its number, or the frame of the rows of a slice, a mask or numbers."""
        if isinstance(key, str):
            return self._column(key)
        if isinstance(key, (int, numpy.integer)):
            return {name: values[key] for name, values in self._columns.items()}
        return Frame({name: values[key] for name, values in self._columns.items()})

    def where(self, **wanted):
        """The rows whose columns have these values: one, or any of a list, tuple, set or range.

        ``trades.where(agent="maker", side=["buy", "sell"])``
        """
        mask = numpy.ones(len(self), dtype=bool)
        for name, value in wanted.items():
            several = isinstance(value, (list, tuple, set, frozenset, range))
            column = self._column(name)
            mask &= numpy.isin(column, list(value)) if several else column == value
        return self[mask]

    def to_pandas(self):
        """The same as a ``pandas.DataFrame``; needs pandas."""
        try:
            import pandas
        except ImportError:
            raise CatallaxyError("to_pandas needs pandas: pip install pandas") from None
        return pandas.DataFrame(self._columns)

    def to_csv(self, path):
        """Writes a CSV file with a header, quoted as in RFC 4180; what is missing is empty. Returns its path."""
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(self.columns)
            writer.writerows(zip(*(_written(values) for values in self._columns.values())))
        return Path(path)

    def __repr__(self):
        head = [self.columns] + [tuple(map(str, self[row].values())) for row in range(min(len(self), SHOWN_ROWS))]
        widths = [max(map(len, cells)) for cells in zip(*head)]
        lines = ["  ".join(cell.rjust(width) for cell, width in zip(cells, widths)) for cells in head]
        return "\n".join([*lines, f"{len(self)} rows × {len(self.columns)} columns"])

    def _column(self, name):
        if name not in self._columns:
            raise KeyError(f"no column {name!r}{nearest(name, self.columns)}; there are {', '.join(self.columns)}")
        return self._columns[name]


def read_csv(path, text=()):
    """A CSV file with a header as a frame. A last line that a kill has cut off is left out.

    :param text: columns that are text; the others are numbers, where an empty cell is NaN
    :raises NotFound: where there is no such file
    :raises CorruptData: where a line before the last cannot be read
    """
    words = _content(path)
    header, *rows = _records(path, words) or [(1, [])]
    names = header[1]
    for line, row in rows:
        if len(row) != len(names):
            raise CorruptData(f"{path} line {line}: expected {len(names)} columns as in the header, found {len(row)}")
    columns = list(zip(*(row for _, row in rows))) or [()] * len(names)
    return Frame({name: _typed(path, name, cells, name in text, rows) for name, cells in zip(names, columns)})


def read_jsonl(path):
    """A file of one flat JSON object a line as a frame: a column for each key of any line; what a line lacks is NaN, or empty text.

    :raises NotFound: where there is no such file
    :raises CorruptData: where a line before the last cannot be read
    """
    lines = _content(path).split("\n")[:-1]  # what follows the last line end is a line that a kill has cut off, or nothing
    objects = [_object(path, number, line) for number, line in enumerate(lines, 1)]
    names = dict.fromkeys(name for each in objects for name in each)
    return Frame({name: _valued([each.get(name) for each in objects]) for name in names})


def read_json(path):
    """The JSON object of a file.

    :raises NotFound: where there is no such file
    :raises CorruptData: where it is none
    """
    return _object(path, 1, _content(path))


def nearest(word, known):
    """`` (did you mean x?)`` for the known word that is most like one that is not known, or nothing."""
    close = difflib.get_close_matches(word, known, 1)
    return f" (did you mean {close[0]}?)" if close else ""


def _content(path):
    try:
        return Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotFound(f"no such file: {path}") from None
    except UnicodeDecodeError as malformed:
        raise CorruptData(f"{path}: expected UTF-8, found something else at byte {malformed.start}") from None


def _records(path, words):
    """The records of a CSV text with the line that each ends in, without one that was cut off at the end."""
    reader = csv.reader(io.StringIO(words, newline=""), strict=True)
    records = []
    try:
        for row in reader:
            records.append((reader.line_num, row))
    except csv.Error as malformed:
        begun = records[-1][0] if records else 0
        if begun + 1 < words.count("\n") + (not words.endswith("\n")):
            raise CorruptData(f"{path} line {begun + 1}: {malformed}") from None
        return records
    return records if words.endswith("\n") else records[:-1]


def _typed(path, name, cells, is_text, rows):
    if is_text:
        return numpy.array(cells, dtype=str)
    try:
        return numpy.array([cell or "nan" for cell in cells], dtype=float)
    except ValueError:
        line, cell = next((line, cell) for (line, _), cell in zip(rows, cells) if not _is_number(cell))
        raise CorruptData(f"{path} line {line}: {name}: expected a number, found {cell!r}") from None


def _is_number(cell):
    try:
        float(cell or "nan")
        return True
    except ValueError:
        return False


def _object(path, number, line):
    try:
        found = json.loads(line)
    except ValueError as malformed:
        raise CorruptData(f"{path} line {number}: {malformed}") from None
    if not isinstance(found, dict):
        raise CorruptData(f"{path} line {number}: expected a JSON object, found {line[:40]}")
    return found


def _valued(values):
    """An array of JSON values: text where one is, whole numbers or truth values where all are, else floats."""
    if any(isinstance(value, (str, list, dict)) for value in values):
        return numpy.array(["" if value is None else value if isinstance(value, str) else json.dumps(value) for value in values])
    for kind, dtype in ((bool, bool), (int, numpy.int64)):
        if values and all(type(value) is kind for value in values):
            return numpy.array(values, dtype=dtype)
    return numpy.array([numpy.nan if value is None else value for value in values], dtype=float)


def _written(values):
    if values.dtype.kind == "f":
        return ["" if value != value else repr(float(value)) for value in values]
    return values.tolist()
