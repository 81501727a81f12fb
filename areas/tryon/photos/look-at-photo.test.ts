import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { drawPeople } from '#platform/testing/draw-person.ts';
import { shirtPng } from '#platform/testing/dressed-visitor.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { checkPicture, lookAtPhoto } from './look-at-photo.ts';

const open = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};
const drawn = (people: Parameters<typeof drawPeople>[0], width = 768, height = 1024) => drawPeople(people, { width, height });
const shown = ({ data, width, height }: Picture) => sharp(data, { raw: { width, height, channels: 3 } });
const problemOf = async (picture: Picture) => (await checkPicture(picture)).problem;

test('a person is looked at, and told what they can wear, as far as the frame goes', async () => {
  const whole = await lookAtPhoto({
    content: await shown(await drawn([{ x: 0, y: 0, scale: 2 }]))
      .jpeg()
      .toBuffer(),
  });
  assert.deepEqual([whole.problem, Object.values(whole.garments!)], [null, [null, null, null, null, null]]);
  assert.ok(whole.joints!.left_shoulder.x > whole.joints!.right_shoulder.x);
  const half = await checkPicture(await drawn([{ x: 0, y: 0, scale: 2 }], 768, 720));
  assert.deepEqual([half.problem, half.garments?.top, half.garments?.trousers], [null, null, 'tryon.legs_cut_off']);
  const bust = await checkPicture(await drawn([{ x: 0, y: 0, scale: 2 }], 768, 460));
  assert.notEqual(bust.garments?.top, null);
});

test('two people are told from one, wherever they stand', async () => {
  assert.equal(
    await problemOf(
      await drawn(
        [
          { x: 40, y: 100, scale: 0.9 },
          { x: 390, y: 60, scale: 1 },
        ],
        768,
        768,
      ),
    ),
    'tryon.several_people',
  );
  assert.equal(await problemOf(await drawn([{ x: 150, y: 130, scale: 1.2 }])), null);
});

test('a person far away, in the dark, or nobody at all is told apart', async () => {
  assert.equal(await problemOf(await drawn([{ x: 300, y: 500, scale: 0.5 }])), 'tryon.photo_too_small');
  const dark = shown(await drawn([{ x: 0, y: 0, scale: 2 }])).linear(0.15, 0);
  assert.equal(await problemOf(await open(dark)), 'tryon.photo_too_dark');
  assert.equal(await problemOf(await drawn([])), 'tryon.nobody');
});

test('a garment that lies on something plain is told from a person', async () => {
  const shirt = sharp(await shirtPng())
    .resize(700, 700)
    .flatten({ background: '#f4f2ec' });
  assert.equal(await problemOf(await open(shirt)), 'tryon.only_a_garment');
});
