const uuid = '[0-9a-f]{8}-[0-9a-f-]{27}';
/** What a wardrobe shows. How photos get on is told live, and is nothing to keep. */
const own_answer = new RegExp(`^/v1/(wardrobe(/figures|/calendar)?|items/${uuid}(/similar)?)$`);
const own_picture = /^\/garment-pictures\/[\w-]{48}$/;
/** Of a signed address, the signs that are the picture's own: 126 of the 128 bits of its id. What follows changes with the hour. */
const picture_signs = 21;
/** Whoever comes, goes or is deleted, and what is taken out for good or photographed anew. */
const endings: readonly [method: string, path: RegExp][] = [
  ['POST', /^\/v1\/auth\/(login|logout|anonymous)$/],
  ['DELETE', /^\/v1\/me(\/photos)?$/],
  ['DELETE', new RegExp(`^/v1/items/${uuid}$`)],
  ['POST', new RegExp(`^/v1/items/${uuid}/photo$`)],
];

/** Tells whether an answer is what somebody owns, and may be read again without a connection. */
export const isOwnAnswer = (path: string): boolean => own_answer.test(path);

/** Tells whether an address is one of a garment's own pictures. */
export const isOwnPicture = (path: string): boolean => own_picture.test(path);

/** The name under which a garment's picture is kept, the same for every address that it is given. A new picture has a new name. */
export const pictureKey = (path: string): string => path.slice(0, '/garment-pictures/'.length + picture_signs);

/** Tells whether after this request nothing may be left of what was seen of a wardrobe. */
export const endsOwning = (method: string, path: string): boolean => endings.some(([by, form]) => by === method && form.test(path));
