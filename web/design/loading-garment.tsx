import { GarmentOutline } from './garment-outline.tsx';

/** A garment's outline being sewn, with what we are doing in words. No shimmer. */
export function LoadingGarment({ text }: { text: string }) {
  return (
    <div className="column" role="status">
      <div className="garment cloth" style={{ aspectRatio: '4 / 3.4' }}>
        <GarmentOutline is_sewing />
      </div>
      <p className="quiet">{text}</p>
    </div>
  );
}
