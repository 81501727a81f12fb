import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnnx } from '#platform/vision-runtime/write-onnx.ts';

/** What words mean in the tiny model: how red, green and blue a picture of them is. */
const meanings: Record<string, readonly [number, number, number]> = {
  dress: [9, 0, 0],
  hat: [0, 9, 0],
  shoes: [0, 0, 9],
  skirt: [9, 9, 0],
};
const other_words = ['<pad>', '<unk>', 'a', 'photo', 'of'];

/** Writes a model of CLIP's form whose eyes see a picture's mean colour and whose words are colours: small enough to be made in a test. */
export function writeTinyClip(folder: string): void {
  const words = [...other_words, ...Object.keys(meanings)];
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx/vision_model.onnx'), eyes());
  writeFileSync(join(folder, 'onnx/text_model.onnx'), ears(words));
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
  write('config.json', { model_type: 'clip', architectures: ['CLIPModel'], projection_dim: 3, text_config: {}, vision_config: {} });
  write('preprocessor_config.json', {
    image_processor_type: 'CLIPImageProcessor',
    do_resize: true,
    do_center_crop: false,
    do_normalize: false,
    do_rescale: true,
    rescale_factor: 1 / 255,
    resample: 2,
    size: { height: 16, width: 16 },
  });
  write('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    model_max_length: 24,
    pad_token: '<pad>',
    unk_token: '<unk>',
  });
  write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: other_words.slice(0, 2).map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: Object.fromEntries(words.map((word, id) => [word, id])), unk_token: '<unk>' },
  });
}

const eyes = (): Uint8Array =>
  writeOnnx({
    nodes: [{ op: 'ReduceMean', inputs: ['pixel_values'], output: 'image_embeds', attributes: { axes: [2, 3], keepdims: 0 } }],
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['n', 3, 'h', 'w'] }],
    outputs: [{ name: 'image_embeds', type: 'float32', dims: ['n', 3] }],
  });

/** The mean of what the words mean; those that mean nothing are grey. */
const ears = (words: readonly string[]): Uint8Array =>
  writeOnnx({
    nodes: [
      { op: 'Gather', inputs: ['table', 'input_ids'], output: 'each', attributes: { axis: 0 } },
      { op: 'ReduceMean', inputs: ['each'], output: 'text_embeds', attributes: { axes: [1], keepdims: 0 } },
    ],
    inputs: [{ name: 'input_ids', type: 'int64', dims: ['n', 'length'] }],
    outputs: [{ name: 'text_embeds', type: 'float32', dims: ['n', 3] }],
    constants: [{ name: 'table', dims: [words.length, 3], data: words.flatMap((word) => meanings[word] ?? [0.01, 0.01, 0.01]) }],
  });
