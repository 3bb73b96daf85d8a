import type { RoomConnection } from '../../../signaling/client/index.js';
import { CALL_TIMING } from '../timing.js';
import type { Member, Roster } from '../roster.js';
import type { MediaTransport } from '../transport.js';
import { UPKEEP_TIMING as TIMING } from './timing.js';

/** What there is to know about who is there. */
export interface PresenceOptions {
  transport: MediaTransport;
  roster: Roster;
  socket: RoomConnection;
  /** Nothing comes from this peer any more, whatever the connection state still says. */
  isSilent: (id: string) => boolean;
  /** Somebody is not there any more. */
  remove: (id: string) => void;
}

/** Finds out who has gone without a word, and calls once more those with whom nothing came about. */
export class Presence {
  #options: PresenceOptions;
  /** Those who are in the room, as our server says, and give no sign of life. */
  #dismissed = new WeakSet<Member>();
  #swept = Date.now();
  #timer: ReturnType<typeof setInterval>;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#sweep(), TIMING.sweep);
  }

  /** Idempotent. */
  close(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    const { socket, roster, transport, isSilent } = this.#options;
    if (!socket.open) return;
    const now = Date.now();
    // After a sleep, or a time without signaling, silence means nothing.
    const listened = now - this.#swept < TIMING.nap;
    this.#swept = now;
    for (const [id, member] of roster.members()) {
      const isLinked = transport.state(id) === 'connected' && !isSilent(id);
      if (isLinked || !listened) member.linked = now;
      if ((isLinked && socket.hasServer) || !listened) member.seen = now;
      if (!isLinked) this.#tend(id, member, now);
      this.#acknowledge(id, member, now);
    }
  }

  /** Our server lists a machine for a minute that vanished; whoever gives a sign of life again is shown again. */
  #acknowledge(id: string, member: Member, now: number): void {
    const { socket, roster } = this.#options;
    if (socket.hasServer && now - member.seen > TIMING.vanished) {
      if (member.introduced) this.#dismissed.add(member);
      roster.dismiss(id);
    } else if (this.#dismissed.delete(member)) {
      roster.introduce(id);
    }
  }

  /** Somebody without a working link: gone, or to be called once more. */
  #tend(id: string, member: Member, now: number): void {
    const { socket, transport, remove } = this.#options;
    const unlinkedMs = now - member.linked;
    const isAbsent = !socket.hasServer && now - member.seen > TIMING.absence;
    if (isAbsent || (member.lost && unlinkedMs > TIMING.grace)) return remove(id);
    if (unlinkedMs < (transport.state(id) === undefined ? CALL_TIMING.owedOffer : TIMING.retry)) return;
    member.linked = now;
    transport.connect(id);
  }
}
