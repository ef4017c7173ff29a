"""Number words of English, German, French, Spanish, Italian, Portuguese, Dutch, Latin and Russian.

Written for this project from the languages' grammars. Words that are something else as often, in their own language or
in another of these ("one", "score", French "neuf", Spanish "dos", Latin "sex" and the ordinals that are names), stand
in `DOUBTFUL`: they are numbers only where they face one. What is compounded by rule is found by patterns.
"""

import re

__all__ = ["BEGINNINGS", "COMPOUND", "DOUBTFUL", "NUMBER_WORDS", "is_compound"]

_ENGLISH = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
millions billion billions dozen dozens threescore fourscore twain twice thrice third thirds fourth fifth sixth seventh
eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth twofold
threefold fourfold fivefold sixfold sevenfold tenfold hundredfold
"""
_GERMAN = """
zwei zwo zweier zweien drei dreier dreien vier fünf sechs sieben acht neun zehn elf zwölf hundert hunderte hunderten
tausend tausende tausenden million millionen milliarde milliarden dutzend zweimal dreimal viermal zehnmal hundertmal
tausendmal
"""
_FRENCH = """
deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze vingt vingts trente quarante cinquante
soixante septante huitante octante nonante mille million millions milliard milliards douzaine centaine centaines
millier milliers
"""
_SPANISH = """
tres cuatro cinco seis ocho nueve diez doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte
veintiuno veintiún veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve
treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento millón millones docena centenar centenares
tercero tercer tercera sexto sexta séptimo séptima octavo octava noveno novena décimo décima
"""
_ITALIAN = """
tre quattro cinque sette nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove
cento mille mila milione milioni miliardo miliardi dozzina terzo terza quarto quarta sesto sesta settimo settima ottavo
ottava nono decimo decima ventesimo centesimo millesimo
"""
_PORTUGUESE = """
duas três quatro oito dez treze catorze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte
trinta quarenta cinquenta sessenta oitenta duzentos duzentas trezentos trezentas quatrocentos quinhentos seiscentos
setecentos oitocentos novecentos milhão milhões terceiro terceira
"""
_DUTCH = """
twee drie vijf zes zeven negen twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig
veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen derde vierde vijfde zesde zevende negende
tiende
"""
_LATIN = """
duae duorum duarum duobus duabus tria trium quattuor quinque septem octo novem decem undecim duodecim tredecim
quattuordecim quindecim sedecim septendecim duodeviginti undeviginti viginti triginta quadraginta quinquaginta sexaginta
septuaginta octoginta nonaginta centum milia millia milium milibus quater quinquies decies
"""
_RUSSIAN = """
два две двух двум двумя двое двоих троих три трех трёх трем трём тремя трое четыре четырех четырёх четырем четырём
четырьмя четверо пятеро пять пяти пятью шесть шести шестью семь семи восемь восьми восемью восьмью девять девяти девятью
десять десяти десятью сорок сорока девяносто девяноста сто ста двести двухсот двумстам триста трехсот трёхсот четыреста
четырехсот четырёхсот тысяча тысячу тысячи тысяч тысяче тысячей тысячью тысячам тысячами тысячах миллион миллиона
миллиону миллионе миллионы миллионов полтора полторы полутора дюжина дюжины дважды трижды третий третья третье третьего
третьему третьим третьей третью третьи третьих
"""

_SOMETIMES = """
one first second once half quarter single score scores
ein eine einen einer eines eins erste ersten erster erstes achte achten acht elf
un une neuf seize cent cents premier première second seconde
uno una dos siete once mil segundo segunda cuarto cuarta quinto quinta primero primera
due sei otto primo prima secondo seconda
um uma dois sete onze doze cem seis nove een tien eerste tweede
unus una unum duo sex tres tribus mille primus prima primum secundus secunda secundum tertius tertia tertium quartus
quarta quintus quinta sextus sexta septimus octavus nonus decimus bis ter
один одна одно одного одной одному одним одну семью первый первая первое первого первой второй вторая второе второго
"""

NUMBER_WORDS = frozenset(
    " ".join((_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH, _LATIN, _RUSSIAN)).split()
)
DOUBTFUL = frozenset(_SOMETIMES.split()) - frozenset(" ".join((_FRENCH, _SPANISH, _ITALIAN)).split())


_UNIT = "zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
_STEM = "vier|fünf|sech|sieb|acht|neun"
_TEEN = f"zehn|elf|zwölf|(?:drei|{_STEM})zehn"
_BELOW_100 = f"(?:(?:ein|{_UNIT})und)?(?:zwanzig|dreißig|dreissig|(?:{_STEM})zig)|{_TEEN}|{_UNIT}"
_BELOW_1000 = f"(?:ein|{_UNIT}|{_TEEN})?hundert(?:und)?(?:{_BELOW_100}|eins?)?|{_BELOW_100}"
_BELOW_MILLION = f"(?:{_BELOW_1000}|ein)?tausend(?:und)?(?:{_BELOW_1000}|eins?)?|{_BELOW_1000}"
_LATIN_ORDINAL = "(?:vi[cg]|tri[cg]|quadrag|quinquag|sexag|septuag|octog|nonag|cent|mill)esim"
_RUSSIAN_TEEN = "(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат"
_RUSSIAN_ORDINAL = (
    f"четв[её]рт|пят|шест|седьм|восьм|девят|десят|{_RUSSIAN_TEEN}|двадцат|тридцат|сороков"
    "|(?:пяти|шести|семи|восьми)десят|девяност|сот|тысячн"
)
_COMPOUNDS = (
    # German: dreizehn, einundzwanzig, zweihundertfünf, neunzehnhundertsiebzehn; vierte, zwanzigste, hundertste
    f"(?:{_BELOW_MILLION})(?:te[nrms]?|(?:(?<=zig)|(?<=hundert)|(?<=tausend))(?:ste[nrms]?|er)|mal|fache?[nrms]?)?",
    "(?:dritte|siebte)[nrms]?",
    # Italian: ventuno, trentatré, duecento, tremila
    "(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)(?:uno?|otto)",
    "(?:venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta)(?:due|tr[eé]|quattro|cinque|sei|sette|nove)?",
    "(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci)(?:cento|mila)",
    # French: deuxième, trentième
    "(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz)ièmes?",
    "(?:vingt|trent|quarant|cinquant|soixant|cent|mill)ièmes?",
    # Spanish, such as doscientos and quinientas
    "(?:dos|tres|cuatro|seis|ocho|sete|nove)cient[oa]s|quinient[oa]s",
    # Dutch, such as vijfentwintig
    "(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig",
    # Latin: ducenti, vicesimus
    "(?:ducent|trecent|quadringent|quingent|sescent|septingent|octingent|nongent)(?:[ie]|ae|a|os|as|orum|arum|is)",
    f"{_LATIN_ORDINAL}(?:us|a|um|i|o|ae|am|os|as|is|orum|arum)",
    # Russian: двенадцатью, пятидесяти, шестьсот; пятый, двадцатого, сотая
    f"(?:{_RUSSIAN_TEEN}|двадцат|тридцат)(?:ь|и|ью)",
    "(?:пять|шесть|семь|восемь|пяти|шести|семи|восьми)(?:десят|десяти|сот|стам)|девят(?:ьсот|исот)",
    f"(?:{_RUSSIAN_ORDINAL})(?:ый|ой|ая|ое|ые|ого|ому|ым|ом|ую|ою|ых|ыми)",
)
COMPOUND = re.compile("|".join(_COMPOUNDS))
# The first three letters of every number in words (here: of those made by rule), by which others are told at once.
_OF_COMPOUNDS = """
ach cen cin cua deu die dix dos dou dre dri duc due een ein elf fün hui hun mil neg neu non nov och oct onz ott qua qui
sec sei sep ses set sex sie six soi tau tre tri tro twe ven vic vie vig vij vin zeh zes zev zwa zwe zwo zwö
вос два две дев дес оди пят сед сем сор сот три тыс чет шес
"""
BEGINNINGS = frozenset([*_OF_COMPOUNDS.split(), *(word[:3] for word in NUMBER_WORDS | DOUBTFUL)])


def is_compound(word: str) -> bool:
    """Tell whether the case-folded word is a number made by rule, such as "einundzwanzig" or "двадцатого"."""
    return COMPOUND.fullmatch(word) is not None
