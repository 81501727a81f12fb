"""The network that says where the garment is: an encoder of five steps, a decoder that sees each of them."""

import torch
from torch import nn
from torch.nn import functional as F

from network import Block, conv, twice


class MaskNetwork(nn.Module):
    """Takes RGB in 0..1, [n, 3, s, s] with s a multiple of 32; gives mask logits at s/2. U-Net (Ronneberger et al. 2015)."""

    def __init__(self, widths=(16, 32, 64, 96, 128), side=32):
        super().__init__()
        half, quarter, eighth, sixteenth, last = widths
        self.at_half = nn.Sequential(conv(3, half, 3, 2), nn.ReLU())
        self.at_quarter = Block(half, quarter, 2)
        self.at_eighth = Block(quarter, eighth, 2)
        self.at_sixteenth = Block(eighth, sixteenth, 2)
        self.at_last = nn.Sequential(Block(sixteenth, last, 2), Block(last, last, 1))
        # What the whole picture says reaches every place: is this thing the one photographed, or the bed it lies on?
        self.whole = nn.Linear(last, last)
        self.to_sixteenth = join(last + sixteenth, 64)
        self.to_eighth = join(64 + eighth, 48)
        self.to_quarter = join(48 + quarter, side)
        self.to_half = nn.Sequential(conv(side + half, 16, 3), nn.ReLU(), nn.Conv2d(16, 1, 3, 1, 1))

    def forward(self, x):
        half = self.at_half((x - 0.5) * 4)
        quarter = self.at_quarter(half)
        eighth = self.at_eighth(quarter)
        sixteenth = self.at_sixteenth(eighth)
        x = self.at_last(sixteenth)
        x = F.relu(x + self.whole(x.mean((2, 3)))[:, :, None, None])
        x = self.to_sixteenth(torch.cat([twice(x), sixteenth], 1))
        x = self.to_eighth(torch.cat([twice(x), eighth], 1))
        x = self.to_quarter(torch.cat([twice(x), quarter], 1))
        return self.to_half(torch.cat([twice(x), half], 1))


def join(inputs, outputs):
    return nn.Sequential(conv(inputs, outputs, 3), nn.ReLU())
