import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import {
  CLOSE_RESTART,
  parseMessage,
  SERVER,
  SERVER_ERRORS,
  type HostAct,
  type LeftReason,
  type PingMessage,
  type ServerBoundMessage,
  type RefusedMessage,
  type ServerErrorCode,
  type ServerMessage,
} from '../protocol/index.js';
import type { Access, Grant } from './access.js';
import type { Addresses } from './addresses.js';
import type { Visitor } from './door.js';
import type { IceSupply } from './ice-supply.js';
import { markOf, newIdentity, type Identity } from './identity.js';
import { readJoinRequest, type JoinRequest } from './join-request.js';
import type { Limits } from './limits.js';
import { roomTag, type Log } from './log.js';
import type { Delivery, Entry, Frame, Member, Wire } from './member.js';
import type { Metrics } from './metrics.js';
import { RateLimit, type Rate } from './rate-limit.js';
import { Refusal } from './refusal.js';
import { RingRefusal } from './ring-refusal.js';
import type { Rooms } from './rooms.js';

/** What the connections of one server share. */
export interface Premises {
  readonly limits: Limits;
  /** The part of the limits that {@link RateLimit} knows. */
  readonly rate: Rate;
  readonly rooms: Rooms;
  readonly addresses: Addresses;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Origins that pages may have; absent: any. */
  readonly origins?: ReadonlySet<string>;
  readonly access?: Access;
  readonly ice: IceSupply;
  /** Called when a socket has ended, after its member has left. */
  readonly forget: (connection: Connection) => void;
}

/** What an upgrade tells. Copied out of the request, which is large and would otherwise live as long as its socket. */
export interface Arrival {
  readonly query: string;
  readonly origin: string | undefined;
  readonly address: string;
  /** True when the address holds more sockets than it may. */
  readonly isOneTooMany: boolean;
}

/** Close code for a mistake of ours (RFC 6455, 7.4.1). */
const CLOSE_INTERNAL = 1011;
const TEXT = { binary: false } as const;
const WAITING = JSON.stringify({ type: 'waiting' } satisfies ServerMessage);
const PONG = JSON.stringify({ type: 'pong' } satisfies ServerMessage);

/** One client's socket, from the upgrade to its end: admits it to its room, guards what it sends, and tells it why not. */
export class Connection implements Wire {
  readonly address: string;
  readonly #premises: Premises;
  readonly #socket: WebSocket;
  /** The stream beneath the socket. */
  readonly #stream: Duplex;
  readonly #rate: RateLimit;
  #heardAtMs: number;
  /** When the member's TURN credential is to be followed by a fresh one, as `performance.now()` counts. */
  #renewIceAtMs = Infinity;
  #member: Member | undefined;
  /** Who this is while a host has to let them in. */
  #visitor: Visitor | undefined;
  #waitsUntilMs = Infinity;
  #isOver = false;
  #isChoking = false;
  #isCorked = false;

