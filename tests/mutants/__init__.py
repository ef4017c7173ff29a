"""Mutants: small faults put into the engine one at a time, to learn whether any test notices.

`make mutants` (`python -m tests.mutants difference/cleaning anchors`) copies the project to a temporary folder, lets
mutmut write its mutants of the modules asked for into the copy (`making`), and runs the golden file and the package's
own tests there (`running`): once to see which tests call which function, then for each mutant those that call its
function, the quickest first, until one fails, each mutant in a forked process with a bound on its time. It takes
minutes to hours, and is no part of `make test`. A mutant that lives is a question: a test that is missing, or a change
that changes nothing; those are listed with the reason (`equivalents`) and not counted.
"""
