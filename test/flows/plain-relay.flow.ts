import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { atEnd } from '../support/at-end.js';
import { launchChromium } from '../support/browser.js';
import { connectionStates } from '../support/media.js';
import { startSite } from '../support/site.js';
import { Chatterer } from './support/chatterer.js';
import { allMeet, Person } from './support/person.js';

/** People that a call holds on a plain relay at most, this one not counted; and a spare connection. */
const MOST_OTHERS = 32;

describe('A call over a relay that knows nothing of calls', () => {
  it('lets three people see and hear each other, leave and come back', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const attributes = { signaling: site.relayUrl('three') };
    const ada = await Person.comes(browser, site, 'Ada', attributes);
    const bob = await Person.comes(browser, site, 'Bob', attributes);
    const cleo = await Person.comes(browser, site, 'Cleo', attributes);
    await allMeet(ada, bob, cleo);

    await cleo.clickPart('leave-button');
    await Promise.all([ada.sees('Bob'), bob.sees('Ada')]);
    await cleo.click('call-room >>> ::-p-text(Join again)');
    await allMeet(ada, bob, cleo);
    for (const person of [ada, bob, cleo]) assert.equal((await person.connected()).length, 2);
  });

  it('comes about and goes on while a stranger sends junk on the same socket', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    // With the room in the path, all meet at one URL, the stranger too.
    const attributes = { signaling: `${site.relayUrl('junk')}/{room}` };
    const chatterer = await Chatterer.comes(`${site.relayUrl('junk')}/flow`);
    atEnd(test, () => chatterer.stops());
    chatterer.talks();

    const people = [
      await Person.comes(browser, site, 'Ada', attributes),
      await Person.comes(browser, site, 'Bob', attributes),
      await Person.comes(browser, site, 'Cleo', attributes),
    ];
    await Promise.all(people.map((person) => person.receivesFrom(...people.filter((other) => other !== person))));
    const links = await Promise.all(people.map((person) => person.connected()));

    // Now also lies about those who are there, while binary frames and large ones fall from the sky.
    const before = chatterer.said;
    chatterer.lies();
    site.relay.say(Buffer.alloc(1_000_000, 1));
    site.relay.say('['.repeat(1_000_000));
    await Promise.all(people.map((person) => person.goesOnReceiving()));
    assert.ok(chatterer.said > before, 'the stranger was talking all the time');

    for (const [index, person] of people.entries()) {
      assert.deepEqual(await person.connected(), links[index], 'the links are those from before');
      assert.ok((await person.others()).length <= MOST_OTHERS);
      const open = (await connectionStates(person.tab.page)).filter((state) => state !== 'closed');
      assert.ok(open.length <= MOST_OTHERS + 1, `${open.length} peer connections are open`);
      const tiles = await person.tiles();
      for (const { name } of people) {
        assert.equal(tiles.filter((tile) => tile.name.startsWith(name)).length, 1, `${name} is there, once`);
      }
      assert.equal(await person.tab.page.title(), 'A page', 'no name became markup');
    }
  });
});
