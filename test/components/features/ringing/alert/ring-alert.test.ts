import { expect } from '@open-wc/testing';
import { RingAlert, type Ring } from '../../../../../components/features/ringing/alert/ring-alert.js';
import { askForNotifications, notificationAnswer } from '../../../../../components/features/ringing/alert/ring-notification.js';
import { watchNew } from '../../../../support/new-objects.js';
import { watchNotifications } from '../../../../support/notifications.js';
import { waitUntil } from '../../../../support/patience.js';

const ADA: Ring = { id: 'a', title: 'Ada is calling', body: 'Order 12' };
const GRACE: Ring = { id: 'g', title: 'Grace is calling', body: '' };
const SILENT = { audible: false, source: undefined };
const AUDIBLE = { audible: true, source: undefined };

describe('the alert of a ring', () => {
  let alert: RingAlert;
  let changes: number;
  beforeEach(() => {
    changes = 0;
    alert = new RingAlert(() => changes++);
  });
  afterEach(() => alert.ring([], SILENT));

  it('flashes the title where no sound is wanted, and gives it back', () => {
    const { title } = document;
    alert.ring([ADA], SILENT);
    expect(document.title).to.equal('Ada is calling');
    alert.ring([], SILENT);
    expect(document.title).to.equal(title);
  });

  it('shows a notification for each call where the person allows that, and closes it with the ring', () => {
    const { shown, restore } = watchNotifications('granted');
    alert.ring([ADA], SILENT);
    alert.ring([ADA, GRACE], SILENT);
    expect(shown.map(({ title, body, tag }) => [title, body, tag])).to.deep.equal([
      ['Ada is calling', 'Order 12', 'a'],
      ['Grace is calling', '', 'g'],
    ]);
    alert.ring([GRACE], SILENT);
    expect(shown.map(({ closed }) => closed)).to.deep.equal([true, false]);
    alert.ring([], SILENT);
    restore();
    expect(shown.map(({ closed }) => closed)).to.deep.equal([true, true]);
  });

  it('brings the page to the front by a click on the notification', () => {
    const { shown, restore } = watchNotifications('granted');
    const focus = window.focus.bind(window);
    let focused = 0;
    window.focus = () => focused++;
    alert.ring([ADA], SILENT);
    shown[0]?.onclick?.();
    window.focus = focus;
    restore();
    expect(focused).to.equal(1);
    expect(shown[0]?.closed).to.equal(true);
  });

  for (const answer of ['default', 'denied'] as const) {
    it(`shows none, and asks for nothing, where the answer is: ${answer}`, () => {
      const watch = watchNotifications(answer);
      alert.ring([ADA], SILENT);
      watch.restore();
      expect(watch.shown).to.deep.equal([]);
      expect(watch.asked).to.equal(0);
    });
  }

  it('rings without a notification where browsers know them of service workers only', () => {
    const watch = watchNotifications('granted');
    class Refusing {
      static permission = 'granted';
      constructor() {
        throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
      }
    }
    Reflect.set(window, 'Notification', Refusing);
    alert.ring([ADA], SILENT);
    watch.restore();
    expect(document.title).to.equal('Ada is calling');
  });

  it('asks the person once, when it is told to', async () => {
    const watch = watchNotifications('default', 'granted');
    expect(notificationAnswer()).to.equal('default');
    expect(await askForNotifications()).to.equal('granted');
    expect(await askForNotifications()).to.equal('granted');
    watch.restore();
    expect(watch.asked).to.equal(1);
  });

  it('makes one sound for all calls, and lets go of it with the last', async () => {
    const contexts = watchNew<AudioContext>('AudioContext');
    alert.ring([ADA], AUDIBLE);
    alert.ring([ADA, GRACE], AUDIBLE);
    await waitUntil(
      () => contexts.made.length > 0 && (contexts.made[0]?.state === 'running' || alert.isHeldBack),
      'nothing begins',
    );
    expect(contexts.made).to.have.length(1);
    alert.ring([GRACE], AUDIBLE);
    alert.ring([], AUDIBLE);
    contexts.restore();
    expect(contexts.made).to.have.length(1);
    await waitUntil(() => contexts.made[0]?.state === 'closed', 'the sound stays open');
    expect(alert.isHeldBack).to.equal(false);
  });

  it('closes its notifications with the page', () => {
    const watch = watchNotifications('granted');
    alert.ring([ADA], SILENT);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    watch.restore();
    expect(watch.shown.map(({ closed }) => closed)).to.deep.equal([true]);
  });

  it('falls silent as soon as somebody talks', async () => {
    const contexts = watchNew<AudioContext>('AudioContext');
    alert.ring([ADA], AUDIBLE);
    await waitUntil(() => contexts.made.length > 0, 'nothing begins');
    alert.ring([ADA], SILENT);
    contexts.restore();
    await waitUntil(() => contexts.made[0]?.state === 'closed', 'the sound stays open');
    expect(document.title).to.equal('Ada is calling');
  });

  it('tells that the browser holds the sound back, flashes the title instead, and rings with the next key', async () => {
    const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play') ?? {};
    let isAllowed = false;
    HTMLMediaElement.prototype.play = () =>
      isAllowed ? Promise.resolve() : Promise.reject(new DOMException('no gesture yet', 'NotAllowedError'));
    const { title } = document;
    document.hasFocus = () => true;
    alert.ring([ADA], { audible: true, source: '/ring.ogg' });
    await waitUntil(() => alert.isHeldBack, 'it is not told');
    expect(changes).to.equal(1);
    await waitUntil(() => document.title === 'Ada is calling', 'the title does not flash');
    isAllowed = true;
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    await waitUntil(() => !alert.isHeldBack, 'it is still held back');
    Object.defineProperty(HTMLMediaElement.prototype, 'play', play);
    Reflect.deleteProperty(document, 'hasFocus');
    expect(changes).to.equal(2);
    await waitUntil(() => document.title === title, 'the title flashes on');
  });
});
