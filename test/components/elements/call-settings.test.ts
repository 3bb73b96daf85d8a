import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallSettings } from '../../../components/elements/call-settings/call-settings.js';
import '../../../components/elements/call-settings/call-settings.js';
import { MEMORY_KEY } from '../../../components/features/devices/memory.js';
import type { CallRoom } from '../../../components/index.js';
import { uniqueName } from '../../support/endpoints.js';
import { machine } from '../../support/machine.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, focused, joined, lobby, must, pair, textOf } from '../../support/rooms.js';

// In Firefox, what listens to a track hears nothing of events that a page dispatches.
const canBePlayed = !navigator.userAgent.includes('Firefox');

const press = async (key: string): Promise<void> => sendKeys({ press: key });

const trackOf = (room: CallRoom, kind: 'audio' | 'video'): MediaStreamTrack => {
  const track = room.call.media.track(kind);
  if (!track) throw new Error(`There is no ${kind}`);
  return track;
};

/** Presses the button that opens the settings, and waits until they are there. */
async function openSettings(room: CallRoom): Promise<CallSettings> {
  await waitUntil(() => deep(room, '[part~="settings-button"]'), 'no button for the settings');
  const button = must(room, '[part~="settings-button"]');
  button.focus();
  button.click();
  await waitUntil(() => focused()?.matches('select[name="videoinput"]'), `the focus is not in the settings`);
  return must<CallSettings>(room, 'call-settings');
}

/** Settings beside a room that has its devices. */
async function settingsFor(room: CallRoom): Promise<CallSettings> {
  room.id = uniqueName('room');
  const settings = await fixture<CallSettings>(html`<call-settings for=${room.id}></call-settings>`);
  await waitUntil(() => room.localParticipant.audio && room.localParticipant.video, 'no devices');
  await waitUntil(() => deep(settings, 'select[name="audioinput"]'), 'no choice of a microphone');
  return settings;
}

