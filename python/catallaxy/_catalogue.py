"""What can be named in scenarios and commands, and what it is."""

from . import _program


def scenarios():
    """The shipped scenarios: name → what it is in one sentence."""
    return {each["name"]: each["summary"] for each in _program.ask(["list", "scenarios"])["entries"]}


def describe(name):
    """What the program says of anything that it can name: a scenario, an agent's role, a policy, a venue, a key of scenario files.

    :return: text for people
    :raises UsageError: where nothing has that name, with the nearest that has
    """
    return "\n\n".join(map(_text, _program.ask(["describe", name])["entries"]))


def _text(entry):
    summary, detail = entry["summary"], entry["detail"]
    body = detail if detail.startswith(summary) else f"{summary}\n{detail}"
    return f"{entry['name']} ({entry['kind']})\n{body}"
