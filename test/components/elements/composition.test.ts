import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { CallControls, CallRoom, LocalVideo, RemoteVideo } from '../../../components/index.js';
import { uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, joined, must, pair, stateOf, textOf } from '../../support/rooms.js';

const namesIn = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('call-tile') ?? [])].map((tile) => textOf(deep(tile, '.label')));

describe('a layout of one’s own', function () {
  this.timeout(40_000);

  it('replaces the stage by what stands in the tag, and plays the sound all the same', async () => {
    const name = uniqueName();
    const room = await joined(name, html`<remote-video></remote-video><local-video></local-video>`);
    await joined(name, '', 'Bob');
    const remote = room.querySelector('remote-video') as RemoteVideo;
    await waitUntil(() => namesIn(remote).includes('Bob'), 'Bob is not shown');
    expect(deep(room, '.stage')).to.equal(undefined);
    expect(textOf(deep(room.querySelector('local-video') as LocalVideo, '.label'))).to.equal('Ada (you)');
    await waitUntil(() => must<HTMLVideoElement>(remote, 'video').videoWidth > 0, 'no picture');
    await waitUntil(() => !must<HTMLAudioElement>(room, 'audio').paused, 'no sound');
    await auditOf(room);
    await auditOf(remote);
  });

  it('shows the built-in interface again when its last child goes', async () => {
    const room = await joined(uniqueName(), html`<local-video></local-video>`);
    expect(deep(room, '.stage')).to.equal(undefined);
    room.querySelector('local-video')?.remove();
    await waitUntil(() => deep(room, '.stage .grid'), 'no stage');
  });

  it('works from anywhere in the document by `for`, and with several rooms', async () => {
    const place = await fixture(html`
      <section>
        <call-room id="one" signaling="/signal" room=${uniqueName()} display-name="Ada" ice-servers="[]" auto-join></call-room>
        <call-room id="two" signaling="/signal" room=${uniqueName()} display-name="Bob" ice-servers="[]" auto-join></call-room>
        <call-controls for="two"></call-controls>
        <local-video for="one"></local-video>
      </section>
    `);
    const [one, two] = [...place.querySelectorAll('call-room')] as [CallRoom, CallRoom];
    await stateOf(one, 'joined');
    await stateOf(two, 'joined');
    const picture = place.querySelector('local-video') as LocalVideo;
    await waitUntil(() => textOf(deep(picture, '.label')) === 'Ada (you)', 'not the person of room one');
    const leave = must<HTMLButtonElement>(place.querySelector('call-controls') as CallControls, '.leave');
    leave.click();
    await stateOf(two, 'left');
    expect(one.state).to.equal('joined');
    expect(leave.disabled).to.equal(true);
    picture.for = 'two';
    await waitUntil(() => textOf(deep(picture, '.label')) === 'Bob (you)', 'does not follow `for`');
  });

  it('finds a room that comes later, goes, and is replaced', async () => {
    const place = await fixture(html`<section><call-controls for="late"></call-controls></section>`);
    const controls = place.querySelector('call-controls') as CallControls;
    const microphone = (): HTMLButtonElement => must<HTMLButtonElement>(controls, '[part~="mic-button"]');
    expect(microphone().disabled).to.equal(true);
    await auditOf(controls);
    for (const turn of [1, 2]) {
      const room = document.createElement('call-room');
      Object.assign(room, { id: turn === 1 ? 'late' : '', signaling: '/signal', room: uniqueName(), iceServers: [] });
      place.append(room);
      if (turn === 2) room.id = 'late';
      await waitUntil(() => !microphone().disabled, `not found, turn ${turn}`);
      room.remove();
      await waitUntil(() => microphone().disabled, `still bound, turn ${turn}`);
    }
  });

  it('finds its room through shadow roots and slots', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = `<call-room signaling="/signal" room="${uniqueName()}" display-name="Ada" ice-servers="[]" auto-join>
      <div><slot></slot></div><p id="host"></p>
    </call-room>`;
    const room = root.querySelector('call-room') as CallRoom;
    const slotted = document.createElement('local-video');
    outer.append(slotted);
    const inner = (root.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
    const nested = document.createElement('local-video');
    inner.append(nested);
    await stateOf(room, 'joined');
    for (const picture of [slotted, nested]) {
      await waitUntil(() => textOf(deep(picture, '.label')) === 'Ada (you)', 'the room is not found');
    }
  });

  it('looks for an id in its own tree first, then outward', async () => {
    const place = await fixture<HTMLElement>(html`
      <section>
        <call-room id="same" signaling="/signal" room=${uniqueName()} display-name="Outer" ice-servers="[]"></call-room>
        <div></div>
      </section>
    `);
    const root = (place.querySelector('div') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = '<local-video for="same"></local-video>';
    const picture = root.querySelector('local-video') as LocalVideo;
    await waitUntil(() => textOf(deep(picture, '.label')) === 'Outer (you)', 'not found outward');
    const inner = document.createElement('call-room');
    Object.assign(inner, { id: 'same', signaling: '/signal', room: uniqueName(), displayName: 'Inner', iceServers: [] });
    root.append(inner);
    await waitUntil(() => textOf(deep(picture, '.label')) === 'Inner (you)', 'the nearer one is not preferred');
  });

  it('shows one participant where one is named', async () => {
    const [ada] = await pair();
    ada.id = 'named';
    const remote = await fixture<RemoteVideo>(html`<remote-video for="named" participant="nobody"></remote-video>`);
    expect(textOf(must(remote, '.empty'))).to.equal('Nobody else is here yet');
    expect(namesIn(remote)).to.deep.equal([]);
    remote.participant = ada.participants[0]?.id;
    await waitUntil(() => namesIn(remote)[0] === 'Bob', 'Bob is not shown');
    await auditOf(remote);
  });

  it('keeps a picture that is moved', async () => {
    const [ada] = await pair();
    ada.id = 'moved';
    const remote = await fixture<RemoteVideo>(html`<remote-video for="moved"></remote-video>`);
    await waitUntil(() => deep<HTMLVideoElement>(remote, 'video')?.srcObject, 'no picture');
    const video = must<HTMLVideoElement>(remote, 'video');
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(remote);
    await nextFrame();
    expect(must<HTMLVideoElement>(remote, 'video')).to.equal(video);
    expect(video.srcObject).to.equal(ada.participants[0]?.stream);
    await waitUntil(() => !video.paused, 'the picture stopped');
    remote.remove();
    await waitUntil(() => video.srcObject === null, 'the stream is kept');
    expect(ada.state).to.equal('joined');
  });
});

describe('<call-controls>', function () {
  this.timeout(40_000);

  it('shows only what the call confirms', async () => {
    const [ada] = await pair();
    ada.id = 'confirmed';
    const controls = await fixture<CallControls>(html`<call-controls for="confirmed"><button>Mine</button></call-controls>`);
    await waitUntil(() => deep(controls, '[aria-label="Mute microphone"]'), 'not bound');
    must(controls, '[aria-label="Mute microphone"]').click();
    await controls.updateComplete;
    await waitUntil(() => !ada.localParticipant.audio, 'not muted');
    await waitUntil(() => deep(controls, '[aria-label="Unmute microphone"]'), 'the label stays');
    expect(deep(ada, '[aria-label="Unmute microphone"]')).not.to.equal(undefined);
    await ada.toggleMicrophone(true);
    await waitUntil(() => deep(controls, '[aria-label="Mute microphone"]'), 'does not follow');
    await auditOf(controls);
  });

  it('takes a list of controls', async () => {
    const controls = await fixture<CallControls>(html`<call-controls controls="camera"></call-controls>`);
    expect(controls.shadowRoot?.querySelectorAll('button').length).to.equal(1);
    expect(must(controls, 'button').getAttribute('part')).to.contain('camera-button');
  });

  it('has targets that a thumb hits', async () => {
    const controls = await fixture<CallControls>(html`<call-controls></call-controls>`);
    for (const button of controls.shadowRoot?.querySelectorAll('button') ?? []) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });
});

describe('<local-video>', function () {
  this.timeout(40_000);

  it('is a camera preview where there is no room, and lets the camera go', async () => {
    const preview = await fixture<LocalVideo>(html`<local-video></local-video>`);
    await waitUntil(() => (deep<HTMLVideoElement>(preview, 'video')?.videoWidth ?? 0) > 0, 'no picture');
    const stream = must<HTMLVideoElement>(preview, 'video').srcObject as MediaStream;
    expect(stream.getTracks().map(({ kind }) => kind)).to.deep.equal(['video']);
    expect(must(preview, 'video').classList.contains('mirror')).to.equal(true);
    await auditOf(preview);
    const [camera] = stream.getTracks();
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(preview);
    await nextFrame();
    expect(camera?.readyState).to.equal('live');
    preview.noMirror = true;
    await waitUntil(() => !must(preview, 'video').classList.contains('mirror'), 'still mirrored');
    preview.remove();
    await waitUntil(() => camera?.readyState === 'ended', 'the camera light is on');
    place.append(preview);
    await waitUntil(() => (deep<HTMLVideoElement>(preview, 'video')?.videoWidth ?? 0) > 0, 'no picture when put back');
  });

  it('opens no camera of its own for a room that is yet to come', async () => {
    const { mediaDevices } = navigator;
    const original = mediaDevices.getUserMedia.bind(mediaDevices);
    let asked = 0;
    mediaDevices.getUserMedia = (constraints) => {
      asked += 1;
      return original(constraints);
    };
    try {
      const picture = await fixture<LocalVideo>(html`<local-video for="nowhere"></local-video>`);
      await nextFrame();
      expect(asked).to.equal(0);
      await auditOf(picture);
    } finally {
      mediaDevices.getUserMedia = original;
    }
  });

  it('says why there is no preview', async () => {
    const { mediaDevices } = navigator;
    const original = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
    const codes: string[] = [];
    const listener = ({ code }: HTMLElementEventMap['call-error']): unknown => codes.push(code);
    document.addEventListener('call-error', listener);
    try {
      const preview = await fixture<LocalVideo>(html`<local-video></local-video>`);
      await waitUntil(() => deep(preview, '[part=error]'), 'no sentence');
      expect(textOf(must(preview, '[part=error]'))).to.contain('No camera found');
      expect(codes).to.deep.equal(['device-not-found']);
      await auditOf(preview);
    } finally {
      mediaDevices.getUserMedia = original;
      document.removeEventListener('call-error', listener);
    }
  });
});
