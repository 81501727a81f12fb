"""Trains the garment network.

    /usr/bin/python3 scripts/garment-network/train.py --data DIR --work DIR [--teacher DIR] [--epochs N] [--size PX]

DIR of --data holds train/{class}/*.jpg (github.com/alexeygrigorev/clothing-dataset-small, CC0). A tenth of it is held
out by a seeded draw for stopping and calibration; the official validation split is never opened here. --teacher holds
{class}/{name}.png and quality.jsonl. Goes on from WORK/checkpoint.pt when it is there.
"""

import argparse
import copy
import math
import os
import random as plain_random
import time

import torch
from torch.nn import functional as F

import checkpoints
import pictures as P
from descriptors import describe
from network import CLASSES, GarmentNetwork

SEED = 20261129
BATCH = 64
SMOOTHING = 0.1
EMA = 0.995  # about the last four epochs
HELD_OUT = 0.1


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    data = P.read_split(os.path.join(args.data, "train"), args.teacher, args.least_quality)
    learn, held = split(data[3])
    if args.all:
        learn = torch.arange(len(data[3]))
    network = GarmentNetwork().to(memory_format=torch.channels_last)
    print(f"{sum(p.numel() for p in network.parameters())} parameters, {len(learn)} to learn from, {len(held)} held out, {int(data[2].sum())} masks", flush=True)
    state = Training(network, args)
    if args.init:
        checkpoints.begin_from(args.init, state)
    checkpoints.resume(state.path, state)
    while state.epoch < args.epochs:
        start = time.time()
        loss = state.run_epoch(data, learn)
        figures = state.measure(data, held) if state.epoch % args.measure_every == 0 or state.epoch == args.epochs else ""
        print(f"epoch {state.epoch} size {args.size} loss {loss:.3f} {time.time() - start:.0f} s {figures}", flush=True)
        checkpoints.save(state.path, state)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--teacher")
    parser.add_argument("--least-quality", type=float, default=0.5)
    parser.add_argument("--init", help="a checkpoint whose averaged weights are the start")
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--size", type=int, default=96)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--mix", type=float, default=0.5, help="share of batches with mixup or CutMix")
    parser.add_argument("--measure-every", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1, help="more threads than free cores make it many times slower: they wait for each other")
    parser.add_argument("--all", action="store_true", help="learn from the held-out tenth too: when all is decided")
    return parser.parse_args()


def split(labels):
    """The same tenth of each class at every run."""
    draw = plain_random.Random(SEED)
    learn, held = [], []
    for label in range(len(CLASSES)):
        of_class = (labels == label).nonzero()[:, 0].tolist()
        draw.shuffle(of_class)
        count = round(len(of_class) * HELD_OUT)
        held += of_class[:count]
        learn += of_class[count:]
    return torch.tensor(learn), torch.tensor(held)


class Training:
    def __init__(self, network, args):
        self.network, self.args = network, args
        self.average = copy.deepcopy(network).eval()
        decayed = [p for p in network.parameters() if p.ndim > 1]
        kept = [p for p in network.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.05}, {"params": kept, "weight_decay": 0}], lr=args.rate)
        self.epoch = 0
        self.random = torch.Generator().manual_seed(SEED)
        self.path = os.path.join(args.work, "checkpoint.pt")

    def run_epoch(self, data, learn):
        self.network.train()
        self.random.manual_seed(SEED + self.epoch)
        # Half-way between even classes and the photos' own shares: rare classes are heard, frequent ones still likelier.
        weights = data[3][learn].bincount(minlength=len(CLASSES)).float().pow(-0.5)[data[3][learn]]
        order = learn[torch.multinomial(weights, len(learn), True, generator=self.random)]
        batches = len(order) // BATCH
        total = 0.0
        for index in range(batches):
            self.set_rate((self.epoch + index / batches) / self.args.epochs)
            loss = self.step(data, order[index * BATCH : (index + 1) * BATCH])
            total += loss / batches
        self.epoch += 1
        return total

    def set_rate(self, progress):
        warm = min(1.0, progress * self.args.epochs / 2)
        for group in self.optimiser.param_groups:
            group["lr"] = self.args.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress)))

    def step(self, data, chosen):
        photos, masks, has_mask, labels, _ = data
        has_mask = has_mask[chosen]
        x, mask = P.varied(photos[chosen], masks[chosen], self.args.size, self.random)
        x = P.on_other_ground(x, mask, has_mask, self.random)
        x = P.recoloured(x, self.random)
        targets = F.one_hot(labels[chosen], len(CLASSES)).float() * (1 - SMOOTHING) + SMOOTHING / len(CLASSES)
        is_mixed = bool(torch.rand((), generator=self.random) < self.args.mix)
        if is_mixed:
            x, targets = P.mixed(x, targets, self.random)
        clean = x
        x = P.erased(x, self.random).to(memory_format=torch.channels_last)
        with_mask = bool(has_mask.any()) and not is_mixed
        logits, drawn, embedding = self.network(x, with_mask)
        told = self.network.told(embedding * 8)
        loss = soft_loss(logits, targets) + 0.3 * soft_loss(told[:, : len(CLASSES)], targets)
        if not is_mixed:
            weight = torch.where(has_mask.view(-1, 1, 1, 1), mask + 1e-3, middle(self.args.size))
            loss = loss + 3 * F.mse_loss(told[:, len(CLASSES) :], describe(clean, weight))
        if with_mask:
            loss = loss + 2 * mask_loss(drawn[has_mask], F.avg_pool2d(mask, 2)[has_mask])
        checkpoints.step(self, loss)
        checkpoints.follow(self.average, self.network, min(EMA, 1 - 1 / (1 + self.epoch * 10 + 1)))
        return float(loss)

    @torch.no_grad()
    def measure(self, data, held):
        right = two = 0
        overlap = []
        for some in held.split(64):
            # A fifth larger than in training: random crops made garments look that much larger there (arXiv 1906.06423).
            x = P.plain(data[0][some], round(self.args.size * 1.17 / 16) * 16).to(memory_format=torch.channels_last)
            logits, mask, _ = self.average(x)
            logits = logits + self.average(x.flip(3), False)[0]
            best = logits.topk(2, 1).indices == data[3][some, None]
            right += int(best[:, 0].sum())
            two += int(best.sum())
            truth = F.interpolate(data[1][some].float() / 255, mask.shape[2:], mode="area") > 0.5
            both, either = ((mask > 0) & truth).sum((1, 2, 3)), ((mask > 0) | truth).sum((1, 2, 3))
            overlap += (both / either.clamp(min=1))[data[2][some]].tolist()
        iou = sum(overlap) / len(overlap) if overlap else float("nan")
        return f"held-out accuracy {right / len(held):.3f} top2 {two / len(held):.3f} iou {iou:.3f}"


def soft_loss(logits, targets):
    return -(targets * F.log_softmax(logits, 1)).sum(1).mean()


def mask_loss(logits, truth):
    """Cross-entropy plus soft Dice, so that small garments count as much as large ones."""
    share = torch.sigmoid(logits)
    dice = 1 - (2 * (share * truth).sum((1, 2, 3)) + 1) / (share.sum((1, 2, 3)) + truth.sum((1, 2, 3)) + 1)
    return F.binary_cross_entropy_with_logits(logits, truth) + dice.mean()


def middle(size):
    along = torch.linspace(-1, 1, size)
    return torch.exp(-2 * (along[:, None] ** 2 + along[None] ** 2))[None, None]


if __name__ == "__main__":
    main()
