import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPeople } from '#platform/testing/draw-person.ts';
import { mirrorPicture } from '#science/imaging/mirror-picture.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { showsPerson } from './shows-person.ts';

const draw = async (shapes: string): Promise<Picture> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="384" height="512"><rect width="384" height="512" fill="#c9a77c"/>${shapes}</svg>`;
  return { width: 384, height: 512, data: await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer() };
};

test('somebody who wears a garment is seen, near or far, as they stand and in a mirror', async () => {
  for (const person of [
    { x: 0, y: 0, scale: 1 },
    { x: 60, y: 40, scale: 0.7 },
  ]) {
    const picture = await drawPeople([person]);
    assert.ok(await showsPerson(picture), `scale ${person.scale}`);
    assert.ok(await showsPerson(mirrorPicture(picture)), `mirrored, scale ${person.scale}`);
  }
});

test('neither a garment, nor one the colour of skin, nor a bare wall is a person', async () => {
  const shirt = (fill: string) =>
    draw(`<path d="M130 120 L254 120 L330 190 L300 230 L262 200 L262 420 L122 420 L122 200 L84 230 L54 190 Z" fill="${fill}"/>`);
  const suit = await draw(
    '<path d="M150 60h84l40 60v160l-20 4v-120l-10-20v330h-46v-180h-12v180h-46v-330l-10 20v120l-20-4v-160z" fill="#d9a382"/>',
  );
  for (const picture of [await shirt('#28407a'), await shirt('#e8b898'), suit, await drawPeople([])])
    assert.equal(await showsPerson(picture), false);
});
