import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../components/elements/call-phone/call-phone.js';
import type { CallIncomingEvent, CallPhone } from '../../../components/elements/call-phone/call-phone.js';
import type { OutgoingCall, PlaceCallOptions, RingingCall } from '../../../components/call/index.js';
import { RINGING_ENGLISH } from '../../../components/i18n/ringing-catalogue.js';
import { comeBack, countConnections, goDown, uniqueName } from '../../support/endpoints.js';
import { watchNew } from '../../support/new-objects.js';
import { watchNotifications } from '../../support/notifications.js';
import { waitUntil } from '../../support/patience.js';
import { callName, connected, endOf, endRinging, incomingAt, openPhone } from '../../support/ringing.js';
import { auditOf, deep, focused, must, textOf } from '../../support/rooms.js';

const TOLD = ['call-incoming', 'call-ringing', 'call-accepted', 'call-ended', 'call-missed', 'call-error'] as const;

/** A phone of Grace's at the real server, once it can be reached. Silent, unless the test is about sound. */
async function phoneOf(setUp: (phone: CallPhone) => void = () => {}): Promise<CallPhone> {
  const phone = await fixture<CallPhone>(
    html`<call-phone signaling="/signal" user=${uniqueName('desk')} display-name="Grace" ice-servers="[]" no-sound></call-phone>`,
  );
  setUp(phone);
  await online(phone);
  return phone;
}

async function online(phone: CallPhone): Promise<void> {
  await waitUntil(() => phone.state === 'online', 'the phone can’t be reached');
  await phone.updateComplete;
}

/** Ada calls; resolves once it rings. */
async function ringAt(phone: CallPhone, options: Partial<PlaceCallOptions> = {}): Promise<OutgoingCall> {
  const count = phone.calls.length;
  const call = callName('signal', phone.user, { displayName: 'Ada', ...options });
  await waitUntil(() => phone.calls.length > count, 'it does not ring');
  await phone.updateComplete;
  return call;
}

/** Ada calls, is answered, and the two are connected. */
async function talkAt(phone: CallPhone, options: Partial<PlaceCallOptions> = {}): Promise<OutgoingCall> {
  const call = await ringAt(phone, options);
  const [incoming] = phone.calls as [RingingCall];
  phone.accept();
  await connected(call, incoming);
  await phone.updateComplete;
  return call;
}

/** Types and reasons of what the phone tells, as long as the test runs. */
function eventsOf(phone: CallPhone): string[] {
  const told: string[] = [];
  for (const type of TOLD) {
    phone.addEventListener(type, (event) => {
      told.push('reason' in event ? `${event.type} ${event.reason}` : event.type);
    });
  }
  return told;
}

const part = (phone: CallPhone, name: string): HTMLElement | undefined => deep(phone, `[part~="${name}"]`);
const button = (phone: CallPhone, name: string): HTMLElement => must(phone, `[part~="${name}"]`);
const radio = (phone: CallPhone, value: string): HTMLInputElement => must<HTMLInputElement>(phone, `input[value=${value}]`);
const lineOf = (phone: CallPhone): string => textOf(must(phone, '[part=line]'));
const alertOf = (phone: CallPhone): string => textOf(must(phone, '.said[role=alert]'));
const saidBy = (phone: CallPhone): string => textOf(must(phone, '.said[role=log]'));
const inCall = (phone: CallPhone): CallPhone['calls'] => phone.calls.filter(({ state }) => state === 'connected');

