import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { COUNT_TIMERS, Stocktaker, type Inventory } from './support/inventory.js';
import { pageWith, Person, tag } from './support/person.js';

/** After so many rounds everything has been loaded and compiled, and every cache is as full as it gets. */
const WARM = 10;
const ROUNDS = 50;
/** Of which every so many last until all is loaded that keeps a call good. */
const LONG = 5;

/**
 * What Chromium keeps of connections that are closed while an event of theirs is under way, by chance one in ten, and of
 * the last players. A leak would be one a round.
 */
const FEW_CLOSED = { peerConnections: 12, tracks: 16, streams: 8, players: 8 } as const;
/** Each of these connections and tracks keeps the one who listens to it: up to 28, where a leak would be at least 40. */
const FEW_LISTENERS = FEW_CLOSED.peerConnections + FEW_CLOSED.tracks;
/**
 * Tests make canvases to look at pictures, and Lit keeps a comment where something may be shown once more; since 3.3.1 also one
 * for each item that `repeat` removes (lit/lit#5298), of which there is one a round. A leaked tile would be at least ten.
 */
const FEW_NODES = 16 + ROUNDS;

/** What there may be in a page that is in no call: nothing of a call. */
const NOTHING = { openConnections: 0, sockets: 0, liveTracks: 0, audioContexts: 0, timers: 0, ...FEW_CLOSED } as const;

/** As long as it stands in a document, an element that has once been in a call looks where its tiles are. */
const IDLE = { ...NOTHING, timers: 1 } as const;

type Count = keyof Inventory;

/** What an inventory has more of than it may. */
const excess = (inventory: Inventory, most: Partial<Inventory>): string[] =>
  (Object.keys(most) as Count[]).filter((name) => inventory[name] > (most[name] ?? Infinity));

/** What may be there after many rounds, by what was there after a few. */
const levelWith = ({ nodes, listeners }: Inventory): Partial<Inventory> => ({
  listeners: listeners + FEW_LISTENERS,
  nodes: nodes + FEW_NODES,
});

const isLinked = (person: Person): Promise<unknown> =>
  person.tab.waitFor(() => window.__flow.connected().length > 0, `${person.name} is linked`);

/** Some stays end before the first frame, some later, some when everything is loaded. */
async function stay(person: Person, round: number): Promise<void> {
  await person.waitForState('joined');
  if (round % LONG === 0) await person.waitForUpkeep();
  else if (round % 2 === 0) await isLinked(person);
}

describe('A page', () => {
  it('holds no more after fifty joins and leaves than after ten, nor does that of the one who stays', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const bob = await Person.comes(browser, site, 'Bob', {}, { init: COUNT_TIMERS });
    const ada = await Person.comes(browser, site, 'Ada', { 'auto-join': undefined }, { init: COUNT_TIMERS });
    const stock = { ada: await Stocktaker.of(ada.tab.page), bob: await Stocktaker.of(bob.tab.page) };
    const visit = async (round: number): Promise<void> => {
      await ada.run(() => document.querySelector<CallRoom>('call-room')?.join());
      await stay(ada, round);
      await ada.run(() => document.querySelector<CallRoom>('call-room')?.leave());
    };

    for (let round = 1; round <= WARM; round += 1) await visit(round);
    const before = {
      ada: await stock.ada.settles((now) => excess(now, IDLE)),
      bob: await stock.bob.take(),
    };
    for (let round = WARM + 1; round <= ROUNDS; round += 1) await visit(round);
    const { ada: level, bob: his } = before;
    await stock.ada.settles((now) => excess(now, { ...IDLE, ...levelWith(level) }));
    // He is in a call: he has his camera, and a connection ready for whoever comes next.
    const { openConnections, sockets, liveTracks, timers } = his;
    await stock.bob.settles((now) =>
      excess(now, { ...FEW_CLOSED, ...levelWith(his), openConnections, sockets, liveTracks, timers }),
    );
    assert.deepEqual(site.signaling.size, { sockets: 1, rooms: 1, members: 1, addresses: 1 });
  });

  it('holds no more after its element was inserted and removed fifty times than after ten', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const bob = await Person.comes(browser, site, 'Bob');
    await bob.waitForState('joined');
    const ada = await Person.opens(browser, await site.page(pageWith('')), 'Ada', { init: COUNT_TIMERS });
    const stock = await Stocktaker.of(ada.tab.page);
    const visit = async (round: number): Promise<void> => {
      await ada.run(
        (html: string) => {
          document.body.innerHTML = html;
        },
        tag({ 'display-name': 'Ada', 'auto-join': true }),
      );
      // Some are removed before they have joined.
      if (round % 3 > 0) await stay(ada, round);
      await ada.run(() => document.body.replaceChildren());
    };

    for (let round = 1; round <= WARM; round += 1) await visit(round);
    const level = await stock.settles((now) => excess(now, NOTHING));
    for (let round = WARM + 1; round <= ROUNDS; round += 1) await visit(round);
    await stock.settles((now) => excess(now, { ...NOTHING, ...levelWith(level) }));
    assert.deepEqual(site.signaling.size, { sockets: 1, rooms: 1, members: 1, addresses: 1 });
  });
});
