import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { connectionStates } from '../support/media.js';
import { startSite } from '../support/site.js';
import { allJoinAtOnce, allMeet, Person } from './support/person.js';

const TIMES = 5;

describe('Two people who offer to each other at once', () => {
  for (const endpoint of ['relay', 'signal'] as const) {
    it(`end up with one link each, time after time (${endpoint})`, async (test) => {
      const site = await startSite(test);
      const browser = await launchChromium(test);
      const attributes = { signaling: endpoint === 'relay' ? site.relayUrl('glare') : '/signal', 'auto-join': undefined };
      const ada = await Person.comes(browser, site, 'Ada', attributes);
      const bob = await Person.comes(browser, site, 'Bob', attributes);
      for (let time = 0; time < TIMES; time += 1) {
        await allJoinAtOnce(ada, bob);
        await allMeet(ada, bob);
        for (const person of [ada, bob]) {
          assert.equal((await person.connected()).length, 1, `time ${time}`);
          const open = (await connectionStates(person.tab.page)).filter((state) => state !== 'closed');
          assert.ok(open.length <= 2, `time ${time}: besides the link at most one spare is open: ${open.join()}`);
        }
        await Promise.all([ada, bob].map((person) => person.run(leaveToTheLobby)));
      }
    });
  }
});

/** Runs in the page. */
function leaveToTheLobby(): void {
  const room = document.querySelector('call-room');
  room?.leave();
  const open = window.__peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
  if (open.length > 0) throw new Error(`${open.length} peer connections are still open`);
  room?.call.prepare();
}
