"""How much a word weighs as evidence that two places belong together.

That two versions share "the" or a comma somewhere between two changes says nothing; that they share "battering-ram"
does. Words that carry the grammar are light in every language that has them; the lists below are written for this
project: the commonest articles, pronouns, prepositions, conjunctions and auxiliaries. In other languages words of up
to two letters are light, and words that mean something in another ("war", "man", "son") are left out. A single
character of a script without spaces is half a word; where a dictionary cuts such scripts, so is a word that is no
longer than most particles.
"""

from collections.abc import Iterable

import regex

from workbench.text.words.cache import Cache
from workbench.text.words.segmentation import SEGMENTER
from workbench.text.words.stops import SENTENCE_ENDS
from workbench.text.words.tokens import kind_of

__all__ = ["CONTENT", "LISTED", "is_light", "note_content", "weigh"]

CONTENT = 1.0
_LIGHT = 0.25
_HALF = 0.5
_SIGN = 0.1

_FUNCTION_WORDS = """
a an the this that these those such some any no not nor none each every both all
i me my mine we us our ours you your yours thou thee thy thine ye he him his she her hers it its they them their theirs
one who whom whose which what when where why how there here then than thus so too also very
am is are was were be been being do does did done doth have has had hath having shall should will would can could may
might must let unto upon of to in on at by for with from into onto over under out off up down about after before
between through against among and or but if as because while though yet until till even only just more most other own
haue vnto vpon vp vs vnder ouer vntill thorow hee shee wee mee bee yee doe doeth goe themselues
der die das den dem des ein eine einen einem einer eines und oder aber nicht auch als wie wenn dass daß so zu zum zur
von vom in im am an auf aus bei beim mit nach vor für über unter um durch ich du er sie es wir ihr mich dich ihn uns
euch mir dir ihm ihnen sein seine seinen seiner ist sind waren bist wird werden haben hatte kein keine was
wer wo da dann nur noch schon sich
le la les l'un un une des du de au aux et ou où mais ne pas que qui quoi dont ce cet cette ces il elle ils elles je tu
nous vous on me te se lui leur leurs mon ma mes ton ta tes sa ses notre nos votre vos est sont était être a ont
avait par dans sur sous avec sans si plus comme y en
el los las lo una unos unas al del y o pero no que quien cuyo este esta estos estas ese esa yo tú él ella nosotros
ellos me te se nos le les su sus mi mis es era ser ha han por para con sin sobre como más
il gli uno dei delle della dello degli al alla ai ed ma non che chi cui questo questa quello quella io lui lei noi voi
loro mi ti si ci vi è sono era essere ha hanno per con su tra fra più
и а но или не ни что чтобы как так же бы ли то это этот эта эти того тот та те я ты он она оно мы вы они меня тебя его
её ее нас вас их мне тебе ему ей нам вам им мой твой свой наш ваш был была было были есть быть в во на с со к ко по от
до из за у о об при для без под над если когда где кто который которая которые уже еще ещё только
et ac atque aut vel sed non ne ut cum si quod qui quae quem quam est sunt erat esse in ad ab ex de per pro hic haec hoc
is ea id ille se suus
o os as um uma uns umas do da das em no na nos nas pelo pela pelos pelas para com sem e ou mas nem que não se como
mais também já eu tu ele ela eles elas lhe seu sua seus suas este esta isto esse essa isso aquele aquela são está
het een en van in op te dat niet geen zijn voor aan er om ook als bij naar maar uit nog wel ik jij hij zij
wij jullie zich hun deze dit wordt werd heeft hebben had kan zal zou
och og att det den de som en ett et på är av af för til ikke inte eller efter ved fra från jeg jag vi mig sig har
var blev kan skal ska denne dette
w z i na do nie się że to jest jak po co od za u ale czy dla przez przy oraz który która które którzy tego tej tym ta
jego jej ich był była było być są
і й та що як це з із зі до від або але для його її їх який яка яке які щоб має бути був була було він вона вони ми ви
και το η ο οι τα του της των τον την τους τις στο στη στην στον στους στα με για από που δεν δε να θα είναι ένα ένας μια
ως ή αλλά
καὶ δὲ δέ τε τὸ τὸν τὴν τοῦ τῆς τῶν τοῖς ταῖς τοὺς τὰς τῷ τῇ τὰ ὁ ἡ οἱ αἱ ἐν εἰς ἐς ἐκ ἐξ ἀπὸ πρὸς ὑπὸ κατὰ μετὰ διὰ
περὶ ἐπὶ παρὰ γὰρ μὲν οὖν οὐ οὐκ οὐχ οὐδὲ μὴ ὅτι ὡς ἵνα ὃς ἣ ὃ αὐτοῦ αὐτῷ αὐτὸν αὐτῶν ἢ ἀλλὰ
"""

_STOPS = dict.fromkeys(SENTENCE_ENDS, _HALF) | dict.fromkeys(";:—–―", _LIGHT)
LISTED: dict[str, float] = (
    dict.fromkeys(
        [form for word in _FUNCTION_WORDS.split() for form in (word, word.capitalize(), word.upper())], _LIGHT
    )
    | _STOPS
    | dict.fromkeys(",'\"()[]`-", _SIGN)
)
_NO_SPACES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_PARTICLE = regex.compile(r"\p{Han}|[\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{1,3}")


def _weigh(word: str) -> float:
    if (listed := LISTED.get(word)) is not None:
        return listed
    if not word[0].isalnum():
        return CONTENT if kind_of(word) == "number" else _SIGN
    if word.isascii():
        return CONTENT if len(word) > 2 or word[0].isdigit() else _LIGHT
    if _NO_SPACES.match(word):
        return _HALF if SEGMENTER is None or _PARTICLE.fullmatch(word) else CONTENT
    return CONTENT if len(word) > 2 or word[0].isnumeric() else _LIGHT


_weights = Cache(_weigh, most=3_000, known=LISTED)
# `weigh(word)` returns the weight of a word or sign: 1 for a content word or number, less for what is found everywhere.
weigh = _weights.__getitem__


def note_content(words: Iterable[str]) -> None:
    """Note that these are content words."""
    _weights.learn(dict.fromkeys(words, CONTENT))


def is_light(word: str) -> bool:
    """Tell whether the word or sign is too common to stand alone as evidence."""
    return weigh(word) < CONTENT
