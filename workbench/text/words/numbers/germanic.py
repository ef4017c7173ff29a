"""Number words of English, German and Dutch, written from the languages' grammars, with their older spellings.

A line is a kind, a value, and the forms (`forms` explains the kinds).
"""

__all__ = ["DUTCH", "ENGLISH", "GERMAN"]

ENGLISH = """
article 1 a an
and 0 and &
comma 0 ,
half 1/2 half
number 0 zero nought
number 1 one
number 2 two twain
number 3 three thre
number 4 four foure
number 5 five fiue fyve
number 6 six sixe syxe
number 7 seven seuen
number 8 eight eyght
number 9 nine nyne
number 10 ten tenne
number 11 eleven eleuen
number 12 twelve twelue
number 13 thirteen thirteene
number 14 fourteen fourteene
number 15 fifteen fifteene
number 16 sixteen sixteene
number 17 seventeen seuenteen seuenteene
number 18 eighteen eighteene
number 19 nineteen nineteene
number 20 twenty twentie
number 30 thirty thirtie
number 40 forty fourty fortie fourtie
number 50 fifty fiftie
number 60 sixty sixtie
scored 60 threescore
number 70 seventy seuenty seuentie
number 80 eighty eightie
scored 80 fourscore
number 90 ninety ninetie
times 100 hundred hundreth hundrede
times 1000 thousand thousande
times 1000000 million
times 1000000000 billion milliard
many 100 hundreds
many 1000 thousands thousandes
many 1000000 millions
many 1000000000 billions milliards
score 12 dozen dozens
score 20 score scores
ordinal 1 first
ordinal 2 second
ordinal 3 third
ordinal 4 fourth
ordinal 5 fifth
ordinal 6 sixth
ordinal 7 seventh
ordinal 8 eighth
ordinal 9 ninth
ordinal 10 tenth
ordinal 11 eleventh
ordinal 12 twelfth
ordinal 13 thirteenth
ordinal 14 fourteenth
ordinal 15 fifteenth
ordinal 16 sixteenth
ordinal 17 seventeenth
ordinal 18 eighteenth
ordinal 19 nineteenth
ordinal 20 twentieth
ordinal 30 thirtieth
ordinal 40 fortieth
ordinal 50 fiftieth
ordinal 60 sixtieth
ordinal 70 seventieth
ordinal 80 eightieth
ordinal 90 ninetieth
last 100 hundredth
last 1000 thousandth
last 1000000 millionth
part 3 third thirds
part 4 quarter quarters fourth fourths
part 5 fifth fifths
part 6 sixth sixths
part 7 seventh sevenths
part 8 eighth eighths
part 9 ninth ninths
part 10 tenth tenths
part 20 twentieth twentieths
part 100 hundredths
part 1000 thousandths
"""
GERMAN = """
and 0 und
article 1 ein eine einen einem einer eines
half 1/2 halb halbe halbes halber halben
plus 1/2 einhalb
number 3/2 anderthalb
number 0 null
number 1 ein eins eine einen einem einer eines
number 2 zwei zwo zweier zweien zwey
number 3 drei dreier dreien drey
number 4 vier vieren
number 5 fünf fuenf fünfen
number 6 sechs
number 7 sieben
number 8 acht
number 9 neun
number 10 zehn zehen
number 11 elf eilf
number 12 zwölf zwoelf
number 13 dreizehn
number 14 vierzehn
number 15 fünfzehn fuenfzehn
number 16 sechzehn
number 17 siebzehn siebenzehn
number 18 achtzehn
number 19 neunzehn
number 20 zwanzig
number 30 dreißig dreissig
number 40 vierzig
number 50 fünfzig fuenfzig
number 60 sechzig
number 70 siebzig siebenzig
number 80 achtzig
number 90 neunzig
times 100 hundert
times 1000 tausend
many 100 hunderte hunderten
many 1000 tausende tausenden
times 1000000 million millionen
times 1000000000 milliarde milliarden
score 12 dutzend dutzende
part 3 drittel
part 4 viertel
part 5 fünftel
part 6 sechstel
part 7 siebtel
part 8 achtel
part 10 zehntel
part 100 hundertstel
"""
DUTCH = """
and 0 en ën
half 1/2 half halve
number 3/2 anderhalf anderhalve
article 1 een
number 0 nul
number 1 een één
number 2 twee
number 3 drie
number 4 vier
number 5 vijf vyf
number 6 zes
number 7 zeven
number 8 acht
number 9 negen
number 10 tien
number 11 elf
number 12 twaalf
number 13 dertien
number 14 veertien
number 15 vijftien
number 16 zestien
number 17 zeventien
number 18 achttien
number 19 negentien
number 20 twintig
number 30 dertig
number 40 veertig
number 50 vijftig
number 60 zestig
number 70 zeventig
number 80 tachtig
number 90 negentig
times 100 honderd
times 1000 duizend
times 1000000 miljoen
times 1000000000 miljard
score 12 dozijn
part 3 derde
part 4 kwart
"""