describe('<call-phone>', function () {
  this.timeout(60_000);
  afterEach(endRinging);

  describe('that waits for calls', () => {
    it('says who one is, and that calls ring here', async () => {
      const phone = await phoneOf();
      expect(textOf(must(phone, '[part=title]'))).to.equal('Grace');
      expect(lineOf(phone)).to.equal(RINGING_ENGLISH['phone-online']);
      expect(phone.getAttribute('status')).to.equal('available');
      expect(textOf(must(phone, '.idle'))).to.equal(RINGING_ENGLISH.idle);
      await auditOf(phone);
    });

    it('lets the person be away by its switch: then nothing rings, and callers learn that nobody is available', async () => {
      const phone = await phoneOf();
      radio(phone, 'away').click();
      await phone.updateComplete;
      expect(phone.status).to.equal('away');
      expect(phone.getAttribute('status')).to.equal('away');
      expect(phone.matches(':state(away)')).to.equal(true);
      expect(lineOf(phone)).to.equal(RINGING_ENGLISH['phone-away']);
      const call = callName('signal', phone.user);
      expect(await endOf(call)).to.equal('unavailable');
      expect(part(phone, 'incoming')).to.equal(undefined);
      await auditOf(phone);
    });

    it('follows its attribute `status`, and takes the default for what is none', async () => {
      const phone = await phoneOf();
      phone.setAttribute('status', 'away');
      await phone.updateComplete;
      expect(radio(phone, 'away').checked).to.equal(true);
      phone.setAttribute('status', 'asleep');
      await phone.updateComplete;
      expect(phone.status).to.equal('available');
      expect(radio(phone, 'available').checked).to.equal(true);
    });

    it('says what its tag lacks', async () => {
      const phone = document.createElement('call-phone');
      phone.signaling = '/signal';
      const told = oneEvent<HTMLElementEventMap['call-error']>(phone, 'call-error');
      document.body.append(phone);
      expect((await told).message).to.equal(RINGING_ENGLISH['phone-user-missing']);
      expect(textOf(part(phone, 'error'))).to.equal(RINGING_ENGLISH['phone-user-missing']);
      expect(phone.error?.code).to.equal('room-missing');
      expect(() => phone.call('ada')).to.throw(DOMException);
      phone.user = uniqueName('desk');
      await online(phone);
      expect(part(phone, 'error')).to.equal(undefined);
      phone.remove();
    });

    it('says that it can’t be reached while the server is away, and rings again afterwards', async () => {
      const phone = await phoneOf();
      await goDown('signal');
      await waitUntil(() => phone.state === 'offline', 'nobody notices');
      await phone.updateComplete;
      expect(lineOf(phone)).to.equal(RINGING_ENGLISH['phone-offline']);
      expect(saidBy(phone)).to.equal(RINGING_ENGLISH['said-lost']);
      expect(phone.matches(':state(offline)')).to.equal(true);
      await auditOf(phone);
      await comeBack('signal');
      await online(phone);
      await ringAt(phone);
      expect(phone.matches(':state(ringing)')).to.equal(true);
    });

    it('refuses to answer what does not ring', async () => {
      const phone = await phoneOf();
      expect(() => phone.accept())
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
      expect(() => phone.decline())
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
      phone.hangUp();
    });
  });

  describe('that rings', () => {
    it('shows who calls and why, as text, and says it aloud', async () => {
      const phone = await phoneOf();
      await ringAt(phone, { displayName: '<b>Ada</b>', video: true, subject: 'Order <img src=x onerror=alert(1)>' });
      expect(textOf(part(phone, 'caller'))).to.equal('<b>Ada</b>');
      expect(textOf(part(phone, 'subject'))).to.equal('Order <img src=x onerror=alert(1)>');
      expect(deep(phone, 'img')).to.equal(undefined);
      expect(textOf(part(phone, 'incoming'))).to.contain(RINGING_ENGLISH['video-call']);
      expect(alertOf(phone)).to.equal('<b>Ada</b> is calling: Order <img src=x onerror=alert(1)>');
      expect(phone.matches(':state(ringing)')).to.equal(true);
      await auditOf(phone);
    });

    it('says each call once: the end of one is no news of the other', async () => {
      const phone = await phoneOf((one) => {
        one.callWaiting = true;
      });
      const [first, second] = [await ringAt(phone), await ringAt(phone, { displayName: 'Bob' })];
      const region = must(phone, '.said[role=alert]');
      const line = region.lastElementChild;
      expect([...region.children].map(textOf)).to.deep.equal(['Ada is calling', 'Bob is calling']);
      const changes: MutationRecord[] = [];
      const watch = new MutationObserver((records) => changes.push(...records));
      watch.observe(region, { childList: true, characterData: true, subtree: true });
      first.hangUp();
      await waitUntil(() => region.childElementCount === 1, 'it is still said');
      expect(region.firstElementChild).to.equal(line);
      expect(changes.filter(({ type, addedNodes }) => type === 'characterData' || addedNodes.length > 0)).to.deep.equal([]);
      watch.disconnect();
      second.hangUp();
    });

    it('has the focus on its accept button at once, and gives it back when the caller has gone', async () => {
      const before = await fixture<HTMLButtonElement>(html`<button>Orders</button>`);
      before.focus();
      const phone = await phoneOf();
      const call = await ringAt(phone);
      await waitUntil(() => focused() === button(phone, 'accept-button'), 'the focus stays elsewhere');
      call.hangUp();
      await waitUntil(() => focused() === before, 'the focus does not come back');
    });

    it('leaves the focus to whoever writes', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Note" />`);
      field.focus();
      const phone = await phoneOf();
      await ringAt(phone);
      await waitUntil(() => alertOf(phone) !== '', 'nothing is said');
      expect(focused()).to.equal(field);
    });

    it('is answered by one key, shows the call and how long it lasts, and gives back the focus at its end', async () => {
      const before = await fixture<HTMLButtonElement>(html`<button>Orders</button>`);
      before.focus();
      const phone = await phoneOf();
      const told = eventsOf(phone);
      const call = await ringAt(phone, { video: true });
      await waitUntil(() => focused() === button(phone, 'accept-button'), 'the focus stays elsewhere');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => inCall(phone).length === 1, 'not connected');
      await waitUntil(() => focused() === part(phone, 'call'), 'the focus is lost');
      expect(part(phone, 'incoming')).to.equal(undefined);
      expect(alertOf(phone)).to.equal('');
      const room = must<HTMLElementTagNameMap['call-room']>(phone, 'call-room');
      expect(room.call).to.equal(phone.calls[0]?.call);
      await waitUntil(() => room.participants[0]?.displayName === 'Ada' && room.localParticipant.video, 'no Ada, or no camera');
      expect(room.state).to.equal('joined');
      expect(textOf(part(phone, 'timer'))).to.match(/^\d+:\d\d$/);
      expect(phone.matches(':state(in-call)')).to.equal(true);
      await auditOf(phone);
      await room.updateComplete;
      must(room, '[part~="leave-button"]').click();
      expect(await endOf(call)).to.equal('hung-up');
      await phone.updateComplete;
      expect(textOf(part(phone, 'ended'))).to.match(/^The call with Ada has ended after \d+:\d\d\.$/);
      await waitUntil(() => focused() === before, 'the focus does not come back');
      expect(told).to.deep.equal(['call-incoming', 'call-ringing', 'call-accepted', 'call-ended hung-up']);
      await auditOf(phone);
      must(phone, '[part=ended] button').click();
      await phone.updateComplete;
      expect(part(phone, 'ended')).to.equal(undefined);
    });

    it('counts the seconds of a call', async () => {
      const phone = await phoneOf();
      await talkAt(phone);
      const first = textOf(part(phone, 'timer'));
      await waitUntil(() => textOf(part(phone, 'timer')) !== first, 'the clock stands still');
    });

    it('accepts without video', async () => {
      const phone = await phoneOf();
      await ringAt(phone, { video: true });
      button(phone, 'accept-audio-button').click();
      await waitUntil(() => inCall(phone).length === 1, 'not connected');
      const room = must<HTMLElementTagNameMap['call-room']>(phone, 'call-room');
      await waitUntil(() => room.localParticipant.audio, 'no microphone');
      expect(room.localParticipant.video).to.equal(false);
    });

    it('offers no video where the caller proposes none', async () => {
      const phone = await phoneOf();
      await ringAt(phone);
      expect(part(phone, 'accept-audio-button')).to.equal(undefined);
      expect(textOf(part(phone, 'incoming'))).to.contain(RINGING_ENGLISH['voice-call']);
    });

    it('declines, and is not told what it has done itself', async () => {
      const phone = await phoneOf();
      const told = eventsOf(phone);
      const call = await ringAt(phone);
      button(phone, 'decline-button').click();
      expect(await endOf(call)).to.equal('declined');
      await phone.updateComplete;
      expect(part(phone, 'ended')).to.equal(undefined);
      expect(phone.missed).to.deep.equal([]);
      expect(told).to.deep.equal(['call-incoming', 'call-ringing', 'call-ended declined']);
    });

    it('declines with ready words, or with one’s own', async () => {
      const phone = await phoneOf();
      const first = await ringAt(phone);
      must(phone, 'summary').click();
      await auditOf(phone);
      must(phone, '.ready button').click();
      expect(await endOf(first)).to.equal('declined');
      expect(first.text).to.equal(RINGING_ENGLISH['decline-later']);
      const second = await ringAt(phone);
      must(phone, 'summary').click();
      must<HTMLInputElement>(phone, 'input[name=words]').value = 'After <b>lunch</b>.';
      must<HTMLInputElement>(phone, 'input[name=words]').focus();
      await sendKeys({ press: 'Enter' });
      await endOf(second);
      expect(second.text).to.equal('After <b>lunch</b>.');
    });

    it('keeps what was missed in a list, and tells of it', async () => {
      const phone = await phoneOf();
      const told = eventsOf(phone);
      const call = await ringAt(phone, { displayName: '', subject: 'Order 12' });
      call.hangUp();
      await waitUntil(() => phone.missed.length === 1, 'not missed');
      await phone.updateComplete;
      expect(told).to.deep.equal(['call-incoming', 'call-ringing', 'call-ended cancelled', 'call-missed cancelled']);
      expect(phone.missed[0]).to.include({ remoteName: '', subject: 'Order 12', trusted: false, reason: 'cancelled' });
      expect(Object.isFrozen(phone.missed) && Object.isFrozen(phone.missed[0])).to.equal(true);
      expect(textOf(part(phone, 'missed-call'))).to.contain(RINGING_ENGLISH['unknown-caller']);
      expect(part(phone, 'call-back-button')).to.equal(undefined);
      await auditOf(phone);
      button(phone, 'clear-button').click();
      await phone.updateComplete;
      expect(phone.missed).to.deep.equal([]);
      expect(part(phone, 'missed')).to.equal(undefined);
    });

    it('calls back whoever has a phone', async () => {
      const user = uniqueName('ada');
      const ada = await openPhone('signal', user, { displayName: 'Ada' });
      const phone = await phoneOf();
      const missed = oneEvent(phone, 'call-missed');
      const call = ada.call(phone.user);
      await waitUntil(() => phone.calls.length === 1, 'it does not ring');
      call.hangUp();
      await missed;
      await phone.updateComplete;
      button(phone, 'call-back-button').click();
      const incoming = await incomingAt(ada);
      expect(incoming.remoteName).to.equal('Grace');
      await phone.updateComplete;
      expect(textOf(part(phone, 'outgoing'))).to.contain(user);
      await auditOf(phone);
      incoming.accept();
      await waitUntil(() => inCall(phone).length === 1, 'not connected');
    });

    it('has the focus on its cancel button when it calls back, and on what was pressed afterwards', async () => {
      const user = uniqueName('ada');
      const ada = await openPhone('signal', user);
      const phone = await phoneOf();
      const missed = oneEvent(phone, 'call-missed');
      const call = ada.call(phone.user);
      await waitUntil(() => phone.calls.length === 1, 'it does not ring');
      call.hangUp();
      await missed;
      await phone.updateComplete;
      button(phone, 'call-back-button').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused() === part(phone, 'cancel-button'), 'the focus is lost');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused() === part(phone, 'call-back-button'), 'the focus does not come back');
    });

    it('leaves a call to the page that wishes so, and rings all the same', async () => {
      const phone = await phoneOf();
      const told = eventsOf(phone);
      const { title } = document;
      phone.addEventListener('call-incoming', (event) => event.preventDefault());
      const incoming = oneEvent<CallIncomingEvent>(phone, 'call-incoming');
      const call = await ringAt(phone, { subject: 'Order 12' });
      const event = await incoming;
      expect([event.remoteName, event.video, event.subject]).to.deep.equal(['Ada', false, 'Order 12']);
      expect(part(phone, 'incoming')).to.equal(undefined);
      expect(alertOf(phone)).to.equal('');
      await waitUntil(() => document.title === 'Ada is calling', 'the title does not flash');
      event.call.accept();
      await connected(call, event.call);
      await phone.updateComplete;
      expect(deep(phone, 'call-room')).to.equal(undefined);
      expect(phone.matches(':state(in-call)')).to.equal(true);
      expect(document.title).to.equal(title);
      phone.hangUp();
      expect(await endOf(call)).to.equal('hung-up');
      expect(told).to.deep.equal(['call-incoming', 'call-ringing', 'call-accepted', 'call-ended hung-up']);
    });

    it('shows the page’s own interface for incoming calls where there is one', async () => {
      const phone = await phoneOf((one) => {
        one.innerHTML = '<p slot="incoming">Ring, ring</p><p slot="idle">Nobody calls</p>';
      });
      const [own, idle] = [...phone.children] as [HTMLElement, HTMLElement];
      await waitUntil(() => !own.checkVisibility() && idle.checkVisibility(), 'shown before it rings');
      await ringAt(phone);
      expect(phone.calls.map(({ state }) => state)).to.deep.equal(['ringing']);
      await waitUntil(() => own.checkVisibility() && !idle.checkVisibility(), 'not shown while it rings');
      expect(part(phone, 'accept-button')?.checkVisibility()).to.equal(false);
      phone.accept({ video: false });
      await waitUntil(() => inCall(phone).length === 1, 'not connected');
    });
  });

  describe('in a call', () => {
    it('is busy for others, whose calls are missed', async () => {
      const phone = await phoneOf();
      await talkAt(phone);
      expect(lineOf(phone)).to.equal(RINGING_ENGLISH['phone-busy']);
      const other = callName('signal', phone.user, { displayName: 'Bob' });
      expect(await endOf(other)).to.equal('busy');
      await waitUntil(() => phone.missed.length === 1, 'not missed');
      expect(phone.missed[0]).to.include({ remoteName: 'Bob', reason: 'busy' });
      expect(inCall(phone)).to.have.length(1);
    });

    it('is busy in a group for whom a colleague may answer: that is no missed call', async () => {
      const phone = await phoneOf((one) => {
        one.ring = 'all';
      });
      await talkAt(phone);
      const told = eventsOf(phone);
      const colleague = await openPhone('signal', phone.user, { ring: 'all' });
      const other = callName('signal', phone.user, { displayName: 'Bob' });
      (await incomingAt(colleague)).accept();
      await connected(other);
      expect(told).to.deep.equal(['call-ended busy']);
      expect(phone.missed).to.deep.equal([]);
    });

    it('rings with call-waiting, quietly, and ends the first call by accepting the second', async () => {
      const phone = await phoneOf((one) => {
        one.callWaiting = true;
      });
      const first = await talkAt(phone);
      const before = focused();
      await ringAt(phone, { displayName: 'Bob' });
      expect(textOf(part(phone, 'accept-button'))).to.equal(RINGING_ENGLISH['accept-ending']);
      expect(alertOf(phone)).to.equal('Bob is calling');
      expect(focused()).to.equal(before);
      await auditOf(phone);
      button(phone, 'accept-button').click();
      expect(await endOf(first)).to.equal('hung-up');
      await waitUntil(() => inCall(phone)[0]?.remoteName === 'Bob', 'not connected to Bob');
    });
  });

  describe('that calls', () => {
    it('says where the call stands, and is connected', async () => {
      const name = uniqueName('heinz');
      const heinz = await openPhone('signal', name, { displayName: 'Heinz' });
      const phone = await phoneOf();
      const told = eventsOf(phone);
      const call = phone.call(name, { subject: 'Order 12' });
      await waitUntil(() => textOf(part(phone, 'state')) === RINGING_ENGLISH.ringing, 'it does not ring');
      const incoming = await incomingAt(heinz);
      expect(incoming.subject).to.equal('Order 12');
      incoming.accept();
      await connected(call, incoming);
      await phone.updateComplete;
      expect(textOf(must(phone, '.running [part=caller]'))).to.equal('Heinz');
      expect(told).to.deep.equal(['call-ringing', 'call-accepted']);
      expect(() => phone.call(name))
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
      phone.hangUp();
      expect(await endOf(incoming)).to.equal('hung-up');
    });

    it('cancels by its button, without a word about it', async () => {
      const name = uniqueName('heinz');
      const heinz = await openPhone('signal', name);
      const phone = await phoneOf();
      phone.call(name);
      const incoming = await incomingAt(heinz);
      await phone.updateComplete;
      button(phone, 'cancel-button').click();
      expect(await endOf(incoming)).to.equal('cancelled');
      await phone.updateComplete;
      expect(part(phone, 'ended')).to.equal(undefined);
    });

    it('says why nothing came of it, with the other’s words', async () => {
      const name = uniqueName('heinz');
      const heinz = await openPhone('signal', name);
      const phone = await phoneOf();
      const call = phone.call(name);
      (await incomingAt(heinz)).decline('After <i>lunch</i>.');
      expect(await endOf(call)).to.equal('declined');
      await phone.updateComplete;
      expect(textOf(part(phone, 'ended'))).to.equal('Your call was declined. “After <i>lunch</i>.”');
      expect(saidBy(phone)).to.contain('Your call was declined.');
    });
  });

  describe('moved and removed', () => {
    it('keeps its call when it is moved', async () => {
      const phone = await phoneOf();
      await talkAt(phone);
      const [call] = phone.calls;
      const place = await fixture<HTMLElement>(html`<section></section>`);
      place.append(phone);
      await Promise.resolve();
      expect(phone.calls).to.deep.equal([call]);
      expect(call?.state).to.equal('connected');
      expect(phone.state).to.equal('online');
    });

    it('ends its calls and lets go of the server when it is removed, and rings again when it comes back', async () => {
      const phone = await phoneOf();
      const { title } = document;
      const call = await ringAt(phone);
      phone.remove();
      await endOf(call);
      expect(phone.calls).to.deep.equal([]);
      expect(phone.state).to.equal('offline');
      expect(document.title).to.equal(title);
      await waitUntil(async () => (await countConnections('signal')) === 0, 'the server has a connection left');
      document.body.append(phone);
      await online(phone);
      await ringAt(phone);
      phone.remove();
    });

    it('is called by its new name only', async () => {
      const phone = await phoneOf();
      const { user } = phone;
      phone.user = uniqueName('desk');
      await phone.updateComplete;
      await online(phone);
      expect(await endOf(callName('signal', user))).to.equal('unavailable');
      await ringAt(phone);
    });
  });

  describe('with sound and notifications', () => {
    it('makes sounds while it rings, and none with no-sound', async () => {
      const contexts = watchNew<AudioContext>('AudioContext');
      const phone = await phoneOf();
      (await ringAt(phone)).hangUp();
      await waitUntil(() => phone.calls.length === 0, 'it rings on');
      expect(contexts.made).to.have.length(0);
      phone.noSound = false;
      const call = await ringAt(phone);
      await waitUntil(() => contexts.made.length === 1, 'no sound');
      call.hangUp();
      await waitUntil(() => contexts.made[0]?.state === 'closed', 'it sounds on');
      contexts.restore();
    });

    it('offers notifications, asks for them only when its button is pressed, and shows them then', async () => {
      const watch = watchNotifications('default', 'granted');
      const phone = await phoneOf();
      expect(watch.asked).to.equal(0);
      button(phone, 'notify-button').click();
      await waitUntil(() => !part(phone, 'notify-button'), 'it offers on');
      expect(watch.asked).to.equal(1);
      const call = await ringAt(phone, { subject: 'Order 12' });
      expect(watch.shown.map(({ title, body }) => `${title}: ${body}`)).to.deep.equal(['Ada is calling: Order 12']);
      call.hangUp();
      await waitUntil(() => watch.shown[0]?.closed, 'it stays');
      watch.restore();
    });
  });
});
