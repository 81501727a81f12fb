/** Bytes: a thousand garments with a photo and a cut-out each. */
export const zip_bytes_max = 4_000_000_000;
/** Bytes: the sixty garments of somebody without an account, who may come again without end. */
export const anonymous_zip_bytes_max = 500_000_000;
