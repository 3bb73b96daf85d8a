import type { DeclineReason, EndMessageReason, RefusedReason } from '../../../signaling/protocol/index.js';

/**
 * Where a call that rings stands:
 * - `preparing`: the caller's devices and socket are being opened, nobody has been told;
 * - `inviting`: the phones have been told, none rings yet;
 * - `ringing`: at least one phone rings;
 * - `accepted`: somebody takes it, and the connection is being made;
 * - `connected`: the two can hear each other;
 * - `ended`: it is over, for a reason.
 */
export type RingState = 'preparing' | 'inviting' | 'ringing' | 'accepted' | 'connected' | 'ended';

/** Why a call that rings ended. PROTOCOL.md, "Ringing", says which side learns which. */
export type EndReason = DeclineReason | EndMessageReason | RefusedReason | 'signaling-lost';

/** What a phone answered, or that it is gone for the moment. */
type PhoneAnswer = 'ringing' | 'gone' | DeclineReason;

/** A call as its caller sees it. The caller alone decides who has it: of all acceptances the first that arrives counts. */
export interface Outgoing {
  readonly state: RingState;
  readonly reason?: EndReason;
  /** The words of whoever declined. */
  readonly text?: string | undefined;
  /** What each phone answered, by peer id. */
  readonly phones: ReadonlyMap<string, PhoneAnswer>;
  /** Who has the call. */
  readonly winner?: string;
}

/** A call as one phone sees it. */
export interface Incoming {
  readonly state: Exclude<RingState, 'preparing' | 'inviting'>;
  readonly reason?: EndReason;
  /** The caller has said that the call is here. */
  readonly confirmed: boolean;
}

/** What happens to a call at its caller's. */
export type OutgoingEvent =
  | { type: 'ready' }
  | { type: 'ringing'; phone: string }
  | { type: 'decline'; phone: string; reason: DeclineReason; final: boolean; text?: string | undefined }
  | { type: 'accept'; phone: string }
  | { type: 'gone'; phone: string; forGood: boolean }
  | { type: 'refused'; reason: RefusedReason }
  | { type: 'end'; phone: string; reason: EndReason }
  | { type: 'nobody' }
  | { type: 'timeout' }
  | { type: 'connected' }
  | { type: 'hang-up' }
  | { type: 'fail'; reason: EndReason };

/** What happens to a call at a phone. `byUs`: at this phone. */
export type IncomingEvent =
  | { type: 'accept' }
  | { type: 'decline'; reason: DeclineReason }
  | { type: 'accepted'; byUs: boolean }
  | { type: 'end'; reason: EndReason }
  | { type: 'caller-gone' }
  | { type: 'connected' }
  | { type: 'hang-up' }
  | { type: 'fail'; reason: EndReason };

export const NEW_OUTGOING: Outgoing = { state: 'preparing', phones: new Map() };
export const NEW_INCOMING: Incoming = { state: 'ringing', confirmed: false };

/** True from the beginning until somebody accepts. */
export const isUnanswered = (state: RingState): boolean => state === 'preparing' || state === 'inviting' || state === 'ringing';
/** True from being accepted until the end. */
export const isAnswered = (state: RingState): boolean => state === 'accepted' || state === 'connected';

/** The caller's call after an event; the same object where the event means nothing. */
export function stepOutgoing(call: Outgoing, event: OutgoingEvent): Outgoing {
  if (call.state === 'ended') return call;
  switch (event.type) {
    case 'ready':
      return call.state === 'preparing' ? { ...call, state: 'inviting' } : call;
    case 'ringing':
      return rings(call, event.phone);
    case 'decline':
      return declines(call, event);
    case 'accept':
      return isUnanswered(call.state) ? { ...call, state: 'accepted', winner: event.phone } : call;
    case 'gone':
      return isGone(call, event.phone, event.forGood);
    case 'refused':
      return isUnanswered(call.state) ? isRefused(call, event.reason) : call;
    case 'end':
      // Whoever has not accepted may only decline.
      return event.phone === call.winner ? ended(call, event.reason) : call;
    case 'nobody':
      return isUnanswered(call.state) && !ringsAnywhere(call) ? ended(call, bestAnswer(call)) : call;
    case 'timeout':
      return isUnanswered(call.state) ? ended(call, 'no-answer') : call;
    case 'connected':
      return call.state === 'accepted' ? { ...call, state: 'connected' } : call;
    case 'hang-up':
      // Said before an acceptance arrived, it is a cancellation; after it, it is not, however little later.
      return ended(call, isUnanswered(call.state) ? 'cancelled' : 'hung-up');
    case 'fail':
      return ended(call, event.reason);
  }
}

