/** The shop of a boutique's products, beside the hosts of retailers: no host has a colon. */
export const boutiqueRetailer = (slug: string): string => `boutique:${slug}`;

/** Tells a boutique's product from one that was read at a retailer. */
export const isBoutiques = ({ retailer }: { retailer: string }): boolean => retailer.startsWith('boutique:');
