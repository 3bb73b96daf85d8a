import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallRoom, type CallErrorEvent, type CallLeftEvent } from '../../../components/index.js';
import { endCalls, joinTogether } from '../../support/calls.js';
import { comeBack, countConnections, goDown, refuseConnections, uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, focused, joined, lobby, must, pair, stateOf, textOf } from '../../support/rooms.js';

const tilesOf = (room: CallRoom): HTMLElement[] => [...(room.shadowRoot?.querySelectorAll('call-tile') ?? [])];
const tracksOf = (room: CallRoom): MediaStreamTrack[] => room.localParticipant.stream.getTracks();
const press = async (key: string): Promise<void> => sendKeys({ press: key });
const buttonOf = (room: CallRoom, part: string): HTMLButtonElement => must<HTMLButtonElement>(room, `[part~="${part}"]`);

/* eslint-disable no-console -- what is told there is what this is about */
/** Warnings of the console while something happens. */
async function warnings(action: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const original = console.warn;
  console.warn = (...data: unknown[]) => told.push(data.join(' '));
  try {
    await action();
    // Its words come when there is something to tell.
    await import('../../../components/elements/attribute-warning.js');
    await nextFrame();
  } finally {
    console.warn = original;
  }
  // Lit's development build warns of itself.
  return told.filter((text) => text.startsWith('call-room:'));
}
/* eslint-enable no-console */

