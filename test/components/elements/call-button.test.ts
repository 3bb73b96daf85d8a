import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../../components/elements/call-button/call-button.js';
import type { CallButton, CallEndedEvent, CallErrorEvent } from '../../../components/elements/call-button/call-button.js';
import type { Phone } from '../../../components/call/index.js';
import { BUTTON_ENGLISH, type ButtonMessages } from '../../../components/i18n/button-catalogue.js';
import type { Language } from '../../../components/i18n/languages/language-for.js';
import { RINGING_ENGLISH } from '../../../components/i18n/ringing-catalogue.js';
import { countConnections, uniqueName } from '../../support/endpoints.js';
import { watchNew } from '../../support/new-objects.js';
import { waitUntil } from '../../support/patience.js';
import { endRinging, incomingAt, openPhone } from '../../support/ringing.js';
import { auditOf, deep, focused, must, textOf } from '../../support/rooms.js';

/** What a tag may say besides whom to call. */
interface Settings {
  to?: string;
  view?: 'dialog' | 'inline';
  content?: TemplateResult | string;
}

const LANGUAGE_TAGS = ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt', 'zh-Hans'] as const satisfies readonly Language[];

/** What a button says in a language. */
async function buttonTexts(lang: Language): Promise<ButtonMessages> {
  const { BUTTON } = (await import(`../../../components/i18n/languages/${lang}/button.ts`)) as { BUTTON: ButtonMessages };
  return BUTTON;
}

/** A silent button in a page of its own. */
const buttonTo = ({ to = uniqueName('nobody'), view = 'dialog', content = 'Call us' }: Settings = {}): Promise<CallButton> =>
  fixture<CallButton>(
    html`<call-button signaling="/signal" to=${to} view=${view} display-name="Ada" ice-servers="[]" no-sound
      >${content}</call-button
    >`,
  );

/** A phone that can be reached, and a button that calls it. */
async function buttonAndPhone(settings: Settings = {}): Promise<[CallButton, Phone]> {
  const to = uniqueName('phone');
  const phone = await openPhone('signal', to, { displayName: 'Grace' });
  return [await buttonTo({ ...settings, to }), phone];
}

const reached = (button: CallButton, state: CallButton['state']): Promise<void> =>
  waitUntil(() => button.state === state, `the button is not ${state}`);
const endOf = async (button: CallButton): Promise<string> => (await oneEvent<CallEndedEvent>(button, 'call-ended')).reason;
const part = (button: CallButton, name: string): HTMLElement => must(button, `[part~=${name}]`);
/** What a person reads in the panel, without what is only said. */
const statusOf = async (button: CallButton, text: string): Promise<void> =>
  waitUntil(() => textOf(deep(button, '[part~=status]')) === text, `the panel does not say “${text}”`);
const saidBy = (button: CallButton): string => textOf(must(button, 'call-panel').shadowRoot?.querySelector('[role=log]'));

/** A talk: the button's call, accepted. */
async function talking(settings: Settings = {}): Promise<[CallButton, Phone]> {
  const [button, phone] = await buttonAndPhone(settings);
  button.click();
  (await incomingAt(phone)).accept();
  await reached(button, 'connected');
  return [button, phone];
}

