"""What lies around a garment on a photo: other grounds, hangers and arms, so that a network learns what is none of it."""

import torch
from torch.nn import functional as F

from pictures import GREY, STORED


def varied_grounds(pictures, masks, has_mask, count, size, random):
    """Makes COUNT grounds to lay garments on, in 0..1: rims of photos, cloth of other garments, stripes and checks."""
    chance = lambda: float(torch.rand((), generator=random))
    made = []
    for _ in range(count):
        one = int(torch.randint(0, len(pictures), (), generator=random))
        kind = chance()
        if kind < 0.5:
            piece = rim_of(pictures[one], masks[one], random)
        elif kind < 0.8 and bool(has_mask[one]):
            piece = cloth_of(pictures[one], masks[one], random)
        else:
            piece = stripes(random)
        if chance() < 0.5:
            piece = piece.flip(2)
        if chance() < 0.5:
            piece = piece.transpose(1, 2)
        made.append(F.interpolate(piece[None], (size, size), mode="bilinear", align_corners=False))
    return torch.cat(made)


def rim_of(picture, mask, random):
    """A piece of a photo's floor, bed or wall: of some tries the one with least garment and least letterbox in it."""
    best = None
    for _ in range(6):
        side = int(torch.randint(30, 80, (), generator=random))
        top, left = (int(torch.randint(0, STORED - side, (), generator=random)) for _ in range(2))
        piece = picture[:, top : top + side, left : left + side]
        middle = max(abs(top + side / 2 - STORED / 2), abs(left + side / 2 - STORED / 2)) / STORED
        cost = float(mask[0, top : top + side : 4, left : left + side : 4].float().mean()) / 255
        cost += float((piece[:, ::4, ::4] == GREY).all(0).float().mean()) + max(0, 0.3 - middle)
        if best is None or cost < best[0]:
            best = (cost, piece)
    return best[1].float() / 255


def cloth_of(picture, mask, random):
    """A patch from inside a garment, mirrored into a larger one: a blanket of its cloth."""
    inside = (mask[0, 20:-20, 20:-20] > 200).nonzero()
    if len(inside) == 0:
        return rim_of(picture, mask, random)
    y, x = (int(one) + 20 for one in inside[int(torch.randint(0, len(inside), (), generator=random))])
    reach = int(torch.randint(10, 21, (), generator=random))
    piece = picture[:, y - reach : y + reach, x - reach : x + reach].float() / 255
    wide = torch.cat([piece, piece.flip(2)], 2)
    tile = torch.cat([wide, wide.flip(1)], 1)
    return tile.repeat(1, 2, 2) if reach < 15 else tile


