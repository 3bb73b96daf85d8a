import { attempt } from './attempt.js';
import { failed, passed, skipped, type CheckFigures, type Finding } from './check-report.js';
import { CHECK_TIMING as TIMING } from './timing.js';

/** The most servers that are asked. Browsers warn of more than five, since each slows down ICE. */
const MOST = 4;

/** What became of asking one server. */
interface Answer {
  /** Undefined when there was no answer. */
  ms: number | undefined;
  candidateTypes: Set<string>;
  errorCodes: Set<number>;
}

/** Does any STUN server answer? Each is asked by itself: of two that say the same, ICE shows one. */
export async function checkStun(servers: readonly RTCIceServer[], signal: AbortSignal): Promise<Finding> {
  if (servers.length === 0) return skipped('stun-none');
  const answers = await Promise.all(servers.slice(0, MOST).map((server) => ask(server, signal)));
  const times = answers.flatMap(({ ms }) => ms ?? []);
  const figures: CheckFigures = {
    asked: answers.length,
    answered: times.length,
    candidateTypes: [...new Set(answers.flatMap(({ candidateTypes }) => [...candidateTypes]))].sort(),
    errorCodes: [...new Set(answers.flatMap(({ errorCodes }) => [...errorCodes]))].sort(),
  };
  if (times.length === 0) return failed('stun-unreachable', figures);
  return passed('stun-answers', { ...figures, roundTripMs: Math.round(Math.min(...times)) });
}

async function ask(server: RTCIceServer, signal: AbortSignal): Promise<Answer> {
  const answer: Answer = { ms: undefined, candidateTypes: new Set(), errorCodes: new Set() };
  await attempt<void>(TIMING.stun, signal, async (settle, life) => {
    const connection = new RTCPeerConnection({ iceServers: [server] });
    life.addEventListener('abort', () => connection.close());
    const began = performance.now();
    const answered = (): void => {
      answer.ms = performance.now() - began;
      settle();
    };
    connection.addEventListener('icecandidateerror', ({ errorCode }) => answer.errorCodes.add(errorCode));
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type) answer.candidateTypes.add(candidate.type);
      if (candidate?.type === 'srflx') answered();
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState !== 'complete') return;
      // Done without an error and without a new address: it is the one that this machine has (RFC 8445, 5.1.3).
      if (answer.candidateTypes.has('host') && answer.errorCodes.size === 0) answered();
      else settle();
    });
    connection.createDataChannel('call-check');
    await connection.setLocalDescription();
  });
  return answer;
}
