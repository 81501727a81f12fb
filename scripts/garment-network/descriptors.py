"""What a picture looks like in 35 numbers: the embedding must be able to tell them."""

import torch
from torch.nn import functional as F


def describe(x, weight):
    """27 shares of soft colour bins (lightness, red-green, yellow-blue; three each) and 8 energies of edges (four directions, fine and coarse), under WEIGHT."""
    weight = weight / weight.sum((2, 3), keepdim=True).clamp(min=1e-6)
    red, green, blue = x[:, 0], x[:, 1], x[:, 2]
    light = (red + green + blue) / 3
    axes = [soft_bins(light, (0.15, 0.45, 0.8)), soft_bins(red - green, (-0.15, 0.0, 0.25)),
            soft_bins((red + green) / 2 - blue, (-0.2, 0.0, 0.25))]
    joint = (axes[0][:, :, None, None] * axes[1][:, None, :, None] * axes[2][:, None, None, :]).flatten(1, 3)
    colours = (joint * weight).sum((2, 3)).sqrt()
    return torch.cat([colours, edges(light[:, None], weight), edges(F.avg_pool2d(light[:, None], 4), F.avg_pool2d(weight, 4) * 16)], 1)


def soft_bins(value, centres):
    spread = 0.12
    return torch.softmax(torch.stack([-((value - one) / spread) ** 2 for one in centres], 1), 1)


def edges(light, weight):
    pad = F.pad(light, (1, 1, 1, 1), mode="replicate")
    across = pad[:, :, 1:-1, 2:] - pad[:, :, 1:-1, :-2]
    down = pad[:, :, 2:, 1:-1] - pad[:, :, :-2, 1:-1]
    rising = pad[:, :, 2:, 2:] - pad[:, :, :-2, :-2]
    falling = pad[:, :, 2:, :-2] - pad[:, :, :-2, 2:]
    return torch.cat([((one.abs() * weight).sum((2, 3)) * 4).clamp(max=1) for one in (across, down, rising, falling)], 1)
