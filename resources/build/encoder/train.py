"""Train the tagger of names; keep the averaged weights of the epoch that scores best.

Run: PYTHONPATH=.:resources/build python resources/build/encoder/train.py OUT
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import batches
import corpora
import network
import torch
import weights
from torch import nn
from torch.nn import functional

from reader.engines.chain import best_labels
from reader.engines.hints import KINDS, Hints
from reader.engines.pieces import Pieces

Counts = tuple[Counter[str], Counter[str], Counter[str]]
_PLACES = {"GPE", "LOC", "FAC"}


def arguments() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--decay", type=float, default=0.95, help="of the rate per layer down")
    parser.add_argument("--pieces", type=int, default=1500)
    parser.add_argument("--swap", type=float, default=0.2)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--no-hints", action="store_true")
    parser.add_argument("--others", type=float, default=0.6, help="share of the other corpora")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--average", type=float, default=0.997)
    return parser.parse_args()


def groups(net: network.Tagger, rate: float, decay: float) -> list[dict[str, object]]:
    """Return parameter groups: lower layers learn more slowly, the heads faster."""
    found: dict[tuple[float, float], list[torch.Tensor]] = {}
    depth = len(net.layers)
    for name, value in net.named_parameters():
        part = name.split(".")
        if part[0] in {"head", "own", "proclitics", "transitions", "hints", "corpus"}:
            own = rate * 10
        elif part[0] == "layers":
            own = rate * decay ** (depth - 1 - int(part[1]))
        else:
            own = rate * decay**depth
        weight = 0.01 if value.dim() > 1 else 0.0
        found.setdefault((own, weight), []).append(value)
    return [{"params": p, "lr": lr, "weight_decay": w} for (lr, w), p in found.items()]


def score(
    net: nn.Module, rows: list[batches.Row], *, merge: bool
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return right, found and true spans by type; GPE, LOC and FAC as LOC with `merge`."""
    right, found, true = Counter[str](), Counter[str](), Counter[str]()
    net.eval()
    moves = net.moves().detach()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches.batched(rows, 3000, None):
            scores, _ = net(batch.pieces, batch.lengths, batch.hints, batch.firsts, batch.corpus)
            counts = batch.counts.tolist()
            paths = best_labels(scores.float().numpy(), moves.numpy(), counts)
            gold = batch.allowed.argmax(2)
            for at, count in enumerate(counts):
                ours = spans(paths[at], merge=merge)
                theirs = spans(gold[at, :count].tolist(), merge=merge)
                right.update(kind for *_, kind in ours & theirs)
                found.update(kind for *_, kind in ours)
                true.update(kind for *_, kind in theirs)
    net.train()
    return right, found, true


def spans(path: list[int], *, merge: bool) -> set[tuple[int, int, str]]:
    """Return the spans of a path of labels."""
    found = corpora.spans([corpora.LABELS[label] for label in path])
    if not merge:
        return found
    return {(a, b, "LOC" if kind in _PLACES else kind) for a, b, kind in found}


def micro(counts: Counts) -> float:
    """Return F1 over persons, places and organizations, where places are one type."""
    right, found, true = (sum(c[kind] for kind in ("PER", "LOC", "ORG")) for c in counts)
    return 2 * right / max(1, found + true)


def report(counts: Counts) -> str:
    """Return F1 per type and in all."""
    right, found, true = counts
    parts = [
        f"{kind} {2 * right[kind] / (found[kind] + true[kind]):.3f}"
        for kind in corpora.TYPES
        if true[kind]
    ]
    return f"micro {micro(counts):.4f} " + " ".join(parts)


@dataclass(frozen=True, slots=True)
class Sets:
    """The sentences to learn from, and rows to score on by name, with the types scored."""

    news: list[corpora.Sentence]
    others: list[corpora.Sentence]
    scored: dict[str, tuple[list[batches.Row], bool]]


def sets(folder: Path, make: batches.Rows) -> Sets:
    """Read the corpora; rows of "as news" are what a tagger that knows no corpus sees."""
    dev = list(corpora.newsfane(folder / "newsfane" / "dev.conll"))
    archive = list(corpora.wojood(folder / "wojood_sample" / "val.txt"))
    encyclopedia = list(corpora.aqmar(folder / "aqmar" / "dev.txt"))
    dev_rows = [make.of(s, restore=True, chance=None) for s in batches.joined(dev, 90)]
    plain = partial(make.of, restore=False, chance=None)
    return Sets(
        news=list(corpora.newsfane(folder / "newsfane" / "train.conll")),
        others=[s for s in corpora.training_set(folder) if s.corpus != "newsfane"],
        scored={
            "newsfane": (dev_rows, False),
            "newsfane, places as one": (dev_rows, True),
            "wojood": ([plain(s) for s in archive], False),
            "wojood as news": ([plain(replace(s, corpus="newsfane")) for s in archive], False),
            "aqmar, places as one": ([plain(s) for s in encyclopedia], True),
            "aqmar as news, places as one": (
                [plain(replace(s, corpus="newsfane")) for s in encyclopedia],
                True,
            ),
        },
    )


