"""The tagger of names as a network: the pretrained encoder, hints, and a chain over words."""

from __future__ import annotations

import torch
import weights
from torch import Tensor, nn
from torch.nn import functional

FORBIDDEN = -1e4


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.ao = nn.Linear(hidden, hidden)
        self.aln = nn.LayerNorm(hidden, eps=epsilon)
        self.fi = nn.Linear(hidden, inner)
        self.fo = nn.Linear(inner, hidden)
        self.oln = nn.LayerNorm(hidden, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the next hidden states; `mask` is added to the attention's scores."""
        rows, length, hidden = x.shape
        qkv = self.qkv(x).view(rows, length, 3, self.heads, hidden // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        seen = seen.transpose(1, 2).reshape(rows, length, hidden)
        x = self.aln(x + self.dropout(self.ao(seen)))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))


class Tagger(nn.Module):
    """Pieces and hints in, scores of labels and of proclitic letters per word out."""

    def __init__(
        self,
        encoder: weights.Encoder,
        *,
        layers: int,
        labels: list[str],
        hints: int,
        corpora: int,
        proclitics: int,
        dropout: float,
    ) -> None:
        super().__init__()
        hidden = encoder.hidden
        tensors = {name: torch.from_numpy(value) for name, value in encoder.tensors.items()}
        self.word = nn.Embedding.from_pretrained(tensors["emb.word"].clone(), freeze=False)
        positions = tensors["emb.pos"] + tensors["emb.type"][0]
        self.position = nn.Embedding.from_pretrained(positions, freeze=False)
        self.hints = nn.Linear(hints, hidden, bias=False)
        self.corpus = nn.Embedding(corpora, hidden)
        nn.init.zeros_(self.hints.weight)
        nn.init.zeros_(self.corpus.weight)
        self.ln = nn.LayerNorm(hidden, eps=encoder.epsilon)
        self.layers = nn.ModuleList(
            Layer(hidden, encoder.heads, encoder.inner, encoder.epsilon, dropout)
            for _ in range(layers)
        )
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(hidden, len(labels))
        self.own = nn.ModuleList(nn.Linear(hidden, len(labels)) for _ in range(corpora - 1))
        for own in self.own:
            nn.init.zeros_(own.weight)
            nn.init.zeros_(own.bias)
        self.proclitics = nn.Linear(hidden, proclitics)
        self.transitions = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.register_buffer("illegal", _illegal(labels))
        self._take(tensors)

    def _take(self, tensors: dict[str, Tensor]) -> None:
        with torch.no_grad():
            self.ln.weight.copy_(tensors["emb.ln.w"])
            self.ln.bias.copy_(tensors["emb.ln.b"])
            for at, layer in enumerate(self.layers):
                for end, part in (("w", "weight"), ("b", "bias")):
                    qkv = [tensors[f"l{at}.{name}.{end}"] for name in "qkv"]
                    getattr(layer.qkv, part).copy_(torch.cat(qkv))
                    for name in ("ao", "aln", "fi", "fo", "oln"):
                        value = tensors[f"l{at}.{name}.{end}"]
                        getattr(getattr(layer, name), part).copy_(value)

    def forward(
        self, pieces: Tensor, lengths: Tensor, hints: Tensor, firsts: Tensor, corpus: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return label scores and proclitic scores per word.

        Args:
            pieces: rows of piece numbers.
            lengths: pieces in each row.
            hints: 0 or 1 per piece and kind, on the first piece of each word.
            firsts: where each word's first piece is, in its row.
            corpus: number of the corpus of each row.
        """
        at = torch.arange(pieces.shape[1])
        x = self.word(pieces) + self.position(at) + self.hints(hints)
        x = self.dropout(self.ln(x + self.corpus(corpus)[:, None]))
        mask = torch.where(at[None] < lengths[:, None], 0.0, FORBIDDEN)[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        x = x.float()
        words = x.gather(1, firsts[..., None].expand(-1, -1, x.shape[2]))
        words = self.dropout(words)
        scores = self.head(words)
        for number, own in enumerate(self.own, start=1):
            scores = scores + own(words) * (corpus == number)[:, None, None]
        return scores, self.proclitics(words)

    def moves(self) -> Tensor:
        """Return the scores of one label after another, [before][after]."""
        return self.transitions + self.illegal


def _illegal(labels: list[str]) -> Tensor:
    moves = torch.zeros(len(labels), len(labels))
    for before, left in enumerate(labels):
        for after, right in enumerate(labels):
            if right.startswith("I-") and left[1:] != right[1:]:
                moves[before, after] = FORBIDDEN
    return moves


def chain_loss(scores: Tensor, moves: Tensor, allowed: Tensor, counts: Tensor) -> Tensor:
    """Return −log of the share of the labellings that are allowed, summed over rows.

    A row starts as if after the first label, "O".
    """
    start = moves[0]
    free = scores[:, 0] + start
    held = free + allowed[:, 0]
    for at in range(1, scores.shape[1]):
        going = (at < counts)[:, None]
        nexts = torch.stack([free, held])[..., None] + moves
        new_free, new_held = (torch.logsumexp(nexts, dim=2) + scores[:, at]).unbind()
        free = torch.where(going, new_free, free)
        held = torch.where(going, new_held + allowed[:, at], held)
    return (torch.logsumexp(free, dim=1) - torch.logsumexp(held, dim=1)).sum()
