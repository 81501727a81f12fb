/**
 * How often each part looked right on photos of the bench, counted by eye (see the README): nobody is surer of a part than that,
 * however plain its outline is.
 */
export const looked_right = { torso: 0.8, sleeve: 0.7, leg: 0.85, skirt: 0.8 };
