/**
 * How sure a part may be at most, however plain its outline is: chosen after looking at looks of the bench, where legs hung right
 * oftener than bodies, and those oftener than sleeves. Nobody has counted; until somebody has, these are no chances.
 */
export const surest = { torso: 0.8, sleeve: 0.7, leg: 0.85, skirt: 0.8 };
