"""CSV and TSV, wide and long."""

from tests.interchange.contract import FormatContract
from tests.interchange.documents import documents_of_texts
from workbench.interchange.document import Document
from workbench.interchange.options import ReadOptions

WIDE = 'reference,A [en],B\n1,one,eins\n2,"two,\nBREAK",[omitted]\n'
FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


class TestWideCsv(FormatContract):
    name = "csv"
    carried = documents_of_texts()
    sample = WIDE.replace("\nBREAK", " BREAK").encode()

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide", delimiter=",")


class TestWideTsv(FormatContract):
    name = "tsv"
    carried = documents_of_texts()
    sample = b"reference\tA [en]\tB\n1\tone\teins\n2\ttwo BREAK\t[omitted]\n"

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide")