describe('<call-button>', function () {
  this.timeout(60_000);
  afterEach(endRinging);

  describe('before it is pressed', () => {
    it('is a button with the words of the page, or its own', async () => {
      const button = await buttonTo();
      expect(textOf(button)).to.equal('Call us');
      expect(button.state).to.equal('idle');
      expect(button.matches(':state(idle)')).to.equal(true);
      await auditOf(button);
      const bare = await buttonTo({ content: '' });
      expect(part(bare, 'button').textContent).to.equal(BUTTON_ENGLISH['button-label']);
      bare.messages = { 'button-label': 'Anrufen' };
      expect(part(bare, 'button').textContent).to.equal('Anrufen');
    });

    it('speaks the language around it, as soon as its words have come', async () => {
      for (const lang of LANGUAGE_TAGS) {
        const texts = await buttonTexts(lang);
        const around = await fixture<HTMLElement>(html`<div lang=${lang}><call-button to="nobody"></call-button></div>`);
        const button = around.firstElementChild as CallButton;
        const label = part(button, 'label').querySelector('slot');
        await waitUntil(() => label?.textContent === texts['button-label'], `it does not speak ${lang}`);
        expect(label?.lang).to.equal(lang);
        await auditOf(button);
        // Its page may change its mind, or be of a language that there are no texts in.
        around.lang = 'nl';
        await waitUntil(() => label?.textContent === BUTTON_ENGLISH['button-label'], 'it does not come back to English');
        expect(label?.lang).to.equal('en');
        around.lang = lang;
        await waitUntil(() => label?.textContent === texts['button-label'], `it does not speak ${lang} again`);
        button.messages = { 'button-label': 'Ring!' };
        expect([label?.textContent, label?.lang]).to.eql(['Ring!', '']);
      }
    });

    it('loads no words on an English page, nor on one that does not say what it speaks', async () => {
      const wordsLoaded = (): number =>
        performance.getEntriesByType('resource').filter(({ name }) => /button-words/.test(name)).length;
      const before = wordsLoaded();
      for (const lang of ['en', 'EN-gb', '']) {
        const around = await fixture<HTMLElement>(html`<div lang=${lang}><call-button to="nobody"></call-button></div>`);
        expect(textOf(part(around.firstElementChild as CallButton, 'label'))).to.equal(BUTTON_ENGLISH['button-label']);
      }
      expect(wordsLoaded()).to.equal(before);
    });

    it('opens no socket and no sound, and asks for no device', async () => {
      const sockets = watchNew('WebSocket');
      const contexts = watchNew('AudioContext');
      const button = await buttonTo();
      await aTimeout(0);
      expect([...sockets.made, ...contexts.made]).to.deep.equal([]);
      expect(deep(button, 'call-panel')).to.equal(undefined);
      sockets.restore();
      contexts.restore();
    });

    it('has its attributes as properties', async () => {
      const button = await buttonTo();
      Object.assign(button, { video: true, subject: 'My order', ringTimeout: 20, for: 'there' });
      expect(button.getAttribute('video')).to.equal('');
      expect(button.getAttribute('subject')).to.equal('My order');
      expect(button.getAttribute('ring-timeout')).to.equal('20');
      expect(button.getAttribute('for')).to.equal('there');
      expect(button.ringTimeout).to.equal(20);
      Object.assign(button, { video: false, subject: undefined, for: null, ringTimeout: undefined });
      expect(button.video).to.equal(false);
      expect(button.hasAttribute('subject')).to.equal(false);
      expect(button.ringTimeout).to.equal(undefined);
      expect(button.for).to.equal('');
      for (const name of ['iceServers', 'getToken', 'messages']) expect(name in button, name).to.equal(true);
    });

    it('takes over what was set before it was known', () => {
      const early = document.createElement('call-button-to-be');
      Object.assign(early, { to: 'support', iceServers: [], messages: { 'button-label': 'Anrufen' } });
      customElements.define('call-button-to-be', class extends (customElements.get('call-button') as typeof HTMLElement) {});
      customElements.upgrade(early);
      expect(early.getAttribute('to')).to.equal('support');
      expect(early).to.have.deep.property('iceServers', []);
      expect(early.shadowRoot?.textContent).to.equal('Anrufen');
    });

    it('can’t call from outside the document', () => {
      const button = document.createElement('call-button');
      expect(() => button.call())
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
      expect(() => button.hangUp()).not.to.throw();
    });
  });

  describe('when it is pressed', () => {
    it('rings, connects and shows the call with a timer', async () => {
      const [button, phone] = await buttonAndPhone();
      const told: string[] = [];
      for (const type of ['call-ringing', 'call-accepted', 'call-ended'] as const) {
        button.addEventListener(type, ({ call }) => told.push(`${type} ${call.state}`));
      }
      button.click();
      expect(button.state).to.equal('loading');
      expect(part(button, 'button').ariaBusy).to.equal('true');
      await reached(button, 'ringing');
      await statusOf(button, RINGING_ENGLISH.ringing);
      const incoming = await incomingAt(phone);
      expect([incoming.remoteName, incoming.video]).to.deep.equal(['Ada', false]);
      incoming.accept();
      await reached(button, 'connected');
      await statusOf(button, 'Connected to Grace');
      expect(part(button, 'timer').textContent).to.match(/^\d+:\d\d$/);
      await waitUntil(() => deep(button, 'call-tile'), 'nobody is shown');
      expect(button.matches(':state(connected)')).to.equal(true);
      button.hangUp();
      await reached(button, 'ended');
      await statusOf(button, RINGING_ENGLISH['end-hung-up']);
      expect(deep(button, 'call-room')).to.equal(undefined);
      expect(told).to.deep.equal(['call-ringing ringing', 'call-accepted accepted', 'call-ended ended']);
    });

    it('says aloud where the call stands', async () => {
      const [button, phone] = await buttonAndPhone();
      button.click();
      (await incomingAt(phone)).decline('We are closed.');
      await reached(button, 'ended');
      await waitUntil(() => saidBy(button).includes('We are closed.'), 'the words are not said');
      expect(saidBy(button)).to.include(RINGING_ENGLISH['end-declined']);
    });

    it('proposes pictures and a subject, by attribute or by method', async () => {
      const [button, phone] = await buttonAndPhone();
      button.subject = 'My order';
      button.call({ video: true });
      const incoming = await incomingAt(phone);
      expect([incoming.video, incoming.subject]).to.deep.equal([true, 'My order']);
      button.hangUp();
    });

    it('is audited in each state', async () => {
      const [button, phone] = await buttonAndPhone({ view: 'inline' });
      button.click();
      const incoming = await incomingAt(phone);
      await statusOf(button, RINGING_ENGLISH.ringing);
      await auditOf(button);
      incoming.accept();
      await reached(button, 'connected');
      await statusOf(button, 'Connected to Grace');
      await auditOf(button);
      button.hangUp();
      await statusOf(button, RINGING_ENGLISH['end-hung-up']);
      await auditOf(button);
    });

    it('calls once, however often it is pressed', async () => {
      const [button, phone] = await buttonAndPhone();
      for (const press of [() => button.click(), () => button.call(), () => button.click()]) press();
      await reached(button, 'ringing');
      button.call();
      expect(phone.calls).to.have.length(1);
      button.hangUp();
    });
  });

  describe('a call that does not come about', () => {
    it('says that nobody is there, and calls again', async () => {
      const button = await buttonTo();
      button.click();
      expect(await endOf(button)).to.equal('unavailable');
      await statusOf(button, RINGING_ENGLISH['end-unavailable']);
      const phone = await openPhone('signal', button.to);
      part(button, 'again-button').click();
      await incomingAt(phone);
      button.hangUp();
    });

    it('shows the words of whoever declines as text', async () => {
      const [button, phone] = await buttonAndPhone();
      button.click();
      (await incomingAt(phone)).decline('<b>Later</b>');
      await reached(button, 'ended');
      await waitUntil(() => deep(button, '[part~=words]'), 'no words');
      expect(textOf(part(button, 'words'))).to.equal('“<b>Later</b>”');
      expect(textOf(part(button, 'status'))).to.equal(RINGING_ENGLISH['end-declined']);
    });

    it('says that it is busy', async () => {
      const [button, phone] = await talking();
      const other = await buttonTo({ to: button.to });
      other.click();
      expect(await endOf(other)).to.equal('busy');
      expect(phone.calls).to.have.length(1);
    });

    it('says that nobody answered, after its patience', async () => {
      const [button] = await buttonAndPhone();
      button.ringTimeout = 1;
      button.click();
      expect(await endOf(button)).to.equal('no-answer');
      await statusOf(button, RINGING_ENGLISH['end-no-answer']);
    });

    for (const [attribute, code, key] of [
      ['signaling', 'signaling-missing', 'button-signaling-missing'],
      ['to', 'room-missing', 'button-to-missing'],
    ] as const) {
      it(`says what the tag lacks: ${attribute}`, async () => {
        const button = await buttonTo();
        button.removeAttribute(attribute);
        const failed = oneEvent<CallErrorEvent>(button, 'call-error');
        button.click();
        const { error, message } = await failed;
        expect([error.code, message]).to.deep.equal([code, RINGING_ENGLISH[key]]);
        await statusOf(button, RINGING_ENGLISH[key]);
        expect(button.state).to.equal('ended');
      });
    }

    it('says how to allow the microphone that was refused', async () => {
      const devices = navigator.mediaDevices;
      const getUserMedia = devices.getUserMedia.bind(devices);
      devices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      const button = await buttonTo();
      button.click();
      expect(await endOf(button)).to.equal('media-failed');
      await waitUntil(() => /Allow it beside the address bar, then call again/.test(textOf(deep(button, '[part~=status]'))));
      devices.getUserMedia = getUserMedia;
    });
  });

  describe('for whoever changes their mind', () => {
    it('cancels, closes and gives the focus back', async () => {
      const [button, phone] = await buttonAndPhone();
      button.focus();
      await sendKeys({ press: 'Enter' });
      const incoming = await incomingAt(phone);
      await waitUntil(() => focused() === part(button, 'cancel-button'), 'the focus is elsewhere');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => incoming.state === 'ended', 'it still rings');
      expect(incoming.reason).to.equal('cancelled');
      expect(button.state).to.equal('idle');
      expect(deep(button, 'call-panel')).to.equal(undefined);
      expect(focused() === part(button, 'button')).to.equal(true);
    });

    it('cancels by Escape while it rings', async () => {
      const [button, phone] = await buttonAndPhone();
      button.click();
      const incoming = await incomingAt(phone);
      await statusOf(button, RINGING_ENGLISH.ringing);
      await sendKeys({ press: 'Escape' });
      await reached(button, 'idle');
      await waitUntil(() => incoming.state === 'ended', 'it still rings');
    });

    it('does not end a talk by Escape', async () => {
      const [button] = await talking();
      await waitUntil(() => deep(button, 'call-room'), 'there is no call');
      for (let times = 0; times < 3; times++) await sendKeys({ press: 'Escape' });
      expect(button.state).to.equal('connected');
      expect(must(button, 'dialog').matches(':modal')).to.equal(true);
    });

    it('has the focus on what there is to do next when the other hangs up, and keeps it there', async () => {
      const outside = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);
      const [button, phone] = await talking();
      await waitUntil(() => deep(button, '[part~=leave-button]'), 'there is no leave button');
      part(button, 'leave-button').focus();
      expect(focused()).to.equal(part(button, 'leave-button'));
      phone.calls[0]?.hangUp();
      await reached(button, 'ended');
      await waitUntil(() => focused() === deep(button, '[part~=again-button]'), 'the focus is lost');
      // Over the end, through the browser's own bar, and back: Firefox would not find the way out of there in the next file either.
      for (let times = 0; times < 3; times++) {
        await sendKeys({ press: 'Tab' });
        expect(focused()).not.to.equal(outside);
        expect(focused()).not.to.equal(part(button, 'button'));
      }
      expect(focused()).not.to.equal(document.body);
      part(button, 'close-button').click();
      expect(focused()).to.equal(part(button, 'button'));
    });

    it('stops loading', async () => {
      const button = await buttonTo();
      button.click();
      button.hangUp();
      expect(button.state).to.equal('idle');
      await aTimeout(0);
      expect(deep(button, 'call-panel')).to.equal(undefined);
    });

    it('ends by the leave button of the call', async () => {
      const [button, phone] = await talking();
      await waitUntil(() => deep(button, '[part~=leave-button]'), 'there is no leave button');
      const ended = endOf(button);
      part(button, 'leave-button').click();
      expect(await ended).to.equal('hung-up');
      await waitUntil(() => phone.calls.length === 0, 'the call goes on at the phone');
      await waitUntil(() => deep(button, '[part~=close-button]'), 'it can’t be closed');
      part(button, 'close-button').click();
      expect(button.state).to.equal('idle');
    });
  });

  describe('in its place', () => {
    it('is a dialog above the page by default', async () => {
      const [button] = await buttonAndPhone();
      button.click();
      await reached(button, 'ringing');
      expect(must(button, 'dialog').matches(':modal')).to.equal(true);
      expect(must(button, 'dialog').ariaLabel).to.equal('Call us');
      button.hangUp();
    });

    it('takes the place of the button with view="inline"', async () => {
      const [button] = await buttonAndPhone({ view: 'inline' });
      button.click();
      await reached(button, 'ringing');
      expect(deep(button, 'dialog')).to.equal(undefined);
      expect(getComputedStyle(part(button, 'button')).display).to.equal('none');
      button.hangUp();
      await reached(button, 'idle');
      expect(getComputedStyle(part(button, 'button')).display).not.to.equal('none');
    });

    it('appears in the element that it names', async () => {
      const [button] = await buttonAndPhone();
      const place = await fixture<HTMLElement>(html`<div id="place"></div>`);
      button.for = 'place';
      button.click();
      await reached(button, 'ringing');
      expect(place.firstElementChild?.localName).to.equal('call-panel');
      button.hangUp();
      await reached(button, 'idle');
      expect(place.childElementCount).to.equal(0);
    });

    it('shows the words of the page for each state', async () => {
      const content = html`Call us<b slot="ringing">Wait for Grace</b><i slot="ended">Goodbye</i>`;
      const [button, phone] = await buttonAndPhone({ content });
      button.click();
      await reached(button, 'ringing');
      const words = button.querySelector('b') as HTMLElement;
      await waitUntil(() => words.checkVisibility(), 'the words are not shown');
      expect(must(button, 'dialog').ariaLabel).to.equal('Call us');
      await waitUntil(() => saidBy(button).includes('Wait for Grace'), 'the words are not said');
      (await incomingAt(phone)).decline();
      await waitUntil(() => !words.checkVisibility() && button.querySelector('i')?.checkVisibility(), 'no farewell');
    });
  });

  describe('in a page that changes', () => {
    it('keeps the call when it is moved, and its dialog above the page', async () => {
      const [button] = await talking();
      await waitUntil(() => deep(button, 'call-room'), 'there is no call');
      const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
      elsewhere.append(button);
      await aTimeout(0);
      expect(button.state).to.equal('connected');
      expect(must(button, 'dialog').matches(':modal')).to.equal(true);
    });

    it('hangs up when it is removed, lets go of everything, and can be inserted again', async () => {
      const before = await countConnections('signal');
      const [button, phone] = await buttonAndPhone();
      button.click();
      const incoming = await incomingAt(phone);
      const parent = button.parentElement as HTMLElement;
      button.remove();
      await waitUntil(() => incoming.state === 'ended', 'it still rings');
      expect(incoming.reason).to.equal('cancelled');
      expect(button.state).to.equal('idle');
      phone.close();
      await waitUntil(async () => (await countConnections('signal')) <= before, 'a socket stays open');
      parent.append(button);
      const again = await openPhone('signal', button.to);
      button.click();
      await incomingAt(again);
      button.hangUp();
    });

    it('does not open what was still loading when it was removed', async () => {
      const button = await buttonTo();
      const parent = button.parentElement as HTMLElement;
      button.click();
      button.remove();
      await aTimeout(0);
      parent.append(button);
      await aTimeout(0);
      expect(button.state).to.equal('idle');
      expect(deep(button, 'call-panel')).to.equal(undefined);
    });
  });
});