  constructor(socket: WebSocket, stream: Duplex, arrival: Arrival, premises: Premises) {
    const { rate, log } = premises;
    this.address = arrival.address;
    this.#premises = premises;
    this.#socket = socket;
    this.#stream = stream;
    this.#heardAtMs = performance.now();
    this.#rate = new RateLimit(rate, this.#heardAtMs);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('ping', (data) => this.#answer(data));
    socket.on('pong', () => (this.#heardAtMs = performance.now()));
    socket.on('close', (code) => {
      this.#end(code === 1000 ? 'left' : 'lost');
      premises.forget(this);
    });
    // Broken and oversized frames end up here; ws has already sent the close frame (1002, 1007, 1009).
    socket.on('error', (error) => {
      log.debug({ address: this.address, error: error.message }, 'socket error');
      this.#end('lost');
    });
    void this.#admit(arrival);
  }

  // As the wire of a member

  send(frame: Frame): void {
    if (this.#isOver) return;
    this.#cork();
    this.#socket.send(frame, TEXT);
    this.#premises.metrics.sentBytes += Buffer.byteLength(frame);
    this.#checkBacklog();
  }

  /** Refuses for good: tells why, leaves the room and ends the socket. */
  close(code: ServerErrorCode, message: string): void {
    if (this.#isOver) return;
    this.#refuse(code, message, true);
    this.#end('lost');
    this.#socket.close(SERVER_ERRORS[code], code);
  }

  // As the server sees it

  /** Ends the socket when nothing has come for too long; else renews what is about to expire. */
  sweep(nowMs: number): void {
    const { idleTimeoutMs } = this.#premises.limits;
    const silentMs = nowMs - this.#heardAtMs;
    if (this.#mayDoze && silentMs >= idleTimeoutMs / 2) this.#socket.ping();
    if (silentMs >= idleTimeoutMs) this.close('idle', `nothing came for ${idleTimeoutMs} ms`);
    else if (nowMs >= this.#waitsUntilMs) this.close('refused-entry', 'nobody let you in');
    else if (nowMs >= this.#renewIceAtMs && this.#member) this.#renewIce(this.#member, nowMs);
  }

  /**
   * True for whoever waits to be let in, or to be called, which may take long. Browsers wake a hidden page without any peer
   * connection once a minute at most, and answer a ping of the server even then.
   */
  get #mayDoze(): boolean {
    return !this.#isOver && (!!this.#visitor || (!!this.#member && !this.#member.room.door));
  }

  /** Sends the client away because the server stops; it may come back at once. Nobody is told that it left. */
  restart(): void {
    this.#isOver = true;
    this.#socket.close(CLOSE_RESTART, 'restart');
  }

  /** Ends the socket without waiting for the client. */
  terminate(): void {
    this.#socket.terminate();
  }

  /**
   * Gathers what is sent in this turn of the event loop into one write: `welcome` with its offers for a newcomer, many
   * messages under load. System calls are what relaying costs most.
   */
  #cork(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#stream.uncork();
    });
  }

  #checkBacklog(): void {
    if (this.#isChoking || this.#socket.bufferedAmount <= this.#premises.limits.maxBacklogBytes) return;
    this.#isChoking = true;
    // Later, since this may be the middle of a broadcast, and a room must not change beneath it.
    queueMicrotask(() => this.close('too-slow', 'you read more slowly than others write'));
  }

  async #admit(arrival: Arrival): Promise<void> {
    const { access } = this.#premises;
    try {
      const request = this.#check(arrival);
      // Without access control there is no await on the way to `welcome`, so it rides right behind the upgrade.
      const grant = access ? await this.#show(request, access) : {};
      if (!this.#isOver && this.#socket.readyState === this.#socket.OPEN) this.#enter(request, grant);
    } catch (error) {
      if (error instanceof Refusal) this.close(error.code, error.message);
      else this.#fail(error);
    } finally {
      if (access) this.#socket.resume();
    }
  }

  #check({ query, origin, isOneTooMany }: Arrival): JoinRequest {
    const { origins, limits } = this.#premises;
    if (isOneTooMany) {
      throw new Refusal('too-many-connections', `one address may hold ${limits.maxConnectionsPerAddress} sockets at once`);
    }
    if (origins && !origins.has(origin ?? '')) throw new Refusal('origin-refused', 'pages of this origin may not connect');
    return readJoinRequest(query);
  }

  /** What comes meanwhile waits in the kernel: a paused socket loses nothing, reorders nothing and fills no memory. */
  #show({ token, room, identity }: JoinRequest, access: Access): Promise<Grant> {
    this.#socket.pause();
    const isBack = token !== undefined && !!identity && this.#premises.rooms.knowsPass(room, identity.id, markOf(token));
    return access.check(token, room, isBack);
  }

  #enter({ room, identity, token }: JoinRequest, grant: Grant): void {
    const { addresses } = this.#premises;
    addresses.enter(this.address, room);
    const who = identity ?? newIdentity();
    const enter = (): void => this.#goIn(room, this.#entryOf(who, identity !== undefined, grant, token));
    try {
      if (!this.#knock(room, who, grant, enter)) enter();
    } catch (error) {
      addresses.leave(this.address, room);
      throw error;
    }
  }

  /** True when somebody has to let this one in. */
  #knock(room: string, who: Identity, grant: Grant, letIn: () => void): boolean {
    const { rooms, limits, log } = this.#premises;
    const { isHost, mustWait = false, name, subject } = grant;
    const entry: Entry = {
      identity: who,
      resumed: false,
      address: this.address,
      ...(name !== undefined && { trustedName: name }),
      ...(isHost && { isHost }),
      ...(subject !== undefined && { subject }),
      wire: this,
    };
    this.#visitor = rooms.knock(room, entry, mustWait, letIn);
    if (!this.#visitor) return false;
    this.#waitsUntilMs = performance.now() + limits.waitTimeoutMs;
    this.send(WAITING);
    log.info({ room: roomTag(room), peer: who.id }, 'waiting');
    return true;
  }

  /** Made when somebody enters, so that what expires is fresh. */
  #entryOf(identity: Identity, resumed: boolean, grant: Grant, token: string | undefined): Entry {
    const { name, phone, isHost, subject } = grant;
    const iceServers = this.#premises.ice.serversFor(identity.id);
    const said = this.#visitor?.profile?.name;
    return {
      identity,
      resumed,
      address: this.address,
      ...(said !== undefined && { name: said }),
      ...(name !== undefined && { trustedName: name }),
      ...(isHost && { isHost }),
      ...(subject !== undefined && { subject }),
      ...(token !== undefined && { pass: markOf(token) }),
      ...(phone && { phoneRights: phone }),
      ...(iceServers && { iceServers }),
      wire: this,
    };
  }

