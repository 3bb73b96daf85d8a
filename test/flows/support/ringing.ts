import type { CallButton, CallButtonState } from '../../../components/elements/call-button/call-button.js';
import type { CallPhone } from '../../../components/elements/call-phone/call-phone.js';
import type { TestBrowser } from '../../support/browser.js';
import type { Site } from '../../support/site.js';
import { element, pageWith, Person, type Attributes, type Coming } from './person.js';

const SCRIPTS = {
  button: '<script type="module" src="/cdn/call-button.js"></script>',
  phone: '<script type="module" src="/cdn/call-phone.js"></script>',
};
/** Sounds are none of the flows' business. */
const SILENT: Attributes = { 'no-sound': true };

/** Whom everybody calls unless they say otherwise. */
export const DESK = 'support';

/** A shop's page: text around a button that calls. */
export const shopPage = (attributes: Attributes): string =>
  pageWith(`<p>Questions? ${element('call-button', { to: DESK, ...SILENT, ...attributes }, 'Call us')}</p>`, SCRIPTS.button);

/** An agent's page: other work, and a phone. */
export const deskPage = (attributes: Attributes): string =>
  pageWith(
    `<button id="work">Other work</button>${element('call-phone', { user: DESK, ring: 'all', ...SILENT, ...attributes })}`,
    SCRIPTS.phone,
  );

/** Somebody on a page with a button. */
export class Caller extends Person {
  /** Opens a shop's page; nothing is pressed yet. */
  static async visits(
    browser: TestBrowser,
    site: Site,
    name: string,
    attributes: Attributes = {},
    coming: Coming = {},
  ): Promise<Caller> {
    const page = await site.page(shopPage({ 'display-name': name, ...attributes }), coming);
    const { tab } = await Person.opens(browser, page, name, coming);
    return new Caller(name, tab, { audio: true, video: attributes['video'] !== undefined });
  }

  /** Presses the button. */
  presses(): Promise<void> {
    return this.click('call-button >>> [part~="button"]');
  }

  /** Waits until the call stands there. */
  async isIn(state: CallButtonState): Promise<void> {
    const isThere = (wanted: string): boolean => document.querySelector<CallButton>('call-button')?.state === wanted;
    await this.tab.waitFor(isThere, `the call of ${this.name} is ${state}`, { args: [state] });
  }

  /** Waits until the panel says so. */
  reads(text: string): Promise<void> {
    return readsIn(this, 'call-panel', text);
  }

  /** Presses a button of the panel. */
  pressesPart(part: string): Promise<void> {
    return this.click(`call-button >>> call-panel >>> [part~="${part}"]`);
  }

  /** Hangs up a call that stands, as a person does. */
  hangsUp(): Promise<void> {
    return this.click('call-button >>> call-panel >>> call-room >>> [part~="leave-button"]');
  }
}

/** Somebody on a page with a phone. */
export class Agent extends Person {
  /** Opens an agent's page, and waits until the phone can be reached. `sends` as the calls are that will come. */
  static async sits(
    browser: TestBrowser,
    site: Site,
    name: string,
    attributes: Attributes = {},
    coming: Coming = {},
    sends = { audio: true, video: false },
  ): Promise<Agent> {
    const page = await site.page(deskPage({ 'display-name': name, ...attributes }), coming);
    const { tab } = await Person.opens(browser, page, name, coming);
    const agent = new Agent(name, tab, sends);
    await agent.isOnline();
    return agent;
  }

  /** Waits until the phone can be reached. */
  async isOnline(): Promise<void> {
    await this.tab.waitFor(
      () => document.querySelector<CallPhone>('call-phone')?.state === 'online',
      `the phone of ${this.name} can be reached`,
    );
  }

  /** Waits until the phone can't be reached. */
  async isOffline(): Promise<void> {
    await this.tab.waitFor(
      () => document.querySelector<CallPhone>('call-phone')?.state === 'offline',
      `the phone of ${this.name} can’t be reached`,
    );
  }

  /** Waits until somebody's call rings, and nobody else's. */
  async hearsRinging(caller: string): Promise<void> {
    const rings = (wanted: string): boolean => {
      const calls = document.querySelector<CallPhone>('call-phone')?.calls ?? [];
      return calls.length === 1 && calls.every(({ state, remoteName }) => state === 'ringing' && remoteName === wanted);
    };
    await this.tab.waitFor(rings, `the call of ${caller} rings at ${this.name}’s`, { args: [caller] });
    await this.reads(caller);
  }

  /** Waits until there is no call any more. */
  async isFree(): Promise<void> {
    await this.tab.waitFor(
      () => document.querySelector<CallPhone>('call-phone')?.calls.length === 0,
      `there is no call at ${this.name}’s`,
    );
  }

  /** Waits until the call that was accepted is connected. */
  async isTalking(): Promise<void> {
    await this.tab.waitFor(
      () => document.querySelector<CallPhone>('call-phone')?.calls.some(({ state }) => state === 'connected'),
      `${this.name} talks`,
    );
  }

  /** Waits until the phone shows this. */
  reads(text: string): Promise<void> {
    return readsIn(this, 'call-phone', text);
  }

  /** Presses a button of the phone. */
  pressesPart(part: string): Promise<void> {
    return this.click(`call-phone >>> [part~="${part}"]`);
  }

  accepts(): Promise<void> {
    return this.pressesPart('accept-button');
  }

  /** Hangs up, as a person does. */
  hangsUp(): Promise<void> {
    return this.click('call-phone >>> call-room >>> [part~="leave-button"]');
  }

  /** Who called in vain, the last one first. */
  missed(): Promise<string[]> {
    return this.run(() => (document.querySelector<CallPhone>('call-phone')?.missed ?? []).map(({ remoteName }) => remoteName));
  }
}

/** Why calls ended here, in order, as the page was told. */
export const endings = async (person: Person): Promise<(string | undefined)[]> =>
  (await person.events()).filter(({ type }) => type === 'call-ended').map(({ reason }) => reason);

/** Waits until the page shows that two hear each other, and see what the two send. */
export async function talk(caller: Caller, agent: Agent): Promise<void> {
  await Promise.all([caller.isIn('connected'), agent.isTalking()]);
  await Promise.all([caller.meets(agent), agent.meets(caller)]);
}

/** Waits until this is to be seen in an element, and not only said to screen readers. */
async function readsIn(person: Person, tag: string, text: string): Promise<void> {
  const shows = (selector: string, wanted: string): boolean => {
    const root = window.__flow.find(selector)?.shadowRoot;
    return [...(root?.querySelectorAll(':not(.said, .said *)') ?? [])].some((element) => {
      const nodes = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      if (!nodes.some(isDrawn)) return false;
      return nodes
        .map(({ textContent }) => textContent ?? '')
        .join('')
        .includes(wanted);
    });
    function isDrawn(node: Node): boolean {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getClientRects().length > 0;
    }
  };
  await person.tab.waitFor(shows, `${person.name} reads “${text}”`, { args: [tag, text] });
}
