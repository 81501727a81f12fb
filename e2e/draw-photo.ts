import type { Page } from '@playwright/test';

export interface PhotoFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Draws a T-shirt on a wooden floor in the page's own browser: a photo that nobody took. */
export async function drawPhoto(page: Page, name = 'IMG_2041.jpg', cloth = '#1f3a6e'): Promise<PhotoFile> {
  const base64 = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 1200;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#c9a77c';
    pen.fillRect(0, 0, 900, 1200);
    for (let x = 0; x < 900; x += 90) {
      pen.fillStyle = 'rgba(90, 50, 20, .25)';
      pen.fillRect(x, 0, 3, 1200);
    }
    pen.fillStyle = '${cloth}';
    pen.beginPath();
    for (const [x, y] of [[330, 220], [450, 260], [570, 220], [720, 300], [800, 520], [690, 570], [630, 470], [630, 1000], [270, 1000], [270, 470], [210, 570], [100, 520], [180, 300]]) pen.lineTo(x, y);
    pen.fill();
    return canvas.toDataURL('image/jpeg', 0.92).split(',')[1];
  })()`);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}
