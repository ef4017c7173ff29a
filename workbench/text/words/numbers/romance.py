"""Number words of French, Spanish, Italian and Portuguese, written from the languages' grammars.

A line is a kind, a value, and the forms (`forms` explains the kinds). Forms without accents are added there.
"""

__all__ = ["FRENCH", "ITALIAN", "PORTUGUESE", "SPANISH"]

FRENCH = """
and 0 et &
article 1 un une
half 1/2 demi demie demy
number 0 zéro
number 1 un une
number 2 deux
number 3 trois
number 4 quatre
number 5 cinq
number 6 six
number 7 sept
number 8 huit
number 9 neuf
number 10 dix
number 11 onze
number 12 douze
number 13 treize
number 14 quatorze
number 15 quinze
number 16 seize
number 20 vingt vingts
number 30 trente
number 40 quarante
number 50 cinquante
number 60 soixante
number 70 septante
number 80 huitante octante
number 90 nonante
times 100 cent cents
times 1000 mille mil millier
many 1000 milliers
times 1000000 million millions
times 1000000000 milliard milliards
score 12 douzaine douzaines
score 100 centaine centaines
ordinal 1 premier première unième
ordinal 2 deuxième second seconde
ordinal 3 troisième
ordinal 4 quatrième
ordinal 5 cinquième
ordinal 6 sixième
ordinal 7 septième
ordinal 8 huitième
ordinal 9 neuvième
ordinal 10 dixième
ordinal 11 onzième
ordinal 12 douzième
ordinal 13 treizième
ordinal 14 quatorzième
ordinal 15 quinzième
ordinal 16 seizième
ordinal 20 vingtième
ordinal 30 trentième
ordinal 40 quarantième
ordinal 50 cinquantième
ordinal 60 soixantième
last 100 centième
last 1000 millième
part 3 tiers
part 4 quart quarts
part 5 cinquièmes
part 10 dixièmes
"""
SPANISH = """
and 0 y e
article 1 un una
half 1/2 medio media
number 0 cero
number 1 uno un una
number 2 dos
number 3 tres
number 4 cuatro
number 5 cinco
number 6 seis
number 7 siete
number 8 ocho
number 9 nueve
number 10 diez
number 11 once
number 12 doce
number 13 trece
number 14 catorce
number 15 quince
number 16 dieciséis
number 17 diecisiete
number 18 dieciocho
number 19 diecinueve
number 20 veinte
number 21 veintiuno veintiún veintiuna
number 22 veintidós
number 23 veintitrés
number 24 veinticuatro
number 25 veinticinco
number 26 veintiséis
number 27 veintisiete
number 28 veintiocho
number 29 veintinueve
number 30 treinta
number 40 cuarenta
number 50 cincuenta
number 60 sesenta
number 70 setenta
number 80 ochenta
number 90 noventa
number 100 cien ciento
number 200 doscientos doscientas
number 300 trescientos trescientas
number 400 cuatrocientos cuatrocientas
number 500 quinientos quinientas
number 600 seiscientos seiscientas
number 700 setecientos setecientas
number 800 ochocientos ochocientas
number 900 novecientos novecientas
times 1000 mil
times 1000000 millón millones
score 12 docena docenas
score 100 centenar centenares
score 1000 millar millares
chain 1 primero primer primera
chain 2 segundo segunda
chain 3 tercero tercer tercera
chain 4 cuarto cuarta
chain 5 quinto quinta
chain 6 sexto sexta
chain 7 séptimo séptima
chain 8 octavo octava
chain 9 noveno novena
chain 10 décimo décima
chain 20 vigésimo vigésima
chain 30 trigésimo trigésima
chain 40 cuadragésimo cuadragésima
chain 50 quincuagésimo quincuagésima
chain 60 sexagésimo sexagésima
chain 70 septuagésimo septuagésima
chain 80 octogésimo octogésima
chain 90 nonagésimo nonagésima
chain 100 centésimo centésima
chain 1000 milésimo milésima
part 3 tercio tercios
part 4 cuartos
"""
ITALIAN = """
and 0 e ed
article 1 un una
half 1/2 mezzo mezza
number 0 zero
number 1 uno un una
number 2 due
number 3 tre tré
number 4 quattro
number 5 cinque
number 6 sei
number 7 sette
number 8 otto
number 9 nove
number 10 dieci
number 11 undici
number 12 dodici
number 13 tredici
number 14 quattordici
number 15 quindici
number 16 sedici
number 17 diciassette
number 18 diciotto
number 19 diciannove
number 20 venti vent-
number 30 trenta trent-
number 40 quaranta quarant-
number 50 cinquanta cinquant-
number 60 sessanta sessant-
number 70 settanta settant-
number 80 ottanta ottant-
number 90 novanta novant-
times 100 cento cent-
times 1000 mille mila milla
times 1000000 milione milioni
times 1000000000 miliardo miliardi
score 12 dozzina dozzine
score 100 centinaio centinaia
score 1000 migliaio migliaia
chain 1 primo prima
chain 2 secondo seconda
chain 3 terzo terza
chain 4 quarto quarta
chain 5 quinto quinta
chain 6 sesto sesta
chain 7 settimo settima
chain 8 ottavo ottava
chain 9 nono nona
chain 10 decimo decima
chain 11 undicesimo undicesima
chain 12 dodicesimo dodicesima
chain 13 tredicesimo tredicesima
chain 14 quattordicesimo quattordicesima
chain 15 quindicesimo quindicesima
chain 16 sedicesimo sedicesima
chain 17 diciassettesimo diciassettesima
chain 18 diciottesimo diciottesima
chain 19 diciannovesimo diciannovesima
chain 20 ventesimo ventesima
chain 30 trentesimo trentesima
chain 40 quarantesimo quarantesima
chain 50 cinquantesimo cinquantesima
chain 60 sessantesimo sessantesima
chain 70 settantesimo settantesima
chain 80 ottantesimo ottantesima
chain 90 novantesimo novantesima
chain 100 centesimo centesima
chain 1000 millesimo millesima
part 3 terzi
part 4 quarti
"""
PORTUGUESE = """
and 0 e
article 1 um uma
half 1/2 meio meia
number 0 zero
number 1 um uma
number 2 dois duas dous
number 3 três
number 4 quatro
number 5 cinco
number 6 seis
number 7 sete
number 8 oito
number 9 nove
number 10 dez
number 11 onze
number 12 doze
number 13 treze
number 14 catorze quatorze
number 15 quinze
number 16 dezesseis dezasseis
number 17 dezessete dezassete
number 18 dezoito
number 19 dezenove dezanove
number 20 vinte
number 30 trinta
number 40 quarenta
number 50 cinquenta cincoenta
number 60 sessenta
number 70 setenta
number 80 oitenta
number 90 noventa
number 100 cem cento
number 200 duzentos duzentas
number 300 trezentos trezentas
number 400 quatrocentos quatrocentas
number 500 quinhentos quinhentas
number 600 seiscentos seiscentas
number 700 setecentos setecentas
number 800 oitocentos oitocentas
number 900 novecentos novecentas
times 1000 mil
times 1000000 milhão milhões
score 12 dúzia dúzias
score 100 centena centenas
score 1000 milhar milhares
chain 1 primeiro primeira
chain 2 segundo segunda
chain 3 terceiro terceira
chain 4 quarto quarta
chain 5 quinto quinta
chain 6 sexto sexta
chain 7 sétimo sétima
chain 8 oitavo oitava
chain 9 nono nona
chain 10 décimo décima
chain 20 vigésimo vigésima
chain 30 trigésimo trigésima
chain 40 quadragésimo quadragésima
chain 50 quinquagésimo quinquagésima
chain 100 centésimo centésima
part 3 terço terços
part 4 quartos
"""
