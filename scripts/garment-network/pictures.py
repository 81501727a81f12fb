"""Photos and teacher masks in memory, and the changes that training makes to them, a whole batch at a time."""

import json
import os

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F

from network import CLASSES

STORED = 176  # px; photos are 320 px at most, and the largest input we train at is 160
GREY = 128  # what letterboxing leaves free


def read_split(folder, teacher=None, least_quality=0.0):
    """Reads FOLDER/class/*.jpg in order of name; returns pictures, masks (255 = unknown), has_mask, labels, names."""
    wanted = good_masks(teacher, least_quality) if teacher else set()
    pictures, masks, labels, names = [], [], [], []
    for label, name in enumerate(CLASSES):
        for file in sorted(os.listdir(os.path.join(folder, name))):
            key = name + "/" + os.path.splitext(file)[0]
            picture = Image.open(os.path.join(folder, name, file)).convert("RGB")
            pictures.append(letterbox(picture, STORED, (GREY,) * 3))
            if key in wanted:
                mask = Image.open(os.path.join(teacher, key + ".png")).convert("L").resize(picture.size, Image.BILINEAR)
                masks.append(letterbox(mask, STORED, 0))
            else:
                masks.append(None)
            labels.append(label)
            names.append(key)
    has_mask = torch.tensor([one is not None for one in masks])
    empty = np.zeros((STORED, STORED), np.uint8)
    return (
        torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous(),
        torch.from_numpy(np.stack([empty if one is None else one for one in masks]))[:, None],
        has_mask,
        torch.tensor(labels),
        names,
    )


def good_masks(teacher, least_quality):
    """Names of the masks that their own maker trusted: quality.jsonl beside them, one {path, quality} a line."""
    names = set()
    with open(os.path.join(teacher, "quality.jsonl")) as lines:
        for line in lines:
            one = json.loads(line)
            if one["quality"] >= least_quality:
                names.add(os.path.splitext(one["path"])[0])
    return names


def letterbox(picture, size, fill):
    scale = size / max(picture.size)
    inner = picture.resize([max(1, round(side * scale)) for side in picture.size], Image.BILINEAR, reducing_gap=3)
    outer = Image.new(picture.mode, (size, size), fill)
    outer.paste(inner, ((size - inner.width) // 2, (size - inner.height) // 2))
    return np.asarray(outer)


def plain(pictures, size):
    """Pictures as they are, in 0..1, at the network's size."""
    return F.interpolate(pictures.float() / 255, (size, size), mode="bilinear", antialias=True, align_corners=False)


def varied(pictures, masks, size, random):
    """Moves, turns, scales and mirrors each picture with its mask; returns both at SIZE in 0..1."""
    n = len(pictures)
    angle = torch.randn(n, generator=random) * 0.17  # radians: garments lie about straight
    scale = torch.empty(n).uniform_(0.62, 1.12, generator=random)
    aspect = torch.exp(torch.randn(n, generator=random) * 0.1)
    mirror = torch.randint(0, 2, (n,), generator=random) * 2.0 - 1
    room = (1.05 - scale).clamp(min=0.05)
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0] = angle.cos() * scale * aspect * mirror
    theta[:, 0, 1] = -angle.sin() * scale
    theta[:, 1, 0] = angle.sin() * scale * mirror
    theta[:, 1, 1] = angle.cos() * scale / aspect
    theta[:, 0, 2] = torch.empty(n).uniform_(-1, 1, generator=random) * room
    theta[:, 1, 2] = torch.empty(n).uniform_(-1, 1, generator=random) * room
    grid = F.affine_grid(theta, (n, 1, size, size), align_corners=False)
    # Grey is zero for the network; sampling outside gives zero, so shift by it.
    moved = F.grid_sample((pictures.float() - GREY) / 255, grid, padding_mode="zeros", align_corners=False) + GREY / 255
    mask = F.grid_sample(masks.float() / 255, grid, padding_mode="zeros", align_corners=False)
    return moved, mask


def recoloured(x, random):
    """Brightness, contrast, saturation, white balance; one in twelve loses its colour."""
    n = len(x)
    drawn = lambda spread: torch.randn(n, 1, 1, 1, generator=random) * spread
    x = x * torch.exp(drawn(0.2)) + drawn(0.05)
    x = x * torch.exp(torch.randn(n, 3, 1, 1, generator=random) * 0.07)
    mean = x.mean((1, 2, 3), keepdim=True)
    x = (x - mean) * torch.exp(drawn(0.25)) + mean
    grey = x.mean(1, keepdim=True)
    saturation = torch.exp(drawn(0.35)) * (torch.rand(n, 1, 1, 1, generator=random) > 1 / 12)
    return ((x - grey) * saturation + grey).clamp(0, 1)


def erased(x, random):
    """Blanks one rectangle in half of the pictures with a colour of noise (Zhong et al. 2017, random erasing)."""
    n, _, size, _ = x.shape
    side = torch.empty(n, 2).uniform_(0.1, 0.4, generator=random) * size
    corner = torch.rand(n, 2, generator=random) * (size - side)
    along = torch.arange(size)
    inside = lambda axis: (along >= corner[:, axis, None]) & (along < (corner + side)[:, axis, None])
    hole = (inside(0)[:, :, None] & inside(1)[:, None, :])[:, None] & (torch.rand(n, 1, 1, 1, generator=random) < 0.5)
    return torch.where(hole, torch.rand(n, 3, 1, 1, generator=random), x)


def on_other_ground(x, masks, has_mask, random):
    """Lays a third of the garments that have a mask on another ground: a colour with a slow change of light."""
    n, _, size, _ = x.shape
    colour = torch.rand(n, 3, 1, 1, generator=random) * 0.5 + torch.rand(n, 1, 1, 1, generator=random) * 0.5
    slow = F.interpolate(torch.randn(n, 1, 3, 3, generator=random), (size, size), mode="bicubic", align_corners=False)
    grain = torch.randn(n, 1, size, size, generator=random) * torch.rand(n, 1, 1, 1, generator=random) * 0.1
    ground = (colour + slow * 0.1 + grain).clamp(0, 1)
    chosen = has_mask.view(-1, 1, 1, 1) & (torch.rand(n, 1, 1, 1, generator=random) < 0.33)
    return torch.where(chosen, x * masks + ground * (1 - masks), x)


def mixed(x, targets, random):
    """Mixup (arXiv 1710.09412) or CutMix (arXiv 1905.04899), evenly; targets are rows of probabilities."""
    n, _, size, _ = x.shape
    order = torch.randperm(n, generator=random)
    if torch.rand((), generator=random) < 0.5:
        share = 0.5 + 0.5 * float(torch.rand((), generator=random))
        return x * share + x[order] * (1 - share), targets * share + targets[order] * (1 - share)
    height, width = (int(one) for one in torch.empty(2).uniform_(0.3, 0.7, generator=random) * size)
    top = int(torch.randint(0, size - height, (), generator=random))
    left = int(torch.randint(0, size - width, (), generator=random))
    x = x.clone()
    x[:, :, top : top + height, left : left + width] = x[order, :, top : top + height, left : left + width]
    share = 1 - height * width / size**2
    return x, targets * share + targets[order] * (1 - share)
