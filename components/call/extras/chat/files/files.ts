import {
  FILE_CHANNEL,
  FILE_TRANSFERS,
  isMediaType,
  MOST_FILE,
  type FileAcceptMessage,
  type FileOfferMessage,
  type FileOutcome,
  type FileOverMessage,
  type FileWaitMessage,
} from '../../../../../signaling/protocol/index.js';
import { randomId } from '../../../../../signaling/client/index.js';
import type { Call } from '../../../call.js';
import type { Exchange } from '../../exchange.js';
import { PeerBudgets } from '../../peer-budgets.js';
import type { Chat } from '../chat.js';
import type { ChatMessage } from '../chat-message.js';
import { fileNameOf } from './file-name.js';
import { TransferEndEvent, type FileTransfer, type TransferState } from './file-transfer.js';
import { Lane } from './lane.js';
import { NOT_BEGUN, REASSURE, verdict } from './patience.js';
import { receiveBytes } from './receive-bytes.js';
import { chunkOf, sendBytes } from './send-bytes.js';

/**
 * How many transfers run at once, of one's own files in all, and of those of each other person, who may let them wait for ever:
 * several to save waiting, few to leave the call its bandwidth. Others wait their turn; but not for files to somebody else who may be slow
 * on purpose: whoever gets none gets one at once.
 */
const MOST_RUNNING = 3;
/**
 * How many bytes of others' files are held at most, those on their way included: 500 MB. A `Blob` of that size goes to the disk in
 * browsers of phones as well, but not for ever.
 */
const MOST_HELD = 500_000_000;
/** How long the browser may take to begin to save a file, in ms: WebKit reads its address only then. */
const SAVE_TIME = 60_000;
/** How many files one may offer at a time: all of them are told to each newcomer, who hears no more than 40 at once. */
const MOST_OFFERED = 20;
/** How often a peer may ask for files at once, and then a second: each costs uplink. */
const ASKS = [30, 0.5] as const;
/** How often a peer is told that it asks too often: whoever never reads would have the answers pile up. */
const REFUSALS = [60, 5] as const;
/** So many steps of a file's way are told: a person sees no finer ones. */
const STEPS = 100;

/** How long a word of the other one may take that tells why a channel has ended, in ms: the end itself may overtake it. */
const LAST_WORD = 2000;

/** How each begins. */
const BEGINNING = { state: 'waiting', bytes: 0 } as const;

/** A file of this person's. */
interface Offered {
  readonly file: File;
  readonly offer: FileOfferMessage;
  /** The one whom it is for. */
  readonly to: string | undefined;
}

/** What ends a transfer. */
class Ending extends Error {
  readonly outcome: FileOutcome;
  /** Whether the other one is to be told. */
  readonly isNews: boolean;
  readonly reason: FileTransfer['reason'];
  constructor(outcome: FileOutcome, isNews: boolean, reason?: FileTransfer['reason']) {
    super(outcome);
    this.outcome = outcome;
    this.isNews = isNews;
    this.reason = reason;
  }
}

/** Where the channel of an accepted file is waited for. */
interface Door {
  readonly open: (channel: RTCDataChannel) => void;
  /** The sender says that others come first. */
  readonly wait: () => void;
}

/** A transfer that is not over. */
interface Running {
  /** What its receiver calls it. */
  readonly name: string;
  readonly life: AbortController;
  readonly connection: RTCPeerConnection;
  /** Begins, when it is its turn. Resolves with the URL of what came. */
  readonly run: Run;
  hasBegun: boolean;
}

type Run = (key: string, signal: AbortSignal) => Promise<string | undefined>;

/** What it takes to send a file. */
interface Sending extends Pick<Running, 'name' | 'connection'> {
  readonly key: string;
  readonly file: File;
  /** Where its receiver confirms what comes. */
  readonly lane: Lane | undefined;
  readonly signal: AbortSignal;
}

/**
 * Files from one to another, over a data channel each. They stay where they are until somebody accepts them, and are offered
 * as long as their owner stays. Fires `change` when anything here did, at most a hundred times a file, and `transferend`
 * ({@link TransferEndEvent}).
 */
