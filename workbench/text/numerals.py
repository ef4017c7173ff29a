"""Numbers, in digits or in words: what must never pass as a mere change of wording."""

__all__ = ["is_numeral"]

# "One" and its kin are articles and pronouns as often as numbers, and are left out.
_LISTED = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen score
threescore fourscore twice thrice second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
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
    folded = word.casefold()
    return folded in _NUMBER_WORDS or any(part in _NUMBER_WORDS for part in folded.split("-"))
