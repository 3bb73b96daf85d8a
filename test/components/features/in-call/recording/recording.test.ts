import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { CallRecorder } from '../../../../../components/features/in-call/recording/call-recorder.js';
import { recordingFormat } from '../../../../../components/features/in-call/recording/formats.js';
import { MemoryFile } from '../../../../../components/features/in-call/recording/recording-file.js';
import type { CallRoom } from '../../../../../components/index.js';
import { uniqueName } from '../../../../support/endpoints.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, joined, must, stateOf, textOf } from '../../../../support/rooms.js';
import { fakeSavePicker, type FakeSavePicker } from '../../../../support/save-picker.js';
import { fakeScreens } from '../../../../support/screens.js';
import { playsSound } from '../../../../support/sound.js';

const labelOf = (element: Element): string => element.getAttribute('aria-label') ?? '';
/** Without the characters that keep names of another direction apart. */
const markOf = (room: CallRoom): string => textOf(deep(room, '[part=recording]')).replace(/[\u2068\u2069]/g, '');
const saidIn = (room: CallRoom): string => textOf(must(room, '.said'));

/** The item of the menu that begins and ends a recording. */
async function recordItem(room: CallRoom): Promise<HTMLElement> {
  await waitUntil(() => deep(room, '[part~="more-button"]'), 'no menu');
  must(room, '[part~="more-button"]').click();
  await waitUntil(() => deep(room, '[role=menu]'), 'the menu does not open');
  const items = [...must(room, '[role=menu]').querySelectorAll<HTMLElement>('[part=menu-item]')];
  const item = items.find((one) => labelOf(one) === 'Record the call');
  if (!item) throw new Error('the menu has no item for recording');
  return item;
}

async function toggle(room: CallRoom): Promise<void> {
  (await recordItem(room)).click();
}

/** Waits until somebody has seen so many more pictures of a camera: so much of the call is in the file by then. */
async function sees(room: CallRoom, pictures: number): Promise<void> {
  const video = must<HTMLVideoElement>(must(room, 'call-tile:not([hidden])'), 'video');
  const seen = (): number => video.getVideoPlaybackQuality().totalVideoFrames;
  const before = seen();
  await waitUntil(() => seen() - before > pictures, 'the camera stands still');
}

/** What somebody sees who plays a film: its size, and how many of the pictures that are looked at differ. */
async function play(film: Blob): Promise<{ width: number; height: number; pictures: number; colours: string[] }> {
  const video = document.createElement('video');
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 64, height: 36 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const seen = new Set<string>();
  const colours = new Set<string>();
  const look = (): void => {
    context.drawImage(video, 0, 0, 64, 36);
    const { data } = context.getImageData(0, 0, 64, 36);
    seen.add(data.join());
    colours.add([...context.getImageData(16, 16, 1, 1).data.slice(0, 3)].map((part) => Math.round(part / 32)).join());
  };
  Object.assign(video, { muted: true, playsInline: true, src: URL.createObjectURL(film) });
  document.body.append(video);
  try {
    await video.play();
    const hasEnded = (): boolean => {
      look();
      return video.ended;
    };
    // It plays as long as was recorded, which on a busy machine is longer than anything else takes.
    await waitUntil(hasEnded, 'the film does not end', 60_000);
    return { width: video.videoWidth, height: video.videoHeight, pictures: seen.size, colours: [...colours] };
  } finally {
    URL.revokeObjectURL(video.src);
    video.remove();
  }
}

