// Somebody's TypeScript: type-checked against the packed package, as it would be in a project that installed it.
import 'call-room';
import type { CallRoom } from 'call-room/call-room';
import type { CallButtonOptions } from 'call-room/call-button';
import type { CheckReport } from 'call-room/call-check';
import { Call, type Participant } from 'call-room/call';
import { BOUNDS, CLIENT, parseMessage } from 'call-room/protocol';

const room = document.querySelector('call-room');
if (room) {
  const same: CallRoom = room;
  same.room = 'standup';
  void same.join();
  const others: readonly Participant[] = same.participants;
  document.title = others.map(({ displayName, id }) => displayName || id).join();
}

document.createElement('local-video').setAttribute('for', 'call');
document.createElement('remote-video').setAttribute('for', 'call');
document.createElement('call-controls').setAttribute('for', 'call');

document.createElement('call-room').addEventListener('call-left', (event) => {
  document.title = event.reason;
});
document.createElement('call-room').addEventListener('call-error', (event) => {
  document.title = event.recoverable ? event.code : event.message;
  // @ts-expect-error events are facts: their fields are read-only
  event.code = 'device-unknown';
});

document.createElement('call-check').addEventListener('call-check-complete', ({ report }) => {
  const same: CheckReport = report;
  document.title = same.steps.map(({ name, state }) => `${name}: ${state}`).join();
  // @ts-expect-error a report is a fact
  same.state = 'passed';
});

const button = document.createElement('call-button');
const about: CallButtonOptions = { video: true, subject: 'An order' };
button.addEventListener('call-ended', ({ reason, call }) => {
  document.title = `${reason} ${call.remoteName}`;
});
button.call(about);

// @ts-expect-error there is no such attribute or property
document.createElement('call-room').rooom = 'standup';

const parsed = parseMessage('{}', CLIENT);
document.title = parsed.ok ? parsed.message.type : parsed.reason.slice(0, BOUNDS.text);

export const engine: typeof Call = Call;
