"""Numbers said aloud in nine languages, written from the grammars and apart from the engine's own tables."""

from collections.abc import Callable

__all__ = ["SENTENCES", "SPEAKERS"]

_EN = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = str.split("- - twenty thirty forty fifty sixty seventy eighty ninety")


def english(n: int) -> str:
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10] + (f"-{_EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    joint = " and " if 0 < n % 1000 < 100 else " "
    return f"{english(n // 1000)} thousand" + (joint + english(n % 1000) if n % 1000 else "")


_DE = str.split(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = str.split("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def german(n: int, *, is_last: bool = True) -> str:
    if n < 20:
        return "eins" if n == 1 and is_last else _DE[n]
    if n < 100:
        return (f"{_DE[n % 10]}und" if n % 10 else "") + _DE_TENS[n // 10]
    if n < 1000:
        return f"{_DE[n // 100]}hundert" + (german(n % 100) if n % 100 else "")
    return f"{german(n // 1000, is_last=False)}tausend" + (german(n % 1000) if n % 1000 else "")


_NL = str.split(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien"
)
_NL_TENS = str.split("- - twintig dertig veertig vijftig zestig zeventig tachtig negentig")


def dutch(n: int) -> str:
    if n < 20:
        return _NL[n]
    if n < 100:
        joint = "ën" if n % 10 in {2, 3} else "en"
        return (f"{_NL[n % 10]}{joint}" if n % 10 else "") + _NL_TENS[n // 10]
    if n < 1000:
        return (_NL[n // 100] if n >= 200 else "") + "honderd" + (dutch(n % 100) if n % 100 else "")
    return (dutch(n // 1000) if n >= 2000 else "") + "duizend" + (f" {dutch(n % 1000)}" if n % 1000 else "")


_FR = str.split("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR_TENS = str.split("- - vingt trente quarante cinquante soixante")


def french(n: int) -> str:
    if n < 17:
        return _FR[n]
    if n < 20:
        return f"dix-{_FR[n - 10]}"
    if n < 70:
        joint = " et " if n % 10 == 1 else "-"
        return _FR_TENS[n // 10] + (joint + _FR[n % 10] if n % 10 else "")
    if n < 100:
        return _french_from_70(n)
    if n < 1000:
        hundreds = f"{_FR[n // 100]} cent" if n >= 200 else "cent"
        return hundreds + (f" {french(n % 100)}" if n % 100 else "s" if n >= 200 else "")
    return (f"{french(n // 1000)} mille" if n >= 2000 else "mille") + (f" {french(n % 1000)}" if n % 1000 else "")


def _french_from_70(n: int) -> str:
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{french(n - 60)}"
    return "quatre-vingts" if n == 80 else f"quatre-vingt-{french(n - 80)}"


_ES = str.split(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = str.split("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = str.split(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def spanish(n: int) -> str:
    if n < 30:
        return _ES[n]
    if n < 100:
        return _ES_TENS[n // 10] + (f" y {_ES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return "cien" if n == 100 else _ES_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
    return (f"{spanish(n // 1000)} mil" if n >= 2000 else "mil") + (f" {spanish(n % 1000)}" if n % 1000 else "")


_IT = str.split(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove"
)
_IT_TENS = str.split("- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta")


def italian(n: int) -> str:
    if n < 20:
        return _IT[n]
    if n < 100:
        tens = _IT_TENS[n // 10][:-1] if n % 10 in {1, 8} else _IT_TENS[n // 10]
        return tens + ("tré" if n % 10 == 3 else _IT[n % 10] if n % 10 else "")
    if n < 1000:
        return (_IT[n // 100] if n >= 200 else "") + "cento" + (italian(n % 100) if n % 100 else "")
    return (f"{italian(n // 1000)}mila" if n >= 2000 else "mille") + (italian(n % 1000) if n % 1000 else "")


_PT = str.split(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis "
    "dezessete dezoito dezenove"
)
_PT_TENS = str.split("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = str.split(
    "- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)


def portuguese(n: int) -> str:
    if n < 20:
        return _PT[n]
    if n < 100:
        return _PT_TENS[n // 10] + (f" e {_PT[n % 10]}" if n % 10 else "")
    if n < 1000:
        return "cem" if n == 100 else _PT_HUNDREDS[n // 100] + (f" e {portuguese(n % 100)}" if n % 100 else "")
    rest = n % 1000
    joint = " e " if rest < 100 or rest % 100 == 0 else " "
    return (f"{portuguese(n // 1000)} mil" if n >= 2000 else "mil") + (joint + portuguese(rest) if rest else "")


_LA = str.split(
    "- unus duo tres quattuor quinque sex septem octo novem decem undecim duodecim tredecim quattuordecim "
    "quindecim sedecim septendecim duodeviginti undeviginti"
)
_LA_TENS = str.split("- - viginti triginta quadraginta quinquaginta sexaginta septuaginta octoginta nonaginta")
_LA_HUNDREDS = str.split("- centum ducenti trecenti quadringenti quingenti sescenti septingenti octingenti nongenti")


def latin(n: int) -> str:
    if n < 20:
        return _LA[n]
    if n < 100:
        return _LA_TENS[n // 10] + (f" {_LA[n % 10]}" if n % 10 else "")
    if n < 1000:
        return _LA_HUNDREDS[n // 100] + (f" {latin(n % 100)}" if n % 100 else "")
    thousands = "mille" if n < 2000 else f"{latin(n // 1000).replace('tres', 'tria')} milia"
    return thousands + (f" {latin(n % 1000)}" if n % 1000 else "")


_RU = str.split(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RU_TENS = str.split("- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RU_HUNDREDS = str.split("- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")


def russian(n: int) -> str:
    if n < 20:
        return _RU[n]
    if n < 100:
        return _RU_TENS[n // 10] + (f" {_RU[n % 10]}" if n % 10 else "")
    if n < 1000:
        return _RU_HUNDREDS[n // 100] + (f" {russian(n % 100)}" if n % 100 else "")
    many = n // 1000
    last = 5 if 10 < many % 100 < 20 else many % 10
    noun = "тысяча" if last == 1 else "тысячи" if 1 < last < 5 else "тысяч"
    said = russian(many)
    said = said.removesuffix("один") + "одна" if last == 1 else said.removesuffix("два") + "две" if last == 2 else said
    return f"{said} {noun}" + (f" {russian(n % 1000)}" if n % 1000 else "")


SPEAKERS: dict[str, Callable[[int], str]] = {
    "en": english,
    "de": german,
    "nl": dutch,
    "fr": french,
    "es": spanish,
    "it": italian,
    "pt": portuguese,
    "la": latin,
    "ru": russian,
}
# What stands around a number; nothing of it is one.
SENTENCES = {
    "en": "On that day {} boats came to the harbour.",
    "de": "An jenem Tag kamen {} Boote in den Hafen.",
    "nl": "Op die dag kwamen {} boten naar de haven.",
    "fr": "Ce jour-là, les pêcheurs virent {} bateaux dans le port.",
    "es": "Aquel día llegaron {} barcos al puerto.",
    "it": "Quel giorno arrivarono {} barche nel porto.",
    "pt": "Naquele dia chegaram {} barcos ao porto.",
    "la": "Illa aestate {} naves ad portum venerunt.",
    "ru": "В тот день пришли {} лодок в гавань.",
}
