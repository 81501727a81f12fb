import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { cutGrid, type GridGraph } from './grid-cut.ts';

function drawGraph(width: number, height: number, draw: () => number): GridGraph {
  const prices = (): Int32Array => Int32Array.from({ length: width * height }, () => Math.floor(draw() * 8));
  const pull = Int32Array.from({ length: width * height }, () => Math.floor(draw() * 31) - 15);
  return { width, height, pull, right: prices(), down: prices(), down_right: prices(), down_left: prices() };
}

function priceOf(graph: GridGraph, inside: ArrayLike<number>): number {
  const { width, height } = graph;
  let price = 0;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      price += inside[i] === 1 ? Math.max(0, -graph.pull[i]!) : Math.max(0, graph.pull[i]!);
      const part = (is_there: boolean, j: number, amount: number): number => (is_there && inside[i] !== inside[j] ? amount : 0);
      price += part(x + 1 < width, i + 1, graph.right[i]!) + part(y + 1 < height, i + width, graph.down[i]!);
      price += part(x + 1 < width && y + 1 < height, i + width + 1, graph.down_right[i]!);
      price += part(x > 0 && y + 1 < height, i + width - 1, graph.down_left[i]!);
    }
  return price;
}

test('no way of parting a small grid is cheaper than the cut', () => {
  const draw = seededRandom(7);
  for (const [width, height] of [
    [3, 4],
    [4, 3],
    [1, 9],
    [12, 1],
    [2, 6],
  ] as const)
    for (let round = 0; round < 6; round++) {
      const graph = drawGraph(width, height, draw);
      const count = width * height;
      let least = Infinity;
      for (let bits = 0; bits < 2 ** count; bits++)
        least = Math.min(
          least,
          priceOf(
            graph,
            Array.from({ length: count }, (_, i) => (bits >> i) & 1),
          ),
        );
      assert.equal(priceOf(graph, cutGrid(graph)), least, `${width} x ${height}, round ${round}`);
    }
});

test('a larger grid is cut no dearer than by following the pulls, and the same way every time', () => {
  const graph = drawGraph(90, 70, seededRandom(3));
  const cut = cutGrid(graph);
  assert.ok(
    priceOf(graph, cut) <
      priceOf(
        graph,
        graph.pull.map((pull) => (pull > 0 ? 1 : 0)),
      ),
  );
  assert.deepEqual(cutGrid(graph), cut);
});
