import assert from 'node:assert/strict';
import type { KeyInput } from 'puppeteer-core';
import type { Person } from './person.js';

/** Presses of Tab after which something can't be reached. */
const MOST_TABS = 12;

/** What a screen reader would say of the focused element. */
export const focused = (person: Person): Promise<string> =>
  person.run(() => {
    const element = window.__flow.focused();
    if (!element) return 'nothing';
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
  });

/** Presses Tab until something of this name has the focus. */
export async function tabTo(person: Person, name: string): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < MOST_TABS; count += 1) {
    const now = await focused(person);
    if (now === name) return;
    passed.push(now);
    await person.tab.page.keyboard.press('Tab');
  }
  assert.fail(`"${name}" can't be reached by Tab; passed ${passed.join(', ')}`);
}

/** Presses a key on what has this name, wherever the focus was. */
export async function press(person: Person, name: string, key: KeyInput): Promise<void> {
  await tabTo(person, name);
  await person.tab.page.keyboard.press(key);
}
