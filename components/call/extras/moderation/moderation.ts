import {
  ATTENDANT,
  parseMessage,
  type HostAct,
  type Member,
  type MuteRequestMessage,
  type StandingMessage,
} from '../../../../signaling/protocol/index.js';
import type { Call } from '../../call.js';
import type { Companion, Stay } from '../../companion.js';
import type { Participant } from '../../participant.js';
import { typedEventTarget } from '../../typed-event-target.js';

/** `muterequest`: a host asks this person to mute. `preventDefault()` lets them be heard all the same. */
export class MuteRequestEvent extends Event {
  /** The host. */
  readonly participant: Participant;
  constructor(participant: Participant) {
    super('muterequest', { cancelable: true });
    this.participant = participant;
  }
}

/** `knock`: somebody new asks to be let in. */
export class KnockEvent extends Event {
  readonly visitor: Member;
  constructor(visitor: Member) {
    super('knock');
    this.visitor = visitor;
  }
}

/** The events of {@link Moderation}; `change`: the room stands otherwise than before. */
export interface ModerationEvents {
  change: Event;
  knock: KnockEvent;
  muterequest: MuteRequestEvent;
}

/**
 * True for somebody who is in the call already: a server that has started anew knows nobody whom it let in. The id is proven by the key
 * that belongs to it.
 */
const isLinked = ({ id }: Member, { roster }: Stay): boolean => roster.get(id)?.participant.connectionState === 'connected';

const NOBODY: readonly Member[] = Object.freeze([]);

/**
 * Who hosts a call, and what hosts do, as our server sees to it; elsewhere there are no hosts. What a method asks has been done once
 * {@link Moderation} or the list of participants says so. For somebody who is no host, methods do nothing.
 */
export class Moderation extends typedEventTarget<ModerationEvents>() {
  readonly #call: Call;
  #stay: Stay | undefined;
  #standing: StandingMessage | undefined;
  /** True while the room is locked because this person wanted it so. */
  #hasLocked = false;
  /** Signaling was away, and how the room stands has not been heard since. */
  #isBack = false;

  constructor(call: Call) {
    super();
    this.#call = call;
    call.accompany((stay) => this.#open(stay));
  }

  /** True while this person is a host. */
  get isHost(): boolean {
    return this.#standing?.host ?? false;
  }

  /** True while newcomers are refused. */
  get locked(): boolean {
    return this.#standing?.locked ?? false;
  }

  /** Who asks to be let in, in the order in which they came; known to hosts alone. Names are somebody's words: render as text. */
  get waiting(): readonly Member[] {
    return this.#standing?.waiting ?? NOBODY;
  }

  /** Lets in somebody who waits. */
  admit(id: string): void {
    this.#ask('admit', id);
  }

  /** Sends away somebody who waits. */
  refuse(id: string): void {
    this.#ask('refuse', id);
  }

  /** Sends somebody away, who can't come back for ten minutes where tokens tell who they are. */
  remove(id: string): void {
    this.#ask('remove', id);
  }

  /** Asks somebody, or everybody else, to mute. A request: only they can do it, and their page does unless it is told not to. */
  askToMute(id?: string): void {
    this.#ask('mute', id);
  }

  /** Keeps newcomers out, or lets them in again. */
  lock(on: boolean): void {
    this.#hasLocked = on && this.isHost;
    this.#ask(on ? 'lock' : 'unlock');
  }

  /** Ends the call for everybody, this person included. */
  endForAll(): void {
    this.#ask('end');
  }

  #ask(act: HostAct, to?: string): void {
    if (this.isHost) this.#stay?.socket.send({ type: 'moderate', act, ...(to !== undefined && { to }) });
  }

  #open(stay: Stay): Companion {
    this.#stay = stay;
    const attend = (): void => {
      if (stay.socket.open && stay.socket.hasServer) stay.socket.send({ type: 'attend' });
    };
    const onState = (): void => attend();
    // In the room already, or as soon as it is: nobody is told how a room stands before they are in it.
    if (this.#call.state === 'joining') this.#call.addEventListener('statechange', onState, { once: true });
    else attend();
    return {
      onSignaling: () => {
        this.#isBack = true;
        attend();
      },
      onUnread: (data, peer) => {
        if (peer === undefined && stay.socket.hasServer) this.#hear(data, stay);
      },
      close: () => {
        this.#call.removeEventListener('statechange', onState);
        this.#stay = this.#standing = undefined;
        this.#hasLocked = this.#isBack = false;
        this.dispatchEvent(new Event('change'));
      },
    };
  }

  #hear(data: unknown, stay: Stay): void {
    const parsed = parseMessage(data, ATTENDANT);
    if (!parsed.ok) return;
    if (parsed.message.type === 'standing') this.#stand(parsed.message, stay);
    else this.#onMuteRequest(parsed.message, stay);
  }

  #stand(standing: StandingMessage, stay: Stay): void {
    const known = new Set(this.waiting.map(({ id }) => id));
    this.#standing = standing;
    this.#restore(standing);
    const hosts = new Set(standing.hosts);
    for (const [id] of stay.roster.members()) stay.roster.change(id, { host: hosts.has(id) });
    stay.onOwn({ host: standing.host });
    this.dispatchEvent(new Event('change'));
    for (const visitor of this.waiting) {
      if (isLinked(visitor, stay)) this.admit(visitor.id);
      else if (!known.has(visitor.id)) this.dispatchEvent(new KnockEvent(visitor));
    }
  }

  /** A server that has started anew knows of no lock. Where another host may have lifted it, that holds. */
  #restore({ locked, hosts }: StandingMessage): void {
    const isLost = this.#hasLocked && this.#isBack && hosts.length === 1;
    this.#isBack = false;
    if (locked) return;
    if (isLost) this.lock(true);
    else this.#hasLocked = false;
  }

  /** Believed of hosts alone, and of those whom the server names. */
  #onMuteRequest({ by }: MuteRequestMessage, stay: Stay): void {
    const host = stay.roster.get(by)?.participant;
    if (!host || !this.#standing?.hosts.includes(by) || !this.#call.localParticipant.audio) return;
    if (this.dispatchEvent(new MuteRequestEvent(host))) void this.#call.toggleMicrophone(false);
  }
}
