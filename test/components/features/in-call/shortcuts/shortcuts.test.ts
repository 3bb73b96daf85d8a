import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, joined, must, textOf } from '../../../../support/rooms.js';

const press = async (key: string): Promise<void> => sendKeys({ press: key });

/** A room that has the focus, and whose microphone and camera are on. */
async function ready(): Promise<CallRoom> {
  const room = await joined();
  await waitUntil(() => deep(room, '[part~="more-button"]'), 'no further controls');
  await waitUntil(() => room.localParticipant.audio && room.localParticipant.video, 'no devices');
  must(room, '.stage').focus();
  return room;
}

describe('keyboard shortcuts', function () {
  this.timeout(40_000);

  it('mute, and turn the camera off', async () => {
    const room = await ready();
    await press('m');
    await waitUntil(() => !room.localParticipant.audio, 'not muted');
    await press('v');
    await waitUntil(() => !room.localParticipant.video, 'the camera stays on');
  });

  it('are listed in a dialog, which Escape closes', async () => {
    const room = await ready();
    await press('?');
    await waitUntil(() => deep(room, 'dialog[open]') && deep(room, 'dl'), 'no list');
    expect(textOf(must(room, 'dl'))).to.contain('M Mute or unmute the microphone');
    await auditOf(room);
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Close', 'the focus is not in the dialog');
    // Nothing behind a dialog is meant.
    await press('m');
    expect(room.localParticipant.audio).to.equal(true);
    await press('Escape');
    await waitUntil(() => !deep(room, 'dialog'), 'the dialog stays');
    expect(room.shadowRoot?.activeElement).to.equal(must(room, '.stage'));
  });

  it('leave the keys of the page alone, and all keys with no-shortcuts', async () => {
    const room = await ready();
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
    const room = await ready();
    room.toggleAttribute('no-announcements', true);
    await waitUntil(() => textOf(must(room, '.said')) === '', 'what was said before stays');
    room.say('said-joined');
    await room.updateComplete;
    expect(textOf(must(room, '.said'))).to.equal('');
  });
});
