import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  NEW_INCOMING,
  NEW_OUTGOING,
  stepIncoming,
  stepOutgoing,
  type Incoming,
  type IncomingEvent,
  type Outgoing,
  type OutgoingEvent,
} from '../../../../components/call/ringing/ring-state.js';

const outgoing = (...events: OutgoingEvent[]): Outgoing => events.reduce(stepOutgoing, NEW_OUTGOING);
const incoming = (...events: IncomingEvent[]): Incoming => events.reduce(stepIncoming, NEW_INCOMING);

const ready: OutgoingEvent = { type: 'ready' };
const rings = (phone: string): OutgoingEvent => ({ type: 'ringing', phone });
const accepts = (phone: string): OutgoingEvent => ({ type: 'accept', phone });
const declines = (phone: string, final = false, reason: 'declined' | 'busy' | 'unavailable' = 'declined'): OutgoingEvent => ({
  type: 'decline',
  phone,
  reason,
  final,
});
const gone = (phone: string, forGood = false): OutgoingEvent => ({ type: 'gone', phone, forGood });
const refused = (reason: 'unavailable' | 'rate-limited'): OutgoingEvent => ({ type: 'refused', reason });
const nobody: OutgoingEvent = { type: 'nobody' };
const timeout: OutgoingEvent = { type: 'timeout' };
const hangUp = { type: 'hang-up' } as const;

describe('a call, at its caller’s', () => {
  const CASES: [sentence: string, events: OutgoingEvent[], state: string, reason?: string][] = [
    ['tells nobody before it is ready', [], 'preparing'],
    ['invites once it is ready', [ready], 'inviting'],
    ['rings with the first phone', [ready, rings('a'), rings('b')], 'ringing'],
    ['belongs to the first phone that accepts', [ready, rings('a'), rings('b'), accepts('b'), accepts('a')], 'accepted'],
    ['may be accepted before it is known to ring', [ready, accepts('a')], 'accepted'],
    ['is connected once there is sound', [ready, accepts('a'), { type: 'connected' }], 'connected'],
    ['is not connected before it is accepted', [ready, rings('a'), { type: 'connected' }], 'ringing'],
    [
      'ends when a person declines at one of their devices',
      [ready, rings('a'), rings('b'), declines('a', true)],
      'ended',
      'declined',
    ],
    ['rings on when one of a group declines', [ready, rings('a'), rings('b'), declines('a')], 'ringing'],
    ['ends when the last of a group has declined', [ready, rings('a'), declines('a'), nobody], 'ended', 'declined'],
    ['does not end for want of answers while it rings', [ready, rings('a'), nobody], 'ringing'],
    [
      'tells busy rather than unavailable',
      [ready, declines('a', false, 'busy'), declines('b', false, 'unavailable'), nobody],
      'ended',
      'busy',
    ],
    ['tells declined rather than busy', [ready, declines('a', false, 'busy'), declines('b'), nobody], 'ended', 'declined'],
    ['is unavailable where nobody is', [ready, nobody], 'ended', 'unavailable'],
    ['is unavailable when the phone that rang has gone', [ready, rings('a'), gone('a'), nobody], 'ended', 'unavailable'],
    ['is unavailable at once where the server knows that nobody is', [ready, refused('unavailable')], 'ended', 'unavailable'],
    ['waits for phones that rang, although none is there now', [ready, rings('a'), refused('unavailable')], 'ringing'],
    [
      'does not wait anew for phones with each refusal',
      [ready, rings('a'), refused('unavailable'), refused('unavailable'), nobody],
      'ended',
      'unavailable',
    ],
    ['is refused to whoever calls too often', [ready, refused('rate-limited')], 'ended', 'rate-limited'],
    ['is not refused any more once it is accepted', [ready, accepts('a'), refused('unavailable')], 'accepted'],
    ['rings on when a phone comes back', [ready, rings('a'), gone('a'), rings('a'), nobody], 'ringing'],
    ['is not answered in time', [ready, rings('a'), timeout], 'ended', 'no-answer'],
    ['has no time limit once it is accepted', [ready, rings('a'), accepts('a'), timeout], 'accepted'],
    ['is cancelled before anybody accepts', [ready, rings('a'), hangUp], 'ended', 'cancelled'],
    ['is cancelled before anybody was told', [hangUp], 'ended', 'cancelled'],
    ['is hung up after somebody accepted', [ready, accepts('a'), hangUp], 'ended', 'hung-up'],
    ['can’t be taken after it was cancelled', [ready, rings('a'), hangUp, accepts('a')], 'ended', 'cancelled'],
    ['is ended by whoever has it', [ready, accepts('a'), { type: 'end', phone: 'a', reason: 'hung-up' }], 'ended', 'hung-up'],
    ['is ended by nobody else', [ready, rings('b'), accepts('a'), { type: 'end', phone: 'b', reason: 'hung-up' }], 'accepted'],
    ['is not declined by another one after that', [ready, rings('b'), accepts('a'), declines('b', true)], 'accepted'],
    ['survives a lost socket of whoever has it', [ready, accepts('a'), gone('a')], 'accepted'],
    ['ends when whoever has it says goodbye', [ready, accepts('a'), gone('a', true)], 'ended', 'hung-up'],
    ['has one end', [ready, hangUp, { type: 'fail', reason: 'media-failed' }], 'ended', 'cancelled'],
  ];
  for (const [sentence, events, state, reason] of CASES) {
    it(sentence, () => {
      const call = outgoing(...events);
      assert.equal(call.state, state);
      assert.equal(call.reason, reason);
    });
  }

  it('keeps the words of whoever declined', () => {
    assert.equal(outgoing(ready, { type: 'decline', phone: 'a', reason: 'declined', final: true, text: 'Later' }).text, 'Later');
  });
});