  /** @throws Refusal `room-full` */
  #goIn(room: string, entry: Entry): void {
    const { rooms, ice, metrics, log } = this.#premises;
    this.#member = rooms.enter(room, entry);
    this.#visitor = undefined;
    this.#waitsUntilMs = Infinity;
    this.#renewIceAtMs = performance.now() + ice.renewalMs();
    metrics.joins += 1;
    if (entry.resumed) metrics.resumes += 1;
    log.info({ room: roomTag(room), peer: this.#member.id, size: this.#member.room.size }, 'joined');
    log.debug({ peer: this.#member.id, address: this.address }, 'joined from');
  }

  #renewIce(member: Member, nowMs: number): void {
    const { ice, log } = this.#premises;
    this.#renewIceAtMs = nowMs + ice.renewalMs();
    member.tell({ type: 'ice-servers', iceServers: ice.serversFor(member.id) ?? [] });
    log.debug({ peer: member.id }, 'TURN credential renewed');
  }

  #receive(data: RawData, isBinary: boolean): void {
    // The default binaryType of ws is 'nodebuffer'.
    const frame = data as Buffer;
    if (this.#passes(frame) && (this.#member ?? this.#visitor)) this.#read(frame, isBinary);
  }

  /** Answers the ping of a WebSocket library. Counted like a message: it makes the server send. */
  #answer(data: Buffer): void {
    if (!this.#passes(data)) return;
    this.#socket.pong(data);
    this.#checkBacklog();
  }

  /** Notes that something came; false when it is too much, or too late. */
  #passes(frame: Buffer): boolean {
    if (this.#isOver) return false;
    const { metrics, limits } = this.#premises;
    this.#heardAtMs = performance.now();
    metrics.receivedBytes += frame.length;
    const verdict = this.#rate.take(this.#heardAtMs);
    if (verdict === 'warn') this.#refuse('rate-limited', `more than ${limits.messagesPerSecond} messages a second`, false);
    if (verdict === 'cut') this.close('rate-limited', 'too many messages for too long');
    return verdict === 'pass';
  }

  #read(frame: Buffer, isBinary: boolean): void {
    const { messages } = this.#premises.metrics;
    const parsed = parseMessage(isBinary ? undefined : frame.toString(), SERVER);
    messages.count(parsed.ok ? parsed.message.type : 'invalid');
    if (!parsed.ok) return this.#refuse('protocol-invalid', parsed.reason, false);
    const { message } = parsed;
    if (message.type === 'ping') return this.send(PONG);
    if (this.#member) this.#relay(this.#member, message, frame);
    else if (this.#visitor) this.#hear(this.#visitor, message);
  }

  /** Somebody who is not in yet can say a name, and goodbye. The rest goes nowhere. */
  #hear(visitor: Visitor, message: ServerBoundMessage): void {
    if (message.type === 'hello') return this.#premises.rooms.hear(visitor, message);
    if (message.type !== 'bye') return;
    this.#end('left');
    this.#socket.close(1000);
  }

  #relay(member: Member, message: Exclude<ServerBoundMessage, PingMessage>, frame: Buffer): void {
    try {
      // A `bye` is checked like the rest, yet nobody hears it: the server itself says who left.
      if (message.type === 'bye') return this.#depart(member, message.from);
      const delivery = member.say(message, frame);
      this.#count(delivery);
      if (delivery === 'moderated' && message.type === 'moderate') this.#noteAct(member, message.act);
    } catch (error) {
      this.#explain(error);
    }
  }

  #noteAct(host: Member, act: HostAct): void {
    const { metrics, log } = this.#premises;
    metrics.hostActs.count(act);
    log.info({ room: roomTag(host.room.name), peer: host.id, act }, 'moderated');
  }

