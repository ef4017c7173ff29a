import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate
from types import ModuleType

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text import SEGMENTATION, Rule, diff, keys_of, read_keys, tokenise
from workbench.text.words import segmentation
from workbench.text.words.boundaries import LONGEST, TOKEN
from workbench.text.words.cache import forget
from workbench.text.words.segmentation import SEGMENTER, Segmenter, split_words
from workbench.text.words.weights import is_light

LETTERS = "人民共和國あんカナ々〇ภาษเไทยก็ำะๆລາວແລະຂອງភាសា្ខ្មែរမြန်မာ္ဘာ"
unspaced_texts = st.text(alphabet=LETTERS + "a1 。\n|'\u0301\u200b\U000e0100\U00020000", max_size=40)
needs_dictionary = pytest.mark.skipif(SEGMENTER is None, reason="no segmenter is installed, or SEGMENTATION is off")


def cut_into_pairs(lines: str) -> Iterable[str]:
    """Cut every line into words of two code points, whatever they are: a bad segmenter, and always at hand."""
    return regex.findall(r"\s|\S{1,2}", lines)


def cut_nothing(lines: str) -> Iterable[str]:
    """Call every line one word."""
    return regex.findall(r"\s|\S+", lines)


SEGMENTERS = [None, cut_into_pairs, cut_nothing, *([SEGMENTER] if SEGMENTER else [])]
segmenters = st.sampled_from(SEGMENTERS)


def words_of(text: str, segmenter: Segmenter | None = SEGMENTER) -> list[str]:
    return split_words(text, segmenter)[1::2]


def ends_of(text: str, segmenter: Segmenter | None) -> set[int]:
    return set(accumulate(map(len, split_words(text, segmenter))))


@given(unspaced_texts | st.text(), segmenters)
def test_joining_the_words_and_gaps_gives_the_text(text: str, segmenter: Segmenter | None) -> None:
    pieces = split_words(text, segmenter)
    assert "".join(pieces) == text
    assert all(pieces[1::2])


@given(unspaced_texts | st.text(), segmenters)
@example("เเก", cut_into_pairs)
@example("က္က", cut_into_pairs)
def test_a_segmenter_only_joins(text: str, segmenter: Segmenter | None) -> None:
    assert ends_of(text, segmenter) <= ends_of(text, None)


