import { expect, type Page } from '@playwright/test';
import { askApi } from '../ask-api.ts';
import {
  becomeSomebody,
  drawHalf,
  drawPersonPhoto,
  drawWall,
  holdCamera,
  makeLook,
  ownShirt,
  photographMe,
  pretend,
  uploadPerson,
} from '../dress-up.ts';
import type { PageState } from './page-state.ts';

export const tryon_states: PageState[] = [
  { name: 'the mirror with nothing in it', route: 'mirror.index', open: (page) => page.goto('/mirror') },
  { name: 'the mirror, a photo and a garment in it', route: 'mirror.index', open: openReady },
  { name: 'the mirror, a mannequin in it', route: 'mirror.index', open: openMannequin },
  { name: 'the mirror, its camera open', route: 'mirror.index', open: openCamera },
  { name: 'the mirror, a photo of nobody', route: 'mirror.index', open: openRefused },
  { name: 'the mirror, a photo that ends at the knees, for trousers', route: 'mirror.index', open: openUnshown },
  { name: 'a look that is being made', route: 'mirror.$session_id', open: openWorking },
  { name: 'a look', route: 'mirror.$session_id', open: openLook },
  { name: 'a look of a boutique’s garment, with a guess in it, being rated', route: 'mirror.$session_id', open: openRated },
  { name: 'a look whose garment is being moved', route: 'mirror.$session_id', open: openNudge },
  { name: 'a look that is being shared', route: 'mirror.$session_id', open: openSharing },
  { name: 'a look, its link made', route: 'mirror.$session_id', open: openLink },
  { name: 'a look that somebody shared', route: 'look.$token', open: openShared },
  { name: 'a look that is shared no longer', route: 'look.$token', open: (page) => page.goto('/look/0123456789') },
  { name: 'a look, larger', route: 'mirror.$session_id', open: openLarge },
  { name: 'a try-on that came to nothing', route: 'mirror.$session_id', open: openFailed },
  { name: 'a try-on that was deleted', route: 'mirror.$session_id', open: openDeleted },
  { name: 'no looks', route: 'looks', open: (page) => page.goto('/looks') },
  { name: 'looks', route: 'looks', open: openLooks },
];

async function openReady(page: Page): Promise<void> {
  await becomeSomebody(page);
  const shirt = await ownShirt(page);
  await page.goto(`/mirror?items=${shirt}&photo=${await photographMe(page)}`);
  await expect(page.getByRole('button', { name: 'Try it on', exact: true })).toBeEnabled();
}

async function openMannequin(page: Page): Promise<void> {
  await becomeSomebody(page);
  await page.goto(`/mirror?items=${await ownShirt(page)}&mannequin=standing`);
  await expect(page.getByRole('button', { name: 'Try it on', exact: true })).toBeEnabled();
}

async function openCamera(page: Page): Promise<void> {
  await holdCamera(page, await drawPersonPhoto());
  await page.goto('/mirror');
  await page.getByRole('button', { name: 'Take Photo' }).click();
  await expect(page.getByRole('radio', { name: '10 s' })).toBeChecked();
}

async function openRefused(page: Page): Promise<void> {
  await page.goto('/mirror');
  await uploadPerson(page, await drawWall());
  await expect(page.getByRole('heading', { name: 'Almost. We can’t see you.' })).toBeVisible();
}

async function openUnshown(page: Page): Promise<void> {
  await becomeSomebody(page);
  const trousers = await ownShirt(page, { title: 'Wool trousers', category: 'trousers' });
  await page.goto(`/mirror?items=${trousers}`);
  await uploadPerson(page, await drawHalf());
  await expect(page.getByRole('heading', { name: 'Almost. We can’t see your shoes.' })).toBeVisible();
}

async function lookOf(page: Page): Promise<string> {
  await becomeSomebody(page);
  return makeLook(page, [await ownShirt(page)]);
}

