/** A track of what a canvas shows. */
export interface CanvasTrack {
  readonly track: MediaStreamTrack;
  /** Sends what the canvas shows now. */
  send(): void;
  /** Idempotent. */
  close(): void;
}

/** Chromium's, on the way to `VideoTrackGenerator` (W3C mediacapture-transform), which elsewhere is for workers alone. */
interface Generator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>;
}

/** Of W3C mediacapture-fromelement, where it is the track's; Gecko has it as an earlier draft did. */
interface FrameRequester {
  requestFrame(): void;
}

declare global {
  interface Window {
    MediaStreamTrackGenerator?: new (init: { kind: 'video' }) => Generator;
  }
}

/**
 * Frame by frame, where the browser has a generator of tracks: that goes on while nobody sees the page. Elsewhere `captureStream()`
 * has to do, for which some browsers wait until they draw the page.
 */
export const canvasTrack = (canvas: HTMLCanvasElement): CanvasTrack =>
  window.MediaStreamTrackGenerator
    ? generated(canvas, new window.MediaStreamTrackGenerator({ kind: 'video' }))
    : captured(canvas);

function generated(canvas: HTMLCanvasElement, track: Generator): CanvasTrack {
  const writer = track.writable.getWriter();
  // It fails once the track has been stopped, and then nobody wants any more of it.
  const isOver = { over: false };
  writer.closed.finally(() => (isOver.over = true)).catch(() => undefined);
  return {
    track,
    send: () => {
      // Whoever can't keep up is not sent more.
      if (isOver.over || (writer.desiredSize ?? 0) <= 0) return;
      const frame = new VideoFrame(canvas, { timestamp: Math.round(performance.now() * 1000), alpha: 'discard' });
      writer.write(frame).catch(() => frame.close());
    },
    close: () => track.stop(),
  };
}

function captured(canvas: HTMLCanvasElement): CanvasTrack {
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  const requester = [track, stream].find((one): one is typeof one & FrameRequester => !!one && 'requestFrame' in one);
  if (!track || !requester) throw new DOMException('The browser makes no track of pictures.', 'NotSupportedError');
  return { track, send: () => requester.requestFrame(), close: () => track.stop() };
}
