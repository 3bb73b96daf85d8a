import { UPKEEP_TIMING as TIMING } from './timing.js';
import { bytesReceived, type Vitals } from './vitals.js';

/** What a path that fell silent needs. */
export interface PathListener {
  /** Say something to this peer: if the path lives, at least its acknowledgement comes back. */
  onHush: (peer: string) => void;
  /** Look for another path to this peer. */
  onSilence: (peer: string) => void;
  /** Nothing comes from anybody: it may be this side's network that is another one now. */
  onLonely: () => void;
}

/** How it has been on the path to one peer. */
interface Path {
  /** Everything that had come at the last look, in bytes. */
  bytes: number | undefined;
  /** When more came for the last time, or when the last restart began, by `performance.now()`. */
  heard: number;
  /** When something was said to break the silence; `undefined`: there was no need yet. */
  hushed: number | undefined;
  /** True from the first restart until something comes again. */
  silent: boolean;
}

/**
 * Listens on each path for silence. No browser announces that an address has changed or a way has died; it shows by
 * nothing coming any more, long before the connection state says so.
 */
export class PathWatch {
  #listener: PathListener;
  #paths = new Map<string, Path>();
  #lonely = false;

  constructor(listener: PathListener) {
    this.#listener = listener;
  }

  /** Takes in one look at every link. */
  take(all: readonly Vitals[]): void {
    const standing = all.filter(({ link }) => STANDING.has(link.connection.connectionState));
    const paths = new Map(standing.map((vitals) => [vitals.peer, this.#look(vitals)]));
    this.#paths = paths;
    const isLonely = paths.size > 0 && standing.every(({ peer, at }) => isQuiet(paths.get(peer), at));
    if (isLonely && !this.#lonely) this.#listener.onLonely();
    this.#lonely = isLonely;
    for (const { peer, at } of standing) this.#judge(peer, at);
  }

  /** Nobody was looking for a while, so nothing of before counts. */
  forget(): void {
    this.#paths.clear();
  }

  /** The peers from whom nothing comes. */
  get silent(): string[] {
    return [...this.#paths].flatMap(([peer, { silent }]) => (silent ? peer : []));
  }

  #look(vitals: Vitals): Path {
    const bytes = bytesReceived(vitals);
    const before = this.#paths.get(vitals.peer);
    if (before && before.bytes === bytes && bytes !== undefined) return before;
    return { bytes, heard: vitals.at, hushed: undefined, silent: false };
  }

  #judge(peer: string, at: number): void {
    const path = this.#paths.get(peer);
    if (!path) return;
    const silentMs = at - path.heard;
    if (silentMs < TIMING.hush) return;
    if (path.hushed === undefined) {
      path.hushed = at;
      this.#listener.onHush(peer);
    } else if (silentMs >= (path.silent ? TIMING.restart : TIMING.silence) && at - path.hushed >= TIMING.silence - TIMING.hush) {
      path.heard = at;
      path.silent = true;
      this.#listener.onSilence(peer);
    }
  }
}

/** True when nothing has come for twice as long as it takes to be noticed, or longer. */
const isQuiet = (path: Path | undefined, at: number): boolean =>
  path !== undefined && (path.silent || at - path.heard >= TIMING.hush * 2);

/** A link that is still coming about has its own timers. */
const STANDING: ReadonlySet<RTCPeerConnectionState> = new Set(['connected', 'disconnected', 'failed']);