async function openWorking(page: Page): Promise<void> {
  const id = await lookOf(page);
  await pretend(page, id, { status: 'processing', stage: 'rendering', progress: 0.6, queue_position: 2, render_url: null, layers: null });
  await page.goto(`/mirror/${id}`);
  await expect(page.getByRole('heading', { name: 'Generating your try-on…' })).toBeVisible();
}

async function openLook(page: Page): Promise<void> {
  await page.goto(`/mirror/${await lookOf(page)}`);
  await expect(page.locator('.look-seams path').first()).toBeAttached();
}

async function openRated(page: Page): Promise<void> {
  await becomeSomebody(page);
  const { products } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', limit: 1 } });
  const id = await makeLook(page, [products[0]!.id]);
  await pretend(page, id, {
    confidence: 0.62,
    parts: [
      { garment: 0, name: 'torso', confidence: 0.9 },
      { garment: 0, name: 'left_sleeve', confidence: 0.3 },
    ],
    renderer: { name: 'built_in', instead_of: 'fashn', reason: 'out_of_budget' },
  });
  await page.goto(`/mirror/${id}`);
  await expect(page.locator('.look-seams .is-basted').first()).toBeAttached();
  await page.getByRole('button', { name: 'Not accurate? Give feedback' }).click();
  await page.getByRole('button', { name: 'Send feedback' }).click();
  await expect(page.getByText('Choose from 1 to 5.')).toBeVisible();
}

async function openNudge(page: Page): Promise<void> {
  await openLook(page);
  await page.getByRole('button', { name: 'Nudge' }).click();
  await page.getByRole('button', { name: /^Hem/ }).press('Shift+ArrowDown');
  await expect(page.getByText('Hem, 3% lower')).toBeVisible();
}

async function openSharing(page: Page): Promise<void> {
  await openLook(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('Tick this first.')).toBeVisible();
}

async function openLink(page: Page): Promise<void> {
  await openLook(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('checkbox', { name: /^Everybody in the picture agrees/ }).check({ force: true });
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByRole('textbox', { name: 'The link' })).toBeVisible();
}

async function openShared(page: Page): Promise<void> {
  await becomeSomebody(page);
  const { products } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', limit: 1 } });
  const trousers = await ownShirt(page, { title: 'Wool trousers', category: 'trousers' });
  const id = await makeLook(page, [trousers, products[0]!.id]);
  const { url } = await askApi(page, 'POST /v1/tryon/sessions/{id}/share', { params: { id }, body: { is_agreed: true } });
  await page.goto(new URL(url).pathname);
  await expect(page.getByRole('heading', { name: 'Somebody shows you a look' })).toBeVisible();
}

async function openLarge(page: Page): Promise<void> {
  await openLook(page);
  await page.getByRole('button', { name: 'Zoom' }).click();
  await expect(page.getByRole('region', { name: /larger/ })).toBeVisible();
}

async function openFailed(page: Page): Promise<void> {
  const id = await lookOf(page);
  const error = { code: 'tryon.render_failed', message: 'We could not make this look of this photo.' } as const;
  await pretend(page, id, { status: 'failed', error, render_url: null, layers: null });
  await page.goto(`/mirror/${id}`);
  await expect(page.getByRole('heading', { name: 'No look came of this.' })).toBeVisible();
}

async function openDeleted(page: Page): Promise<void> {
  const id = await lookOf(page);
  await askApi(page, 'DELETE /v1/tryon/sessions/{id}', { params: { id } });
  await page.goto(`/mirror/${id}`);
  await expect(page.getByRole('heading', { name: 'This try-on is over.' })).toBeVisible();
}

async function openLooks(page: Page): Promise<void> {
  const kept = await lookOf(page);
  await askApi(page, 'PUT /v1/tryon/sessions/{id}/look', { params: { id: kept } });
  await makeLook(page, [await ownShirt(page, { title: 'Linen shirt', category: 'shirt' })]);
  await page.goto('/looks');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(2);
}
