"""Numbers, in digits or in words: what must never pass as a mere change of wording."""

import re

__all__ = ["find_numerals", "is_numeral"]

_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
_DIGIT = re.compile(r"\d|[²³¹¼-¾\u2150-\u218b]")

# "One" and its kin are articles and pronouns as often as numbers, and are left out.
_LISTED = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen score
threescore fourscore twice thrice third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth
hundredth thousandth
zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
neunzehn zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend
deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
cinquante soixante septante cent cents mille
dos tres cuatro cinco siete ocho nueve diez doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
ciento mil
due quattro cinque sette otto nove dieci dodici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento
два две двух три трех трёх четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать сорок пятьдесят
шестьдесят семьдесят восемьдесят девяносто сто двести триста тысяча тысячи тысяч
duo duae tria tres quattuor quinque septem octo novem decem viginti centum mille milia
"""
_NUMBER_WORDS = frozenset(_LISTED.split())


def is_numeral(word: str) -> bool:
    """Tell whether the word is a number in digits, or a number word of the languages listed (compounds included)."""
    if word[0].isnumeric():
        return True
    folded = word.lower()
    return folded in _NUMBER_WORDS or ("-" in folded and not _NUMBER_WORDS.isdisjoint(folded.split("-")))


def find_numerals(text: str) -> list[str]:
    """List the numbers in a short text, case folded, in order."""
    if text.isascii() and text.isalpha():
        return [text.lower()] if text.lower() in _NUMBER_WORDS else []
    words = _WORD.findall(text.casefold())
    if _NUMBER_WORDS.isdisjoint(words) and not _DIGIT.search(text):
        return []
    return [word for word in words if word in _NUMBER_WORDS or word[0].isnumeric()]