describe('a call, at a phone', () => {
  const accept: IncomingEvent = { type: 'accept' };
  const here: IncomingEvent = { type: 'accepted', byUs: true };
  const elsewhere: IncomingEvent = { type: 'accepted', byUs: false };
  const callerGone: IncomingEvent = { type: 'caller-gone' };
  const CASES: [sentence: string, events: IncomingEvent[], state: string, reason?: string][] = [
    ['rings', [], 'ringing'],
    ['is accepted', [accept], 'accepted'],
    ['is connected once there is sound', [accept, here, { type: 'connected' }], 'connected'],
    ['stops when another phone has it', [elsewhere], 'ended', 'answered-elsewhere'],
    ['stops when another phone was quicker', [accept, elsewhere], 'ended', 'answered-elsewhere'],
    ['does not stop once the caller said that it is here', [accept, here, elsewhere], 'accepted'],
    ['is not here because somebody says so', [here], 'ringing'],
    ['is declined', [{ type: 'decline', reason: 'declined' }], 'ended', 'declined'],
    ['is declined by hanging up', [hangUp], 'ended', 'declined'],
    ['is hung up', [accept, hangUp], 'ended', 'hung-up'],
    ['stops when the caller cancels', [{ type: 'end', reason: 'cancelled' }], 'ended', 'cancelled'],
    ['is cancelled although this person has just accepted', [accept, { type: 'end', reason: 'cancelled' }], 'ended', 'cancelled'],
    ['stops when the caller has gone', [callerGone], 'ended', 'cancelled'],
    ['is hung up when the caller has gone later', [accept, here, callerGone], 'ended', 'hung-up'],
    ['is not connected before the caller said that it is here', [accept, { type: 'connected' }], 'accepted'],
    ['has one end', [elsewhere, accept, { type: 'fail', reason: 'media-failed' }], 'ended', 'answered-elsewhere'],
  ];
  for (const [sentence, events, state, reason] of CASES) {
    it(sentence, () => {
      const call = incoming(...events);
      assert.equal(call.state, state);
      assert.equal(call.reason, reason);
    });
  }
});