/** The loudest sample in it, of 1. */
async function loudness(film: Blob): Promise<number> {
  const context = new OfflineAudioContext(1, 1, 48_000);
  const sound = await context.decodeAudioData(await film.arrayBuffer());
  return sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

describe('recording a call', function () {
  this.timeout(120_000);
  let picker: FakeSavePicker;
  let hasSound: boolean;

  before(async () => (hasSound = await playsSound()));
  beforeEach(() => (picker = fakeSavePicker()));
  afterEach(() => {
    fixtureCleanup();
    picker.restore();
  });

  it('makes a file of picture and sound, and tells everybody, newcomers included', async function () {
    if (!hasSound) return this.skip();
    const room = uniqueName('team');
    const ada = await joined(room);
    const bob = await joined(room, '', 'Bob');
    await waitUntil(() => ada.participants[0]?.connectionState === 'connected' && ada.participants[0].video, 'no Bob');
    // What is heard is Bob alone, then.
    await ada.toggleMicrophone(false);
    await toggle(ada);
    await waitUntil(() => markOf(ada) === 'Recording: You', 'Ada sees no mark');
    await waitUntil(() => markOf(bob) === 'Recording: Ada', 'Bob sees no mark');
    expect(saidIn(ada)).to.include('You are recording this call');
    expect(saidIn(bob)).to.include('Ada records this call');
    expect(picker.suggested[0]).to.match(new RegExp(`^${room} \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.(mp4|webm)$`));
    expect((await recordItem(ada)).getAttribute('aria-checked')).to.equal('true');
    must(ada, '[part~="more-button"]').click();
    await auditOf(ada);
    await auditOf(bob);

    const carol = await joined(room, '', 'Carol');
    await waitUntil(() => markOf(carol) === 'Recording: Ada', 'a newcomer sees no mark');
    await sees(ada, 50);
    await toggle(ada);
    for (const one of [ada, bob, carol]) await waitUntil(() => !deep(one, '[part=recording]'), 'the mark stays');
    await waitUntil(() => saidIn(bob).includes('Ada has stopped recording'), 'the end is not announced');

    await waitUntil(async () => (await picker.saved()).size > 0, 'the file is empty');
    const film = await picker.saved();
    const { width, height, pictures } = await play(film);
    expect([width, height]).to.eql([1280, 720]);
    expect(pictures).to.be.above(5);
    expect(await loudness(film)).to.be.above(0.01);
  });

  it('shows a shared screen large, and records whoever is left when everybody goes', async function () {
    if (!hasSound) return this.skip();
    const screens = fakeScreens({ sound: true });
    try {
      const ada = await joined();
      await ada.toggleScreenShare();
      await ada.toggleMicrophone(false);
      await toggle(ada);
      await waitUntil(() => markOf(ada), 'no mark');
      await sees(ada, 25);
      ada.leave();
      await stateOf(ada, 'left');
      await waitUntil(async () => (await picker.saved()).size > 0, 'leaving loses the file');
      const film = await picker.saved();
      expect(await loudness(film), 'the sound of the screen').to.be.above(0.01);
      const { colours } = await play(film);
      // The screen changes its colour all the time, and fills most of the picture.
      expect(colours.length).to.be.above(3);
    } finally {
      screens.restore();
    }
  });

  it('downloads the file where pages can’t write to disk', async function () {
    if (!hasSound) return this.skip();
    picker.restore();
    picker = fakeSavePicker(new DOMException('In a frame of another site.', 'SecurityError'));
    const ada = await joined();
    let downloaded: { name: string; film: Promise<Blob> } | undefined;
    const onClick = (event: MouseEvent): void => {
      const link = event.target;
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      downloaded = { name: link.download, film: fetch(link.href).then((response) => response.blob()) };
    };
    document.addEventListener('click', onClick);
    try {
      await toggle(ada);
      await waitUntil(() => markOf(ada), 'no mark');
      await sees(ada, 40);
      await toggle(ada);
      await waitUntil(() => downloaded, 'nothing is downloaded');
    } finally {
      document.removeEventListener('click', onClick);
    }
    expect(downloaded?.name).to.match(/\.(mp4|webm)$/);
    const film = await downloaded?.film;
    expect((await play(film as Blob)).pictures).to.be.above(3);
    expect(await loudness(film as Blob), 'one’s own voice').to.be.above(0.01);
  });

  it('goes on in a further film where memory holds no more', async function () {
    if (!hasSound) return this.skip();
    const ada = await joined();
    const mimeType = recordingFormat()?.mimeType ?? '';
    const films: { name: string; film: Promise<Blob> }[] = [];
    const onClick = (event: MouseEvent): void => {
      const link = event.target;
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      films.push({ name: link.download, film: fetch(link.href).then((response) => response.blob()) });
    };
    document.addEventListener('click', onClick);
    try {
      const file = new MemoryFile('film.webm', mimeType, 50_000);
      const ends: unknown[] = [];
      const recorder = await CallRecorder.start({ room: ada, mimeType, file, onEnd: (failure) => ends.push(failure) });
      await waitUntil(() => films.length === 2, 'no further film');
      expect(ends).to.eql([]);
      // Of the third, too, something is worth seeing.
      await sees(ada, 30);
      recorder.stop();
      await waitUntil(() => ends.length, 'it does not end');
      expect(ends).to.eql([undefined]);
    } finally {
      document.removeEventListener('click', onClick);
    }
    const names = films.map(({ name }) => name);
    expect(names.slice(0, 3)).to.eql(['film.webm', 'film (2).webm', 'film (3).webm']);
    for (const { name, film } of films) expect((await play(await film)).pictures, name).to.be.above(3);
  });

  it('records nothing when the person chooses no file', async () => {
    picker.restore();
    picker = fakeSavePicker(new DOMException('Not now.', 'AbortError'));
    const ada = await joined();
    const errors: string[] = [];
    ada.addEventListener('call-error', ({ code }) => errors.push(code));
    await toggle(ada);
    await waitUntil(() => picker.suggested.length === 1, 'no file is asked for');
    // Whoever thinks better of it again is asked again.
    await waitUntil(async () => {
      await toggle(ada);
      return picker.suggested.length > 1;
    }, 'no second try');
    expect(ada.localParticipant.recording).not.to.equal(true);
    expect(errors).to.eql([]);
  });

  it('names the film after a room that the page named by the property', async () => {
    picker.restore();
    picker = fakeSavePicker(new DOMException('Not now.', 'AbortError'));
    const room = uniqueName('team');
    const ada = await fixture<CallRoom>(
      html`<call-room signaling="/signal" .room=${room} display-name="Ada" ice-servers="[]" auto-join></call-room>`,
    );
    await stateOf(ada, 'joined');
    await toggle(ada);
    await waitUntil(() => picker.suggested.length === 1, 'no file is asked for');
    expect(picker.suggested[0]?.startsWith(`${room} `), picker.suggested[0]).to.equal(true);
  });

  it('says in words that it failed, and marks nobody', async () => {
    picker.restore();
    picker = fakeSavePicker(new TypeError('No such place.') as unknown as DOMException);
    const ada = await joined();
    await toggle(ada);
    await waitUntil(() => textOf(deep(ada, '[role=alert]')).startsWith('Recording failed.'), 'the failure is not told');
    expect(markOf(ada)).to.equal('');
    await auditOf(ada);
  });

  it('tells of a browser that mixes no sound, without a sound device', async function () {
    if (hasSound) return this.skip();
    const ada = await joined();
    await toggle(ada);
    await waitUntil(() => textOf(deep(ada, '[role=alert]')).startsWith('Recording failed.'), 'the failure is not told');
    expect(ada.localParticipant.recording).not.to.equal(true);
  });

  it('shows who records in a layout of the page’s own, and offers it only where it is named', async () => {
    const room = uniqueName();
    const ada = await joined(room);
    const bob = await joined(room, document.createElement('remote-video') as unknown as string, 'Bob');
    ada.controls = 'microphone more leave';
    const { recordings } = await ada.call.extras();
    recordings.tell(true);
    await waitUntil(() => markOf(bob) === 'Recording: Ada', 'no mark in a layout of the page’s own');
    await waitUntil(() => markOf(ada) === 'Recording: You', 'no mark');
    await auditOf(bob);
    expect(await recordItem(ada).catch(({ message }: Error) => message)).to.equal('the menu has no item for recording');
    recordings.tell(false);
    await waitUntil(() => !deep(bob, '[part=recording]'), 'the mark stays');
  });
});
