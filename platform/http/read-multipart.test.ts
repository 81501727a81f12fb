import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMultipart } from './read-multipart.ts';

async function encode(fill: (form: FormData) => void): Promise<{ body: Buffer; content_type: string }> {
  const form = new FormData();
  fill(form);
  const response = new Response(form);
  return { content_type: response.headers.get('content-type')!, body: Buffer.from(await response.arrayBuffer()) };
}

test('a form is read as a JSON body would be: lists, numbers and truth as such, files as files', async () => {
  const { body, content_type } = await encode((form) => {
    form.append('items', 'a');
    form.append('items[]', '["b","c"]');
    form.append('is_sure', 'true');
    form.append('title', 'Blue shirt');
    form.append('title', 'Red shirt');
    form.append('__proto__', '{"is_admin":true}');
    form.append('photo', new Blob(['\r\n--x\r\n']), 'a.jpg');
  });
  const { photo, ...fields } = await readMultipart(body, content_type, ['items']);
  assert.deepEqual(Object.entries(fields), [
    ['items', ['a', 'b', 'c']],
    ['is_sure', true],
    ['title', 'Red shirt'],
    ['__proto__', { is_admin: true }],
  ]);
  assert.equal(({} as { is_admin?: boolean }).is_admin, undefined);
  assert.equal(await (photo as File).text(), '\r\n--x\r\n');
});

test('what is cut off, or no form at all, is refused in words', async () => {
  const { body, content_type } = await encode((form) => form.append('photo', new Blob(['x'.repeat(1000)]), 'a.jpg'));
  for (const [bytes, type] of [
    [body.subarray(0, 300), content_type],
    [Buffer.from('nonsense'), content_type],
    [body, 'multipart/form-data'],
  ] as const)
    await assert.rejects(readMultipart(bytes, type, []), { code: 'request.invalid' });
});
