"""Settings as Python values, written as the program reads them: ``key=value`` with a value in HOCON."""

import json
import math
import re
from collections.abc import Mapping

from ._errors import UsageError

PLAIN = re.compile(r"(?!null$)(?!.*\.\.)[A-Za-z0-9_./-]+( [A-Za-z0-9_./-]+)*")  # what the program takes as it stands


def assignments(settings, keywords):
    """The words ``key=value`` of a command.

    :param settings: key → value, or None; keys as scenario files have them, such as ``agents.maker.policy.gamma``
    :param keywords: the same as Python's keywords, where ``__`` stands for a dot and ``_`` for a hyphen
    :raises UsageError: where a key is there twice, or a value has no form in a scenario file
    """
    return [f"{key}={text(value, key)}" for key, value in by_key(settings, keywords).items()]


def by_key(settings, keywords):
    """The settings of a dict and of keywords as one dict, whose keys are as in scenario files.

    :raises UsageError: where a key is there twice
    """
    all_of_them = dict(settings or {})
    for keyword, value in keywords.items():
        key = keyword.replace("__", ".").replace("_", "-")
        if key in all_of_them:
            raise UsageError(f"{key}: expected one value, found two, {all_of_them[key]!r} and {value!r}")
        all_of_them[key] = value
    return all_of_them


def text(value, key="value"):
    """A value as it stands behind ``key=``: simple text without quotes, all else in HOCON.

    :param key: named in the message where the value has no such form
    """
    if isinstance(value, str) and PLAIN.fullmatch(value):
        return value
    return hocon(value, key)


def hocon(value, key="value"):
    """A value in HOCON: numbers, booleans, None, text, mappings, and sequences or arrays of them.

    :param key: named in the message where the value has no such form
    """
    if hasattr(value, "tolist"):
        value = value.tolist()  # of NumPy
    if value is None or isinstance(value, (bool, int)):
        return json.dumps(value)
    if isinstance(value, float):
        return _number(value, key)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{hocon(str(name))}:{hocon(each, key)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple, range)):
        return "[" + ",".join(hocon(each, key) for each in value) + "]"
    raise UsageError(f"{key}: expected a number, text, bool, list or dict, found {value!r}")


def _number(value, key):
    if not math.isfinite(value):
        raise UsageError(f"{key}: expected a finite number, found {value}")
    return repr(value)
