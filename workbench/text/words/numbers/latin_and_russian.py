"""Number words of Latin and Russian with their declined forms, made from stems and endings.

A line is a kind, a value, and the forms (`forms` explains the kinds); a stem is followed by the name of its endings.
"""

__all__ = ["ENDINGS", "LATIN", "RUSSIAN"]

ENDINGS = {
    "~us": "us a um i o ae am os as is orum arum",
    "~i": "i ae a os as orum arum is um",
    "~ius": "ius ia ium ii io iae iam ios ias iis iorum iarum",
    "~ый": "ый ая ое ые ого ому ым ом ую ою ых ыми ой",
    "~ой": "ой ая ое ые ого ому ым ом ую ою ых ыми",
    "~ий": "ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими",
    "~ь": "ь и ью",
}
LATIN = """
and 0 et atque ac
number 1 unus una unum unius uni uno unam unae unos unas
number 2 duo duae duorum duarum duobus duabus duos duas
number 3 tres tria trium tribus tris
number 4 quattuor quatuor
number 5 quinque
number 6 sex
number 7 septem
number 8 octo
number 9 novem nouem
number 10 decem
number 11 undecim
number 12 duodecim
number 13 tredecim
number 14 quattuordecim quatuordecim
number 15 quindecim
number 16 sedecim
number 17 septendecim
number 18 duodeviginti
number 19 undeviginti
number 20 viginti uiginti
number 28 duodetriginta
number 29 undetriginta
number 30 triginta
number 40 quadraginta
number 50 quinquaginta
number 60 sexaginta
number 70 septuaginta
number 80 octoginta
number 90 nonaginta
number 99 undecentum
number 100 centum
number 200 ducent~i
number 300 trecent~i
number 400 quadringent~i
number 500 quingent~i
number 600 sescent~i sexcent~i
number 700 septingent~i
number 800 octingent~i
number 900 nongent~i
times 1000 mille milia millia milium millium milibus millibus
chain 1 prim~us
chain 2 secund~us
chain 3 terti~us
chain 4 quart~us
chain 5 quint~us
chain 6 sext~us
chain 7 septim~us
chain 8 octav~us
chain 9 non~us
chain 10 decim~us
chain 11 undecim~us
chain 12 duodecim~us
chain 20 vicesim~us vigesim~us
chain 30 tricesim~us trigesim~us
chain 40 quadragesim~us
chain 50 quinquagesim~us
chain 60 sexagesim~us
chain 70 septuagesim~us
chain 80 octogesim~us
chain 90 nonagesim~us
chain 100 centesim~us
chain 200 ducentesim~us
chain 300 trecentesim~us
chain 500 quingentesim~us
chain 600 sescentesim~us
chain 900 nongentesim~us
chain 1000 millesim~us
"""
RUSSIAN = """
and 0 и
with 0 с
half 1/2 половина половиной половину половины
number 3/2 полтора полторы полутора
number 0 ноль нуль
number 1 один одна одно одного одной одному одним одну одном
number 2 два две двух двум двумя двое двоих
number 3 три трех трём трем трёх тремя трое троих
number 4 четыре четырех четырём четырьмя четверо
number 5 пят~ь пятеро
number 6 шест~ь шестеро
number 7 сем~ь семеро
number 8 восемь восьми восемью восьмью
number 9 девят~ь
number 10 десят~ь
number 11 одиннадцат~ь
number 12 двенадцат~ь
number 13 тринадцат~ь
number 14 четырнадцат~ь
number 15 пятнадцат~ь
number 16 шестнадцат~ь
number 17 семнадцат~ь
number 18 восемнадцат~ь
number 19 девятнадцат~ь
number 20 двадцат~ь
number 30 тридцат~ь
number 40 сорок сорока
number 50 пятьдесят пятидесяти пятьюдесятью
number 60 шестьдесят шестидесяти шестьюдесятью
number 70 семьдесят семидесяти семьюдесятью
number 80 восемьдесят восьмидесяти восьмьюдесятью
number 90 девяносто девяноста
number 100 сто ста
number 200 двести двухсот двумстам двумястами двухстах
number 300 триста трехсот трёхсот тремстам тремястами трехстах
number 400 четыреста четырехсот четырёхсот четыремстам четырьмястами четырехстах
number 500 пятьсот пятисот пятистам пятьюстами пятистах
number 600 шестьсот шестисот шестистам шестьюстами шестистах
number 700 семьсот семисот семистам семьюстами семистах
number 800 восемьсот восьмисот восьмистам восьмистах
number 900 девятьсот девятисот девятистам девятьюстами девятистах
times 1000 тысяча тысячу тысячи тысяч тысяче тысячей тысячью тысячам тысячами тысячах
times 1000000 миллион миллиона миллионов миллиону миллионе миллионам миллионами миллионом
times 1000000000 миллиард миллиарда миллиардов миллиардам
score 12 дюжина дюжины дюжин дюжину
ordinal 1 перв~ый
ordinal 2 втор~ой
ordinal 3 трет~ий
ordinal 4 четверт~ый четвёрт~ый
ordinal 5 пят~ый
ordinal 6 шест~ой
ordinal 7 седьм~ой
ordinal 8 восьм~ой
ordinal 9 девят~ый
ordinal 10 десят~ый
ordinal 11 одиннадцат~ый
ordinal 12 двенадцат~ый
ordinal 13 тринадцат~ый
ordinal 14 четырнадцат~ый
ordinal 15 пятнадцат~ый
ordinal 16 шестнадцат~ый
ordinal 17 семнадцат~ый
ordinal 18 восемнадцат~ый
ordinal 19 девятнадцат~ый
ordinal 20 двадцат~ый
ordinal 30 тридцат~ый
ordinal 40 сороков~ой
ordinal 50 пятидесят~ый
ordinal 60 шестидесят~ый
ordinal 70 семидесят~ый
ordinal 80 восьмидесят~ый
ordinal 90 девяност~ый
last 100 сот~ый
ordinal 200 двухсот~ый
ordinal 300 трехсот~ый трёхсот~ый
ordinal 400 четырехсот~ый четырёхсот~ый
ordinal 500 пятисот~ый
ordinal 600 шестисот~ый
ordinal 700 семисот~ый
ordinal 800 восьмисот~ый
ordinal 900 девятисот~ый
last 1000 тысячн~ый
last 1000000 миллионн~ый
part 3 треть трети
part 4 четверть четверти
part 5 пятых
part 10 десятых
"""