/** Chooses as a person does. */
function choose(settings: CallSettings, name: string, value: string): void {
  const select = must<HTMLSelectElement>(settings, `select[name="${name}"]`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const optionsOf = (settings: CallSettings, name: string): string[] =>
  [...must<HTMLSelectElement>(settings, `select[name="${name}"]`).options].map(({ value }) => value).filter(Boolean);

/** Waits until somebody has seen three further pictures of the other, each unlike the one before. */
async function goesOnSeeing(room: CallRoom): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = room.participants[0]?.stream ?? null;
  await video.play();
  const canvas = new OffscreenCanvas(32, 18).getContext('2d', { willReadFrequently: true });
  const seen: string[] = [];
  await waitUntil(() => {
    canvas?.drawImage(video, 0, 0, 32, 18);
    const picture = canvas?.getImageData(0, 0, 32, 18).data.join() ?? '';
    if (picture !== seen.at(-1)) seen.push(picture);
    return seen.length > 3;
  }, 'no further pictures of the other');
  video.srcObject = null;
}

const remembered = (): Record<string, unknown> => JSON.parse(localStorage.getItem(MEMORY_KEY) ?? '{}') as Record<string, unknown>;

describe('<call-settings>', function () {
  this.timeout(60_000);
  const forget = (): void => localStorage.removeItem(MEMORY_KEY);
  beforeEach(forget);
  afterEach(forget);

  it('opens from the bar of a call, has the focus while it is open, and gives it back', async () => {
    const room = await joined();
    const settings = await openSettings(room);
    await waitUntil(() => deep(settings, 'select[name="audioinput"]'), 'no choice of a microphone');
    expect(textOf(must(room, '[part~="panel-title"]'))).to.equal('Settings');
    await auditOf(room);
    const names = ['videoinput'];
    // Not beyond the last one: a key more, and Firefox itself has the focus.
    while (names.at(-1) !== 'Test speaker' && names.length < 12) {
      await press('Tab');
      names.push(focused()?.getAttribute('name') ?? textOf(focused()));
    }
    expect(names).to.include.members(['videoinput', 'resolution', 'mirror', 'audioinput', 'Test speaker']);
    must(settings, 'input[name="mirror"]').focus();
    await press('Escape');
    await waitUntil(() => !deep(room, 'room-panel'), 'the settings stay');
    expect(focused()).to.equal(must(room, '[part~="settings-button"]'));
    await openSettings(room);
  });

  it('changes devices and the size of the picture while the other goes on seeing', async () => {
    const [ada, bob] = await pair();
    const settings = await settingsFor(ada);
    const [connection] = bob.participants;
    const camera = trackOf(ada, 'video');
    choose(settings, 'resolution', '360p');
    await waitUntil(() => (trackOf(ada, 'video').getSettings().height ?? 9999) <= 480, 'the picture is as large as before');
    // The same goes on, but for the fake one of Firefox, which can't change.
    if (canBePlayed) expect([trackOf(ada, 'video'), camera.readyState]).to.deep.equal([camera, 'live']);
    await goesOnSeeing(bob);
    const microphone = optionsOf(settings, 'audioinput').at(-1) ?? '';
    choose(settings, 'audioinput', microphone);
    await waitUntil(() => trackOf(ada, 'audio').getSettings().deviceId === microphone, 'another microphone');
    const cameras = optionsOf(settings, 'videoinput');
    // The second of Chromium is one for depth, which sends nothing.
    choose(settings, 'videoinput', cameras.at(-1) ?? '');
    await waitUntil(() => trackOf(ada, 'video').getSettings().deviceId === cameras.at(-1), 'another camera');
    await goesOnSeeing(bob);
    expect(bob.participants[0]?.id).to.equal(connection?.id);
    expect(bob.participants[0]?.connectionState).to.equal('connected');
    await auditOf(settings);
  });

  it('is used by keys, and remembers on this site what was chosen', async () => {
    const room = await joined();
    const settings = await settingsFor(room);
    const mirror = must<HTMLInputElement>(settings, 'input[name="mirror"]');
    const flipOf = (): string => getComputedStyle(must(settings, 'video')).transform;
    await waitUntil(() => deep(settings, 'video'), 'no picture');
    expect([mirror.checked, flipOf()]).to.deep.equal([true, 'matrix(-1, 0, 0, 1, 0, 0)']);
    mirror.focus();
    await sendKeys({ type: ' ' });
    await waitUntil(() => flipOf() === 'matrix(1, 0, 0, 1, 0, 0)', 'still a mirror');
    const noise = deep<HTMLInputElement>(settings, 'input[name="noise"]');
    noise?.focus();
    if (noise) await sendKeys({ type: ' ' });
    if (noise) {
      await waitUntil(() => room.call.media.track('audio')?.getSettings().noiseSuppression === false, 'noise is reduced');
    }
    choose(settings, 'resolution', '1080p');
    await waitUntil(() => remembered()['resolution'] === '1080p', 'not remembered');
    expect(remembered()['mirror']).to.equal(false);
    if (noise) expect(remembered()['noiseSuppression']).to.equal(false);
    room.remove();
    settings.remove();

    const next = await settingsFor(await joined());
    expect(must<HTMLInputElement>(next, 'input[name="mirror"]').checked).to.equal(false);
    expect(must<HTMLSelectElement>(next, 'select[name="resolution"]').value).to.equal('1080p');
    if (noise) expect(must<HTMLInputElement>(next, 'input[name="noise"]').checked).to.equal(false);
  });

  it('remembers nothing where the room has no-remember', async () => {
    const room = await fixture<CallRoom>(
      html`<call-room signaling="/signal" room=${uniqueName()} ice-servers="[]" auto-join no-remember></call-room>`,
    );
    const settings = await settingsFor(room);
    must<HTMLInputElement>(settings, 'input[name="mirror"]').click();
    choose(settings, 'resolution', '360p');
    choose(settings, 'audioinput', optionsOf(settings, 'audioinput').at(-1) ?? '');
    await waitUntil(
      () => (room.call.media.track('video')?.getSettings().height ?? 9999) <= 480,
      'the picture is as large as before',
    );
    expect(localStorage.getItem(MEMORY_KEY)).to.equal(null);
  });

  it('lists devices as they come and go, and says what takes the place of the one that was chosen', async () => {
    if (!canBePlayed) return;
    const hardware = machine();
    try {
      const room = await joined();
      const settings = await settingsFor(room);
      await waitUntil(() => room.inCall, 'nobody looks after lost devices');
      const all = optionsOf(settings, 'audioinput');
      const chosen = all.at(-1) ?? '';
      choose(settings, 'audioinput', chosen);
      await waitUntil(() => trackOf(room, 'audio').getSettings().deviceId === chosen, 'another microphone');
      hardware.unplug(trackOf(room, 'audio'));
      await waitUntil(() => !optionsOf(settings, 'audioinput').includes(chosen), 'it is still listed');
      await waitUntil(
        () => textOf(must(settings, '[part="notice"]')).startsWith('Your microphone is now: '),
        'nobody says what is used now',
      );
      expect(textOf(must(settings, '.settings'))).to.include('The device that you chose isn’t connected.');
      await auditOf(settings);
      hardware.plug();
      await waitUntil(() => optionsOf(settings, 'audioinput').includes(chosen), 'it is not listed again');
      await waitUntil(() => trackOf(room, 'audio').getSettings().deviceId === chosen, 'it is not used again');
      await waitUntil(() => !textOf(must(settings, '.settings')).includes('isn’t connected'), 'it still seems away');
    } finally {
      hardware.repair();
    }
  });

  it('says so where the browser lets no page choose a speaker', async () => {
    const player: { setSinkId?: unknown } = HTMLMediaElement.prototype;
    const before = Object.getOwnPropertyDescriptor(player, 'setSinkId');
    delete player.setSinkId;
    try {
      const settings = await settingsFor(await joined());
      expect(textOf(must(settings, '.settings'))).to.include('The call plays through your system’s speaker.');
      expect(deep(settings, 'select[name="audiooutput"]')).to.equal(undefined);
      const status = must(settings, '.test [role="status"]');
      must(settings, '[part~="test-button"]').click();
      await waitUntil(() => textOf(status) === 'Playing…', 'nothing is played');
      await waitUntil(() => textOf(status) !== 'Playing…', 'it plays for ever');
      await auditOf(settings);
    } finally {
      if (before) Object.defineProperty(player, 'setSinkId', before);
    }
  });

  it('tells of a camera that is off, a muted microphone, and of what this call has not at all', async () => {
    const room = await joined();
    const settings = await settingsFor(room);
    await room.toggleCamera(false);
    await room.toggleMicrophone(false);
    const text = (): string => textOf(must(settings, '.settings'));
    await waitUntil(() => text().includes('Your camera is off'), 'the camera seems on');
    expect(text()).to.include('You are muted.');
    await auditOf(settings);
    room.video = 'none';
    await waitUntil(() => !text().includes('Your picture'), 'there seems to be a camera');
    expect(textOf((await fixture<CallSettings>(html`<call-settings></call-settings>`)).shadowRoot?.querySelector('p'))).to.equal(
      'There is no call to set up here.',
    );
  });

  it('opens from the lobby, speaks the language of the page there, and makes way for the call', async () => {
    const room = await lobby();
    await waitUntil(() => textOf(deep(room, '[part~="settings-button"]')) === 'More settings', 'no way to the settings');
    room.lang = 'de';
    await waitUntil(
      () => textOf(must(room, '[part~="settings-button"]')) === 'Weitere Einstellungen',
      'the lobby speaks no German',
    );
    const settings = await openSettings(room);
    await waitUntil(() => textOf(must(settings, '#picture')) === 'Ihr Bild', 'the settings speak no German');
    await waitUntil(() => textOf(must(room, '[part~="panel-title"]')) === 'Einstellungen', 'the title speaks no German');
    await waitUntil(() => deep(settings, 'select[name="audioinput"]'), 'no choice of a microphone');
    await auditOf(room);
    room.lang = 'ar';
    await waitUntil(() => getComputedStyle(settings).direction === 'rtl', 'it does not run from right to left');
    await waitUntil(() => textOf(must(room, '[part~="panel-title"]')) === 'الإعدادات', 'the title stays German');
    await press('Escape');
    await waitUntil(() => !deep(room, 'room-panel'), 'the settings stay');
    expect(focused()).to.equal(must(room, '[part~="settings-button"]'));
    await openSettings(room);
    await room.join();
    await waitUntil(() => !deep(room, 'room-panel'), 'the settings stay in the call');
  });
});
