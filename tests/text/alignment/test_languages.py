"""Two languages: recognised, and aligned without a dictionary."""

import pytest

from workbench.text import align, distribute

GERMAN = [
    "Lieber Bruder, die Ernte ist eingebracht, und die Scheune in Altdorf ist voll bis unter das Dach.",
    "Dein Neffe Tobias hat sich im September den Arm gebrochen.",
    "Doktor Keller aus Ravensburg hat drei Gulden dafür verlangt, und noch 12 Kreuzer für die Arznei aus der Apotheke.",
    "Mutter fragt jeden Abend, ob die Post aus Konstanz schon da war.",
    "Komm nach Hause, bevor der Schnee 1847 wieder so früh den Pass schließt wie im Winter 1846!",
]
RUSSIAN = [
    "Дорогой брат, урожай убран, и сарай в Альтдорфе полон до самой крыши.",
    "Твой племянник Тобиас в сентябре сломал себе руку.",
    "Доктор Келлер из Равенсбурга взял за это три гульдена и ещё 12 крейцеров за лекарство из аптеки.",
    "Мать каждый вечер спрашивает, не пришла ли уже почта из Констанца.",
    "Возвращайся домой, пока снег в 1847 году не закрыл перевал так же рано, как зимой 1846 года!",
]


def test_two_languages_are_recognised() -> None:
    assert not align(GERMAN, RUSSIAN).same_language
    assert not distribute(GERMAN, " ".join(RUSSIAN)).same_language


def test_one_language_is_recognised_in_other_words() -> None:
    assert align(
        ["The harvest is in and the barn is full.", "The doctor set the bone."],
        ["We have brought in the harvest; the barn is filled.", "A doctor came, and set it in the evening."],
    ).same_language


def test_names_and_numbers_link_units_across_scripts() -> None:
    merged = [*RUSSIAN[:2], f"{RUSSIAN[2]} {RUSSIAN[3]}", RUSSIAN[4]]
    links = align(GERMAN, merged).links
    assert [(link.source, link.target) for link in links] == [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,)), ((4,), (3,))]


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_a_running_text_in_another_script_is_cut_at_the_passages(joint: str) -> None:
    text = joint.join(RUSSIAN)
    assert [text[p.span.start : p.span.end] for p in distribute(GERMAN, text).placements] == RUSSIAN
