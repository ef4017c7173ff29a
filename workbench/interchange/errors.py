"""What can be wrong with a file, said with its place."""

from dataclasses import dataclass

__all__ = ["FormatError", "Problem", "UnknownEncoding", "WrongKind"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `where` is a place in the file: "line 12, column C", a JSON Pointer, or an
    option.
    """

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class FormatError(ValueError):
    """The file, or the document to be written, is not what the format asks for; `problems` says why, in
    order.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class WrongKind(FormatError):
    """The file is something else than a file of the format; `kind` says what, with its article."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__((Problem("", f"This is {kind}. {message}"),))


class UnknownEncoding(FormatError):
    """The bytes are not in an encoding that can be known for certain; it has to be named, it is not
    guessed.
    """

    def __init__(self, where: str, message: str) -> None:
        super().__init__((Problem(where, message),))
