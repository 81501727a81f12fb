"""The small garment network: one trunk, three heads (class, mask, embedding)."""

import torch
from torch import nn
from torch.nn import functional as F

CLASSES = [
    "dress", "hat", "longsleeve", "outwear", "pants", "shirt", "shoes", "shorts", "skirt", "t-shirt",
]
EMBEDDING = 128
# What the embedding alone must be able to tell besides the class, so that near means alike: see descriptors.py.
DESCRIPTOR = 27 + 8


def conv(inputs, outputs, size, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs)
    )


class Squeeze(nn.Module):
    """Squeeze-and-excitation (Hu et al. 2018, arXiv 1709.01507, eq. 3), a quarter wide."""

    def __init__(self, channels):
        super().__init__()
        self.down = nn.Conv2d(channels, channels // 4, 1)
        self.up = nn.Conv2d(channels // 4, channels, 1)

    def forward(self, x):
        return x * torch.sigmoid(self.up(F.relu(self.down(x.mean((2, 3), keepdim=True)))))


class Block(nn.Module):
    """Residual block of two 3x3 convolutions (He et al. 2016). Plain ones: grouped ones crawl on a CPU's backward pass."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = conv(inputs, outputs, 3, stride)
        self.second = conv(outputs, outputs, 3)
        self.squeeze = Squeeze(outputs)
        self.short = nn.Identity()
        if stride > 1 or inputs != outputs:
            # Averaging before the 1x1 keeps what a strided 1x1 would throw away (ResNet-D).
            self.short = nn.Sequential(nn.AvgPool2d(stride, stride), conv(inputs, outputs, 1))
        nn.init.zeros_(self.second[1].weight)

    def forward(self, x):
        return F.relu(self.squeeze(self.second(F.relu(self.first(x)))) + self.short(x))


class GarmentNetwork(nn.Module):
    """Takes RGB in 0..1, [n, 3, s, s] with s a multiple of 16; gives class logits, mask logits at s/2, unit embeddings."""

    def __init__(self, widths=(24, 48, 96, 192)):
        super().__init__()
        stem, quarter, eighth, sixteenth = widths
        self.stem = nn.Sequential(conv(3, stem, 3, 2), nn.ReLU())
        self.quarter = Block(stem, quarter, 2)
        self.eighth = Block(quarter, eighth, 2)
        self.sixteenth = nn.Sequential(Block(eighth, sixteenth, 2), Block(sixteenth, sixteenth, 1))
        self.classes = nn.Linear(2 * sixteenth, len(CLASSES))
        self.embed = nn.Linear(2 * sixteenth + eighth + quarter + stem, EMBEDDING, bias=False)
        self.embed_norm = nn.BatchNorm1d(EMBEDDING)
        self.told = nn.Linear(EMBEDDING, len(CLASSES) + DESCRIPTOR)
        side = 32
        self.from_sixteenth = nn.Sequential(conv(sixteenth, side, 1), nn.ReLU())
        self.from_eighth = nn.Sequential(conv(eighth, side, 1), nn.ReLU())
        self.from_quarter = nn.Sequential(conv(quarter, side, 1), nn.ReLU())
        self.at_eighth = nn.Sequential(conv(side, side, 3), nn.ReLU())
        self.at_quarter = nn.Sequential(conv(side, side, 3), nn.ReLU())
        self.at_half = nn.Sequential(conv(side + stem, 16, 3), nn.ReLU(), nn.Conv2d(16, 1, 3, 1, 1))

    def forward(self, x, with_mask=True):
        half = self.stem((x - 0.5) * 4)
        quarter = self.quarter(half)
        eighth = self.eighth(quarter)
        deep = self.sixteenth(eighth)
        pooled = torch.cat([deep.mean((2, 3)), deep.amax((2, 3))], 1)
        # Colour and texture are known early in the trunk and forgotten late.
        early = torch.cat([eighth.mean((2, 3)), quarter.mean((2, 3)), half.mean((2, 3))], 1)
        logits = self.classes(F.dropout(pooled, 0.2, self.training))
        embedding = F.normalize(self.embed_norm(self.embed(torch.cat([pooled, early], 1))), dim=1)
        mask = self.mask(half, quarter, eighth, deep) if with_mask else None
        return logits, mask, embedding

    def mask(self, half, quarter, eighth, deep):
        x = self.at_eighth(twice(self.from_sixteenth(deep)) + self.from_eighth(eighth))
        x = self.at_quarter(twice(x) + self.from_quarter(quarter))
        return self.at_half(torch.cat([twice(x), half], 1))


def twice(x):
    return F.interpolate(x, scale_factor=2, mode="nearest")
