import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, must, pair, textOf } from '../../../../support/rooms.js';

const press = async (key: string): Promise<void> => sendKeys({ press: key });
const isFull = (room: CallRoom): boolean => document.fullscreenElement === room;

/** What has the focus, as a failed test may say it. */
const focusedName = (): string => focused()?.getAttribute('aria-label') ?? focused()?.className ?? '';

async function itemOf(room: CallRoom): Promise<HTMLElement> {
  // The window gets its other size some time after it has begun to fill the screen, or to leave it; that closes a menu.
  await waitUntil(() => {
    if (!deep(room, '[role=menu]')) must(room, '[part~="more-button"]').click();
    return focused()?.getAttribute('role')?.startsWith('menuitem');
  }, 'the focus is not in the menu');
  return must(room, '[part=menu-item][aria-label="Full screen"]');
}

describe('a call in full screen', function () {
  this.timeout(60_000);

  /** Two people of whom the first has the focus. */
  async function two(): Promise<CallRoom> {
    const [ada] = await pair();
    await waitUntil(() => deep(ada, '[part~="more-button"]'), 'no further controls');
    must(ada, '.stage').focus();
    return ada;
  }

  afterEach(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
  });

  it('fills the screen with one key, has its panels and dialogs there, and leaves with the same key', async () => {
    const room = await two();
    await press('f');
    await waitUntil(() => isFull(room), 'not in full screen');
    const edges = (): number[] => {
      const { left, top, width, height } = must(room, '.stage').getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    };
    await waitUntil(() => edges().join() === [0, 0, innerWidth, innerHeight].join(), 'the stage does not fill the window');
    expect(focusedName()).to.equal('stage');
    await auditOf(room);
    await press('c');
    await waitUntil(() => deep(room, 'room-panel:not([hidden])'), 'no chat');
    must(room, '.stage').focus();
    await press('?');
    await waitUntil(() => deep(room, 'dialog:modal') && deep(room, 'dl'), 'no dialog');
    expect(textOf(must(room, 'dl'))).to.contain('F Fill the screen, or leave it');
    const dialog = must(room, 'dialog').getBoundingClientRect();
    const { x, y } = { x: dialog.left + dialog.width / 2, y: dialog.top + dialog.height / 2 };
    expect(document.elementFromPoint(x, y)?.localName).to.equal('call-room');
    must(room, 'dialog [part~="panel-close"]').click();
    await waitUntil(() => !deep(room, 'dialog'), 'the dialog stays');
    // Pressed nowhere in particular, it is meant for the call.
    (focused() as HTMLElement).blur();
    await press('f');
    await waitUntil(() => !document.fullscreenElement, 'still in full screen');
  });

  it('is an item of the menu that tells how it is, wherever that was changed', async () => {
    const room = await two();
    const item = await itemOf(room);
    expect(item.getAttribute('aria-checked')).to.equal('false');
    expect(item.getAttribute('aria-keyshortcuts')).to.equal('F');
    item.focus();
    await press('Enter');
    await waitUntil(() => isFull(room), 'not in full screen');
    expect(focusedName()).to.equal('More');
    const again = await itemOf(room);
    expect(again.getAttribute('aria-checked')).to.equal('true');
    await auditOf(room);
    // As Escape does, which the browser itself takes.
    await document.exitFullscreen();
    await waitUntil(() => !document.fullscreenElement, 'still in full screen');
    // In some browsers the menu has closed, as the window has another size now.
    if (deep(room, '[role=menu]')) must(room, '[part~="more-button"]').click();
    await waitUntil(() => !deep(room, '[role=menu]'), 'the menu stays');
    expect((await itemOf(room)).getAttribute('aria-checked')).to.equal('false');
  });

  it('ends with the call', async () => {
    const room = await two();
    await press('f');
    await waitUntil(() => isFull(room), 'not in full screen');
    room.leave();
    await waitUntil(() => !document.fullscreenElement, 'still in full screen');
  });
});
