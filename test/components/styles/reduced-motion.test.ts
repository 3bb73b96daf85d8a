import { expect, fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { CallButton } from '../../../components/elements/call-button/call-button.js';
import '../../../components/elements/call-button/call-button.js';
import type { CallCheck } from '../../../components/elements/call-check/call-check.js';
import '../../../components/elements/call-check/call-check.js';
import type { CallPhone } from '../../../components/elements/call-phone/call-phone.js';
import '../../../components/elements/call-phone/call-phone.js';
import { comeBack, goDown, uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { callName, endRinging, openPhone } from '../../support/ringing.js';
import { deep, joined, lobby, must, stateOf } from '../../support/rooms.js';

const isFirefox = navigator.userAgent.includes('Firefox/');

/** Everything that has begun to move in this page, by what it was and how: “recording recording-pulse”. */
const seen = new Map<string, Animation | undefined>();

function note({ target, name }: { target: EventTarget | null; name: string }): void {
  if (!(target instanceof Element)) return;
  const what = target.getAttribute('part') || target.getAttribute('class') || target.localName;
  const [animation] = target.getAnimations().filter((one) => one instanceof CSSAnimation && one.animationName === name);
  seen.set(`${what} ${name}`, animation);
}

function watch(root: EventTarget): void {
  root.addEventListener('animationstart', (event) =>
    note({ target: event.target, name: (event as AnimationEvent).animationName }),
  );
  root.addEventListener('transitionrun', (event) =>
    note({ target: event.target, name: (event as TransitionEvent).propertyName }),
  );
}

// These events do not leave a shadow root.
Element.prototype.attachShadow = new Proxy(Reflect.get(Element.prototype, 'attachShadow'), {
  apply(attachShadow, element, [init]: [ShadowRootInit]) {
    const root = attachShadow.call(element, init);
    watch(root);
    return root;
  },
});
watch(document);

/** What moves is drawn: then its events have come. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await nextFrame();
}

/** A call from the lobby on, with most of what may move in it. */
async function liveThroughACall(): Promise<void> {
  const name = uniqueName();
  const ada = await lobby(name);
  await waitUntil(() => deep(ada, 'lobby-devices'), 'no devices in the lobby');
  await drawn();
  await ada.join();
  const bob = await joined(name, '', 'Bob');
  await waitUntil(() => ada.participants[0]?.connectionState === 'connected', 'the two are not connected');
  await waitUntil(() => deep(ada, '[part~="more-button"]'), 'not equipped');
  await drawn();
  ada.layout = 'spotlight';
  await drawn();
  must(ada, '[part~="more-button"]').click();
  await waitUntil(() => deep(ada, '[role=menu]'), 'no menu');
  await drawn();
  for (const panel of ['people', 'settings'] as const) {
    ada.inCall?.openPanel(panel);
    await waitUntil(() => deep(ada, panel === 'people' ? '[part~=person]' : '[role=switch]'), 'no panel');
    await drawn();
  }
  must(ada, '[role=switch]').click();
  await drawn();
  ada.inCall?.openPanel(undefined);
  const { hands, reactions, recordings } = await bob.call.extras();
  hands.toggle(true);
  recordings.tell(true);
  await waitUntil(() => deep(ada, 'raised-hand') && deep(ada, '[part=recording]'), 'no marks');
  reactions.send('🎉');
  await waitUntil(() => deep(ada, '[part=reaction]'), 'no reaction');
  await drawn();
  await goDown('signal');
  await stateOf(ada, 'reconnecting');
  await waitUntil(() => deep(ada, '.spinner'), 'nothing says that it reconnects');
  await drawn();
  await comeBack('signal');
}

/** What rings, calls and checks. */
async function ringAndCheck(): Promise<void> {
  const phone = await fixture<CallPhone>(
    html`<call-phone signaling="/signal" user=${uniqueName('desk')} ice-servers="[]" no-sound></call-phone>`,
  );
  await waitUntil(() => phone.state === 'online', 'the phone can’t be reached');
  callName('signal', phone.user, { displayName: 'Ada' });
  await waitUntil(() => deep(phone, '.incoming'), 'it does not ring');
  await drawn();
  const called = uniqueName('phone');
  await openPhone('signal', called);
  const button = await fixture<CallButton>(
    html`<call-button signaling="/signal" to=${called} view="inline" ice-servers="[]" no-sound>Call us</call-button>`,
  );
  button.click();
  await waitUntil(() => button.state === 'ringing' && deep(button, '.ringing'), 'the panel does not show that it rings');
  await drawn();
  const check = await fixture<CallCheck>(html`<call-check signaling="/signal" ice-servers="[]"></call-check>`);
  const running = waitUntil(() => deep(check, '.running'), 'no step is running');
  must(check, '[part~=start-button]').click();
  await running;
  await drawn();
}

/** Firefox can't be told by a test; what it does with the same style sheets is the same. */
async function prefer(motion: 'reduce' | 'no-preference'): Promise<boolean> {
  if (!isFirefox) await emulateMedia({ reducedMotion: motion });
  return matchMedia(`(prefers-reduced-motion: ${motion})`).matches;
}

describe('what moves', function () {
  this.timeout(60_000);

  beforeEach(() => seen.clear());
  afterEach(async () => {
    fixtureCleanup();
    endRinging();
    await comeBack('signal');
    await prefer('no-preference');
  });

  it('is much, for whoever has not asked for less', async function () {
    if (!(await prefer('no-preference'))) return this.skip();
    await liveThroughACall();
    await ringAndCheck();
    const names = [...seen.keys()].join('\n');
    for (const one of [
      ...['unfold', 'appear', 'translate', 'rise', 'come', 'left', 'wave', 'recording-pulse', 'spin'],
      ...['shake', 'turn'],
    ]) {
      expect(names).to.match(new RegExp(` ${one}$`, 'm'));
    }
  });

  it('is nothing for whoever prefers less motion: what shows up for a while fades', async function () {
    if (!(await prefer('reduce'))) return this.skip();
    await liveThroughACall();
    await ringAndCheck();
    expect([...seen.keys()]).to.eql(['reaction appear']);
    const effect = seen.get('reaction appear')?.effect as KeyframeEffect | undefined;
    const animated = effect?.getKeyframes().flatMap((frame) => Object.keys(frame)) ?? [];
    const what = new Set(animated.filter((key) => !['offset', 'computedOffset', 'easing', 'composite'].includes(key)));
    expect([...what]).to.eql(['opacity']);
    expect(effect?.getTiming().iterations).to.equal(1);
  });
});