describe('<call-room>', function () {
  this.timeout(40_000);

  describe('with a call that was made elsewhere', () => {
    it('shows that one, whatever its attributes say', async () => {
      const name = uniqueName();
      const [ada, bob] = await joinTogether(['Ada', 'Bob'], { video: 'off' }, name);
      const room = document.createElement('call-room');
      if (ada) room.call = ada;
      document.body.append(room);
      try {
        await waitUntil(() => tilesOf(room).length === 2, 'not both are shown');
        expect(room.state).to.equal('joined');
        room.room = uniqueName();
        room.video = 'on';
        await room.updateComplete;
        expect(bob?.participants.map(({ displayName }) => displayName)).to.deep.equal(['Ada']);
        expect(room.localParticipant.video).to.equal(false);
        buttonOf(room, 'leave-button').click();
        await waitUntil(() => bob?.participants.length === 0, 'the button does not end that call');
      } finally {
        room.remove();
        endCalls();
      }
    });
  });

  describe('in the lobby', () => {
    it('shows the own picture, the name, and Join', async () => {
      const room = await lobby();
      await stateOf(room, 'lobby');
      expect(must<HTMLInputElement>(room, 'input').value).to.equal('Ada');
      expect(textOf(must(room, 'form button'))).to.equal('Join');
      await waitUntil(() => room.localParticipant.video && deep(room, '.mirror:not([hidden])'), 'no mirrored preview');
      await auditOf(room);
    });

    it('joins by Enter in the name field, under that name', async () => {
      const room = await lobby();
      must<HTMLInputElement>(room, 'input').focus();
      must<HTMLInputElement>(room, 'input').value = 'Grace';
      await press('Enter');
      await stateOf(room, 'joined');
      expect(room.localParticipant.displayName).to.equal('Grace');
    });

    it('asks for no device with audio="none" video="none", and joins all the same', async () => {
      const room = await fixture<CallRoom>(
        html`<call-room signaling="/signal" room=${uniqueName()} audio="none" video="none" ice-servers="[]"></call-room>`,
      );
      await stateOf(room, 'lobby');
      expect(deep(room, '[part~="mic-button"]')).to.equal(undefined);
      expect(deep(room, '[part~="camera-button"]')).to.equal(undefined);
      await room.join();
      expect(tracksOf(room)).to.deep.equal([]);
    });

    it('lets the camera go by its button, and takes it again', async () => {
      const room = await lobby();
      await waitUntil(() => room.localParticipant.video, 'no camera');
      const [camera] = room.localParticipant.stream.getVideoTracks();
      const changed = oneEvent(room, 'call-media-change');
      buttonOf(room, 'camera-button').click();
      await changed;
      expect(camera?.readyState).to.equal('ended');
      await waitUntil(
        () => buttonOf(room, 'camera-button').matches('[aria-label="Turn camera on"][aria-busy=false]'),
        'the label stays',
      );
      buttonOf(room, 'camera-button').click();
      await waitUntil(() => room.localParticipant.video, 'the camera stays off');
    });
  });

  describe('in a call', () => {
    it('tells of joining, in order', async () => {
      const told: string[] = [];
      const listener = ({ type }: Event): unknown => told.push(type);
      addEventListener('call-state-change', listener);
      addEventListener('call-joined', listener);
      const room = await joined();
      removeEventListener('call-state-change', listener);
      removeEventListener('call-joined', listener);
      expect(told).to.deep.equal(['call-state-change', 'call-state-change', 'call-joined']);
      expect(room.matches(':state(joined)')).to.equal(true);
    });

    it('says to the first that he is the first', async () => {
      const room = await joined();
      await waitUntil(() => textOf(must(room, '.empty')).includes('first here'), 'not said');
      await auditOf(room);
    });

    it('shows everybody, oneself last, and plays the others', async () => {
      const [ada, bob] = await pair();
      await waitUntil(() => tilesOf(ada).length === 2, 'not two tiles');
      const labels = tilesOf(ada).map((tile) => must(tile, '[role=img]').getAttribute('aria-label') ?? '');
      expect(labels[0]).to.match(/^Bob/);
      expect(labels[1]).to.match(/^Ada \(you\)/);
      await waitUntil(() => must<HTMLVideoElement>(tilesOf(ada)[0] as HTMLElement, 'video').videoWidth > 0, 'no picture of Bob');
      const audio = must<HTMLAudioElement>(ada, 'audio');
      expect(audio.srcObject).to.equal(ada.participants[0]?.stream);
      expect(audio.muted).to.equal(false);
      expect(must<HTMLVideoElement>(tilesOf(ada)[0] as HTMLElement, 'video').muted).to.equal(true);
      expect(deep(bob, '.empty')).to.equal(undefined);
      await auditOf(ada);
    });

    it('keeps each person’s tile when somebody else goes', async () => {
      const name = uniqueName();
      const [ada, bob] = [await joined(name), await joined(name, '', 'Bob')];
      await joined(name, '', 'Cleo');
      await waitUntil(() => tilesOf(ada).length === 3, 'not three tiles');
      const [, cleo, own] = tilesOf(ada);
      bob.leave();
      await waitUntil(() => tilesOf(ada).length === 2, 'Bob stays');
      expect(tilesOf(ada)).to.deep.equal([cleo, own]);
    });

    it('marks who is muted and whose camera is off, at the other side', async () => {
      const [ada, bob] = await pair();
      await bob.toggleMicrophone(false);
      await bob.toggleCamera(false);
      const tile = tilesOf(ada)[0] as HTMLElement;
      await waitUntil(() => tile.matches(':state(muted)') && tile.matches(':state(camera-off)'), 'no mark');
      expect(must(tile, '[role=img]').getAttribute('aria-label')).to.equal('Bob, muted, camera off');
      expect(textOf(must(tile, '.avatar'))).to.equal('B');
      expect(must<HTMLVideoElement>(tile, 'video').srcObject).to.equal(null);
    });

    it('shows names as text, whatever they hold', async () => {
      const [ada, bob] = await pair();
      bob.displayName = '<img src=x onerror=alert(1)>';
      await waitUntil(() => textOf(deep(tilesOf(ada)[0] as HTMLElement, '.label')).startsWith('<img'), 'no such name');
      expect(deep(ada, 'img')).to.equal(undefined);
    });

    it('says aloud who comes and goes', async () => {
      const [ada, bob] = await pair();
      bob.leave();
      await waitUntil(() => textOf(must(ada, '.said')).endsWith('Bob left'), 'not said');
    });

    it('is used by the keyboard alone', async () => {
      const room = await lobby();
      await waitUntil(() => room.localParticipant.audio, 'no microphone');
      must<HTMLInputElement>(room, 'input').focus();
      await press('Enter');
      await stateOf(room, 'joined');
      await waitUntil(() => focused()?.getAttribute('aria-label') === 'Mute microphone', 'the focus is lost');
      await press('Enter');
      await waitUntil(() => !room.localParticipant.audio, 'not muted');
      await waitUntil(() => focused()?.getAttribute('aria-label') === 'Unmute microphone', 'the label stays');
      const labelOf = (button: Element | null): string | null | undefined => button?.getAttribute('aria-label');
      await waitUntil(() => deep(room, '[part~="more-button"]'), 'no further buttons');
      const [, ...others] = must(room, '[part=controlbar]').querySelectorAll('button');
      for (const button of others) {
        await press('Tab');
        expect(labelOf(focused())).to.equal(labelOf(button));
      }
      expect(labelOf(focused())).to.equal('Leave call');
      await press('Enter');
      await stateOf(room, 'left');
      await waitUntil(() => textOf(focused()) === 'Join again', 'the focus is lost');
      await press('Enter');
      await stateOf(room, 'joined');
    });

    it('tells why it ended, and joins again', async () => {
      const room = await joined();
      const left = oneEvent<CallLeftEvent>(room, 'call-left');
      buttonOf(room, 'leave-button').click();
      expect((await left).reason).to.equal('left');
      await waitUntil(() => textOf(must(room, 'h2')) === 'You left the call', 'not told');
      await auditOf(room);
      must<HTMLButtonElement>(room, '.center button').click();
      await stateOf(room, 'joined');
    });

    it('says that it reconnects, and goes on', async () => {
      const room = await joined();
      await goDown('signal');
      try {
        await stateOf(room, 'reconnecting');
        await waitUntil(() => textOf(must(room, '[part=status]')) === 'Reconnecting…', 'not told');
        await auditOf(room);
      } finally {
        await comeBack('signal');
      }
      await stateOf(room, 'joined');
    });

    it('goes elsewhere when the room changes', async () => {
      const [ada, bob] = await pair();
      const left = oneEvent(bob, 'call-participant-left');
      ada.room = uniqueName();
      await left;
      await stateOf(ada, 'joined');
      expect(ada.participants).to.deep.equal([]);
    });

    it('keeps the call, and who is muted, when another attribute changes', async () => {
      const room = await joined();
      await waitUntil(() => room.localParticipant.audio, 'no microphone');
      await room.toggleMicrophone(false);
      room.displayName = 'Countess';
      room.maxParticipants = 4;
      await room.updateComplete;
      expect(room.state).to.equal('joined');
      expect(room.localParticipant.displayName).to.equal('Countess');
      expect(room.localParticipant.audio).to.equal(false);
    });

    it('hides the bar for an empty list of controls, and shows those that are named', async () => {
      const room = await joined();
      room.controls = 'leave';
      await room.updateComplete;
      await nextFrame();
      expect(deep(room, '[part~="mic-button"]')).to.equal(undefined);
      expect(deep(room, '[part~="leave-button"]')).not.to.equal(undefined);
      room.controls = '';
      await room.updateComplete;
      expect(deep(room, 'call-controls')).to.equal(undefined);
    });

    it('reads well in the dark', async () => {
      const room = await fixture<CallRoom>(
        html`<call-room
          signaling="/signal"
          room=${uniqueName()}
          ice-servers="[]"
          auto-join
          style="color-scheme: dark"
        ></call-room>`,
      );
      await stateOf(room, 'joined');
      await auditOf(room);
    });

    it('offers a tap where the browser holds back the sound', async () => {
      const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play') as PropertyDescriptor;
      const codes: string[] = [];
      const listener = ({ code }: HTMLElementEventMap['call-error']): unknown => codes.push(code);
      document.addEventListener('call-error', listener);
      // The rig's browser plays without a gesture; one that wants a gesture looks like this.
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        if (this.localName === 'audio') return Promise.reject(new DOMException('', 'NotAllowedError'));
        return (original.value as () => Promise<void>).call(this);
      };
      const name = uniqueName();
      try {
        const ada = await joined(name);
        await joined(name, '', 'Bob');
        await waitUntil(() => deep(ada, 'button.notice'), 'no button');
        await waitUntil(() => codes.includes('playback-blocked'), 'not told');
        await auditOf(ada);
        Object.defineProperty(HTMLMediaElement.prototype, 'play', original);
        must<HTMLButtonElement>(ada, 'button.notice').click();
        await waitUntil(() => !must<HTMLAudioElement>(ada, 'audio').paused, 'no sound');
        await waitUntil(() => !deep(ada, 'button.notice'), 'the button stays');
      } finally {
        Object.defineProperty(HTMLMediaElement.prototype, 'play', original);
        document.removeEventListener('call-error', listener);
      }
    });

    it('shows any text that the page prefers', async () => {
      const room = await lobby();
      room.messages = { join: 'Mitmachen' };
      await stateOf(room, 'lobby');
      await room.updateComplete;
      expect(textOf(must(room, 'form button'))).to.equal('Mitmachen');
    });
  });

  describe('in the document', () => {
    it('keeps the call when it is moved', async () => {
      const [ada, bob] = await pair();
      const gone: Event[] = [];
      bob.addEventListener('call-participant-left', (event) => gone.push(event));
      const { id } = ada.localParticipant;
      const place = await fixture<HTMLElement>(html`<section></section>`);
      place.append(ada);
      await nextFrame();
      expect(ada.state).to.equal('joined');
      if ('moveBefore' in Element.prototype) {
        const other = await fixture<HTMLElement>(html`<section></section>`);
        (other as HTMLElement & { moveBefore(node: Node, child: Node | null): void }).moveBefore(ada, null);
        await nextFrame();
      }
      expect(ada.state).to.equal('joined');
      expect(ada.localParticipant.id).to.equal(id);
      expect(gone).to.deep.equal([]);
      await waitUntil(() => !must<HTMLAudioElement>(ada, 'audio').paused, 'the sound stopped');
      await waitUntil(() => !must<HTMLVideoElement>(tilesOf(ada)[0] as HTMLElement, 'video').paused, 'the picture stopped');
    });

    it('ends the call and releases everything when it is removed, and works when it is put back', async () => {
      const [ada, bob] = await pair();
      const tracks = tracksOf(ada);
      const audio = must<HTMLAudioElement>(ada, 'audio');
      const video = must<HTMLVideoElement>(tilesOf(ada)[0] as HTMLElement, 'video');
      const place = ada.parentElement as HTMLElement;
      expect(tracks.length).to.equal(2);
      const left = oneEvent<CallLeftEvent>(ada, 'call-left');
      ada.remove();
      await left;
      expect(tracks.every(({ readyState }) => readyState === 'ended')).to.equal(true);
      await waitUntil(() => audio.srcObject === null && video.srcObject === null, 'a media element keeps a stream');
      await waitUntil(() => bob.participants.length === 0, 'Bob still sees Ada');
      expect(ada.state).to.equal('idle');
      place.append(ada);
      await stateOf(ada, 'joined');
      await waitUntil(() => bob.participants.length === 1, 'Bob does not see Ada again');
    });

    it('ends the attempt when it is removed while joining', async () => {
      const before = await countConnections('signal');
      const room = await fixture<CallRoom>(
        html`<call-room signaling="/signal" room=${uniqueName()} ice-servers="[]" auto-join></call-room>`,
      );
      expect(room.state).to.equal('joining');
      room.remove();
      await waitUntil(() => room.state === 'idle', 'still trying');
      await waitUntil(async () => (await countConnections('signal')) <= before, 'a socket stays');
      expect(tracksOf(room)).to.deep.equal([]);
    });

    it('releases the camera when it is removed from the lobby', async () => {
      const room = await lobby();
      await waitUntil(() => room.localParticipant.video, 'no camera');
      const tracks = tracksOf(room);
      room.remove();
      await waitUntil(() => tracks.every(({ readyState }) => readyState === 'ended'), 'the camera light is on');
    });

    it('waits for room and signaling, set later as properties', async () => {
      const room = await fixture<CallRoom>(html`<call-room ice-servers="[]" auto-join></call-room>`);
      expect(room.state).to.equal('idle');
      room.room = uniqueName();
      room.signaling = '/signal';
      await stateOf(room, 'joined');
      expect(room.error).to.equal(undefined);
    });

    it('takes over properties that were set before it was defined', async () => {
      const tag = `late-room-${uniqueName().slice(-6)}`;
      const early = document.createElement(tag);
      Object.assign(early, { signaling: '/signal', room: uniqueName(), iceServers: [], autoJoin: true, displayName: 'Early' });
      (await fixture<HTMLElement>(html`<div></div>`)).append(early);
      customElements.define(tag, class extends CallRoom {});
      const room = early as CallRoom;
      await stateOf(room, 'joined');
      expect(room.localParticipant.displayName).to.equal('Early');
    });

    it('refuses to join outside of a document', async () => {
      const room = document.createElement('call-room');
      let name = '';
      await room.join().catch((error: unknown) => {
        name = (error as DOMException).name;
      });
      expect(name).to.equal('InvalidStateError');
    });

    it('holds several rooms at once', async () => {
      const [one, other] = [await joined(), await joined()];
      expect(one.participants).to.deep.equal([]);
      expect(other.participants).to.deep.equal([]);
      one.leave();
      await stateOf(one, 'left');
      expect(other.state).to.equal('joined');
    });
  });

  describe('given something wrong', () => {
    for (const [lacks, attributes] of [
      ['room', { signaling: '/signal', room: '' }],
      ['signaling', { signaling: '', room: 'somewhere' }],
    ] as const) {
      it(`says that it lacks ${lacks}, and fires call-error`, async () => {
        const codes: string[] = [];
        const listener = ({ code, message }: HTMLElementEventMap['call-error']): unknown => codes.push(code, message);
        document.addEventListener('call-error', listener);
        const room = await fixture<CallRoom>(
          html`<call-room signaling=${attributes.signaling} room=${attributes.room}></call-room>`,
        );
        await waitUntil(() => deep(room, '[part=error]'), 'no sentence');
        document.removeEventListener('call-error', listener);
        expect(codes[0]).to.equal(`${lacks}-missing`);
        expect(codes.length).to.equal(2);
        expect(textOf(must(room, '[part=error]'))).to.equal(codes[1]);
        await auditOf(room);
        let rejected: unknown;
        await room.join().catch((error: unknown) => (rejected = error));
        expect(rejected).to.equal(room.error);
      });
    }

    it('warns once of each value that is not allowed, and uses the default', async () => {
      let room: CallRoom | undefined;
      const told = await warnings(async () => {
        room = await fixture<CallRoom>(
          html`<call-room
            signaling="/signal"
            room=${uniqueName()}
            audio="loud"
            video="yes"
            layout="spiral"
            controls="microphone moon"
            ice-servers="stun:x"
            ice-transport-policy="some"
            max-participants="many"
          ></call-room>`,
        );
        await room.updateComplete;
        await nextFrame();
      });
      const of = (attribute: string): string[] => told.filter((text) => text.includes(`${attribute}=`));
      expect(of('audio')).to.deep.equal(['call-room: attribute audio="loud" is not valid. Allowed: on, off, none. Using on.']);
      for (const name of ['video', 'layout', 'controls', 'ice-servers', 'ice-transport-policy', 'max-participants']) {
        expect(of(name).length, `${name}: ${told.join('\n')}`).to.equal(1);
      }
      expect(room?.audio).to.equal('on');
      expect(room?.iceServers).to.equal(undefined);
      expect(room?.maxParticipants).to.equal(undefined);
    });

    it('says which endpoint it can’t reach, keeps trying, and can be told to stop', async () => {
      await refuseConnections('signal');
      try {
        const room = await lobby();
        const failed = oneEvent<CallErrorEvent>(room, 'call-error');
        void room.join().catch(() => undefined);
        expect((await failed).code).to.equal('signaling-unreachable');
        await waitUntil(() => deep(room, '[part=error]'), 'no sentence');
        expect(textOf(must(room, '[part=error]'))).to.contain(`${location.host}/signal`);
        expect(room.state).to.equal('joining');
        await auditOf(room);
        must<HTMLButtonElement>(room, '.center button').click();
        await stateOf(room, 'left');
      } finally {
        await comeBack('signal');
      }
    });

    it('says that the room is full, and offers to try again', async () => {
      const name = uniqueName();
      await joined(name);
      await joined(name, '', 'Bob');
      const room = await fixture<CallRoom>(
        html`<call-room signaling="/signal" room=${name} ice-servers="[]" max-participants="2" auto-join></call-room>`,
      );
      await stateOf(room, 'failed');
      expect(room.error?.code).to.equal('room-full');
      await waitUntil(() => textOf(must(room, '[part=error]')).includes('full'), 'no sentence');
      expect(textOf(must(room, '.center button'))).to.equal('Join again');
      await auditOf(room);
    });

    it('can examine the connection after a failure, in a dialog that takes and gives back the focus', async () => {
      const name = uniqueName();
      await joined(name);
      await joined(name, '', 'Bob');
      const room = await fixture<CallRoom>(
        html`<call-room signaling="/signal" room=${name} ice-servers="[]" max-participants="2" auto-join></call-room>`,
      );
      await stateOf(room, 'failed');
      await waitUntil(() => deep(room, '[part=error]'), 'no sentence');
      const button = must<HTMLButtonElement>(room, '.center button:not(.first)');
      expect(textOf(button)).to.equal('Check my connection');
      button.focus();
      button.click();
      await waitUntil(() => deep(room, '[part~=step]'), 'no check');
      expect(deep(room, 'dialog')?.matches(':modal')).to.equal(true);
      must<HTMLButtonElement>(room, 'dialog form button').click();
      await waitUntil(() => !deep(room, 'check-dialog'), 'the dialog stays');
      await waitUntil(() => focused() === button, 'the focus is lost');
    });

    it('says what ails the devices, and lets people join to watch and listen', async () => {
      const { mediaDevices } = navigator;
      const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotAllowedError'));
      const original = mediaDevices.getUserMedia.bind(mediaDevices);
      // The rig's browser always grants; a person who refuses looks like this.
      mediaDevices.getUserMedia = refuse;
      try {
        const room = await lobby();
        await waitUntil(() => deep(room, '[part=error]'), 'no sentence');
        expect(textOf(must(room, '[part=error]'))).to.contain('microphone and camera');
        expect(textOf(must(room, 'form .primary'))).to.equal('Join to watch and listen');
        await auditOf(room);
        must<HTMLButtonElement>(room, 'form .primary').click();
        await stateOf(room, 'joined');
        await auditOf(room);
        mediaDevices.getUserMedia = original;
        await room.toggleMicrophone(true);
        await waitUntil(() => room.localParticipant.audio, 'no microphone');
      } finally {
        mediaDevices.getUserMedia = original;
      }
    });
  });
});
