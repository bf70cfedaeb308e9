"""Train the small tagger from the corpora and from the large one, and write it for numpy.

Run: PYTHONPATH=.:resources/build python resources/build/encoder/small.py FOLDER --teacher TRAINED

The large tagger reads other runs of the training sentences, with other names put in, and
its scores are learned beside the corpora's labels: of AQMAR and Wojood, whose notion of a
name is another, only its scores are.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import batches
import corpora
import network
import numpy as np
import torch
import train
import weights
from torch import Tensor, nn
from torch.nn import functional

from reader.engines.hints import KINDS, Hints
from reader.engines.pieces import Pieces

WIDTH, PIECE, STEPS = 128, 128, (1, 2, 4)
_DROPOUT = 0.3
_RATE = 2e-3
_TEACHER = 3.0  # what its scores count beside the labels
_SWAPS = (0.2, 0.6)


class Small(nn.Module):
    """Words from pieces and hints, then convolutions over words; see engines/convolution.py."""

    def __init__(self, encoder: weights.Encoder) -> None:
        super().__init__()
        labels = list(corpora.LABELS)
        self.pieces = nn.Embedding.from_pretrained(_shortened(encoder), freeze=False)
        self.mix = nn.Linear(3 * PIECE, WIDTH)
        self.hints = nn.Linear(len(KINDS), WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH)
        self.convs = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=step, dilation=step) for step in STEPS
        )
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in STEPS)
        self.labels = nn.Linear(WIDTH, len(labels))
        self.letters = nn.Linear(WIDTH, batches.PROCLITICS)
        self.dropout = nn.Dropout(_DROPOUT)
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.register_buffer("illegal", network._illegal(labels))  # noqa: SLF001 - of this folder

    def forward(
        self, pieces: Tensor, lengths: Tensor, hints: Tensor, firsts: Tensor, _corpus: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return label scores and proclitic scores per word; arguments as Tagger's."""
        words = self.pieces(pieces)
        sums = functional.pad(words.cumsum(1), (0, 0, 1, 0))
        following = functional.pad(firsts[:, 1:], (0, 1))
        ends = torch.where(following > firsts, following, lengths[:, None] - 1)
        ends = torch.maximum(ends, firsts + 1)
        mean = (_at(sums, ends) - _at(sums, firsts)) / (ends - firsts)[..., None]
        told = hints.gather(1, firsts[..., None].expand(-1, -1, len(KINDS)))
        both = torch.cat([_at(words, firsts), _at(words, ends - 1), mean], 2)
        x = self.mix(self.dropout(both)) + self.hints(told)
        x = self.norm(self.dropout(functional.gelu(x, approximate="tanh")))
        valid = (firsts > 0)[..., None]  # the piece at 0 is the start's
        x = x * valid
        for conv, norm in zip(self.convs, self.norms, strict=True):
            new = conv(x.transpose(1, 2)).transpose(1, 2)
            x = norm(x + self.dropout(functional.gelu(new, approximate="tanh"))) * valid
        return self.labels(x), self.letters(x)

    def moves(self) -> Tensor:
        """Return the scores of one label after another, [before][after]."""
        return self.transitions + self.illegal


def _read(batch: batches.Batch) -> tuple[Tensor, ...]:
    return batch.pieces, batch.lengths, batch.hints, batch.firsts, batch.corpus


def _at(values: Tensor, places: Tensor) -> Tensor:
    return values.gather(1, places[..., None].expand(-1, -1, values.shape[2]))


