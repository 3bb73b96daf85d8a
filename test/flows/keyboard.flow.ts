import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { focused, press, tabTo } from './support/keyboard.js';
import { Person } from './support/person.js';

/** From now on notes, frame by frame, in which state of the call nothing has the focus. */
const watchFocus = (person: Person): Promise<void> =>
  person.run(() => {
    const lost = new Set<string>();
    (window as Window & { lostFocus?: Set<string> }).lostFocus = lost;
    const look = (): void => {
      if (!window.__flow.focused()) lost.add(document.querySelector('call-room')?.state ?? 'no call');
      requestAnimationFrame(look);
    };
    look();
  });

const focusLostIn = (person: Person): Promise<string[]> =>
  person.run(() => [...((window as Window & { lostFocus?: Set<string> }).lostFocus ?? ['not watched'])]);

describe('With nothing but a keyboard', () => {
  it('a person joins, mutes, leaves and joins again, and never loses the focus', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', { 'display-name': undefined, 'auto-join': undefined });

    await tabTo(bob, 'Your name');
    await watchFocus(bob);
    await bob.tab.page.keyboard.type('Bob');
    await bob.tab.page.keyboard.press('Enter');
    await bob.waitForState('joined');
    await ada.sees('Bob');

    await press(bob, 'Mute microphone', 'Space');
    await ada.sees('Bob, muted');
    assert.equal(await focused(bob), 'Unmute microphone', 'the focus stays on the button');
    await press(bob, 'Turn camera off', 'Enter');
    await ada.sees('Bob, muted, camera off');
    await press(bob, 'Turn camera on', 'Enter');
    await ada.sees('Bob, muted');

    await press(bob, 'Leave call', 'Enter');
    await bob.waitForText('You left the call');
    await ada.sees();
    await press(bob, 'Join again', 'Space');
    await bob.waitForState('joined');
    await ada.sees('Bob, muted');
    assert.deepEqual(await focusLostIn(bob), []);
  });

  it('the focus goes round through every control and out of the call', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    await ada.waitForState('joined');
    await ada.tab.waitFor(() => document.querySelector('call-room')?.localParticipant.audio, 'the microphone is open');
    for (const name of ['Mute microphone', 'Turn camera off', 'Leave call', 'nothing']) await tabTo(ada, name);
  });
});
