import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MEMORY_KEY } from '../../../../../components/features/devices/memory.js';
import type { RoomPanel } from '../../../../../components/features/in-call/panels/room-panel.js';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, joined, must, pair, textOf } from '../../../../support/rooms.js';

const press = async (key: string): Promise<void> => sendKeys({ press: key });

/** Waits for the further controls of a room and for its devices, and gives it the focus. */
async function ready(room: CallRoom): Promise<CallRoom> {
  await waitUntil(() => deep(room, '[part~="more-button"]'), 'no further controls');
  await waitUntil(() => room.localParticipant.audio && room.localParticipant.video, 'no devices');
  must(room, '.stage').focus();
  return room;
}

/** What has the focus, as a failed test may say it: of elements themselves it would say more than a page can hold. */
const focusedClass = (): string | undefined => focused()?.className;

describe('keyboard shortcuts', function () {
  this.timeout(60_000);

  afterEach(() => localStorage.removeItem(MEMORY_KEY));

  it('mute, turn the camera off, raise a hand, and are named by the controls', async () => {
    const room = await ready(await joined());
    const keys = ['mic', 'camera', 'chat', 'people'].map((name) =>
      must(room, `[part~="${name}-button"]`).getAttribute('aria-keyshortcuts'),
    );
    expect(keys).to.deep.equal(['M', 'V', 'C', 'P']);
    await auditOf(room);
    await press('m');
    await waitUntil(() => !room.localParticipant.audio, 'not muted');
    await press('v');
    await waitUntil(() => !room.localParticipant.video, 'the camera stays on');
    await press('r');
    await waitUntil(() => room.localParticipant.handRaisedAt !== undefined, 'no hand is raised');
  });

  it('let somebody who is muted talk as long as Space is held', async () => {
    const [ada, bob] = await pair();
    await ready(bob);
    await ready(ada);
    const isHeard = (): boolean => bob.participants[0]?.audio === true;
    await ada.toggleMicrophone(false);
    await waitUntil(() => !isHeard(), 'not muted');
    await sendKeys({ down: ' ' });
    await waitUntil(isHeard, 'still muted');
    await sendKeys({ up: ' ' });
    await waitUntil(() => !isHeard(), 'not muted again');
    // Nor does anybody go on being heard who looks at something else with the key down.
    await sendKeys({ down: ' ' });
    await waitUntil(isHeard, 'still muted');
    window.dispatchEvent(new Event('blur'));
    await waitUntil(() => !isHeard(), 'heard after a look at something else');
    await sendKeys({ up: ' ' });
  });

  it('leave Space to the button that has the focus', async () => {
    const room = await ready(await joined());
    await room.toggleMicrophone(false);
    must(room, '[part~="camera-button"]').focus();
    await press(' ');
    await waitUntil(() => !room.localParticipant.video, 'the button was not pressed');
    expect(room.localParticipant.audio).to.equal(false);
  });

  it('are listed in a dialog, which Escape closes, as often as it is wanted', async () => {
    const room = await ready(await joined());
    for (const time of ['first', 'second']) {
      await press('?');
      await waitUntil(() => deep(room, 'dialog:modal') && deep(room, 'dl'), `no dialog the ${time} time`);
      expect(textOf(must(room, 'dl'))).to.contain('M Mute or unmute the microphone');
      await waitUntil(() => focused()?.getAttribute('aria-label') === 'Close', 'the focus is not in the dialog');
      await auditOf(room);
      // Nothing behind a dialog is meant.
      await press('m');
      expect(room.localParticipant.audio).to.equal(true);
      await press('Escape');
      await waitUntil(() => !deep(room, 'dialog'), 'the dialog stays');
      expect(focusedClass()).to.equal('stage');
    }
  });

  it('are listed in other words after those have changed while the dialog was closed', async () => {
    const room = await ready(await joined());
    await press('?');
    await waitUntil(() => deep(room, 'dialog:modal') && deep(room, 'dl'), 'no dialog');
    const panel = must<RoomPanel>(room, 'room-panel[modal]');
    await press('Escape');
    await waitUntil(() => !deep(room, 'dialog'), 'the dialog stays');
    room.messages = { 'panel-close': 'Away with it' };
    await waitUntil(() => panel.text('panel-close') === 'Away with it', 'the panel has not learnt it');
    // What failed in an update is told by this promise.
    await panel.updateComplete;
    await press('?');
    await waitUntil(() => deep(room, 'dialog:modal') && focused()?.getAttribute('aria-label') === 'Away with it', 'no dialog');
  });

  it('are switched off in that dialog, and stay so', async () => {
    const room = await ready(await joined());
    await press('?');
    await waitUntil(() => deep(room, 'dialog:modal') && deep(room, 'shortcuts-list'), 'no list');
    must<HTMLInputElement>(must(room, 'shortcuts-list'), 'input').click();
    must(room, '[part~="panel-close"]').click();
    await waitUntil(() => !deep(room, 'dialog'), 'the dialog stays');
    await waitUntil(() => !must(room, '[part~="mic-button"]').hasAttribute('aria-keyshortcuts'), 'the key is still named');
    must(room, '.stage').focus();
    await press('m');
    const another = await ready(await joined());
    await press('m');
    await nextFrame();
    expect([room, another].map(({ localParticipant }) => localParticipant.audio)).to.deep.equal([true, true]);
  });

  it('leave the keys of the page alone, and all keys with no-shortcuts', async () => {
    const room = await ready(await joined());
    const taken: boolean[] = [];
    const listen = (event: KeyboardEvent): unknown => taken.push(event.defaultPrevented);
    addEventListener('keydown', listen);
    const outside = document.createElement('button');
    document.body.append(outside);
    try {
      outside.focus();
      await press('m');
      must(room, '.stage').focus();
      await sendKeys({ down: 'Control' });
      await press('m');
      await sendKeys({ up: 'Control' });
      room.toggleAttribute('no-shortcuts', true);
      await press('m');
      await nextFrame();
      expect(room.localParticipant.audio).to.equal(true);
      expect(taken).not.to.include(true);
    } finally {
      removeEventListener('keydown', listen);
      outside.remove();
    }
  });

  it('say nothing with no-announcements', async () => {
    const room = await ready(await joined());
    room.toggleAttribute('no-announcements', true);
    await waitUntil(() => textOf(must(room, '.said')) === '', 'what was said before stays');
    room.say('said-joined');
    await room.updateComplete;
    expect(textOf(must(room, '.said'))).to.equal('');
  });
});
