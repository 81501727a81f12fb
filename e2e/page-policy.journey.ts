import { createHash } from 'node:crypto';
import { expect, test } from './journey.ts';

const hashesIn = (policy = '') => policy.match(/'sha256-[^']+'/g) ?? [];
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page lets its own scripts run and nobody’s beside: each named, no mark left, nothing inline at large', async ({ request }) => {
  for (const path of ['/', '/shop', '/privacy', '/profile', '/nowhere']) {
    const answer = await request.get(path, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    const policy = answer.headers()['content-security-policy'];
    const texts = [...html.matchAll(/<script(?![^>]*\s(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
    expect(texts.length, path).toBeGreaterThan(2);
    expect(hashesIn(policy).toSorted(), path).toEqual([...new Set(texts.map(hashOf))].toSorted());
    expect(policy, path).not.toMatch(/script-src[^;]*(?:unsafe|nonce)/);
    expect(html, path).not.toContain('nonce');
  }
});

test('words that look like a script are shown as words, and no policy names them', async ({ page, request }) => {
  const script = "document.documentElement.dataset.stolen='1'";
  for (const words of [`<script>${script}</script>`, `</script><script nonce="x">${script}</script>`]) {
    const path = `/shop?q=${encodeURIComponent(words)}`;
    const answer = await request.get(path, { headers: { accept: 'text/html' } });
    expect(hashesIn(answer.headers()['content-security-policy'])).not.toContain(hashOf(script));
    expect(await answer.text()).not.toContain(`>${script}</script>`);
    await page.goto(path);
    await expect(page.getByRole('searchbox')).toHaveValue(words);
    await expect(page.locator('html')).not.toHaveAttribute('data-stolen');
  }
});