  #count(delivery: Delivery): void {
    const { metrics } = this.#premises;
    if (delivery === 'undeliverable') metrics.undeliverable += 1;
    if (delivery === 'rung') metrics.rings += 1;
  }

  /** Tells the client why what it said goes nowhere. */
  #explain(error: unknown): void {
    if (error instanceof RingRefusal) this.#refuseRing(error);
    else if (!(error instanceof Refusal)) this.#fail(error);
    else if (error.isFatal) this.close(error.code, error.message);
    else this.#refuse(error.code, error.message, false);
  }

  #refuseRing({ call, reason }: RingRefusal): void {
    const { metrics, log } = this.#premises;
    metrics.ringRefusals.count(reason);
    log.debug({ reason, ...(this.#member && { peer: this.#member.id }) }, 'invitation refused');
    this.send(JSON.stringify({ type: 'refused', call, reason } satisfies RefusedMessage));
  }

  #depart(member: Member, from: string): void {
    if (from !== member.id) throw new Refusal('protocol-invalid', 'bye.from: not your id');
    this.#end('left');
    this.#socket.close(1000);
  }

  #refuse(code: ServerErrorCode, message: string, fatal: boolean): void {
    const { metrics, log } = this.#premises;
    metrics.refusals.count(code);
    log[fatal ? 'info' : 'debug']({ code, reason: message, ...(this.#member && { peer: this.#member.id }) }, 'refused');
    this.send(JSON.stringify({ type: 'error', code, message, fatal } satisfies ServerMessage));
  }

  /** A mistake of ours: the log learns all, the client nothing. */
  #fail(error: unknown): void {
    this.#premises.log.error({ error: error instanceof Error ? error.stack : String(error) }, 'unexpected error');
    this.#end('lost');
    this.#socket.close(CLOSE_INTERNAL);
  }

  /** Whoever waits, waits no more. */
  #giveUp(): void {
    const visitor = this.#visitor;
    if (!visitor) return;
    this.#visitor = undefined;
    const { rooms, addresses, log } = this.#premises;
    addresses.leave(this.address, visitor.room);
    rooms.giveUp(visitor);
    log.info({ room: roomTag(visitor.room), peer: visitor.id }, 'waits no more');
  }

  #end(reason: LeftReason): void {
    this.#isOver = true;
    this.#giveUp();
    const member = this.#member;
    if (!member) return;
    this.#member = undefined;
    const { rooms, addresses, log } = this.#premises;
    addresses.leave(this.address, member.room.name);
    if (rooms.leave(member, reason)) log.info({ room: roomTag(member.room.name), peer: member.id, reason }, 'left');
  }
}