/** The phone's call after an event; the same object where the event means nothing. */
export function stepIncoming(call: Incoming, event: IncomingEvent): Incoming {
  if (call.state === 'ended') return call;
  switch (event.type) {
    case 'accept':
      return call.state === 'ringing' ? { ...call, state: 'accepted' } : call;
    case 'decline':
      return call.state === 'ringing' ? ended(call, event.reason) : call;
    case 'accepted':
      if (!event.byUs) return call.confirmed ? call : ended(call, 'answered-elsewhere');
      return call.state === 'accepted' && !call.confirmed ? { ...call, confirmed: true } : call;
    case 'end':
      return ended(call, event.reason);
    case 'caller-gone':
      // Whoever goes without a word, before saying that the call is here, has cancelled it.
      return ended(call, call.confirmed ? 'hung-up' : 'cancelled');
    case 'connected':
      // Before that, it may be a connection that was made while it rang.
      return call.state === 'accepted' && call.confirmed ? { ...call, state: 'connected' } : call;
    case 'hang-up':
      return ended(call, call.state === 'ringing' ? 'declined' : 'hung-up');
    case 'fail':
      return ended(call, event.reason);
  }
}

/** True while at least one phone rings. */
export const ringsAnywhere = ({ phones }: Outgoing): boolean => [...phones.values()].includes('ringing');

/** What the caller waits for while no phone rings: phones that are gone, answers that are on their way, or any answer at all. */
export function awaited({ phones }: Outgoing): 'return' | 'settling' | 'answer' {
  const answers = [...phones.values()];
  if (answers.includes('gone')) return 'return';
  return answers.length > 0 ? 'settling' : 'answer';
}

function rings(call: Outgoing, phone: string): Outgoing {
  if (call.state !== 'inviting' && call.state !== 'ringing') return call;
  if (call.phones.get(phone) === 'ringing') return call;
  return { ...call, state: 'ringing', phones: withAnswer(call, phone, 'ringing') };
}

function declines(call: Outgoing, { phone, reason, final, text }: OutgoingEvent & { type: 'decline' }): Outgoing {
  if (!isUnanswered(call.state)) return call;
  const isKnown = call.phones.get(phone) === reason && (text ?? call.text) === call.text;
  const next = isKnown ? call : { ...call, phones: withAnswer(call, phone, reason), text: text ?? call.text };
  return final ? ended(next, reason) : next;
}

function isGone(call: Outgoing, phone: string, forGood: boolean): Outgoing {
  if (call.winner === phone) return forGood ? ended(call, 'hung-up') : call;
  if (!isUnanswered(call.state) || call.phones.get(phone) !== 'ringing') return call;
  return { ...call, phones: withAnswer(call, phone, forGood ? 'unavailable' : 'gone') };
}

/** No phone was there for an invitation. Those that rang before may be on their way back, as after a restart of the server. */
function isRefused(call: Outgoing, reason: RefusedReason): Outgoing {
  if (reason !== 'unavailable' || call.phones.size === 0) return ended(call, reason);
  if (!ringsAnywhere(call)) return call;
  const phones = [...call.phones].map(([phone, answer]) => [phone, answer === 'ringing' ? 'gone' : answer] as const);
  return { ...call, phones: new Map(phones) };
}

/** Of many answers the one that tells most. */
function bestAnswer({ phones }: Outgoing): EndReason {
  const answers = new Set(phones.values());
  return (['declined', 'busy'] as const).find((answer) => answers.has(answer)) ?? 'unavailable';
}

const withAnswer = ({ phones }: Outgoing, phone: string, answer: PhoneAnswer): ReadonlyMap<string, PhoneAnswer> =>
  new Map([...phones, [phone, answer]]);

const ended = <Side extends Outgoing | Incoming>(call: Side, reason: EndReason): Side => ({ ...call, state: 'ended', reason });
