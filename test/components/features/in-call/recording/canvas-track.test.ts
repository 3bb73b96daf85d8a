import { expect } from '@open-wc/testing';
import { canvasTrack } from '../../../../../components/features/in-call/recording/canvas-track.js';
import { waitUntil } from '../../../../support/patience.js';

const SIZE = 64;

/** Draws colours on a canvas until whoever watches its track has seen them, one after the other. */
async function watch(colours: readonly (readonly [number, number, number])[]): Promise<void> {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  const context = canvas.getContext('2d', { alpha: false });
  const eye = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const sight = eye.getContext('2d', { willReadFrequently: true });
  if (!context || !sight) throw new Error('no canvas');
  const out = canvasTrack(canvas);
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([out.track]) });
  document.body.append(video);
  try {
    const playing = video.play();
    for (const colour of colours) {
      await waitUntil(
        () => {
          context.fillStyle = `rgb(${colour.join(' ')})`;
          context.fillRect(0, 0, SIZE, SIZE);
          out.send();
          sight.drawImage(video, 0, 0, 1, 1);
          const [...seen] = sight.getImageData(0, 0, 1, 1).data;
          return video.videoWidth === SIZE && colour.every((part, index) => Math.abs(part - (seen[index] ?? -99)) < 40);
        },
        `nobody sees rgb(${colour.join(' ')})`,
      );
    }
    await playing;
  } finally {
    out.close();
    out.close();
    video.remove();
  }
  expect(out.track.readyState).to.equal('ended');
}

const COLOURS = [
  [220, 30, 30],
  [30, 30, 220],
  [220, 220, 220],
] as const;

describe('the track of a canvas', () => {
  it('shows what the canvas shows', () => watch(COLOURS));

  it('shows it where the browser has no generator of tracks, too', async () => {
    const own = window.MediaStreamTrackGenerator;
    delete window.MediaStreamTrackGenerator;
    try {
      await watch(COLOURS);
    } finally {
      if (own) window.MediaStreamTrackGenerator = own;
    }
  });
});
