import type { ViewMessage } from '../../signaling/protocol/index.js';
import { withChanges, type Participant } from './participant.js';

/** How large a picture is shown, in device pixels; 0 where nobody can see it. */
export type View = Readonly<Pick<ViewMessage, 'width' | 'height'>>;

/** What the call knows of a person besides what it shows. */
export interface Member {
  participant: Participant;
  /** The server vouches for the name, so the person can't change it. */
  trusted: boolean;
  /** `Date.now()` when the link last worked, or was last tried; at first, when the person came. */
  linked: number;
  /** `Date.now()` of the last sign of life through signaling. */
  seen: number;
  /** The server lost this person's socket; the link may still live. */
  lost: boolean;
  /** The others have been told of this person: from then on, of each change, too. */
  introduced: boolean;
  /** Trouble with the link to this person has been told, and it has not connected since. */
  reported: boolean;
  /** How large this person shows our picture, as they told. */
  wanted?: View;
  /** How large this person's picture is shown here, as our page told. */
  shown?: View;
}

/** What may happen to somebody in the room. */
export type RosterNews = 'participantjoined' | 'participantleft' | 'participantchange';

/** Told of everything that happens; `previous` is the snapshot before a change. */
export type RosterListener = (news: RosterNews, participant: Participant, previous?: Participant) => void;

/** Everybody else in the room. Knows neither sockets nor peer connections. */
export class Roster {
  #listener: RosterListener;
  #members = new Map<string, Member>();
  #snapshot: readonly Participant[] = Object.freeze([]);

  constructor(listener: RosterListener) {
    this.#listener = listener;
  }

  /** Everybody's snapshot, in the order in which they came. A new array at each change. */
  get participants(): readonly Participant[] {
    return this.#snapshot;
  }

  get size(): number {
    return this.#members.size;
  }

  get(id: string): Member | undefined {
    return this.#members.get(id);
  }

  /** A copy, so that members may go while one walks it. */
  members(): [string, Member][] {
    return [...this.#members];
  }

  /** Takes somebody in. Nobody is told before {@link introduce}, so that a newcomer has a name by then. */
  add(id: string, displayName: string, stream: MediaStream, trusted = false): void {
    const now = Date.now();
    const participant: Participant = Object.freeze({
      id,
      displayName,
      local: false,
      audio: false,
      video: false,
      screen: false,
      speaking: false,
      connectionState: 'new',
      quality: 'unknown',
      trouble: undefined,
      stream,
    });
    this.#members.set(id, { participant, trusted, linked: now, seen: now, lost: false, introduced: false, reported: false });
  }

  /** Tells of somebody who is here, once. */
  introduce(id: string): void {
    const member = this.#members.get(id);
    if (!member || member.introduced) return;
    member.introduced = true;
    this.#publish();
    this.#listener('participantjoined', member.participant);
  }

  /** Takes over what changed, if anything did. */
  change(id: string, changes: Partial<Participant>): void {
    const member = this.#members.get(id);
    if (!member) return;
    const previous = member.participant;
    member.participant = withChanges(previous, changes);
    if (member.participant === previous || !member.introduced) return;
    this.#publish();
    this.#listener('participantchange', member.participant, previous);
  }

  /** A name from the person itself counts unless the server vouches for another. */
  rename(id: string, displayName: string, trusted = false): void {
    const member = this.#members.get(id);
    if (!member || (member.trusted && !trusted)) return;
    member.trusted = trusted;
    this.change(id, { displayName });
  }

  /** Tells that somebody is gone who may come back: what is known of them is kept, for {@link introduce}. */
  dismiss(id: string): void {
    const member = this.#members.get(id);
    if (!member?.introduced) return;
    member.introduced = false;
    this.#publish();
    this.#listener('participantleft', member.participant);
  }

  remove(id: string): void {
    this.dismiss(id);
    this.#members.delete(id);
  }

  #publish(): void {
    const introduced = [...this.#members.values()].filter((member) => member.introduced);
    this.#snapshot = Object.freeze(introduced.map(({ participant }) => participant));
  }
}
