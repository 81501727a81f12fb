import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOfEdge, boxBetween, crop_edges, edgeAt, moveEdge, whole_photo } from './crop-box.ts';

const close = (is: number, wanted: number) => assert.ok(Math.abs(is - wanted) < 1e-9, `${is}, not ${wanted}`);

test('an edge goes where it is brought, and the three others stay', () => {
  const box = { left: 0.2, top: 0.3, width: 0.5, height: 0.4 };
  for (const [edge, to] of [
    ['left', 0.1],
    ['top', 0.35],
    ['right', 0.9],
    ['bottom', 0.6],
  ] as const) {
    const moved = moveEdge(box, edge, to);
    for (const other of crop_edges) close(edgeAt(moved, other), other === edge ? to : edgeAt(box, other));
  }
});

test('no edge leaves the photo or crosses the one across, however far it is pushed', () => {
  for (const edge of crop_edges)
    for (const to of [-3, 4]) {
      const moved = moveEdge(whole_photo, edge, to);
      assert.ok(moved.width >= 0.05 - 1e-9 && moved.height >= 0.05 - 1e-9, edge);
      assert.ok(moved.left >= 0 && moved.top >= 0 && edgeAt(moved, 'right') <= 1 + 1e-9 && edgeAt(moved, 'bottom') <= 1 + 1e-9, edge);
      close(edgeAt(moved, edge), boundsOfEdge(whole_photo, edge)[to < 0 ? 0 : 1]);
    }
});

test('a box is drawn from any corner, inside the photo; a slip of the finger draws none', () => {
  const box = boxBetween([0.8, 1.4], [0.3, 0.5])!;
  for (const [is, wanted] of [
    [box.left, 0.3],
    [box.top, 0.5],
    [box.width, 0.5],
    [box.height, 0.5],
  ] as const)
    close(is, wanted);
  assert.equal(boxBetween([0.4, 0.4], [0.42, 0.9]), null);
});
