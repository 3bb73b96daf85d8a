import { expect, fixture, html } from '@open-wc/testing';
import type { CallTile } from '../../../../../components/elements/call-tile/call-tile.js';
import type { CallRoom } from '../../../../../components/index.js';
import type { Participant } from '../../../../../components/call/participant.js';
import { uniqueName } from '../../../../support/endpoints.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, focused, joined, must } from '../../../../support/rooms.js';

/** Three people in a room on one page; the first has all that a call needs beyond its first frame. */
async function three(): Promise<[CallRoom, CallRoom, CallRoom]> {
  const name = uniqueName();
  const rooms: [CallRoom, CallRoom, CallRoom] = [await joined(name), await joined(name, '', 'Bob'), await joined(name, '', 'Cy')];
  const [room] = rooms;
  room.style.setProperty('inline-size', '900px');
  await waitUntil(() => !!room.inCall && room.participants.every((one) => one.connectionState === 'connected'), 'no call');
  await waitUntil(() => cells(room).length === 3, 'the stage is not there');
  return rooms;
}

const tiles = (room: CallRoom): CallTile[] => [...(room.shadowRoot?.querySelectorAll<CallTile>('.grid > call-tile') ?? [])];
const cells = (room: CallRoom): HTMLElement[] => [...(room.shadowRoot?.querySelectorAll<HTMLElement>('.cell') ?? [])];
const find = (room: CallRoom, label: string): HTMLButtonElement => must<HTMLButtonElement>(room, `button[aria-label='${label}']`);

/** The tile of somebody. */
function tileOf(room: CallRoom, name: string): CallTile {
  const tile = tiles(room).find(({ participant }) => participant?.displayName === name);
  if (!tile) throw new Error(`${name} has no tile`);
  return tile;
}

const areaOf = (element: Element): number => {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
};

/** Waits until one tile is much larger than all others. */
const isLarge = (room: CallRoom, name: string): Promise<void> =>
  waitUntil(
    () => tiles(room).every((tile) => tile === tileOf(room, name) || areaOf(tile) * 3 < areaOf(tileOf(room, name))),
    `${name} is not large`,
  );

const isEqual = (room: CallRoom): Promise<void> =>
  waitUntil(() => new Set(tiles(room).map((tile) => Math.round(areaOf(tile)))).size === 1, 'not all are of the same size');

