/** In which widths pictures are served, in px; one that is narrower itself is served as it is. No schemas here, so that a browser may load it. */
export const picture_widths = [240, 360, 480, 640, 800, 1200] as const;
