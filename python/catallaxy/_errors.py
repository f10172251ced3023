"""What can go wrong: one class for each way in which the program ends other than well."""


class CatallaxyError(Exception):
    """Whatever the program or this package has to say about a failure; the text is the program's own message."""


class NotFound(CatallaxyError, FileNotFoundError):
    """The program, a file or a column is not where it was looked for."""


class UsageError(CatallaxyError, ValueError):
    """Wrong usage or an invalid scenario (exit code 2)."""


class RunFailed(CatallaxyError, RuntimeError):
    """The run failed, or a check found differences (exit code 1, or any that has no meaning of its own)."""


class SafetyStop(RunFailed):
    """A live run was stopped for safety (exit code 4)."""


class CorruptData(CatallaxyError, ValueError):
    """A file was altered, cut off or exchanged (exit code 5)."""


class Interrupted(KeyboardInterrupt):
    """Interrupted by Ctrl-C or a signal (exit code 3); the message says what is kept. Like its parent it is no ``Exception``."""


OF_EXIT_CODE = {1: RunFailed, 2: UsageError, 3: Interrupted, 4: SafetyStop, 5: CorruptData}
