/** Who drew a look that came out of a zip: nobody knows. Named where the renderer is. */
export const brought_back = 'brought_back';