@given(unspaced_texts | st.text(), segmenters)
def test_gaps_and_what_stands_in_other_scripts_are_cut_as_without(text: str, segmenter: Segmenter | None) -> None:
    unspaced = regex.compile(r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
    words, without = words_of(text, segmenter), words_of(text, None)
    assert [word for word in words if not unspaced.search(word)] == [w for w in without if not unspaced.search(w)]
    assert list(filter(None, split_words(text, segmenter)[::2])) == list(filter(None, split_words(text, None)[::2]))


@given(st.lists(unspaced_texts, min_size=1, max_size=6))
def test_what_is_remembered_of_runs_changes_no_result(texts: list[str]) -> None:
    joined = " ".join([*texts, *texts])
    first = split_words(joined)
    assert split_words(joined) == first
    forget()
    assert [split_words(text) for text in texts] == [split_words(text) for text in texts]
    assert split_words(joined) == first


@needs_dictionary
def test_more_runs_than_are_remembered_are_cut_alike() -> None:
    runs = [f"人民{chr(0x4E00 + number)}自由" for number in range(11_000)]
    split_words(" ".join(runs[:9_000]))
    assert words_of(" ".join(runs[-9_000:])) == [word for run in runs[-9_000:] for word in words_of(run)]


@given(unspaced_texts, st.lists(unspaced_texts, max_size=3), segmenters)
def test_names_keep_the_text_and_the_characters_whole(text: str, names: list[str], segmenter: Segmenter | None) -> None:
    pieces = split_words(text, segmenter, names)
    assert "".join(pieces) == text
    assert all(pieces[1::2])
    assert set(accumulate(map(len, pieces))) <= ends_of(text, None)


@pytest.mark.parametrize("segmenter", [cut_into_pairs, cut_nothing])
def test_a_name_is_cut_as_when_it_stands_alone(segmenter: Segmenter) -> None:
    assert split_words("又見葉佐夫葉佐夫說", segmenter, ["葉佐夫", "葉"])[1::2] == [
        *words_of("又見", segmenter),
        *words_of("葉佐夫", segmenter) * 2,
        "說",
    ]


def test_a_rule_matches_its_words_in_whatever_they_stand() -> None:
    rules = (Rule("人民共和国", "民国"), Rule("เสรี", "อิสระ"))
    assert diff("中华人民共和国人民", "中华民国人民", rules=rules).verdict == "equal"
    assert diff("ความเสรีภาพ", "ความอิสระภาพ", rules=rules).verdict == "equal"


@given(st.text(alphabet=LETTERS, max_size=12), st.text(alphabet=LETTERS, max_size=12), segmenters)
def test_a_run_is_cut_by_itself(left: str, right: str, segmenter: Segmenter | None) -> None:
    assert words_of(f"{left} 1 {right}", segmenter) == [*words_of(left, segmenter), "1", *words_of(right, segmenter)]


@given(unspaced_texts)
def test_tokens_and_keys_are_cut_alike(text: str) -> None:
    keys = read_keys(text)
    assert keys.values == [key.value for key in keys_of(tokenise(text))]
    assert keys.values == words_of(text)


@given(unspaced_texts, unspaced_texts)
def test_a_comparison_rebuilds_both_texts(left: str, right: str) -> None:
    segments = diff(left, right).segments
    assert "".join(left[segment.left.start : segment.left.end] for segment in segments) == left
    assert "".join(right[segment.right.start : segment.right.end] for segment in segments) == right


@pytest.mark.parametrize("segmenter", SEGMENTERS)
@pytest.mark.parametrize("letter", ["人", "あ", "ก", "ລ", "က", "ក", "\U00020000"])
def test_no_word_is_endless(letter: str, segmenter: Segmenter | None) -> None:
    assert max(map(len, words_of(letter * 5_000, segmenter))) <= LONGEST


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("漢字カタカナ。", ["漢", "字", "カタカナ", "。"]),
        ("ภาษาไทยเก่า", ["ภา", "ษา", "ไท", "ย", "เก่า"]),
        ("ພາສາລາວ", ["ພາ", "ສາ", "ລາ", "ວ"]),
    ],
)
def test_without_a_segmenter_each_character_with_its_marks_is_a_token(text: str, characters: list[str]) -> None:
    assert words_of(text, None) == TOKEN.findall(text) == characters


