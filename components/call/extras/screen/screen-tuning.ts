/** What a shared screen shows: text wants to be sharp, motion wants to flow. */
export type ScreenContent = 'text' | 'motion';

/** What one connection may take for a screen of each kind, in bit/s, where few share the uplink: 1080p. */
const MOST_BITS: Record<ScreenContent, number> = { text: 2_500_000, motion: 4_000_000 };
/** What all connections together may take. */
const UPLINK = 8_000_000;
/** Below this, text can't be read for many seconds after each change. */
const LEAST_BITS = 400_000;
/** Pictures per second. */
const MOST_FRAMES: Record<ScreenContent, number> = { text: 15, motion: 30 };

/** How a screen is encoded for one of so many people. */
export const encodingFor = (content: ScreenContent, people: number): RTCRtpEncodingParameters => ({
  maxBitrate: Math.round(Math.max(LEAST_BITS, Math.min(MOST_BITS[content], UPLINK / Math.max(1, people)))),
  maxFramerate: MOST_FRAMES[content],
});

/** What the browser saves first when there is little of bandwidth or processor (W3C mst-content-hint). */
export const preferenceFor = (content: ScreenContent): 'maintain-resolution' | 'maintain-framerate' =>
  content === 'text' ? 'maintain-resolution' : 'maintain-framerate';

/** Tells the encoder what there is to see and to hear. */
export function hint(stream: MediaStream, content: ScreenContent): void {
  for (const track of stream.getTracks()) track.contentHint = track.kind === 'audio' ? 'music' : content;
}
