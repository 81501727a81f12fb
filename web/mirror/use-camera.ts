import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether this browser can show a camera at all; over plain http none can. */
export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** As fine as a photo is kept, px, and not much finer. */
const wished = { facingMode: 'user', width: { ideal: 1440 }, height: { ideal: 1920 } } as const;
/** JPEG, 0..1. */
const quality = 0.92;

/** Shows the camera in a video element for as long as it is mounted, and takes what is seen of it. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'asking' | 'live' | 'shut'>('asking');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let is_left = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const show = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: wished, audio: false });
      if (is_left || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setState('live');
    };
    show().catch(() => {
      if (!is_left) setState('shut');
    });
    return () => {
      is_left = true;
      stop();
    };
  }, []);
  return { video, state, take: () => takeFrame(video) };
}

/** Takes what the frame shows of the camera's picture, not mirrored: a garment has a left and a right. */
async function takeFrame({ current: video }: RefObject<HTMLVideoElement | null>): Promise<Blob | null> {
  if (!video || video.videoWidth === 0) return null;
  const { videoWidth, videoHeight, clientWidth, clientHeight } = video;
  const shown = clientWidth / clientHeight;
  const width = Math.min(videoWidth, Math.round(videoHeight * shown));
  const height = Math.min(videoHeight, Math.round(videoWidth / shown));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
