import { attempt, pause } from './attempt.js';
import { failed, passed, skipped, type CheckFigures, type Finding } from './check-report.js';
import { Loopback } from './loopback.js';
import { CHECK_TIMING as TIMING } from './timing.js';

/** "Failed to reach the server" (W3C webrtc-pc, RTCPeerConnectionIceErrorEvent). Others are the server's own words. */
const NOT_REACHED = 701;

/** The configuration of peer connections that meet at a relay or not at all. */
export const relayOnly = (servers: readonly RTCIceServer[]): RTCConfiguration => ({
  iceServers: [...servers],
  iceTransportPolicy: 'relay',
});

/** Does a TURN server pass a message from one peer connection of this page to another? */
export async function checkTurn(servers: readonly RTCIceServer[], signal: AbortSignal): Promise<Finding> {
  if (servers.length === 0) return skipped('turn-none');
  let loop: Loopback | undefined;
  const finding = await attempt<Finding>(TIMING.turn, signal, async (settle, life) => {
    loop = new Loopback(relayOnly(servers), life);
    const connected = await loop.connect();
    life.throwIfAborted();
    if (!connected) return settle(whyNot(loop));
    const roundTripMs = Math.round(await loop.roundTrip());
    await gathered(loop, life);
    settle(passed('turn-relays', { ...figuresOf(loop), roundTripMs, relayProtocols: await loop.relayProtocols() }));
  });
  return finding ?? (loop ? whyNot(loop) : failed('turn-unreachable'));
}

/** Waits a while for what is slower than the transport that connected first. */
async function gathered({ near }: Loopback, life: AbortSignal): Promise<void> {
  const slices = 10;
  for (let slice = 0; slice < slices && near.iceGatheringState !== 'complete'; slice += 1) {
    await pause(TIMING.slowerTransports / slices, life);
  }
}

function whyNot(loop: Loopback): Finding {
  const figures = figuresOf(loop);
  if (loop.candidateTypes.has('relay')) return failed('turn-blocked', figures);
  const refused = [...loop.errorCodes].some((code) => code !== NOT_REACHED);
  return failed(refused ? 'turn-refused' : 'turn-unreachable', figures);
}

const figuresOf = ({ candidateTypes, errorCodes }: Loopback): CheckFigures => ({
  candidateTypes: [...candidateTypes].sort(),
  errorCodes: [...errorCodes].sort(),
});
