const segment = '[a-z0-9][a-z0-9._-]{0,127}';
const key_form = new RegExp(`^${segment}(/${segment})*$`);
const prefix_form = new RegExp(`^(${segment}/)*$`);
/** S3 allows 1024, of which the prefix in STORAGE_URL takes some. */
const length_max = 512;

/** Throws for a key that some place could not hold, or could read as another. Keys are made by us: a wrong one is a defect. */
export function checkKey(key: string): void {
  if (key.length > length_max || !key_form.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key.slice(0, 100))}`);
}

/** Throws for what is no prefix; it must end with a slash. */
export function checkPrefix(prefix: string): void {
  if (prefix.length > length_max || !prefix_form.test(prefix))
    throw new Error(`not a storage prefix: ${JSON.stringify(prefix.slice(0, 100))}`);
}
