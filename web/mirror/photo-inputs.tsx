import { type Ref, useImperativeHandle, useRef } from 'react';

/** What the server reads; HEIC is offered too, because phones that take it turn it into JPEG when they hand it over. */
const kinds = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif';

export interface PhotoAsking {
  /** Opens the phone's own camera. */
  take: () => void;
  /** Opens the gallery. */
  choose: () => void;
}

/** The two ways of the browser itself to hand in one photo. */
export function PhotoInputs({ ref, onPhoto }: { ref: Ref<PhotoAsking>; onPhoto: (photo: File) => void }) {
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ take: () => camera.current?.click(), choose: () => gallery.current?.click() }), []);
  const hand = (input: HTMLInputElement) => {
    const photo = input.files?.[0];
    // The same one can be chosen again.
    input.value = '';
    if (photo) onPhoto(photo);
  };
  return (
    <>
      <input ref={camera} type="file" hidden accept="image/*" capture="user" onChange={(event) => hand(event.target)} />
      <input ref={gallery} type="file" hidden accept={kinds} className="person-photo" onChange={(event) => hand(event.target)} />
    </>
  );
}
