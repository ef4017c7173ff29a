"""What was worked out once about a word, kept for the next time it is met."""

from collections.abc import Callable, Mapping, Sized
from itertools import islice
from typing import Any, Generic, TypeVar

__all__ = ["LONGEST", "Cache", "forget"]

LONGEST = 100  # letters of a word that is kept, where nothing else is said

_Question = TypeVar("_Question", bound=Sized)
_Answer = TypeVar("_Answer")


class Cache(dict[_Question, _Answer], Generic[_Question, _Answer]):
    """A function's answers, looked up as in a dictionary: `cache[question]`.

    A look-up costs less than a call, and `map(cache.__getitem__, words)` runs without one. At most `most` answers are
    kept beside those `known` from the beginning; then all others are forgotten, and questions longer than `longest` are
    never kept. That alters no result: the function must depend on its question alone, and give the known answers too.
    """

    __slots__ = ("_answer", "_known", "_longest", "_most")

    def __init__(
        self,
        answer: Callable[[_Question], _Answer],
        most: int,
        known: Mapping[_Question, _Answer] | None = None,
        longest: int = LONGEST,
    ) -> None:
        super().__init__(known or {})
        self._answer = answer
        self._known = len(self)
        self._most = self._known + most
        self._longest = longest
        _caches.append(self)

    def __missing__(self, question: _Question) -> _Answer:
        answer = self._answer(question)
        if len(question) <= self._longest:
            if len(self) >= self._most:
                self.forget()
            self[question] = answer
        return answer

    def learn(self, answers: Mapping[_Question, _Answer]) -> None:
        """Keep answers worked out for many questions at once, none longer than may be kept; or none, if too many."""
        if len(self) + len(answers) > self._most:
            self.forget()
        if len(answers) <= self._most - self._known:
            self.update(answers)

    def keep(self, question: _Question, answer: _Answer) -> None:
        """Keep what was worked out in another way for one question, which is not too long."""
        if len(self) >= self._most:
            self.forget()
        self[question] = answer

    def forget(self) -> None:
        """Forget all but what was known from the beginning, which stands first. Other threads may do so meanwhile."""
        if not self._known:
            self.clear()
        for question in list(islice(reversed(self), len(self) - self._known)):
            self.pop(question, None)


_caches: list[Cache[Any, Any]] = []


def forget() -> None:
    """Make every cache as it is when a process begins."""
    for cache in _caches:
        cache.forget()
