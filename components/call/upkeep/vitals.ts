import type { Link } from '../transport.js';
import { UPKEEP_TIMING as TIMING } from './timing.js';

/** What the browser measured of one link at one moment. */
export interface Vitals {
  readonly peer: string;
  readonly link: Link;
  /** When, by `performance.now()`, in ms. */
  readonly at: number;
  /** W3C webrtc-stats, as `getStats()` gives it, without those of shared screens: it is voices and faces that are judged. */
  readonly report: ReadonlyMap<string, RTCStats>;
}

/** Looks at every link at once. Those that are closed meanwhile are left out. */
export async function measure(links: ReadonlyMap<string, Link>): Promise<Vitals[]> {
  const vitals = await Promise.all([...links].map(([peer, link]) => measureOne(peer, link)));
  return vitals.filter((one) => one !== undefined);
}

async function measureOne(peer: string, link: Link): Promise<Vitals | undefined> {
  const { connection } = link;
  if (connection.connectionState === 'closed') return undefined;
  const report = await soon(connection.getStats());
  if (!report) return undefined;
  return { peer, link, at: performance.now(), report: facesOf(connection, report) };
}

/** The media sections of microphone and camera come first. */
const FACES = 2;

/** Members of some statistics, by which others are found. */
type Related = RTCStats & { mid?: string; localId?: string; mediaSourceId?: string };

/** Leaves out what belongs to shared screens. A browser that does not tell the `mid` leaves them in. */
function facesOf(connection: RTCPeerConnection, report: ReadonlyMap<string, RTCStats>): ReadonlyMap<string, RTCStats> {
  const mids = new Set(
    connection
      .getTransceivers()
      .slice(FACES)
      .map(({ mid }) => mid),
  );
  if (!mids.size) return report;
  const all: Related[] = [...report.values()];
  const screens = all.filter(({ mid }) => mid !== undefined && mids.has(mid));
  const ids = new Set(screens.flatMap(({ id, mediaSourceId }) => [id, mediaSourceId]));
  return new Map(
    all.filter(({ id, localId }) => !ids.has(id) && !(localId !== undefined && ids.has(localId))).map((one) => [one.id, one]),
  );
}

/** What comes in time. Firefox never settles what it was asked of a connection that is closed meanwhile (seen in 153). */
function soon<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), TIMING.late);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The statistics of one type, e.g. `candidate-pair`. */
export function statsOf<Stats extends RTCStats>({ report }: Vitals, type: RTCStatsType): Stats[] {
  return [...report.values()].filter((stats): stats is Stats => stats.type === type);
}

/** Everything that came from the peer so far, over whatever path, in bytes; `undefined` where the browser does not count it. */
export function bytesReceived(vitals: Vitals): number | undefined {
  const counts = statsOf<RTCIceCandidatePairStats>(vitals, 'candidate-pair').flatMap(({ bytesReceived: bytes }) => bytes ?? []);
  return counts.length > 0 ? counts.reduce((sum, bytes) => sum + bytes) : undefined;
}
