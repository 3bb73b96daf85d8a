import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KeyInput } from 'puppeteer-core';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { Person } from './support/person.js';

/** Presses of Tab after which something can't be reached. */
const MOST_TABS = 12;

/** What a screen reader would say of the focused element. */
const focused = (person: Person): Promise<string> =>
  person.run(() => {
    const element = window.__flow.focused();
    if (!element) return 'nothing';
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
  });

async function tabTo(person: Person, name: string): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < MOST_TABS; count += 1) {
    const now = await focused(person);
    if (now === name) return;
    passed.push(now);
    await person.tab.page.keyboard.press('Tab');
  }
  assert.fail(`"${name}" can't be reached by Tab; passed ${passed.join(', ')}`);
}

async function press(person: Person, name: string, key: KeyInput): Promise<void> {
  await tabTo(person, name);
  await person.tab.page.keyboard.press(key);
}

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
