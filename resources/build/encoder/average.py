"""Write the mean of the weights of several runs that went on from each other.

Run: python resources/build/encoder/average.py OUT RUN RUN ...
"""

from __future__ import annotations

import sys

import torch


def main() -> None:
    """Average the runs."""
    out, *runs = sys.argv[1:]
    kept = [torch.load(run, weights_only=True) for run in runs]
    nets = [one["net"] for one in kept]
    net = {name: torch.stack([n[name].double() for n in nets]).mean(0).float() for name in nets[0]}
    torch.save({"net": net, "layers": kept[0]["layers"]}, out)


if __name__ == "__main__":
    main()
