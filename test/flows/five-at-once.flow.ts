import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allJoinAtOnce, allMeet, Person, type Attributes } from './support/person.js';

describe('Five people', () => {
  it('join at the same instant, one without camera and one without microphone, and all that is sent arrives', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const inLobby = (name: string, attributes: Attributes = {}): Promise<Person> =>
      Person.comes(browser, site, name, { 'auto-join': undefined, ...attributes });
    const people = [
      await inLobby('Ada'),
      await inLobby('Bob'),
      await inLobby('Cleo', { video: 'none' }),
      await inLobby('Dora', { audio: 'none' }),
      await inLobby('Emil'),
    ];
    await allJoinAtOnce(...people);
    await allMeet(...people);

    const says = ['Ada', 'Bob', 'Cleo, camera off', 'Dora, muted', 'Emil'];
    for (const [index, person] of people.entries()) {
      await person.sees(...says.filter((_, other) => other !== index));
      assert.equal((await person.connected()).length, 4, 'one link to each, and none too many');
    }
  });
});
