import { attempt } from './attempt.js';
import { failed, passed, skipped, warning, type CheckFigures, type Finding } from './check-report.js';
import { Loopback } from './loopback.js';
import { CHECK_TIMING as TIMING } from './timing.js';
import { relayOnly } from './turn.js';

/** Payload that is sent at most, in bytes. Over a relay it goes up and comes down again: 2 MB of somebody's mobile plan. */
const MOST = 1_000_000;
/** Bytes of one message. Small, so that a slow path has a figure as well: messages arrive whole. */
const MESSAGE = 4096;
/** Bytes that may wait in the channel: what 100 ms take at 5 Mbit/s. */
const HIGH_WATER = 16 * MESSAGE;
/** Bytes from which on the channel wants more. */
const LOW_WATER = 4 * MESSAGE;

/**
 * What a call of two needs each way, in kbit/s. Pictures: the most that libwebrtc gives to video of 320 × 240. Voice alone:
 * Opus at its default of 32, the headers of 50 packets a second (24), and nearly as much again for what else goes on.
 */
const ENOUGH = { video: 600, audio: 100 } as const;
/** A round trip from which on people talk over each other, in ms: 400 one way (ITU-T G.114). */
const SLOW = 800;

/** What arrived. */
interface Transferred {
  bytes: number;
  /** Between the first message and the last, in ms. */
  ms: number;
}

/**
 * How much goes through in a second, from this page to itself: over a TURN server, so up and down this person's line at
 * once; without one within this machine, which tells nothing of the line.
 *
 * @param relays TURN servers that are known to work
 */
export async function checkBitrate(relays: readonly RTCIceServer[], signal: AbortSignal): Promise<Finding> {
  const path = relays.length > 0 ? 'relay' : 'direct';
  const transferred: Transferred = { bytes: 0, ms: 0 };
  let roundTrip: number | undefined;
  const connecting = path === 'relay' ? TIMING.turn : TIMING.loopback;
  const connected = await attempt<boolean>(connecting + TIMING.bitrate, signal, async (settle, life) => {
    const loop = new Loopback(path === 'relay' ? relayOnly(relays) : { iceServers: [] }, life);
    if (!(await loop.connect())) return settle(false);
    await transfer(loop, transferred, life);
    roundTrip = await loop.pathRoundTrip();
    settle(true);
  });
  const bitrateKbps = Math.round((transferred.bytes * 8) / Math.max(transferred.ms, 1));
  const figures: CheckFigures = {
    path,
    bitrateKbps,
    transferredBytes: transferred.bytes,
    ...(roundTrip !== undefined && { roundTripMs: Math.round(roundTrip) }),
  };
  if (path === 'direct') return bitrateKbps > 0 ? passed('bitrate-local', figures) : skipped('bitrate-unmeasured', { path });
  return connected ? verdict(figures) : failed('bitrate-stalled', { path });
}

function verdict(figures: CheckFigures): Finding {
  const { bitrateKbps = 0, roundTripMs = 0 } = figures;
  if (bitrateKbps === 0) return failed('bitrate-stalled', figures);
  if (bitrateKbps < ENOUGH.audio) return failed('bitrate-low', figures);
  if (bitrateKbps < ENOUGH.video) return warning('bitrate-audio', figures);
  return roundTripMs >= SLOW ? warning('bitrate-delayed', figures) : passed('bitrate-video', figures);
}

/** Sends until the time is over or enough has arrived, never more than the channel takes. */
async function transfer(loop: Loopback, transferred: Transferred, signal: AbortSignal): Promise<void> {
  const { nearChannel: sender, farChannel: receiver } = loop;
  const message = new Uint8Array(MESSAGE);
  await attempt<void>(TIMING.bitrate, signal, (settle, life) => {
    let left = MOST;
    let first: number | undefined;
    const fill = (): void => {
      for (; left >= MESSAGE && sender.bufferedAmount < HIGH_WATER; left -= MESSAGE) sender.send(message);
    };
    const take = ({ data }: MessageEvent<ArrayBuffer>): void => {
      const now = performance.now();
      // The clock starts with the first message, which therefore does not count.
      if (first === undefined) first = now;
      else transferred.bytes += data.byteLength;
      transferred.ms = now - first;
      if (transferred.bytes + 2 * MESSAGE > MOST) settle();
    };
    receiver.addEventListener('message', take, { signal: life });
    sender.addEventListener('bufferedamountlow', fill, { signal: life });
    sender.bufferedAmountLowThreshold = LOW_WATER;
    fill();
  });
}
