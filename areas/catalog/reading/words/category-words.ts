import type { Category } from '#contract/catalog.ts';

/**
 * Kinds of garments in German, French, Spanish, Italian, Dutch and Portuguese, the narrower word first. English is read
 * apart, because there the last noun decides; elsewhere the first word does, or the end of a compound.
 */
export const other_languages: readonly (readonly [Category, RegExp])[] = [
  ['t-shirt', /\b(?:débardeur|camiseta|maglietta|canotta|trägertop|unterhemd|regata)/],
  ['jeans', /\b(?:vaqueros?|tejanos?)\b|jeanshose/],
  ['shorts', /\b(?:bermuda|pantalon(?:es)? cort|pantaloncin|calções)|kurze hose/],
  ['dress', /\b(?:robes?|vestidos?|vestito|abito|jurk(?:en)?)\b|kleid(?:er)?\b/],
  ['skirt', /\b(?:jupes?|faldas?|gonn[ae]|saias?)\b|(?:^|[\s-]|mini|midi|maxi)(?:rock|röcke|rok)\b/],
  ['knitwear', /strickjacke/],
  ['coat', /\b(?:manteaux?|abrigos?|gabardinas?|cappott[oi]|casacos?|jas(?:sen)?)\b|m(?:a|ä)ntel\b|mantel\b/],
  [
    'jacket',
    /\b(?:vestes?|blousons?|doudounes?|chaquetas?|cazadoras?|americanas?|giacc(?:a|he)|giubbotto|giubbino|jaquetas?|weste|gilet)\b|jacken?\b|sakko\b|blazer/,
  ],
  [
    'knitwear',
    /\b(?:pulls?|pull-over|gilets? en maille|jersey|jerséis|suéter|sudaderas?|maglion[ei]|maglia|felp[ae]|trui(?:en)?|vest|malha|camisola)\b|pullover|sweat/,
  ],
  ['shirt', /\b(?:chemis(?:e|es|ier|iers)|blusas?|camisas?|camici[ae]|chemisiers?|overhemd(?:en)?)\b|hemd(?:en)?\b|blusen?\b/],
  ['trousers', /\b(?:pantal(?:on|ons|ón|ones|one|oni)|calças?|broek(?:en)?)\b|hosen?\b/],
];
