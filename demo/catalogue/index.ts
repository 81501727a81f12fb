export { demo_boutiques } from './boutiques.ts';
export { drawPictures, type DemoPicture, type DrawingRoom } from './draw-pictures.ts';
export { inventInteractions, type DemoInteraction, type DemoShopper } from './interactions.ts';
export { demo_products } from './products.ts';
export type { DemoBoutique, DemoCategory, DemoProduct, DemoSizeChart, DemoSizing } from './product.ts';
