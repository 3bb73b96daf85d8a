import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallError } from '../../../components/call/errors.js';
import { CallQualityChangeEvent } from '../../../components/events/call-quality-change.js';
import * as events from '../../../components/events/index.js';
import type { Participant } from '../../../components/call/participant.js';

/** Events whose classes come with what tells of them. */
const LATER = 1;
const participant = { id: 'a' } as Participant;

describe('the events of the elements', () => {
  const all: Event[] = [
    new events.CallStateChangeEvent('joined', 'joining'),
    new events.CallJoinedEvent(),
    new events.CallLeftEvent('left'),
    new events.CallParticipantJoinedEvent(participant),
    new events.CallParticipantLeftEvent(participant),
    new events.CallParticipantChangeEvent(participant, undefined),
    new events.CallMediaChangeEvent(true, false, false),
    new events.CallErrorEvent(new CallError('room-full'), 'Full.'),
    new CallQualityChangeEvent(participant, 'unknown'),
  ];
  for (const event of all) {
    it(`${event.type} reaches listeners outside of every shadow root, and can’t be cancelled`, () => {
      assert.match(event.type, /^call-/);
      assert.ok(event.bubbles && event.composed && !event.cancelable);
    });
  }

  it('tell what failed, and say it to a person', () => {
    const event = new events.CallErrorEvent(new CallError('device-in-use', { recoverable: true, device: 'camera' }), 'Taken.');
    assert.deepEqual([event.code, event.recoverable, event.message], ['device-in-use', true, 'Taken.']);
  });

  it('are one class each', () => {
    assert.equal(new Set(all.map(({ constructor }) => constructor)).size, Object.keys(events).length + LATER);
  });
});