const press = (element: Element, key: string): boolean =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('the stage of a call', function () {
  this.timeout(60_000);

  it('changes the layout in a call, and each picture stays in its element', async () => {
    const [room] = await three();
    await isEqual(room);
    const before = tiles(room);
    const streams = before.map((tile) => must<HTMLVideoElement>(tile, 'video').srcObject);
    await auditOf(room);

    room.layout = 'spotlight';
    await waitUntil(() => new Set(tiles(room).map((tile) => Math.round(areaOf(tile)))).size === 2, 'nobody is large');
    const [largest] = [...tiles(room)].sort((one, other) => areaOf(other) - areaOf(one));
    expect(largest?.participant?.local).to.equal(false);
    await auditOf(room);

    room.layout = 'floating';
    const own = tileOf(room, 'Ada');
    await waitUntil(() => areaOf(own) * 2 < areaOf(tileOf(room, 'Bob')) && areaOf(own) > 0, 'one’s own picture is not small');
    await auditOf(room);

    expect(tiles(room)).to.deep.equal(before);
    expect(tiles(room).map((tile) => must<HTMLVideoElement>(tile, 'video').srcObject)).to.deep.equal(streams);
  });

  it('pins somebody by a button or a double click, says so, and lets go of whoever leaves', async () => {
    const [room, bob] = await three();
    const button = find(room, 'Pin Bob');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.focus();
    button.click();
    await isLarge(room, 'Bob');
    expect(focused()).to.equal(button);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    await waitUntil(() => must(room, '.said').textContent?.includes('Bob is pinned') === true, 'it is not said');
    await auditOf(room);

    button.click();
    await isEqual(room);
    must(room, '.cell').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await waitUntil(() => room.inCall?.stage.pinned === room.participants[0]?.id, 'a double click pins nobody');

    room.inCall?.stage.pin(room.participants.find(({ displayName }) => displayName === 'Bob')?.id);
    await isLarge(room, 'Bob');
    bob.leave();
    await waitUntil(() => tiles(room).length === 2, 'he is still there');
    await isEqual(room);
    expect(room.inCall?.stage.pinned).to.equal(undefined);
  });

  it('moves one’s own picture by keys, and by a press for whoever can’t drag', async () => {
    const [room] = await three();
    room.layout = 'floating';
    await waitUntil(() => !!room.shadowRoot?.querySelector('.handle'), 'nothing floats');
    const handle = find(room, 'Move your picture to another corner');
    const own = tileOf(room, 'Ada');
    const place = (): string => {
      const stage = must(room, '.grid').getBoundingClientRect();
      const { left, right, top, bottom } = own.getBoundingClientRect();
      return `${top + bottom < stage.top + stage.bottom ? 'top' : 'bottom'} ${left + right < stage.left + stage.right ? 'left' : 'right'}`;
    };
    const reaches = (wanted: string): Promise<void> => waitUntil(() => place() === wanted, `the picture is not at the ${wanted}`);
    await reaches('bottom right');
    handle.focus();
    press(handle, 'ArrowUp');
    await reaches('top right');
    press(handle, 'ArrowLeft');
    await reaches('top left');
    expect(focused()).to.equal(handle);
    await waitUntil(() => must(room, '.said').textContent?.includes('at the top left') === true, 'it is not said');
    handle.click();
    await reaches('bottom left');
  });

  it('turns pages where there are too many, and shows nobody who is on another one', async () => {
    const [room] = await three();
    // First of all: pages of another size would be turned otherwise.
    room.style.setProperty('inline-size', '420px');
    await waitUntil(() => must(room, '.grid').clientWidth <= 420, 'the room is not narrow');
    const [, stranger] = room.participants;
    const crowd = Array.from(
      { length: 20 },
      (_, index) => ({ ...stranger, id: `p${index}`, displayName: `P${index}`, speaking: false }) as Participant,
    );
    Object.defineProperty(room, 'participants', { get: () => crowd });
    room.requestUpdate();
    await waitUntil(() => !!room.shadowRoot?.querySelector('.pager'), 'there are no pages');
    const shown = (): string[] =>
      tiles(room)
        .filter((tile) => areaOf(tile) > 0)
        .map((tile) => tile.participant?.displayName ?? '');
    expect(shown()).to.include('P0').and.to.include('Ada').and.not.to.include('P19');
    expect(find(room, 'Previous page').getAttribute('aria-disabled')).to.equal('true');
    await auditOf(room);

    const next = find(room, 'Next page');
    next.focus();
    next.click();
    // Whoever comes first is on the first page, however large pages are, which the stage may still find out.
    await waitUntil(() => shown().length > 0 && !shown().includes('P0'), 'the page is not turned');
    expect(focused()).to.equal(next);
    await waitUntil(() => /Page 2 of \d/.test(must(room, '.said').textContent ?? ''), 'it is not said');
    const second = shown();
    find(room, 'Previous page').click();
    await waitUntil(() => shown().includes('P0'), 'the page is not turned back');
    expect(shown().filter((name) => second.includes(name))).to.eql([]);
  });

  it('is the grid of the first frame, until it is loaded', async () => {
    const room = await fixture<CallRoom>(
      html`<call-room signaling="/signal" room=${uniqueName()} layout="spotlight" auto-join></call-room>`,
    );
    await waitUntil(() => tiles(room).length === 1 && areaOf(tiles(room)[0] ?? room) > 0, 'there is no tile');
    expect(room.layout).to.equal('spotlight');
  });
});
