import { CHAT_HISTORY, type ChatPastMessage } from '../../../../signaling/protocol/index.js';
import type { Call } from '../../call.js';
import type { Exchange } from '../exchange.js';

/** How long a peer may take for the next word of what was written, in ms, before another one is asked: a slow way is no silence. */
const PATIENCE = 5000;
/** How long for all of it: whoever tells it drop by drop should not keep others from telling it. */
const LONGEST = 30_000;
/** How many messages are told and taken at once. */
export const MOST_TOLD = 200;

/** What whoever keeps the messages does for the history. */
export interface Keeper {
  /** What may be told to everybody, oldest first. */
  tellable: () => ChatPastMessage[];
  /** Takes in what a peer says was written. */
  take: (past: ChatPastMessage) => void;
}

/**
 * Has newcomers told what was written before. They ask one peer after another until somebody knows something; and whoever
 * comes back over a new link is asked, too, as something may have been missed meanwhile.
 */
export class History {
  readonly #exchange: Exchange;
  readonly #keeper: Keeper;
  /** Whom to ask next. */
  #waiting: string[] = [];
  /** Who is being asked, and how many more messages they may tell. */
  #asked: { peer: string; left: number; told: number; until: number; timer: ReturnType<typeof setTimeout> } | undefined;
  #isComplete = false;
  readonly #known = new Set<string>();
  /** Whom everything was told over this link: once is enough. */
  readonly #served = new Set<string>();

  constructor(call: Call, exchange: Exchange, keeper: Keeper) {
    this.#exchange = exchange;
    this.#keeper = keeper;
    exchange.read(CHAT_HISTORY, (message, peer) => {
      if (message.type === 'chat-ask') this.#serve(peer);
      else if (message.type === 'chat-past') this.#onPast(message, peer);
      else if (this.#asked?.peer === peer) this.#next(this.#asked.told > 0);
    });
    exchange.greet((peer) => this.#onPeer(peer));
    call.addEventListener('participantleft', ({ participant: { id } }) => {
      this.#waiting = this.#waiting.filter((peer) => peer !== id);
      if (this.#asked?.peer === id) this.#next(false);
    });
  }

  /** Another stay in a room begins, or this one is over. */
  reset(): void {
    clearTimeout(this.#asked?.timer);
    this.#asked = undefined;
    this.#waiting = [];
    this.#isComplete = false;
    this.#known.clear();
    this.#served.clear();
  }

  #onPeer(peer: string): void {
    this.#served.delete(peer);
    const isBack = this.#known.has(peer);
    this.#known.add(peer);
    if (this.#isComplete && !isBack) return;
    this.#waiting.push(peer);
    if (!this.#asked) this.#ask();
  }

  #ask(): void {
    const peer = this.#waiting.shift();
    if (peer === undefined) return;
    this.#asked = { peer, left: MOST_TOLD, told: 0, until: Date.now() + LONGEST, timer: this.#patience(PATIENCE) };
    void this.#exchange.tell({ type: 'chat-ask' }, peer);
  }

  #patience(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#next(false), ms);
  }

  #next(isComplete: boolean): void {
    clearTimeout(this.#asked?.timer);
    this.#asked = undefined;
    this.#isComplete ||= isComplete;
    if (isComplete) this.#waiting = [];
    this.#ask();
  }

  #onPast(past: ChatPastMessage, peer: string): void {
    if (this.#asked?.peer !== peer || this.#asked.left === 0) return;
    this.#asked.left -= 1;
    this.#asked.told += 1;
    clearTimeout(this.#asked.timer);
    this.#asked.timer = this.#patience(Math.min(PATIENCE, this.#asked.until - Date.now()));
    this.#keeper.take(past);
  }

  #serve(peer: string): void {
    if (this.#served.has(peer)) return;
    this.#served.add(peer);
    for (const past of this.#keeper.tellable().slice(-MOST_TOLD)) void this.#exchange.tell(past, peer);
    void this.#exchange.tell({ type: 'chat-past-end' }, peer);
  }
}
