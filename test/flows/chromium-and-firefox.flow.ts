import { describe, it } from 'node:test';
import { launchChromium, launchFirefox, noFirefox } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, Person } from './support/person.js';

describe('Chromium and Firefox in one call', { skip: noFirefox }, () => {
  it('see and hear each other when Firefox joins last', async (test) => {
    const site = await startSite(test);
    const [chromium, firefox] = [await launchChromium(test), await launchFirefox(test)];
    const ada = await Person.comes(chromium, site, 'Ada');
    await ada.waitForState('joined');
    const bob = await Person.comes(firefox, site, 'Bob');
    await allMeet(ada, bob);
  });

  it('see and hear each other when Chromium joins last', async (test) => {
    const site = await startSite(test);
    const [chromium, firefox] = [await launchChromium(test), await launchFirefox(test)];
    const ada = await Person.comes(firefox, site, 'Ada');
    await ada.waitForState('joined');
    const bob = await Person.comes(chromium, site, 'Bob');
    await allMeet(ada, bob);
  });
});
