import { expect, fixture, html } from '@open-wc/testing';
import type { CallRoom } from '../../../../components/index.js';
import { CallErrorEvent } from '../../../../components/call/call-events.js';
import { CallError } from '../../../../components/call/errors.js';
import { Devices } from '../../../../components/call/extras/devices.js';
import { MEMORY_KEY } from '../../../../components/features/devices/memory.js';
import { uniqueName } from '../../../support/endpoints.js';
import { waitUntil } from '../../../support/patience.js';
import { auditOf, deep, focused, must, stateOf, textOf } from '../../../support/rooms.js';

/** A lobby where the page gives no name. */
const nameless = (forgets = false): Promise<CallRoom> =>
  fixture<CallRoom>(
    html`<call-room signaling="/signal" room=${uniqueName()} ice-servers="[]" ?no-remember=${forgets}></call-room>`,
  );

/** Once the rest of it is there, and the devices are open. */
async function complete(room: CallRoom): Promise<CallRoom> {
  await waitUntil(() => deep(room, 'level-meter') && room.localParticipant.audio, 'the lobby stays bare');
  return room;
}

const fieldOf = (room: CallRoom): HTMLInputElement => must<HTMLInputElement>(room, 'input[name="name"]');

/** Chooses the last microphone that can be chosen, as a person does; undefined where there is but one. */
async function chooseLastMicrophone(room: CallRoom): Promise<string | undefined> {
  const list = await Devices.of(room.call).list();
  const ids = list
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default')
    .map(({ deviceId }) => deviceId);
  if (ids.length < 2) return undefined;
  await waitUntil(() => deep(room, 'select[name="audioinput"]'), 'no choice of a microphone');
  const select = must<HTMLSelectElement>(room, 'select[name="audioinput"]');
  select.value = ids.at(-1) ?? '';
  select.dispatchEvent(new Event('change'));
  return ids.at(-1);
}

const microphoneOf = (room: CallRoom): string | undefined => room.call.media.track('audio')?.getSettings().deviceId;

describe('the lobby', () => {
  beforeEach(() => localStorage.removeItem(MEMORY_KEY));
  afterEach(() => localStorage.removeItem(MEMORY_KEY));

  it('gets its devices while a person writes, without disturbing that', async () => {
    const room = await nameless();
    await stateOf(room, 'lobby');
    fieldOf(room).focus();
    fieldOf(room).value = 'Gra';
    await complete(room);
    expect([focused(), fieldOf(room).value]).to.deep.equal([fieldOf(room), 'Gra']);
    await auditOf(room);
  });

  it('takes the microphone that is chosen, and remembers name, device and camera for the next time', async () => {
    const room = await complete(await nameless());
    const chosen = await chooseLastMicrophone(room);
    if (chosen) await waitUntil(() => microphoneOf(room) === chosen, 'another microphone');
    await room.toggleCamera(false);
    fieldOf(room).value = 'Grace';
    must<HTMLFormElement>(room, 'form').requestSubmit();
    await stateOf(room, 'joined');
    room.remove();

    const next = await complete(await nameless());
    await waitUntil(() => fieldOf(next).value === 'Grace', 'the name is forgotten');
    expect([next.localParticipant.video, next.call.media.preferences.video]).to.deep.equal([false, 'off']);
    if (chosen) await waitUntil(() => microphoneOf(next) === chosen, 'the microphone is forgotten');
  });

  it('remembers nothing with no-remember', async () => {
    const room = await complete(await nameless(true));
    await chooseLastMicrophone(room);
    fieldOf(room).value = 'Grace';
    must<HTMLFormElement>(room, 'form').requestSubmit();
    await stateOf(room, 'joined');
    expect(localStorage.getItem(MEMORY_KEY)).to.equal(null);
  });

  it('says where to allow what was denied', async () => {
    const room = await complete(await nameless());
    const error = new CallError('device-denied-by-user', { recoverable: true, device: 'camera' });
    room.call.media.dispatchEvent(new CallErrorEvent(error));
    await waitUntil(() => deep(room, '[part="guide"]'), 'no guide');
    expect(textOf(must(room, '[part="guide"]'))).to.match(/your camera/);
    await auditOf(room);
  });
});
