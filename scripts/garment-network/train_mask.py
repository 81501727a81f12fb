"""Trains the network that says where the garment is, from masks that our own cut-out made and trusted.

    /usr/bin/python3 scripts/garment-network/train_mask.py --data DIR --teacher DIR --work DIR [--epochs N] [--size PX]

DIR of --data as for train.py, and the same tenth held out. Goes on from WORK/checkpoint.pt when it is there.
"""

import argparse
import copy
import math
import os
import time

import torch
from torch.nn import functional as F

import checkpoints
import pictures as P
import scenes as S
from mask_network import MaskNetwork
from train import SEED, mask_loss, split

BATCH = 32
EMA = 0.995


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    pictures, masks, has_mask, labels, _ = P.read_split(os.path.join(args.data, "train"), args.teacher, args.least_quality)
    learn, held = (some[has_mask[some]] for some in split(labels))
    state = Training(args)
    print(f"{sum(p.numel() for p in state.network.parameters())} parameters, {len(learn)} to learn from, {len(held)} held out", flush=True)
    if args.init:
        checkpoints.begin_from(args.init, state)
    checkpoints.resume(state.path, state)
    while state.epoch < args.epochs:
        start = time.time()
        loss = state.run_epoch((pictures, masks, has_mask), learn)
        figures = f"held-out iou {state.measure(pictures, masks, held):.4f}" if state.epoch % 2 == 0 or state.epoch == args.epochs else ""
        print(f"epoch {state.epoch} loss {loss:.3f} {time.time() - start:.0f} s {figures}", flush=True)
        checkpoints.save(state.path, state)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--init", help="a checkpoint whose averaged weights are the start")
    parser.add_argument("--least-quality", type=float, default=0.85)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


class Training:
    def __init__(self, args):
        self.args = args
        self.network = MaskNetwork().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.optimiser = torch.optim.AdamW(self.network.parameters(), lr=args.rate, weight_decay=0.02)
        self.epoch = 0
        self.random = torch.Generator()
        self.path = os.path.join(args.work, "checkpoint.pt")

    def run_epoch(self, data, learn):
        self.network.train()
        self.random.manual_seed(SEED + self.epoch)
        torch.manual_seed(SEED + self.epoch)
        order = learn[torch.randperm(len(learn), generator=self.random)]
        batches = len(order) // BATCH
        total = 0.0
        for index in range(batches):
            self.set_rate((self.epoch + index / batches) / self.args.epochs)
            total += self.step(data, order[index * BATCH : (index + 1) * BATCH]) / batches
        self.epoch += 1
        return total

    def set_rate(self, progress):
        warm = min(1.0, progress * self.args.epochs)
        for group in self.optimiser.param_groups:
            group["lr"] = self.args.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress)))

    def step(self, data, chosen):
        pictures, masks, _ = data
        size = self.args.size
        x, mask = P.varied(pictures[chosen], masks[chosen], size, self.random)
        x = S.on_ground(x, mask, S.varied_grounds(*data, len(chosen), size, self.random), self.random)
        x, mask = S.held(S.on_hangers(x, mask, self.random), mask, self.random)
        x = P.recoloured(x, self.random).to(memory_format=torch.channels_last)
        loss = mask_loss(self.network(x), F.avg_pool2d(mask, 2))
        checkpoints.step(self, loss)
        checkpoints.follow(self.average, self.network, min(EMA, 1 - 1 / (1 + self.epoch * 20 + 1)))
        return float(loss)

    @torch.no_grad()
    def measure(self, pictures, masks, held):
        overlap = []
        for some in held.split(64):
            x = P.plain(pictures[some], self.args.size).to(memory_format=torch.channels_last)
            mask = self.average(x) + self.average(x.flip(3)).flip(3)
            truth = F.interpolate(masks[some].float() / 255, mask.shape[2:], mode="area") > 0.5
            both, either = ((mask > 0) & truth).sum((1, 2, 3)), ((mask > 0) | truth).sum((1, 2, 3))
            overlap += (both / either.clamp(min=1)).tolist()
        return sum(overlap) / len(overlap)


if __name__ == "__main__":
    main()
