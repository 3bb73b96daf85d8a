import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../../components/elements/call-people/call-people.js';
import type { CallPeople } from '../../../../components/elements/call-people/call-people.js';
import type { CallRoom } from '../../../../components/index.js';
import { waitUntil } from '../../../support/patience.js';
import { auditOf, deep, must, pair, stateOf, textOf } from '../../../support/rooms.js';
import { fakeScreens, type FakeScreens } from '../../../support/screens.js';
import { playsSound } from '../../../support/sound.js';

const playersOf = (room: CallRoom): HTMLAudioElement[] => [...(room.shadowRoot?.querySelectorAll('audio') ?? [])];

/** The player of a shared screen, which plays. */
async function screenPlayerOf(room: CallRoom): Promise<HTMLAudioElement> {
  const find = (): HTMLAudioElement | undefined =>
    playersOf(room).find(({ srcObject }) =>
      room.participants.some(({ screenStream }) => screenStream && screenStream === srcObject),
    );
  await waitUntil(() => find()?.paused === false, 'the sound of the screen is not played');
  return find() as HTMLAudioElement;
}

/** Waits until there is a sound in what this plays. */
async function hears({ srcObject }: HTMLAudioElement): Promise<void> {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context);
  new MediaStreamAudioSourceNode(context, { mediaStream: srcObject as MediaStream }).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  try {
    await waitUntil(() => {
      analyser.getFloatTimeDomainData(samples);
      return samples.some((sample) => Math.abs(sample) > 0.1);
    }, 'silence');
  } finally {
    await context.close();
  }
}

/** The list of people that belongs to this room. */
async function listOf(room: CallRoom, id: string): Promise<CallPeople> {
  room.id = id;
  const people = await fixture<CallPeople>(html`<call-people for=${id} style="inline-size: 320px"></call-people>`);
  await waitUntil(() => room.inCall && deep(people, '.more'), 'nothing can be done about anybody');
  return people;
}

/** The button in the list with these words, or this label. */
const buttonOf = (people: CallPeople, words: string): HTMLButtonElement => {
  const buttons = [...people.renderRoot.querySelectorAll('button')];
  const found = buttons.find((one) => textOf(one) === words || one.getAttribute('aria-label') === words);
  if (!found) throw new Error(`no button “${words}”`);
  return found;
};

/** Presses a button as soon as there is one: what can be done about somebody grows with what has been loaded. */
async function press(people: CallPeople, words: string): Promise<void> {
  await waitUntil(() => buttonOf(people, words));
  buttonOf(people, words).click();
  await people.updateComplete;
}

const marksOf = (people: CallPeople): string[] =>
  [...people.renderRoot.querySelectorAll('[part=marks] > [role=img]')].map((mark) => mark.getAttribute('aria-label') ?? '');