def stripes(random):
    """Stripes or checks of three to five colours, of uneven width."""
    count = int(torch.randint(3, 6, (), generator=random))
    colours = torch.rand(count, 3, generator=random)
    run = lambda: torch.repeat_interleave(torch.randint(0, count, (24,), generator=random), torch.randint(2, 14, (24,), generator=random))[:72]
    across, down = run(), run()
    across, down = across.repeat(72 // len(across) + 1)[:72], down.repeat(72 // len(down) + 1)[:72]
    rows = colours[across][None].expand(72, 72, 3)
    if float(torch.rand((), generator=random)) < 0.5:
        rows = (rows + colours[down][:, None]) / 2
    return rows.permute(2, 0, 1) + torch.randn(3, 72, 72, generator=random) * 0.03


def on_ground(x, masks, grounds, random):
    """Lays half of the garments on another ground, each with a soft shadow beside it."""
    n = len(x)
    down, right = (int(one) for one in torch.randint(-4, 5, (2,), generator=random))
    shadow = F.avg_pool2d(masks.roll((down, right), (2, 3)), 9, 1, 4) * torch.rand(n, 1, 1, 1, generator=random) * 0.6
    light = torch.exp(torch.randn(n, 1, 1, 1, generator=random) * 0.25)
    laid = x * masks + (grounds * light).clamp(0, 1) * (1 - shadow) * (1 - masks)
    return torch.where(torch.rand(n, 1, 1, 1, generator=random) < 0.5, laid, x)


def on_hangers(x, masks, random):
    """Puts a hanger behind one garment in four: arms or a bar at its top, and a hook."""
    out = x.clone()
    for one in (torch.rand(len(x), generator=random) < 0.25).nonzero()[:, 0].tolist():
        box = top_of(masks[one, 0])
        if box is None:
            continue
        top, left, right, height = box
        centre, half = (left + right) / 2, (right - left) / 2 * float(torch.empty(()).uniform_(0.8, 1.35, generator=random))
        drop = height * float(torch.empty(()).uniform_(-0.02, 0.12, generator=random))
        apex = (top - height * float(torch.empty(()).uniform_(-0.01, 0.06, generator=random)), centre)
        bar = [(apex, (top + drop, centre - half)), (apex, (top + drop, centre + half))]
        hook = height * float(torch.empty(()).uniform_(0.04, 0.16, generator=random))
        bent = (apex[0] - hook * 0.6, centre + hook * float(torch.empty(()).uniform_(-0.6, 0.6, generator=random)))
        wide = float(torch.empty(()).uniform_(0.008, 0.03, generator=random)) * x.shape[2]
        there = near_lines(bar, wide, x.shape[2]) + near_lines([(apex, bent), (bent, (apex[0] - hook, centre))], wide * 0.5, x.shape[2])
        colour = HANGERS[int(torch.randint(0, len(HANGERS), (), generator=random))] * float(torch.empty(()).uniform_(0.7, 1.2, generator=random))
        share = there.clamp(0, 1) * (1 - masks[one])
        out[one] = out[one] * (1 - share) + colour[:, None, None].clamp(0, 1) * share
    return out


def held(x, masks, random):
    """Lays an arm over one garment in ten, from a side of the picture to somewhere on it; what it hides is no garment."""
    x, masks = x.clone(), masks.clone()
    size = x.shape[2]
    for one in (torch.rand(len(x), generator=random) < 0.1).nonzero()[:, 0].tolist():
        inside = (masks[one, 0] > 0.8).nonzero()
        if len(inside) == 0:
            continue
        hand = tuple(inside[int(torch.randint(0, len(inside), (), generator=random))].tolist())
        side = float(torch.rand((), generator=random)) * size
        start = [(size, side), (side, 0), (side, size)][int(torch.randint(0, 3, (), generator=random))]
        # Short reaches only: a hand holds a rim.
        hand = tuple(h + (s - h) * 0.4 for h, s in zip(hand, start))
        share = near_lines([(start, hand)], float(torch.empty(()).uniform_(0.03, 0.07, generator=random)) * size, size).clamp(0, 1)
        skin = SKINS[int(torch.randint(0, len(SKINS), (), generator=random))]
        shade = 1 + 0.15 * F.interpolate(torch.randn(1, 1, 4, 4, generator=random), (size, size), mode="bicubic", align_corners=False)[0]
        x[one] = x[one] * (1 - share) + (skin[:, None, None] * shade).clamp(0, 1) * share
        masks[one] = masks[one] * (1 - share)
    return x, masks


HANGERS = torch.tensor([[0.08, 0.08, 0.09], [0.12, 0.12, 0.12], [0.9, 0.9, 0.9], [0.62, 0.45, 0.28], [0.6, 0.6, 0.62], [0.75, 0.3, 0.35], [0.3, 0.4, 0.7]])
SKINS = torch.tensor([[0.93, 0.78, 0.69], [0.85, 0.66, 0.54], [0.72, 0.52, 0.4], [0.5, 0.34, 0.25], [0.33, 0.22, 0.17]])


def top_of(mask):
    """Where the upper eighth of a garment lies: its top, left and right, and the garment's height; None without one."""
    rows = (mask > 0.5).any(1).nonzero()[:, 0]
    if len(rows) < 12:
        return None
    top, height = int(rows[0]), int(rows[-1] - rows[0])
    columns = (mask[top : top + max(2, height // 8)] > 0.5).any(0).nonzero()[:, 0]
    return top, int(columns[0]), int(columns[-1]), height


def near_lines(lines, wide, size):
    """1 nearer than WIDE px to any of the lines, falling to 0 over a pixel: [1 x size x size]."""
    y, x = torch.meshgrid(torch.arange(size).float(), torch.arange(size).float(), indexing="ij")
    nearest = torch.full((size, size), 1e9)
    for (top, left), (bottom, right) in lines:
        dy, dx = bottom - top, right - left
        along = (((y - top) * dy + (x - left) * dx) / max(1e-6, dy * dy + dx * dx)).clamp(0, 1)
        nearest = torch.minimum(nearest, torch.hypot(y - top - along * dy, x - left - along * dx))
    return (wide + 0.5 - nearest).clamp(0, 1)[None]
