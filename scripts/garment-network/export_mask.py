"""Writes the averaged weights of a checkpoint of train_mask.py as ONNX, weights in float16.

    /usr/bin/python3 scripts/garment-network/export_mask.py --checkpoint FILE.pt --size PX --out FILE.onnx
"""

import argparse
import os

import torch
from torch import nn

from export import halved
from mask_network import MaskNetwork


class Exported(nn.Module):
    """What the program runs: `picture` [n, 3, s, s] in 0..1 -> `mask` [n, 1, s/2, s/2] in 0..1."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, picture):
        return torch.sigmoid(self.network(picture))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    network = MaskNetwork().eval()
    network.load_state_dict(torch.load(args.checkpoint, map_location="cpu")["average"])
    torch.onnx.export(
        Exported(halved(network)).eval(), torch.rand(2, 3, args.size, args.size), args.out, opset_version=13, do_constant_folding=False,
        input_names=["picture"], output_names=["mask"], dynamic_axes={name: {0: "n"} for name in ("picture", "mask")},
    )
    print(f"{os.path.getsize(args.out)} bytes")


if __name__ == "__main__":
    main()
