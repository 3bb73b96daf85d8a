import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ParticipantEvent, StateChangeEvent } from '../../../../components/call/call-events.js';
import type { Participant, Quality } from '../../../../components/call/participant.js';
import type { RoomElement } from '../../../../components/controllers/room-registry.js';
import type { CallQualityChangeEvent } from '../../../../components/events/index.js';
import { QualityNews } from '../../../../components/features/in-call/quality-news.js';

const person = (id: string, quality: Quality = 'excellent', local = false): Participant =>
  ({ id, displayName: id, local, quality }) as Participant;

/** As much of a room as its news of quality needs. */
class StandIn extends EventTarget {
  readonly call = new EventTarget();
  readonly said: string[] = [];
  readonly events: string[] = [];
  localParticipant = person('me', 'excellent', true);
  participants: Participant[];

  constructor(test: TestContext, ...others: Participant[]) {
    super();
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    this.participants = others;
    this.addEventListener('call-quality-change', (event) => {
      const { participant, quality, previous } = event as CallQualityChangeEvent;
      this.events.push(`${participant.id} ${previous} ${quality}`);
    });
    new QualityNews(this as unknown as RoomElement);
  }

  text = (key: string): string => key;

  say(key: string, { name }: { name?: string } = {}): void {
    this.said.push(name ? `${key} ${name}` : key);
  }

  becomes(id: string, quality: Quality): void {
    const previous = [...this.participants, this.localParticipant].find((one) => one.id === id);
    assert.ok(previous);
    const participant = { ...previous, quality };
    if (previous.local) this.localParticipant = participant;
    else this.participants = this.participants.map((one) => (one.id === id ? participant : one));
    this.call.dispatchEvent(new ParticipantEvent('participantchange', participant, previous));
  }

  leaves(id: string): void {
    const [gone] = this.participants.filter((one) => one.id === id);
    assert.ok(gone);
    this.participants = this.participants.filter((one) => one.id !== id);
    this.call.dispatchEvent(new ParticipantEvent('participantleft', gone));
  }
}

const MOMENT = 2000;
const AFTERMATH = 10_000;
const WHILE = 30_000;

describe('news of quality', () => {
  it('are events, those of before it was listened to as well', (test) => {
    const room = new StandIn(test, person('bob', 'good'), person('cleo', 'unknown'));
    const { events } = room;
    room.becomes('bob', 'poor');
    room.becomes('me', 'good');
    assert.deepEqual(events, ['bob unknown good', 'me unknown excellent', 'bob good poor', 'me excellent good']);
  });

  it('are said once, until all was well for a while', (test) => {
    const room = new StandIn(test, person('bob'));
    room.becomes('bob', 'poor');
    assert.deepEqual(room.said, []);
    test.mock.timers.tick(MOMENT);
    assert.deepEqual(room.said, ['said-poor bob']);
    room.becomes('bob', 'good');
    test.mock.timers.tick(WHILE - 1);
    room.becomes('bob', 'poor');
    test.mock.timers.tick(WHILE);
    assert.equal(room.said.length, 1);
    room.becomes('bob', 'good');
    test.mock.timers.tick(WHILE);
    room.becomes('bob', 'poor');
    test.mock.timers.tick(MOMENT);
    assert.equal(room.said.length, 2);
  });

  it('are not said of what is over at once', (test) => {
    const room = new StandIn(test, person('bob'));
    room.becomes('bob', 'lost');
    test.mock.timers.tick(MOMENT - 1);
    room.becomes('bob', 'excellent');
    test.mock.timers.tick(WHILE);
    assert.deepEqual(room.said, []);
  });

  it('are said again when it gets worse, not when it gets a little better', (test) => {
    const room = new StandIn(test, person('bob'));
    for (const quality of ['poor', 'lost', 'poor', 'lost'] as const) {
      room.becomes('bob', quality);
      test.mock.timers.tick(MOMENT);
    }
    assert.deepEqual(room.said, ['said-poor bob', 'said-lost bob']);
  });

  it('are said of oneself alone when it is one’s own trouble', (test) => {
    const room = new StandIn(test, person('bob'), person('cleo'));
    room.becomes('bob', 'poor');
    test.mock.timers.tick(MOMENT / 2);
    room.becomes('cleo', 'lost');
    room.becomes('me', 'poor');
    test.mock.timers.tick(WHILE);
    assert.deepEqual(room.said, ['said-own-poor']);
    room.becomes('me', 'good');
    room.becomes('bob', 'good');
    // It may be only that not everything rises at once.
    test.mock.timers.tick(AFTERMATH - 1);
    assert.deepEqual(room.said, ['said-own-poor']);
    test.mock.timers.tick(1);
    assert.deepEqual(room.said, ['said-own-poor', 'said-lost cleo']);
  });

  it('are not said of oneself, too, when they were of everybody else', (test) => {
    const room = new StandIn(test, person('bob'));
    room.becomes('bob', 'poor');
    test.mock.timers.tick(MOMENT);
    room.becomes('me', 'poor');
    test.mock.timers.tick(WHILE);
    assert.deepEqual(room.said, ['said-poor bob']);
  });

  it('leave it to signaling to say that there is no connection at all', (test) => {
    const room = new StandIn(test, person('bob'));
    room.becomes('bob', 'lost');
    room.becomes('me', 'lost');
    test.mock.timers.tick(WHILE);
    assert.deepEqual(room.said, []);
  });

  it('say nothing of those who left, nor after the call', (test) => {
    const room = new StandIn(test, person('bob'), person('cleo'));
    room.becomes('bob', 'poor');
    room.becomes('cleo', 'poor');
    room.leaves('bob');
    room.call.dispatchEvent(new StateChangeEvent('left', 'joined', 'left'));
    test.mock.timers.tick(WHILE);
    assert.deepEqual(room.said, []);
  });
});
