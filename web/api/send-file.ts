import { DetailedError, Upload } from 'tus-js-client';

interface Sending {
  file: Blob;
  /** Signed, from the root of this server. */
  upload_url: string;
  /** 0 to 1. */
  onProgress: (share: number) => void;
  /** The connection is lost for now; it goes on by itself. */
  onWait: () => void;
  /** A lost connection costs at most one of these, bytes; what is large goes in larger ones. */
  piece_bytes?: number;
  signal: AbortSignal;
}

/** After a failure it waits so long, ms, and then longer; every piece that arrives begins the row anew. */
const pauses_ms = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];
const photo_piece_bytes = 512 * 1024;

/** Hands a file in, piece by piece (tus 1.0): after a lost connection it goes on where it stood. Rejects when it was refused, or taken back. */
export function sendFile({ file, upload_url, onProgress, onWait, piece_bytes = photo_piece_bytes, signal }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const upload = new Upload(file, {
      uploadUrl: new URL(upload_url, location.href).href,
      retryDelays: pauses_ms,
      chunkSize: piece_bytes,
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => onProgress(total ? sent / total : 0),
      onShouldRetry: (error) => {
        if (isLost(error)) onWait();
        return isLost(error);
      },
      onError: (error) => {
        // It was tried for minutes. The next photo gets its turn; this one says “Try again”.
        reject(error);
      },
      onSuccess: () => resolve(),
    });
    signal.addEventListener('abort', () => {
      void upload.abort(false);
      reject(signal.reason as Error);
    });
    upload.start();
  });
}

/** Whether the file itself is welcome, and only the way to the server, or the server, is not there for now. */
function isLost(error: Error): boolean {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
}
