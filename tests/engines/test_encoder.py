"""The encoder as an engine: words as pieces, hints from the name lists, names from scores."""

import numpy as np
import pytest

from reader.engines.chain import Chains, best_labels
from reader.engines.hints import KINDS, Hints
from reader.engines.pieces import Pieces, lacks_hamzas

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]


def pieces_of(**scores):
    return Pieces([*SPECIAL, *scores], [0.0] * 4 + list(scores.values()))


def test_a_word_is_cut_where_its_pieces_are_likeliest():
    pieces = pieces_of(**{"▁أ": -3.0, "▁أع": -4.0, "علن": -5.0, "لن": -5.0, "▁": -9.0})
    assert pieces.of("أعلن") == (4, 6)


def test_marks_and_stretching_do_not_change_the_pieces():
    pieces = pieces_of(**{"▁أعلن": -3.0})
    assert pieces.of("أَعْلـنَ") == pieces.of("أعلن") == (4,)


def test_a_hamza_left_off_is_restored_only_where_asked():
    pieces = pieces_of(**{"▁أعلن": -9.0, "▁ا": -8.0, "علن": -8.0, "▁وبالأمس": -9.0})
    assert pieces.of("اعلن") == (5, 6)
    assert pieces.of("اعلن", restore=True) == (4,)
    assert pieces.of("وبالامس", restore=True) == (7,)


def test_the_style_of_a_whole_text_tells_whether_it_lacks_hamzas():
    assert lacks_hamzas(["اعلن", "الوزير", "ان", "اللجنة", "عادت", "الى", "العمل"])
    assert not lacks_hamzas(["أعلن", "الوزير", "ان", "اللجنة", "عادت", "إلى", "العمل"])
    assert not lacks_hamzas(["عاد", "الوزير"])


def test_a_word_of_half_a_million_letters_has_few_pieces():
    assert len(pieces_of(**{"▁": -1.0}).of("ب" * 500_000)) < 20


def test_hints_tell_names_of_several_words_and_names_after_clitics():
    words = ["وزار", "الولايات", "المتحدة", "وبالقاهرة", "وزيران"]
    told = [{k for at, k in enumerate(KINDS) if bits >> at & 1} for bits in Hints().of(words)]
    assert "state" in told[1]
    assert "in_place" in told[2]
    assert "place_after_clitic" in told[3]
    assert not told[4] & {"state", "town"}


def test_the_share_of_a_name_is_that_of_the_chains_that_hold_it():
    rng = np.random.default_rng(1)
    scores, moves = rng.normal(size=(1, 4, 3)), rng.normal(size=(3, 3))
    chains = {
        path: np.exp(
            sum(moves[a, b] for a, b in zip((0, *path), path, strict=False))
            + sum(scores[0, at, label] for at, label in enumerate(path))
        )
        for path in np.ndindex(3, 3, 3, 3)
    }
    held = sum(share for path, share in chains.items() if path[1:3] == (1, 2) and path[3] != 2)
    share = Chains(scores, moves, [4]).share(0, 1, 3, 1)
    assert share == pytest.approx(held / sum(chains.values()))
    assert tuple(best_labels(scores, moves, [4])[0]) == max(chains, key=chains.__getitem__)


def test_hints_tell_states_from_towns():
    told = [
        {k for at, k in enumerate(KINDS) if bits >> at & 1}
        for bits in Hints().of(["هندوراس", "ليون"])
    ]
    assert "state" in told[0]
    assert "state" not in told[1]
    assert told[1] & {"metropolis", "town"}