describe('what a person hears', function () {
  this.timeout(60_000);
  let screens: FakeScreens;

  beforeEach(() => (screens = fakeScreens({ sound: true })));
  afterEach(() => {
    fixtureCleanup();
    screens.restore();
  });

  it('is the sound of others’ screens, through the chosen speaker, for as long as they are shared', async () => {
    const [ada, bob] = await pair();
    await waitUntil(() => ada.inCall && bob.inCall, 'not equipped');
    expect(playersOf(bob)).to.have.length(1);
    const { devices } = await bob.call.extras();
    const speaker = (await devices.list()).find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default');
    if (speaker) await bob.setDevice('audiooutput', speaker.deviceId);

    await ada.toggleScreenShare(true);
    const player = await screenPlayerOf(bob);
    if (await playsSound()) await hears(player);
    if (speaker) await waitUntil(() => player.sinkId === playersOf(bob)[0]?.sinkId, 'through another speaker');
    expect(playersOf(bob)).to.have.length(2);
    // Whoever shares hears it already.
    expect(playersOf(ada)).to.have.length(1);

    await ada.toggleScreenShare(false);
    await waitUntil(() => playersOf(bob).length === 1, 'still played');
    expect([player.isConnected, player.srcObject]).to.deep.equal([false, null]);

    await ada.toggleScreenShare(true);
    expect(await screenPlayerOf(bob)).not.to.equal(player);
    ada.leave();
    await waitUntil(() => playersOf(bob).length === 0, 'played after its person has gone');
  });

  it('is nothing of a screen without sound', async () => {
    screens.restore();
    screens = fakeScreens();
    const [ada, bob] = await pair();
    await ada.toggleScreenShare(true);
    await waitUntil(() => bob.participants[0]?.screenStream, 'no screen');
    await bob.updateComplete;
    expect(playersOf(bob)).to.have.length(1);
  });

  it('waits for a tap where the browser holds back the sound of a screen', async () => {
    const [ada, bob] = await pair();
    await waitUntil(() => bob.inCall && playersOf(bob)[0]?.paused === false, 'not heard');
    const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play') as PropertyDescriptor;
    // The rig's browser plays without a gesture; one that wants a gesture looks like this.
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this.localName === 'audio') return Promise.reject(new DOMException('', 'NotAllowedError'));
      return (original.value as () => Promise<void>).call(this);
    };
    try {
      await ada.toggleScreenShare(true);
      await waitUntil(() => deep(bob, 'button.notice'), 'no button');
      await auditOf(bob);
      Object.defineProperty(HTMLMediaElement.prototype, 'play', original);
      must<HTMLButtonElement>(bob, 'button.notice').click();
      await screenPlayerOf(bob);
      await waitUntil(() => !deep(bob, 'button.notice'), 'the button stays');
    } finally {
      Object.defineProperty(HTMLMediaElement.prototype, 'play', original);
    }
  });

  it('is as loud as they want it, by the list of people, and stays so over another link', async function () {
    this.timeout(90_000);
    const [ada, bob] = await pair();
    const people = await listOf(bob, 'bob');
    const [voice] = playersOf(bob);
    expect([voice?.volume, voice?.muted]).to.deep.equal([1, false]);
    await press(people, 'More about Ada');
    await auditOf(people);
    const slider = must<HTMLInputElement>(people, 'input[type=range]');
    expect(slider.getAttribute('aria-label')).to.equal('Volume of Ada');
    slider.value = '30';
    slider.dispatchEvent(new InputEvent('input'));
    await people.updateComplete;
    expect(voice?.volume).to.equal(0.3);
    await waitUntil(() => slider.getAttribute('aria-valuetext') === '30%', 'the slider does not tell');

    expect(marksOf(people)).not.to.include('muted for you');
    await press(people, 'Mute for me');
    await waitUntil(() => voice?.muted, 'still heard');
    await waitUntil(() => marksOf(people).includes('muted for you'), 'not marked');
    expect(buttonOf(people, 'Mute for me').getAttribute('aria-pressed')).to.equal('true');
    await auditOf(people);
    // Ada learns nothing of it, and is heard by everybody else.
    expect(ada.localParticipant.audio).to.equal(true);
    const [voiceOfBob] = playersOf(ada);
    expect(voiceOfBob?.muted).to.equal(false);
    // What nobody hears is measured all the same. Both microphones are the same fake one: an echo canceller that hears Bob's
    // beeps played takes Ada's away; and not every look finds a beep.
    if (voiceOfBob) voiceOfBob.muted = true;
    await waitUntil(() => bob.participants[0]?.speaking, 'not seen to speak', 45_000);

    await ada.toggleScreenShare(true);
    const screen = await screenPlayerOf(bob);
    expect([screen.volume, screen.muted]).to.deep.equal([0.3, true]);

    bob.leave();
    await stateOf(bob, 'left');
    expect(playersOf(bob)).to.have.length(0);
    await bob.join();
    await waitUntil(() => playersOf(bob).length > 0, 'nobody is heard');
    expect(playersOf(bob).map(({ volume, muted }) => [volume, muted])[0]).to.deep.equal([0.3, true]);

    await waitUntil(() => deep(people, '.more'), 'no list');
    await waitUntil(() => buttonOf(people, 'Mute for me'), 'closed');
    await press(people, 'Mute for me');
    expect(playersOf(bob).every(({ muted }) => !muted)).to.equal(true);
  });

  it('pins somebody by the list of people, which says so, and closes what Escape closes', async () => {
    const [, bob] = await pair();
    const people = await listOf(bob, 'bob');
    await press(people, 'More about Ada');
    await press(people, 'Pin Ada');
    expect(bob.inCall?.stage.pinned).to.equal(bob.participants[0]?.id);
    await waitUntil(() => marksOf(people).includes('pinned'), 'not marked');
    await press(people, 'Pin Ada');
    await waitUntil(() => !marksOf(people).includes('pinned'), 'still marked');
    expect(bob.inCall?.stage.pinned).to.equal(undefined);
    buttonOf(people, 'Pin Ada').focus();
    buttonOf(people, 'Pin Ada').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => !deep(people, 'input[type=range]'), 'stays open');
    expect(people.shadowRoot?.activeElement).to.equal(buttonOf(people, 'More about Ada'));
  });
});