@needs_dictionary
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("世界人權宣言", ["世界", "人權", "宣言"]),
        ("翻译工作台。", ["翻译", "工作", "台", "。"]),
        ("東京タワーと人々", ["東京", "タワー", "と", "人々"]),
        ("ภาษาไทยเก่า", ["ภาษา", "ไทย", "เก่า"]),
        ("ພາສາລາວ", ["ພາສາ", "ລາວ"]),
        ("ខ្ញុំទៅសាលា", ["ខ្ញុំ", "ទៅ", "សាលា"]),
        ("မြန်မာစာ", ["မြန်မာ", "စာ"]),
        ("T恤 and 3条", ["T", "恤", "and", "3", "条"]),
    ],
)
def test_with_the_dictionary_words_are_tokens(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_segmenter_in_use_has_a_name() -> None:
    assert SEGMENTATION.startswith("ICU ") == (SEGMENTER is not None)


@pytest.mark.parametrize("character", ["的", "人", "は", "ภา", "ລາ", "ភា", "မြ"])
def test_a_single_character_is_never_evidence_by_itself(character: str) -> None:
    assert is_light(character)


@needs_dictionary
@pytest.mark.parametrize(("particle", "word"), [("的", "人权"), ("から", "自由"), ("และ", "เสรีภาพ"), ("និង", "សិទ្ធិ")])
def test_with_the_dictionary_words_weigh_more_than_particles(particle: str, word: str) -> None:
    assert (is_light(particle), is_light(word)) == (True, False)


class Recorder:
    """A segmenter that notes the lines it was given."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, lines: str) -> Iterable[str]:
        self.asked.append(lines)
        return cut_into_pairs(lines)


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """Cut with a recorder as if it were what is installed."""
    recorder = Recorder()
    forget()
    monkeypatch.setattr(segmentation, "SEGMENTER", recorder)
    yield recorder
    forget()


def test_a_run_is_cut_once_and_all_new_ones_in_one_call(in_use: Recorder) -> None:
    assert split_words("人民共和。人民 國人", in_use) == split_words("人民共和。人民 國人", cut_into_pairs)
    assert split_words("國人 人民 和", in_use)[1::2] == ["國人", "人民", "和"]
    assert split_words("人民", in_use)[1::2] == ["人民"]
    assert in_use.asked == ["人民共和\n人民\n國人", "和"]


def test_a_run_that_is_too_long_is_cut_each_time(in_use: Recorder) -> None:
    for length, times in ((60, 1), (61, 2)):
        in_use.asked.clear()
        for _ in range(2):
            assert split_words("人" * length, in_use)[1::2] == words_of("人" * length, cut_into_pairs)
        assert len(in_use.asked) == times


def test_with_too_many_runs_all_are_forgotten(in_use: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmentation, "_MOST", 2)
    assert split_words("人 民", in_use)[1::2] == ["人", "民"]
    assert split_words("人 共", in_use)[1::2] == ["人", "共"]  # a third
    assert split_words("人 民", in_use)[1::2] == ["人", "民"]
    assert in_use.asked[0] == "人\n民"
    assert "共" in in_use.asked[1]
    assert split_words("民", in_use)[1::2] == ["民"]


def test_names_are_never_remembered(in_use: Recorder) -> None:
    assert split_words("見葉佐夫說", in_use, ["葉佐夫"])[1::2] == ["見", "葉佐", "夫", "說"]
    assert split_words("見葉佐夫說", in_use)[1::2] == ["見葉", "佐夫", "說"]


def test_a_name_of_one_character_or_of_other_scripts_parts_nothing() -> None:
    assert words_of("見葉佐夫說", cut_into_pairs) == ["見葉", "佐夫", "說"]
    for names in (["葉"], ["ab"], []):
        assert split_words("見葉佐夫說", cut_into_pairs, names)[1::2] == ["見葉", "佐夫", "說"]


def test_the_longest_name_is_found_first() -> None:
    assert split_words("見葉佐夫說", cut_into_pairs, ["葉佐", "葉佐夫"])[1::2] == ["見", "葉佐", "夫", "說"]
    assert split_words("見葉佐葉佐", cut_nothing, ["葉佐"])[1::2] == ["見", "葉佐", "葉佐"]


@pytest.mark.parametrize(("length", "words"), [(LONGEST, 1), (LONGEST + 1, LONGEST + 1)])
def test_what_no_dictionary_bounds_is_cut_by_the_character(length: int, words: int) -> None:
    assert len(words_of("人" * length, cut_nothing)) == words
    assert len(words_of("人" * length + " 民民", cut_nothing)) == words + 1


def test_a_text_begins_and_ends_with_a_gap() -> None:
    assert split_words(" 人民ab。 ", cut_nothing) == [" ", "人民", "", "ab", "", "。", " "]
    assert split_words("人民", cut_nothing) == ["", "人民", ""]


@pytest.mark.parametrize("said", ["off", "no", "0", "OFF", ""])
def test_the_environment_may_forbid_the_dictionary(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    monkeypatch.setenv("SEGMENTATION", said)
    assert segmentation._find_segmenter() == (None, "by the character")


@pytest.mark.parametrize("said", ["on", "TRUE", "yes", "1", None])
def test_the_dictionary_is_used_where_it_is_installed(said: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    monkeypatch.delenv("SEGMENTATION", raising=False)
    if said:
        monkeypatch.setenv("SEGMENTATION", said)
    segmenter, name = segmentation._find_segmenter()
    assert (segmenter and list(segmenter("人民")), name) == (["人民", "root"], "ICU 76.1")
    monkeypatch.setitem(sys.modules, "icu4py", None)
    assert segmentation._find_segmenter() == (None, "by the character")


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a package in the place of icu4py, whose words are the lines and the locale."""
    package, breakers = ModuleType("icu4py"), ModuleType("icu4py.breakers")
    vars(package)["icu_version"] = "76.1"
    vars(breakers)["WordBreaker"] = lambda lines, locale: [lines, locale]
    monkeypatch.setitem(sys.modules, "icu4py", package)
    monkeypatch.setitem(sys.modules, "icu4py.breakers", breakers)