def _shortened(encoder: weights.Encoder) -> Tensor:
    """Return the encoder's pieces along their main directions."""
    pieces = torch.from_numpy(encoder.tensors["emb.word"])
    pieces = pieces - pieces.mean(0)
    _, _, directions = torch.linalg.svd(pieces, full_matrices=False)
    pieces = pieces @ directions[:PIECE].T
    return pieces / pieces.std() / 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A batch, and the shares that the teacher gives the labels of each word."""

    batch: batches.Batch
    shares: Tensor | None


def lessons(
    made: Sequence[corpora.Sentence],
    others: Sequence[corpora.Sentence],
    teacher: network.Tagger | None,
    chance: random.Random,
    rows: batches.Rows,
) -> Iterator[list[Lesson]]:
    """Yield sets of lessons without end, each of other runs and other names."""
    swapper = batches.Swapper(made, chance)
    unlabelled = [
        replace(s, corpus="newsfane", allowed=(corpora.UNKNOWN,) * len(s.words)) for s in others
    ]
    number = 0
    while True:
        options = argparse.Namespace(swap=_SWAPS[number % 2], others=1.0)
        found = train.epoch_rows(
            rows, list(made), unlabelled if teacher else [], swapper, options, chance
        )
        yield [Lesson(b, _shares(teacher, b)) for b in batches.batched(found, 3000, chance)]
        number += 1


def _shares(teacher: network.Tagger | None, batch: batches.Batch) -> Tensor | None:
    if teacher is None:
        return None
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        scores, _ = teacher(*_read(batch))
    return scores.float().softmax(2).half()


def learn(net: Small, taught: list[list[Lesson]], epochs: int, chance: random.Random) -> None:
    """Learn from the sets of lessons in turn; the weights end as their running average."""
    own = [value for name, value in net.named_parameters() if name != "pieces.weight"]
    groups = [{"params": [net.pieces.weight], "lr": _RATE / 2}, {"params": own, "lr": _RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)
    rates = [group["lr"] for group in optimizer.param_groups]
    averaged = {name: value.clone() for name, value in net.state_dict().items()}
    total = sum(len(taught[epoch % len(taught)]) for epoch in range(epochs))
    step = 0
    for epoch in range(epochs):
        for lesson in chance.sample(taught[epoch % len(taught)], len(taught[epoch % len(taught)])):
            factor = min((step + 1) / 200, max(0.02, 1 - step / total))
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            optimizer.zero_grad()
            loss(net, lesson).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            keep = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    averaged[name].lerp_(value, 1 - keep)
    net.load_state_dict(averaged)


def loss(net: Small, lesson: Lesson) -> Tensor:
    """Return how far the network is from the labels and from the teacher."""
    batch = lesson.batch
    scores, letters = net(*_read(batch))
    found = network.chain_loss(scores, net.moves(), batch.allowed, batch.counts)
    found = found / batch.counts.sum() * 10
    if (batch.proclitics >= 0).any():
        found = found + 0.2 * functional.cross_entropy(
            letters.flatten(0, 1), batch.proclitics.flatten(), ignore_index=-1
        )
    if lesson.shares is not None:
        real = torch.arange(scores.shape[1]) < batch.counts[:, None]
        apart = functional.kl_div(
            scores.log_softmax(2)[real], lesson.shares.float()[real], reduction="batchmean"
        )
        found = found + _TEACHER * apart
    return found


def arrays(net: Small) -> dict[str, np.ndarray]:
    """Return the network as engines/convolution.py reads it."""
    values = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    words = values["pieces.weight"]
    scales = np.maximum(np.abs(words).max(axis=1), 1e-8) / 127
    made: dict[str, np.ndarray] = {
        "pieces": np.round(words / scales[:, None]).astype(np.int8),
        "scales": scales,
        "mix": values["mix.weight"].T,
        "mix_bias": values["mix.bias"],
        "hints": values["hints.weight"].T,
        "norm": values["norm.weight"],
        "norm_bias": values["norm.bias"],
        "moves": net.moves().detach().numpy(),
        "steps": np.array(STEPS, np.int8),
    }
    for layer in range(len(STEPS)):
        made[f"conv{layer}"] = values[f"convs.{layer}.weight"].transpose(2, 1, 0).reshape(-1, WIDTH)
        made[f"conv{layer}_bias"] = values[f"convs.{layer}.bias"]
        made[f"norm{layer}"] = values[f"norms.{layer}.weight"]
        made[f"norm{layer}_bias"] = values[f"norms.{layer}.bias"]
    for head in ("labels", "letters"):
        made[head] = values[f"{head}.weight"].T
        made[f"{head}_bias"] = values[f"{head}.bias"]
    return {n: v.astype(np.float16) if v.dtype == np.float32 else v for n, v in made.items()}


def load_teacher(path: Path, encoder: weights.Encoder) -> network.Tagger:
    """Return a trained large tagger."""
    kept = torch.load(path, weights_only=True)
    net = network.Tagger(
        encoder,
        layers=kept["layers"],
        labels=list(corpora.LABELS),
        hints=len(KINDS),
        corpora=len(corpora.CORPORA),
        proclitics=batches.PROCLITICS,
        dropout=0.0,
    )
    net.load_state_dict(kept["net"])
    return net.eval()


def main() -> None:
    """Write fast.npz and fast.toml."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--sets", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=32)
    parser.add_argument("--temperature", type=float, default=1.5)
    options = parser.parse_args()
    torch.manual_seed(1)
    chance = random.Random(1)  # noqa: S311 - the same each time
    encoder = weights.load()
    rows = batches.Rows(Pieces(encoder.pieces, encoder.scores), Hints())
    data = train.sets(options.corpora, rows)
    teacher = load_teacher(options.teacher, encoder)
    endless = lessons(data.news, data.others, teacher, chance, rows)
    taught = [next(endless) for _ in range(options.sets)]
    net = Small(encoder)
    learn(net, taught, options.epochs, chance)
    print(train.report(train.score(net, data.scored["newsfane"][0], merge=True)))
    write(options.folder, net, options.temperature)


def write(folder: Path, net: Small, temperature: float) -> None:
    """Write the model and its card."""
    data = io.BytesIO()
    np.savez_compressed(data, **arrays(net))
    (folder / "fast.npz").write_bytes(data.getvalue())
    lines = [
        '# What the engine "fast" needs to know of its files; written by small.py.',
        f'labels = "{" ".join(corpora.LABELS)}"',
        f"temperature = {temperature}",
        "",
        "[sha256]",
    ]
    for file in ("fast.npz", "best.pieces.tsv"):
        digest = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        lines.append(f'"{file}" = "{digest}"')
    (folder / "fast.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
