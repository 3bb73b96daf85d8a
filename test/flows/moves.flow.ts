import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { connectionStates } from '../support/media.js';
import { startSite } from '../support/site.js';
import { allMeet, pageWith, Person, tag } from './support/person.js';

/** Ada's call stands in a box beside another box; Bob is in the call. */
async function meetInBoxes(test: TestContext): Promise<{ ada: Person; bob: Person }> {
  const site = await startSite(test);
  const browser = await launchChromium(test);
  const boxes = `<div id="here">${tag({ 'display-name': 'Ada', 'auto-join': true })}</div><div id="there"><p>Another box</p></div>`;
  const ada = await Person.opens(browser, await site.page(pageWith(boxes)), 'Ada');
  const bob = await Person.comes(browser, site, 'Bob');
  await allMeet(ada, bob);
  return { ada, bob };
}

const liveTracks = (person: Person): Promise<number> =>
  person.run(() => window.__flow.tracks.filter(({ readyState }) => readyState === 'live').length);

describe('A call whose element is moved', () => {
  const MOVES = {
    append: () => document.querySelector('#there')?.append(document.querySelector('call-room') ?? ''),
    moveBefore: () => {
      const there = document.querySelector<Element & { moveBefore(node: Node, child: Node | null): void }>('#there');
      const room = document.querySelector('call-room');
      if (room) there?.moveBefore(room, there.firstChild);
    },
    // What frameworks do that put a list in another order.
    'remove and append in one go': () => {
      const room = document.querySelector('call-room');
      room?.remove();
      document.querySelector('#there')?.append(room ?? '');
    },
  };
  for (const [how, move] of Object.entries(MOVES)) {
    it(`goes on: ${how}`, async (test) => {
      const { ada, bob } = await meetInBoxes(test);
      const links = await ada.connected();
      await ada.run(move);
      await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);

      assert.ok(await ada.run(() => document.querySelector('#there > call-room') !== null), 'it was moved');
      assert.deepEqual(await ada.connected(), links, 'the links are those from before');
      assert.deepEqual(
        (await bob.events()).filter(({ type }) => type === 'call-participant-left'),
        [],
        'nobody noticed',
      );
      await allMeet(ada, bob);
      await ada.tab.waitFor(() => {
        const players = [...(document.querySelector('call-room')?.shadowRoot?.querySelectorAll('audio') ?? [])];
        return players.length === 1 && players.every(({ paused }) => !paused);
      }, 'the sound goes on');
    });
  }
});

describe('A call whose element is removed', () => {
  it('ends, releases camera and microphone, and begins anew when the element is put back', async (test) => {
    const { ada, bob } = await meetInBoxes(test);
    await ada.run(() => {
      const room = document.querySelector('call-room');
      (window as Window & { kept?: Element | null }).kept = room;
      room?.remove();
    });
    await ada.tab.waitFor(
      () => window.__flow.tracks.every(({ readyState }) => readyState === 'ended'),
      'the camera light is off',
    );
    assert.deepEqual(
      (await connectionStates(ada.tab.page)).filter((state) => state !== 'closed'),
      [],
    );
    assert.ok(await ada.run(() => window.__flow.sockets.every(({ readyState }) => readyState >= WebSocket.CLOSING)));
    await bob.sees();

    await ada.run(() => document.querySelector('#there')?.append((window as Window & { kept?: Element | null }).kept ?? ''));
    await allMeet(ada, bob);
    assert.equal(await liveTracks(ada), 2);
    assert.equal((await ada.connected()).length, 1);
  });

  it('leaves nothing open when that happens while it joins', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const bob = await Person.comes(browser, site, 'Bob');
    await bob.waitForState('joined');
    const ada = await Person.opens(browser, await site.page(pageWith('<p>Nothing yet</p>')), 'Ada');
    await ada.run(
      (html: string) => {
        document.body.insertAdjacentHTML('beforeend', html);
        const room = document.querySelector('call-room');
        room?.addEventListener('call-state-change', ({ state }) => state === 'joining' && room.remove());
      },
      tag({ 'display-name': 'Ada', 'auto-join': true }),
    );
    await ada.tab.waitFor(() => !document.querySelector('call-room'), 'the element is gone');
    await ada.tab.waitFor(
      () => window.__flow.tracks.every(({ readyState }) => readyState === 'ended'),
      'the camera light is off',
    );
    assert.deepEqual(
      (await connectionStates(ada.tab.page)).filter((state) => state !== 'closed'),
      [],
    );
    await bob.sees();
  });
});
