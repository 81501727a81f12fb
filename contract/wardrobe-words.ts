/** Words that the wardrobe's data is written in. This file has no schemas, so that a browser may load it. */
export const patterns = ['plain', 'striped', 'checked', 'dotted', 'printed'] as const;
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
/** Why something left the wardrobe. */
export const archive_reasons = ['too_small', 'too_large', 'worn_out', 'not_my_style', 'given_away', 'sold', 'lost'] as const;
/** Where the picture of an item is on its way. `doubtful`: cut out, and we are not sure of it. */
export const picture_states = ['none', 'waiting', 'processing', 'ready', 'doubtful', 'failed'] as const;

export type Pattern = (typeof patterns)[number];
export type Season = (typeof seasons)[number];
export type ArchiveReason = (typeof archive_reasons)[number];
