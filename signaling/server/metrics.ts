import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** What a server counts itself as it goes; the rest is asked for when somebody looks. */
export interface Levels {
  readonly sockets: () => number;
  readonly rooms: () => number;
  readonly members: () => number;
  readonly waiting: () => number;
}

/** Counts by a label whose values are few. */
class Tally {
  readonly #counts = new Map<string, number>();

  count(label: string): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
  }

  get(label: string): number {
    return this.#counts.get(label) ?? 0;
  }

  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.#counts.entries();
  }
}

/**
 * The numbers of one server. Plain ones while messages pass; they become Prometheus metrics when somebody asks, since a
 * labelled counter of `prom-client` costs more than relaying the message.
 */
export class Metrics {
  /** Messages received, by type; `invalid` for what is none. */
  readonly messages = new Tally();
  /** Refusals by code. */
  readonly refusals = new Tally();
  /** What hosts did, by act. */
  readonly hostActs = new Tally();
  /** Invitations that went to nobody, by reason. */
  readonly ringRefusals = new Tally();
  receivedBytes = 0;
  sentBytes = 0;
  joins = 0;
  /** Joins of peers that were there before. */
  resumes = 0;
  /** Messages whose addressee was not there. */
  undeliverable = 0;
  /** Calls that reached a phone. */
  rings = 0;
  readonly #registry = new Registry();

  constructor(levels: Levels) {
    this.#gauge('sockets', 'Open WebSockets, refused ones that linger included', levels.sockets);
    this.#gauge('rooms', 'Rooms with somebody in them', levels.rooms);
    this.#gauge('members', 'People in all rooms together', levels.members);
    this.#gauge('waiting', 'People who wait to be let in', levels.waiting);
    this.#tally('messages_received_total', 'Messages received, by type', 'type', this.messages);
    this.#tally('refusals_total', 'Refusals sent to clients, by code', 'code', this.refusals);
    this.#tally('host_acts_total', 'What hosts did, by act', 'act', this.hostActs);
    this.#tally('ring_refusals_total', 'Invitations that went to nobody, by reason', 'reason', this.ringRefusals);
    this.#counter('received_bytes_total', 'Bytes of messages received', () => this.receivedBytes);
    this.#counter('sent_bytes_total', 'Bytes of messages sent', () => this.sentBytes);
    this.#counter('joins_total', 'Peers that entered a room', () => this.joins);
    this.#counter('resumes_total', 'Peers among them that proved an earlier id', () => this.resumes);
    this.#counter('undeliverable_total', 'Messages whose addressee was not there', () => this.undeliverable);
    this.#counter('rings_total', 'Calls that reached a phone', () => this.rings);
  }

  /** The value of the `Content-Type` header that belongs to {@link text}. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All metrics in the text format of Prometheus, those of the process included. */
  async text(): Promise<string> {
    return (await this.#registry.metrics()) + (await processMetrics().metrics());
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      ...this.#named(name, help),
      collect() {
        this.set(read());
      },
    });
  }

  #counter(name: string, help: string, read: () => number): void {
    new Counter({
      ...this.#named(name, help),
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  #tally(name: string, help: string, label: string, tally: Tally): void {
    new Counter({
      ...this.#named(name, help),
      labelNames: [label],
      collect() {
        this.reset();
        for (const [value, count] of tally) this.inc({ [label]: value }, count);
      },
    });
  }

  #named(name: string, help: string): { name: string; help: string; registers: Registry[] } {
    return { name: `call_room_${name}`, help, registers: [this.#registry] };
  }
}

/** One for the process, however many servers there are in it: it watches garbage collection and the event loop. */
let ofProcess: Registry | undefined;
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
