import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../components/index.js';
import type { CallRoom } from '../../components/index.js';
import { uniqueName } from './endpoints.js';
import { waitUntil } from './patience.js';

/** A `<call-room>` in the lobby of a room of its own, through the real server, without any outside ICE server. */
export const lobby = (room = uniqueName(), content: TemplateResult | string = ''): Promise<CallRoom> =>
  fixture<CallRoom>(html`<call-room signaling="/signal" room=${room} display-name="Ada" ice-servers="[]">${content}</call-room>`);

/** The same, in the room. */
export async function joined(room = uniqueName(), content: TemplateResult | string = '', name = 'Ada'): Promise<CallRoom> {
  const element = await fixture<CallRoom>(
    html`<call-room signaling="/signal" room=${room} display-name=${name} ice-servers="[]" auto-join>${content}</call-room>`,
  );
  await stateOf(element, 'joined');
  return element;
}

/** Two people in one room, on one page, who see each other. */
export async function pair(): Promise<[CallRoom, CallRoom]> {
  const room = uniqueName();
  const rooms: [CallRoom, CallRoom] = [await joined(room), await joined(room, '', 'Bob')];
  await waitUntil(
    () => rooms.every(({ participants }) => participants[0]?.connectionState === 'connected' && participants[0].audio),
    'the two are not connected',
  );
  for (const element of rooms) await element.updateComplete;
  return rooms;
}

/** Waits for a state of the call, and for the element to show it. */
export async function stateOf(element: CallRoom, state: CallRoom['state']): Promise<void> {
  await waitUntil(() => element.state === state, `the call is not ${state}`);
  await element.updateComplete;
}

/** What stands in a shadow root, and in those within it. */
export function deep<Found extends Element = HTMLElement>(root: Element, selector: string): Found | undefined {
  const shadow = root.shadowRoot;
  const found = shadow?.querySelector<Found>(selector);
  if (found) return found;
  for (const inner of shadow?.querySelectorAll('*') ?? []) {
    const deeper = inner.shadowRoot && deep<Found>(inner, selector);
    if (deeper) return deeper;
  }
  return undefined;
}

/** The same, which must be there. */
export function must<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
  const found = deep<Found>(root, selector);
  if (!found) throw new Error(`${root.localName} has no ${selector}`);
  return found;
}

/** What a person may read in an element. */
export const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What the element that has the focus is called, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Passes an accessibility audit (axe), once nothing fades in any more: half faded, no text has contrast. */
export async function auditOf(element: Element): Promise<void> {
  await Promise.all(animationsIn(element).map(({ finished }) => finished.catch(() => undefined)));
  await expect(element).to.be.accessible();
}

/** The animations of an element, in its shadow root, and in those within it, that come to an end. */
function animationsIn(element: Element): Animation[] {
  const own = element.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  return [...own, ...[...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap(animationsIn)];
}
