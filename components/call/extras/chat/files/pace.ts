/**
 * How long what one sends may wait on its way because of this, in ms: nobody who talks notices, and a link is kept busy. RFC 6817
 * allows 100; later experience with it (LEDBAT++) says 60.
 */
const TARGET = 60;
/** Of the way to where the window should be, how much it goes each round. What that does shows a round later: more would swing. */
const GAIN = 0.5;
/** How much it grows or shrinks each round at most. */
const GROWTH = { most: 1, least: -0.5 } as const;
/** What shows that the link is full for the first time, in ms: until then it grows as much as it may. */
const FIRST_DELAY = TARGET / 4;
/**
 * By how much each window grows each round beside that, in bytes: little, so that of two that share a link the smaller one gains
 * until they are the same (as in TCP Vegas).
 */
const SHARE = 512;
/** Windows, in bytes. The most keeps 300 Mbit/s going over 100 ms. */
const WINDOW = { first: 4096, least: 2048, most: 4_194_304 } as const;
/** How much goes at once, in bytes: an eighth of the window, so that voices come between. A packet holds the least. */
const PIECE = { least: 1024, most: 65_536, perWindow: 8 } as const;
/**
 * How often the least round trip is found out anew, in ms, as the route may have changed. All begin at the same time, by the clock:
 * whoever looked alone would find the queue of the others.
 */
const PROBE_EVERY = 10_000;
/** Pieces that go alone then, each over an empty way. */
const PROBES = 3;
/** A round trip is as good as the least one up to here, in ms above it; and for how long such a one makes looking superfluous, in ms. */
const NEAR = 4;
const FRESH = 1000;

/** After how long without anything on its way the window grows anew, in ms. */
const REST = 500;

/** Something on its way. */
export interface Sent {
  readonly bytes: number;
  /** When it went, in ms. */
  readonly at: number;
  /** How much had gone before it, in bytes. */
  readonly after: number;
}

/**
 * How much may be on its way to one peer, so that it does not fill a router's queue before the voices: steered by how much longer
 * than the least the round trip takes, in the manner of LEDBAT (RFC 6817), with the round trip in place of the way there alone (as in
 * RFC 9840). What comes back within a round trip makes a round; the least of its delays counts, as a busy page makes the others.
 *
 * Knows neither clocks nor channels: it is told.
 */
export class Pace {
  /** Where the window should be, and where it is: it grows by no more than what is confirmed, so that nothing goes in heaps. */
  #aim: number = WINDOW.first;
  #window: number = WINDOW.first;
  #underWay = 0;
  /** All that has ever gone, in bytes: by this rounds are told apart. */
  #gone = 0;
  /** The least round trip, and when one came that was as good, in ms. */
  #least = Infinity;
  #leastAt = -Infinity;
  #isStarting = true;
  /** Whether more would have gone in this round. */
  #wasFull = false;
  /** What went from here on comes back in this round, and in the next one. */
  #thisRound = 0;
  #nextRound = 0;
  /** What went from here on went with as much on its way as was aimed at. */
  #grownAt = 0;
  #roundLeast = Infinity;
  /** When the last confirmation came, in ms. */
  #heardAt = -Infinity;
  #probedAt = -Infinity;
  /** Round trips over the empty way, while the least one is being found out anew. */
  #probes: number[] | undefined;

  /** How much should go at once, in bytes. */
  get piece(): number {
    const piece = this.#probes ? PIECE.least : this.#window / PIECE.perWindow;
    return Math.floor(Math.min(PIECE.most, Math.max(PIECE.least, piece)));
  }

  /** Whether one more piece may go. Whoever asks has one: a window that nobody fills does not grow. */
  hasRoom(): boolean {
    const hasRoom = this.#underWay === 0 || (!this.#probes && this.#underWay + this.piece <= this.#window);
    this.#wasFull ||= !hasRoom;
    return hasRoom;
  }

  /** So many bytes go now. */
  send(bytes: number, now: number): Sent {
    if (this.#underWay === 0) this.#rest(now - this.#heardAt, now);
    const sent = { bytes, at: now, after: this.#gone };
    this.#gone += bytes;
    this.#underWay += bytes;
    return sent;
  }

  /** They have come, as the other one says. */
  confirm(sent: Sent, now: number): void {
    this.drop(sent);
    this.#heardAt = now;
    const roundTrip = Math.max(1, now - sent.at);
    if (roundTrip <= this.#least + NEAR) this.#leastAt = now;
    this.#least = Math.min(this.#least, roundTrip);
    if (this.#probes) return this.#probe(this.#probes, sent, roundTrip, now);
    if (this.#window < this.#aim) {
      this.#window = Math.min(this.#aim, this.#window + sent.bytes);
      this.#grownAt = this.#gone;
    }
    this.#roundLeast = Math.min(this.#roundLeast, roundTrip);
    if (sent.after >= this.#nextRound) this.#steer(now);
  }

  /** Nobody waits for them any more. */
  drop({ bytes }: Sent): void {
    this.#underWay -= bytes;
  }

  /** What was found out does not hold for ever, and nothing comes in a heap, as nothing has made it come in turn. */
  #rest(ms: number, now: number): void {
    if (ms > PROBE_EVERY) this.#begin(now);
    else if (ms > REST) this.#window = Math.min(this.#window, WINDOW.first);
  }

  #begin(now: number): void {
    this.#aim = this.#window = WINDOW.first;
    this.#least = Infinity;
    this.#isStarting = true;
    this.#probes = undefined;
    this.#probedAt = now;
    this.#beginRound();
  }

  #beginRound(): void {
    this.#thisRound = this.#nextRound;
    this.#nextRound = this.#gone;
    this.#roundLeast = Infinity;
    this.#wasFull = false;
  }

  #steer(now: number): void {
    const delay = this.#roundLeast - this.#least;
    this.#isStarting &&= delay < FIRST_DELAY;
    // At the rate of now the window is to the round trip as the one that is wanted to the least round trip and the target.
    const wanted = (GAIN * (TARGET - delay)) / this.#roundLeast;
    const growth = this.#isStarting ? GROWTH.most : Math.min(GROWTH.most, Math.max(GROWTH.least, wanted));
    // What the last growth has done must have shown before the next one.
    if (growth < 0 || (this.#wasFull && this.#thisRound >= this.#grownAt)) {
      this.#aim = Math.min(WINDOW.most, Math.max(WINDOW.least, this.#window * (1 + growth) + SHARE));
      this.#window = Math.min(this.#window, this.#aim);
    }
    this.#beginRound();
    const isTime = Math.floor(now / PROBE_EVERY) > Math.floor(this.#probedAt / PROBE_EVERY);
    if (!isTime) return;
    this.#probedAt = now;
    if (now - this.#leastAt > FRESH) this.#probes = [];
  }

  /** What went before the way was empty tells nothing. */
  #probe(probes: number[], { after }: Sent, roundTrip: number, now: number): void {
    if (after < this.#nextRound) return;
    probes.push(roundTrip);
    if (probes.length < PROBES) return;
    this.#least = Math.min(...probes);
    this.#leastAt = now;
    this.#probes = undefined;
    // The rest follows as what is confirmed.
    this.#window = Math.min(this.#aim, Math.max(WINDOW.first, this.#aim / 4));
    this.#beginRound();
  }
}
