const name = 'toile-look';
/** JPEG, 0..1. */
const quality = 0.92;

/** Whether this browser hands files on; whoever has none stores the picture. */
export const canShare = (): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [new File([], `${name}.jpg`, { type: 'image/jpeg' })] });

/** The picture of a look as a file: as it is seen, where it was changed on the screen. */
export async function pictureOf(url: string, canvas: HTMLCanvasElement | null): Promise<File> {
  if (canvas) {
    const seen = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (seen) return new File([seen], `${name}.jpg`, { type: seen.type });
  }
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the picture was answered with ${answer.status}`);
  const made = await answer.blob();
  return new File([made], `${name}.${made.type.split('/')[1] ?? 'jpg'}`, { type: made.type });
}

/** Hands a picture to what the device shares with, or stores it. Gives up quietly when nobody chose where to. */
export async function sharePicture(file: File): Promise<'shared' | 'stored' | 'left'> {
  if (canShare())
    return navigator.share({ files: [file] }).then(
      () => 'shared',
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return 'left';
        throw error;
      },
    );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return 'stored';
}
