"""Averaged weights, and checkpoints to go on from, for both networks' training."""

import os

import torch


@torch.no_grad()
def follow(average, network, keep):
    """Moves the averaged weights towards the network's by a share of 1 - KEEP; counters are taken over."""
    for mine, theirs in zip(average.state_dict().values(), network.state_dict().values()):
        if mine.is_floating_point():
            mine.mul_(keep).add_(theirs, alpha=1 - keep)
        else:
            mine.copy_(theirs)


def save(path, training):
    """Writes what TRAINING needs to go on: all of it or nothing."""
    part = path + ".part"
    parts = {name: getattr(training, name).state_dict() for name in ("network", "average", "optimiser")}
    torch.save({**parts, "epoch": training.epoch}, part)
    os.replace(part, path)


def resume(path, training):
    """Goes on from PATH, if it is there."""
    if not os.path.exists(path):
        return
    saved = torch.load(path)
    for name in ("network", "average", "optimiser"):
        getattr(training, name).load_state_dict(saved[name])
    training.epoch = saved["epoch"]


def begin_from(path, training):
    """Begins with the averaged weights of another checkpoint."""
    training.network.load_state_dict(torch.load(path)["average"])
    training.average.load_state_dict(training.network.state_dict())


def step(training, loss):
    """One step down, gradients bounded."""
    training.optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(training.network.parameters(), 2.0)
    training.optimiser.step()