class Training:
    """One run: the network, its optimizer, and the running average of its weights."""

    def __init__(self, net: network.Tagger, options: argparse.Namespace) -> None:
        self.net = net
        self.optimizer = torch.optim.AdamW(groups(net, options.rate, options.decay), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = options.average
        self.averaged = {k: v.detach().clone() for k, v in net.state_dict().items()}
        self.step = 0

    def epoch(self, made: list[batches.Batch], total: int) -> float:
        """Learn from the batches once; return the mean loss."""
        losses = 0.0
        began = time.time()
        for batch in made:
            losses += self._learn(batch, total)
            if self.step % 10 == 0:
                print(f"  step {self.step} of {total}, {time.time() - began:.0f} s", flush=True)
        return losses / len(made)

    def _learn(self, batch: batches.Batch, total: int) -> float:
        warm = 0.1 * total
        factor = min(self.step / warm, max(0.02, (total - self.step) / (total - warm)))
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16):
            scores, letters = self.net(
                batch.pieces, batch.lengths, batch.hints, batch.firsts, batch.corpus
            )
        moves = self.net.moves()
        loss = network.chain_loss(scores.float(), moves, batch.allowed, batch.counts)
        loss = loss / batch.counts.sum() * 10
        if (batch.proclitics >= 0).any():
            loss = loss + 0.2 * functional.cross_entropy(
                letters.float().flatten(0, 1), batch.proclitics.flatten(), ignore_index=-1
            )
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        keep = min(self.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.net.state_dict().items():
                self.averaged[name].lerp_(value, 1 - keep)
        return loss.item()

    def scores(self, scored: dict[str, tuple[list[batches.Row], bool]]) -> dict[str, Counts]:
        """Return how the averaged weights do on each set."""
        now = {k: v.detach().clone() for k, v in self.net.state_dict().items()}
        self.net.load_state_dict(self.averaged)
        found = {n: score(self.net, rows, merge=merge) for n, (rows, merge) in scored.items()}
        self.net.load_state_dict(now)
        return found


def main() -> None:
    """Train, and save the average of the weights of the epoch that scores best."""
    options = arguments()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)  # noqa: S311 - the same each time
    encoder = weights.load()
    make = batches.Rows(Pieces(encoder.pieces, encoder.scores), Hints())
    net = network.Tagger(
        encoder,
        layers=options.layers,
        labels=list(corpora.LABELS),
        hints=len(KINDS),
        corpora=len(corpora.CORPORA),
        proclitics=batches.PROCLITICS,
        dropout=0.1,
    )
    net.hints.weight.requires_grad_(not options.no_hints)
    if options.start:
        net.load_state_dict(torch.load(options.start, weights_only=True)["net"])
    data = sets(options.corpora, make)
    swapper = batches.Swapper(data.news, chance)
    training = Training(net, options)
    best = total = 0.0
    for epoch in range(1, options.epochs + 1):
        rows = epoch_rows(make, data.news, data.others, swapper, options, chance)
        made = list(batches.batched(rows, options.pieces, chance))
        total = total or len(made) * options.epochs
        print(f"epoch {epoch} loss {training.epoch(made, int(total)):.3f}")
        found = training.scores(data.scored)
        for name, counts in found.items():
            print(f"  {name}: {report(counts)}", flush=True)
        f1 = micro(found["newsfane, places as one"])
        if f1 >= best:
            best = f1
            torch.save({"net": training.averaged, "layers": options.layers}, options.out)


def epoch_rows(
    make: batches.Rows,
    news: list[corpora.Sentence],
    others: list[corpora.Sentence],
    swapper: batches.Swapper,
    options: argparse.Namespace,
    chance: random.Random,
) -> list[batches.Row]:
    """Return one epoch's rows: other runs of sentences and other swaps each time."""
    rows = []
    at = chance.randrange(10)
    runs = list(batches.joined(news[:at], 100)) if at else []
    runs += list(batches.joined(news[at:], chance.choice((60, 80, 100, 120))))
    for sentence in runs:
        swapped = sentence
        if options.swap and chance.random() < 0.6:
            swapped = swapper.swap(sentence, options.swap / 0.6)
        rows.append(make.of(swapped, restore=chance.random() < 0.85, chance=chance))
    rows += [
        make.of(sentence, restore=False, chance=chance)
        for sentence in others
        if chance.random() < options.others
    ]
    return rows


if __name__ == "__main__":
    main()