export class Files extends EventTarget {
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #chat: Chat;
  readonly #offered = new Map<string, Offered>();
  readonly #transfers = new Map<string, FileTransfer>();
  readonly #running = new Map<string, Running>();
  readonly #doors = new Map<string, Door>();
  readonly #lanes = new WeakMap<RTCPeerConnection, Lane>();
  readonly #watched = new WeakSet<RTCPeerConnection>();
  readonly #asked: PeerBudgets;
  readonly #refused: PeerBudgets;

  constructor(call: Call, exchange: Exchange, chat: Chat) {
    super();
    this.#call = call;
    this.#exchange = exchange;
    this.#asked = new PeerBudgets(exchange, ...ASKS);
    this.#refused = new PeerBudgets(exchange, ...REFUSALS);
    exchange.expect(FILE_CHANNEL);
    this.#chat = chat;
    exchange.read(FILE_TRANSFERS, (message, peer) => {
      if (message.type === 'file-accept') this.#onAccept(message, peer);
      else if (message.type === 'file-wait') this.#onWait(message, peer);
      else this.#onOver(message, peer);
    });
    exchange.greet((peer) => this.#onPeer(peer));
    call.addEventListener('participantleft', ({ participant: { id } }) => {
      this.#endAll(({ peer }) => peer === id);
      for (const [key, { own, peer }] of this.#transfers) if (own && peer === id) this.#drop(key);
      this.#changed();
    });
    chat.addEventListener('change', () => this.#forget());
    call.accompany(() => ({ close: () => this.#reset() }));
  }

  /** The ways of a file: of one's own to each who accepted it, of another's the one to here. */
  of({ id }: ChatMessage): readonly FileTransfer[] {
    return [...this.#transfers.values()].filter(({ message }) => message === id);
  }

  /** Whether this file can be had, or sent, now. */
  isAvailable({ id, own, author, file }: ChatMessage): boolean {
    if (own) return this.#offered.has(id);
    return !!file && !file.withdrawn && this.#exchange.peers.includes(author);
  }

  /** Whether no more files can be offered, until one is withdrawn. */
  get isFull(): boolean {
    return this.#offered.size >= MOST_OFFERED;
  }

  /**
   * Offers a file to everybody, those who come later included, or to one participant alone.
   * @throws {RangeError} when it holds more than {@link MOST_FILE} bytes
   * @throws {DOMException} `QuotaExceededError` when {@link MOST_OFFERED} are offered already, else as {@link Chat.send} does
   */
  offer(file: File, to?: string): ChatMessage {
    if (file.size > MOST_FILE) throw new RangeError(`A file holds at most ${MOST_FILE} bytes`);
    if (this.isFull) throw new DOMException('Too many files at a time.', 'QuotaExceededError');
    const [type = ''] = file.type.split(';');
    const described = { name: fileNameOf(file.name), size: file.size, mime: isMediaType(type) ? type : '' };
    const message = this.#chat.offer(described, to);
    const id = message.id.slice(message.author.length + 1);
    this.#offered.set(message.id, { file, to, offer: { type: 'file-offer', id, ...described, private: to !== undefined } });
    this.#changed();
    return message;
  }

  /** Offers one's own file no longer; whoever has not got it yet, does not. */
  withdraw(id: string): void {
    const offered = this.#offered.get(id);
    if (!offered) return;
    this.#offered.delete(id);
    void this.#exchange.tell({ type: 'file-withdraw', id: offered.offer.id }, offered.to);
    this.#endAll(({ message }) => message === id, new Ending('cancelled', true));
    this.#chat.withdraw(id);
    this.#changed();
  }

  /**
   * Has somebody's file sent, for the first time or once more. What has been saved makes room for it, where that takes it.
   * @throws {DOMException} `NotFoundError` when it is not to be had, `QuotaExceededError` when there is no room for it beside what has
   *   come already
   */
  accept(id: string): void {
    const message = this.#chat.messages.find((one) => one.id === id);
    const connection = message && this.#connectionOf(message.author);
    if (!message?.file || message.own || !connection || !this.isAvailable(message)) {
      throw new DOMException('This file is not to be had now.', 'NotFoundError');
    }
    const { author: peer, name: peerName, file } = message;
    const transfer: FileTransfer = { message: id, peer, peerName, file: file.name, own: false, size: file.size, ...BEGINNING };
    const key = keyOf(transfer);
    if (this.#running.has(key) || this.#transfers.get(key)?.url) return;
    if (!this.#makeRoom(file.size)) throw new DOMException('Too much at a time.', 'QuotaExceededError');
    const name = randomId();
    this.#begin(transfer, { name, connection, run: (_, signal) => this.#receive(transfer, name, signal) });
  }

  /** Notes that this person has saved what came: should others need its room, it goes, and would have to be sent again. */
  noteSaved(transfer: Pick<FileTransfer, 'message' | 'peer'>): void {
    const key = keyOf(transfer);
    if (this.#transfers.get(key)?.url) this.#change(key, { saved: true });
  }

  /** Ends a transfer that is under way, on whichever side. */
  cancel(transfer: Pick<FileTransfer, 'message' | 'peer'>): void {
    this.#end(keyOf(transfer), new Ending('cancelled', true));
  }

  // What peers say

  #onPeer(peer: string): void {
    const connection = this.#connectionOf(peer);
    // What went over the link before has gone with it.
    this.#endAll((transfer) => transfer.peer === peer && this.#running.get(keyOf(transfer))?.connection !== connection);
    if (connection && !this.#watched.has(connection)) {
      this.#watched.add(connection);
      connection.addEventListener('datachannel', ({ channel }) => this.#onChannel(peer, channel));
    }
    for (const { offer, to } of this.#offered.values()) {
      if (to === undefined || to === peer) void this.#exchange.tell(offer, peer);
    }
    // What they offer can be had again.
    this.#changed();
  }

  #onChannel(peer: string, channel: RTCDataChannel): void {
    if (channel.label !== FILE_CHANNEL) return;
    const door = this.#doors.get(`${peer} ${channel.protocol}`);
    // Nobody has asked for it.
    if (door) door.open(channel);
    else channel.close();
  }

  #onWait({ transfer: name }: FileWaitMessage, peer: string): void {
    this.#doors.get(`${peer} ${name}`)?.wait();
  }

  #onAccept({ id: wireId, transfer: name, confirms = false }: FileAcceptMessage, peer: string): void {
    if (!this.#asked.take(peer)) {
      if (this.#refused.take(peer)) {
        void this.#exchange.tell({ type: 'file-over', transfer: name, role: 'sender', outcome: 'failed' }, peer);
      }
      return;
    }
    const message = `${this.#call.localParticipant.id}/${wireId}`;
    const offered = this.#offered.get(message);
    const connection = this.#connectionOf(peer);
    if (!offered || !connection || (offered.to !== undefined && offered.to !== peer)) {
      void this.#exchange.tell({ type: 'file-withdraw', id: wireId }, peer);
      return;
    }
    const { size } = offered.file;
    const peerName = this.#call.participants.find((one) => one.id === peer)?.displayName ?? '';
    const transfer: FileTransfer = { message, peer, peerName, file: offered.offer.name, own: true, size, ...BEGINNING };
    // Whoever asks again has given up what was under way.
    this.#end(keyOf(transfer), new Ending('failed', false));
    const lane = confirms ? this.#laneOf(connection) : undefined;
    const running = this.#begin(transfer, {
      ...{ name, connection },
      run: (key, signal) => this.#send({ key, file: offered.file, name, connection, lane, signal }),
    });
    this.#reassure(running, peer);
  }

  /** Whoever waits for a turn hears that there is one. */
  #reassure(running: Running, peer: string): void {
    const { name, life } = running;
    if (running.hasBegun) return;
    void this.#exchange.tell({ type: 'file-wait', transfer: name }, peer);
    const timer = setTimeout(() => this.#reassure(running, peer), REASSURE);
    life.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #laneOf(connection: RTCPeerConnection): Lane {
    const lane = this.#lanes.get(connection) ?? new Lane();
    this.#lanes.set(connection, lane);
    return lane;
  }

  /** The other one says how it ended. Only a receiver knows that everything came. */
  #onOver({ transfer: name, role, outcome }: FileOverMessage, peer: string): void {
    for (const [key, running] of this.#running) {
      const transfer = this.#transfers.get(key);
      if (running.name !== name || transfer?.peer !== peer || transfer.own !== (role === 'receiver')) continue;
      if (outcome !== 'done' || (transfer.own && running.hasBegun)) this.#end(key, new Ending(outcome, false));
      return;
    }
  }

  // One transfer

  #begin(transfer: FileTransfer, { name, connection, run }: Pick<Running, 'name' | 'connection' | 'run'>): Running {
    const key = keyOf(transfer);
    const running: Running = { name, connection, run, life: new AbortController(), hasBegun: false };
    // Last in order, as what came first makes room first.
    this.#transfers.delete(key);
    this.#transfers.set(key, Object.freeze(transfer));
    this.#running.set(key, running);
    this.#changed();
    this.#proceed();
    return running;
  }

  /** Begins whatever may. */
  #proceed(): void {
    for (let next = this.#next(); next; next = this.#next()) {
      const [key, running] = next;
      running.hasBegun = true;
      void this.#accompany(key, running);
    }
  }

  /** Whose turn it is: of one's own files, those that go to whoever has the least of them under way. */
  #next(): [key: string, running: Running] | undefined {
    const all = [...this.#running].map(([key, running]) => ({ key, running, transfer: this.#transfers.get(key) }));
    const countOf = (own: boolean, peer?: string): number =>
      all.filter(
        ({ running, transfer }) => running.hasBegun && transfer?.own === own && (peer === undefined || transfer.peer === peer),
      ).length;
    const waiting = all.filter(({ running }) => !running.hasBegun);
    const [first] = waiting
      .filter(({ transfer }) => transfer?.own)
      .sort((one, other) => countOf(true, one.transfer?.peer) - countOf(true, other.transfer?.peer));
    const next =
      first && (countOf(true) < MOST_RUNNING || countOf(true, first.transfer?.peer) === 0)
        ? first
        : waiting.find(({ transfer }) => !transfer?.own && countOf(false, transfer?.peer) < MOST_RUNNING);
    return next && [next.key, next.running];
  }

  async #accompany(key: string, running: Running): Promise<void> {
    const { signal } = running.life;
    try {
      const url = await running.run(key, signal).catch(async (error: unknown) => {
        if (isChannelEnd(error)) await verdict(signal, LAST_WORD);
        throw error;
      });
      if (this.#running.get(key) === running) this.#settle(key, 'done', { url });
      else if (url) URL.revokeObjectURL(url);
    } catch (error) {
      // Whatever breaks in a channel, or cannot be read any more: the other one learns that it failed, and may ask again.
      if (this.#running.get(key) === running) this.#end(key, error instanceof Ending ? error : new Ending('failed', true));
    }
  }

  async #send({ key, file, name, connection, lane, signal }: Sending): Promise<undefined> {
    // In browsers that know priorities (W3C webrtc-priority), the voices go first.
    const channel = connection.createDataChannel(FILE_CHANNEL, { protocol: name, priority: 'low' } as RTCDataChannelInit);
    try {
      const chunk = chunkOf(connection);
      await sendBytes({ channel, file, chunk, lane, signal, onProgress: (bytes) => this.#progress(key, bytes) });
      this.#progress(key, file.size);
      // The receiver says when it has everything; the end of the channel may be heard before that.
      return await verdict(signal);
    } finally {
      channel.close();
    }
  }

  async #receive(transfer: FileTransfer, name: string, signal: AbortSignal): Promise<string> {
    const { peer, size } = transfer;
    const key = keyOf(transfer);
    const channel = await this.#ask(transfer, name, signal);
    const blob = await receiveBytes({ channel, size, signal, onProgress: (bytes) => this.#progress(key, bytes) });
    void this.#exchange.tell({ type: 'file-over', transfer: name, role: 'receiver', outcome: 'done' }, peer);
    return URL.createObjectURL(blob);
  }

  /** However long it takes, as long as the sender says that others come first. The person can cancel it. */
  #ask({ message, peer }: FileTransfer, name: string, signal: AbortSignal): Promise<RTCDataChannel> {
    const door = `${peer} ${name}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise<RTCDataChannel>((open, reject) => {
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Ending('failed', true, 'not-begun')), NOT_BEGUN);
      };
      wait();
      this.#doors.set(door, { open, wait });
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      const id = message.slice(peer.length + 1);
      void this.#exchange.tell({ type: 'file-accept', id, transfer: name, confirms: true }, peer);
    }).finally(() => {
      clearTimeout(timer);
      this.#doors.delete(door);
    });
  }

  #progress(key: string, bytes: number): void {
    const transfer = this.#transfers.get(key);
    if (!transfer || !this.#running.has(key)) return;
    const step = transfer.size / STEPS;
    const isSeen = transfer.state === 'waiting' || Math.floor(bytes / step) > Math.floor(transfer.bytes / step);
    if (isSeen) this.#change(key, { state: 'running', bytes });
  }

  /** Ends a transfer that is under way, for this reason. */
  #end(key: string, ending: Ending): void {
    const running = this.#running.get(key);
    const transfer = this.#transfers.get(key);
    if (!running || !transfer) return;
    if (ending.isNews) {
      const role = transfer.own ? 'sender' : 'receiver';
      void this.#exchange.tell({ type: 'file-over', transfer: running.name, role, outcome: ending.outcome }, transfer.peer);
    }
    this.#settle(key, ending.outcome, { reason: ending.reason });
    running.life.abort(ending);
  }

  #endAll(isMeant: (transfer: FileTransfer) => boolean, ending = new Ending('failed', false)): void {
    for (const transfer of [...this.#transfers.values()].filter(isMeant)) this.#end(keyOf(transfer), ending);
  }

  #settle(key: string, state: TransferState, rest: Pick<FileTransfer, 'url' | 'reason'>): void {
    this.#running.delete(key);
    this.#change(key, { state, ...rest });
    const transfer = this.#transfers.get(key);
    if (transfer) this.dispatchEvent(new TransferEndEvent(transfer));
    this.#proceed();
  }

  // What is kept

  /** Messages may have been withdrawn, or have made way for later ones. */
  #forget(): void {
    if (this.#transfers.size === 0 && this.#offered.size === 0) return;
    const known = new Map(this.#chat.messages.map((message) => [message.id, message]));
    for (const id of this.#offered.keys()) if (!known.has(id)) this.withdraw(id);
    for (const [key, transfer] of this.#transfers) {
      const message = known.get(transfer.message);
      if (!transfer.own && (!message || message.file?.withdrawn)) this.#end(key, new Ending('cancelled', false));
      if (!message) this.#drop(key);
    }
  }

  /** How many bytes of others' files are here, or on their way. */
  get #held(): number {
    return [...this.#transfers]
      .filter(([key, { own, url }]) => !own && (url !== undefined || this.#running.has(key)))
      .reduce((sum, [, { size }]) => sum + size, 0);
  }

  /**
   * Lets go of what has been saved, what came first at first, until so many bytes more can be held; of nothing where that would not do.
   * What has not been saved stays: nobody would get it back once its owner has left.
   */
  #makeRoom(size: number): boolean {
    const excess = this.#held + size - MOST_HELD;
    const saved = [...this.#transfers].filter(([, { saved, url }]) => saved && url);
    if (saved.reduce((sum, [, transfer]) => sum + transfer.size, 0) < excess) return false;
    let freed = 0;
    for (const [key, transfer] of saved) {
      if (freed >= excess) break;
      freed += transfer.size;
      this.#release(key);
      this.#change(key, { url: undefined });
    }
    return true;
  }

  #drop(key: string): void {
    this.#release(key);
    this.#transfers.delete(key);
  }

  /** Forgets the bytes, once nobody can be saving them any more. */
  #release(key: string): void {
    const url = this.#transfers.get(key)?.url;
    if (url) setTimeout(() => URL.revokeObjectURL(url), SAVE_TIME);
  }

  /** The stay is over: what was offered and what came belongs to it. */
  #reset(): void {
    this.#endAll(() => true);
    for (const key of [...this.#transfers.keys()]) this.#drop(key);
    this.#offered.clear();
    this.#changed();
  }

  #connectionOf(peer: string): RTCPeerConnection | undefined {
    return this.#exchange.stay?.transport.links.get(peer)?.connection;
  }

  #change(key: string, changes: Partial<FileTransfer>): void {
    const transfer = this.#transfers.get(key);
    if (!transfer) return;
    this.#transfers.set(key, Object.freeze({ ...transfer, ...changes }));
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const keyOf = ({ message, peer }: Pick<FileTransfer, 'message' | 'peer'>): string => `${message} ${peer}`;

const isChannelEnd = (error: unknown): boolean => error instanceof DOMException && error.name === 'NetworkError';
