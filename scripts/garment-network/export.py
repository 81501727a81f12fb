"""Writes a checkpoint's averaged weights as ONNX, weights in float16, probabilities calibrated on the held-out tenth.

    /usr/bin/python3 scripts/garment-network/export.py --data DIR --checkpoint FILE.pt --size PX --out FILE.onnx
"""

import argparse
import os

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

import pictures as P
from network import GarmentNetwork
from train import split


class Exported(nn.Module):
    """What the program runs: `picture` [n, 3, s, s] in 0..1 -> `classes` (probabilities), `mask` (0..1), `embedding` (unit)."""

    def __init__(self, network, temperature):
        super().__init__()
        self.network, self.temperature = network, temperature

    def forward(self, picture):
        logits, mask, embedding = self.network(picture)
        return torch.softmax(logits / self.temperature, 1), torch.sigmoid(mask), embedding


class HalfConv(nn.Module):
    """A convolution whose weights are kept in float16 and used in float32: half the file, all of the accuracy."""

    def __init__(self, conv):
        super().__init__()
        self.register_buffer("weight", conv.weight.detach().half())
        self.register_buffer("bias", None if conv.bias is None else conv.bias.detach().clone())
        self.stride, self.padding = conv.stride, conv.padding

    def forward(self, x):
        return F.conv2d(x, self.weight.float(), self.bias, self.stride, self.padding)


def halved(module):
    """Folds each batch norm into the convolution before it and halves the weights, in place."""
    for name, child in module.named_children():
        if isinstance(child, nn.Sequential) and len(child) == 2 and isinstance(child[1], nn.BatchNorm2d):
            setattr(module, name, HalfConv(fuse_conv_bn_eval(child[0], child[1])))
        elif isinstance(child, nn.Conv2d):
            setattr(module, name, HalfConv(child))
        else:
            halved(child)
    return module


@torch.no_grad()
def fit_temperature(network, pictures, labels, size):
    """The temperature of least log loss of the mean over a picture and its mirror image (Guo et al. 2017, arXiv 1706.04599)."""
    both = [torch.cat([network(P.plain(some, size), False)[0], network(P.plain(some, size).flip(3), False)[0]]) for some in pictures.split(64)]
    one, other = (torch.cat([pair.chunk(2)[side] for pair in both]) for side in (0, 1))
    loss = lambda t: float(F.nll_loss((((one / t).softmax(1) + (other / t).softmax(1)) / 2).log(), labels))
    return min((0.3 + 0.02 * step for step in range(60)), key=loss)


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "checkpoint", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--temperature", type=float, help="when the checkpoint has seen the held-out tenth")
    args = parser.parse_args()
    torch.set_num_threads(1)
    network = GarmentNetwork().eval()
    network.load_state_dict(torch.load(args.checkpoint, map_location="cpu")["average"])
    temperature = args.temperature
    if temperature is None:
        pictures, _, _, labels, _ = P.read_split(os.path.join(args.data, "train"))
        held = split(labels)[1]
        temperature = fit_temperature(network, pictures[held], labels[held], args.size)
    model = Exported(halved(network), temperature).eval()
    torch.onnx.export(
        model, torch.rand(2, 3, args.size, args.size), args.out, opset_version=13, do_constant_folding=False,
        input_names=["picture"], output_names=["classes", "mask", "embedding"],
        dynamic_axes={name: {0: "n"} for name in ("picture", "classes", "mask", "embedding")},
    )
    print(f"temperature {temperature:.2f}, {os.path.getsize(args.out)} bytes")


if __name__ == "__main__":
    main()