describe('a caller and some phones', () => {
  /** Who acts, or whose next message arrives: any order in which messages of one sender to one receiver don't overtake. */
  type Move =
    | { who: number; act: 'accept' | 'decline' | 'hang-up' }
    | { who: 'caller'; act: 'hang-up' | 'timeout' }
    | { arrives: number; to: 'caller' | 'phone' };

  const PHONES = 3;
  const phone = fc.nat(PHONES - 1);
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ who: phone, act: fc.constantFrom('accept', 'decline', 'hang-up') }),
    fc.record({ who: fc.constant('caller'), act: fc.constantFrom('hang-up', 'timeout') }),
    { weight: 4, arbitrary: fc.record({ arrives: phone, to: fc.constantFrom('caller', 'phone') }) },
  );

  /** What `OutgoingCall`, `IncomingCall` and the wires between them do, without media. */
  class Exchange {
    caller = outgoing(ready);
    phones: Incoming[] = Array.from({ length: PHONES }, () => NEW_INCOMING);
    readonly #toCaller: OutgoingEvent[][] = this.phones.map((_, index) => [rings(String(index))]);
    readonly #toPhone: IncomingEvent[][] = this.phones.map(() => []);

    play(next: Move): void {
      if ('arrives' in next) this.#deliver(next.arrives, next.to);
      else if (next.who === 'caller') this.#caller({ type: next.act });
      else this.#phone(next.who, next.act === 'decline' ? { type: 'decline', reason: 'declined' } : { type: next.act });
    }

    settle(): void {
      for (let round = 0; round < 20; round++) {
        for (const index of this.phones.keys()) for (const to of ['caller', 'phone'] as const) this.#deliver(index, to);
      }
    }

    #deliver(index: number, to: 'caller' | 'phone'): void {
      if (to === 'caller') {
        const event = this.#toCaller[index]?.shift();
        if (event) this.#caller(event);
      } else {
        const event = this.#toPhone[index]?.shift();
        if (event) this.#phone(index, event);
      }
    }

    #caller(event: OutgoingEvent): void {
      const before = this.caller;
      this.caller = stepOutgoing(before, event);
      const { winner, reason, state } = this.caller;
      if (event.type === 'accept' && winner !== undefined) {
        for (const [index, queue] of this.#toPhone.entries()) queue.push({ type: 'accepted', byUs: String(index) === winner });
      }
      if (state !== 'ended' || before.state === 'ended' || event.type === 'end' || reason === undefined) return;
      for (const [index, queue] of this.#toPhone.entries()) {
        if (before.winner === undefined || before.winner === String(index)) queue.push({ type: 'end', reason });
      }
    }

    #phone(index: number, event: IncomingEvent): void {
      const before = this.phones[index] ?? NEW_INCOMING;
      const after = stepIncoming(before, event);
      this.phones[index] = after;
      const queue = this.#toCaller[index];
      if (after === before || !queue) return;
      if (after.state === 'accepted' && before.state === 'ringing') queue.push(accepts(String(index)));
      if (after.state !== 'ended') return;
      if (after.reason === 'declined') queue.push(declines(String(index)));
      if (after.reason === 'hung-up' && event.type === 'hang-up') {
        queue.push({ type: 'end', phone: String(index), reason: 'hung-up' });
      }
    }
  }

  it('agree in the end, in whatever order things happen and messages arrive', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const exchange = new Exchange();
        for (const next of moves) exchange.play(next);
        exchange.settle();
        const { caller, phones } = exchange;
        const taken = phones.filter(({ state }) => state === 'accepted');
        assert.ok(taken.length <= 1, 'two phones have the call');
        if (caller.state === 'accepted') {
          assert.equal(phones[Number(caller.winner)]?.state, 'accepted');
          const others = phones.filter((_, index) => String(index) !== caller.winner);
          assert.ok(others.every(({ state }) => state === 'ended'));
        }
        if (caller.state === 'ended') {
          assert.ok(
            phones.every(({ state }) => state === 'ended'),
            'a phone rings, or waits, for a call that is over',
          );
          if (caller.winner !== undefined) assert.equal(phones[Number(caller.winner)]?.reason, caller.reason);
          else if (caller.reason === 'cancelled' || caller.reason === 'no-answer') {
            const accepted = phones.filter(({ reason }) => reason === 'hung-up');
            assert.ok(accepted.length <= PHONES);
            assert.ok(phones.every(({ reason }) => [caller.reason, 'declined', 'hung-up'].includes(reason)));
          }
        }
        if (caller.state === 'ringing') assert.ok(phones.every(({ state }) => state !== 'accepted'));
      }),
      { numRuns: 3000 },
    );
  });
});
