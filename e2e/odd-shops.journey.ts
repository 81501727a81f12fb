import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { pressBookmark, readBookmark, runBookmark } from './bookmark.ts';
import { expectAdvice } from './expect-advice.ts';
import { expect, test } from './journey.ts';
import { openShop } from './shop.ts';

const url = sampleProductUrl();
const name = 'Test oxford shirt';
const withScript = (script: string) => sampleProductPage().replace('</body>', `<script>${script}</script></body>`);

/** Shops' own scripts replace what every page has. */
const replaced = {
  JSON: 'JSON.stringify = JSON.parse = () => { throw new Error("ours") }',
  arrays:
    'for (const name of ["map","forEach","push","slice","join",Symbol.iterator]) Array.prototype[name] = () => { throw new Error("ours") }',
  messages: 'window.postMessage = window.addEventListener = EventTarget.prototype.addEventListener = () => {}',
  alert: 'window.alert = window.confirm = () => { throw new Error("ours") }',
  fetch: 'window.fetch = () => { throw new Error("ours") }',
  open: 'window.open = () => ({ closed: false })',
};

for (const [what, script] of Object.entries(replaced)) {
  test(`a shop that replaced ${what} still hands its page over`, async ({ page, context }) => {
    const code = await readBookmark(page);
    await openShop(context, { url, html: withScript(script), headers: {} });
    await page.goto(url);
    if (what !== 'open') return expectAdvice(await pressBookmark(page, code), name);
    // No tab to be had: the page itself goes to Toile, whose address is http here, so the browser names no sender.
    await runBookmark(page, code);
    await expect(page.getByRole('heading', { level: 1, name: 'Did you send this page?' })).toBeVisible();
    await page.getByRole('button', { name: 'Read it' }).click();
    return expectAdvice(page, name);
  });
}

test('of a frameset the frame with the garment is taken', async ({ page, context }) => {
  const code = await readBookmark(page);
  const framed = `${url}?framed`;
  await context.route(`${new URL(url).origin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body:
        route.request().url() === framed
          ? `<frameset cols="*,200"><frame src="${url}"><frame src="about:blank"></frameset>`
          : sampleProductPage(),
    }),
  );
  await page.goto(framed);
  await expectAdvice(await pressBookmark(page, code), name);
});

test('a page over 5 MB goes without its styles, drawings and pictures; the shop’s own page keeps them', async ({ page, context }) => {
  const ballast = `<style>${'/* x */'.repeat(300_000)}</style><svg><path d="${'M0 0'.repeat(500_000)}"/></svg><!--${'x'.repeat(2_000_000)}-->`;
  const code = await readBookmark(page);
  await openShop(context, { url, html: sampleProductPage().replace('</body>', `${ballast}</body>`) });
  await page.goto(url);
  const before = (await page.content()).length;
  expect(before).toBeGreaterThan(5_000_000);
  await expectAdvice(await pressBookmark(page, code), name);
  expect((await page.content()).length).toBe(before);
});

test('a page that stays over 5 MB is said to, and the box has its link', async ({ page, context }) => {
  const code = await readBookmark(page);
  await openShop(context, { url, html: sampleProductPage().replace('</body>', `<p>${'x'.repeat(5_100_000)}</p></body>`) });
  await page.goto(url);
  const toile = await pressBookmark(page, code);
  await expect(toile.getByRole('alert')).toContainText('is over 5 MB, even without its pictures and programs');
  await expect(toile.getByRole('textbox', { name: 'Its link' })).toHaveValue(url);
});

test('a shop that leaves its page meanwhile: Toile says what is left to do, with the link', async ({ page, context }) => {
  test.setTimeout(40_000);
  const code = await readBookmark(page);
  await openShop(context, { url, html: sampleProductPage() });
  await page.goto(url);
  const { promise: may_load, resolve: letLoad } = Promise.withResolvers<void>();
  await context.route('**/hand-over*', async (route) => {
    await may_load;
    await route.continue();
  });
  const asked = context.waitForEvent('request', (request) => request.url().includes('/hand-over'));
  const toile = await pressBookmark(page, code);
  await asked;
  await page.goto('about:blank');
  letLoad();
  await expect(toile.getByRole('heading', { level: 1, name: 'The page did not come along.' })).toBeVisible({ timeout: 60_000 });
  await expect(toile.getByRole('textbox', { name: 'Its link' })).toHaveValue(url);
});

test('a page sent in another shop’s name begins nothing before the shopper says so', async ({ page, context, baseURL }) => {
  await context.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>x</title><body></body>' }),
  );
  await page.goto('https://evil.example/');
  const started: string[] = [];
  page.on('request', (request) => request.url().includes('/v1/') && started.push(request.url()));
  const forged = `<form method="post" enctype="text/plain" action="${baseURL!}/hand-over"><textarea name="url">${url}</textarea><textarea name="html"></textarea></form>`;
  await page.evaluate(
    `document.body.innerHTML = ${JSON.stringify(forged)}; document.forms[0].html.value = ${JSON.stringify(sampleProductPage())}`,
  );
  await page.evaluate('document.forms[0].submit()');
  await expect(page.getByRole('heading', { level: 1, name: 'Did you send this page?' })).toBeVisible();
  expect(started).toEqual([]);
  await page.getByRole('link', { name: 'Leave it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Know your size before you buy.' })).toBeVisible();
});
