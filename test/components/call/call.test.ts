import { expect } from '@open-wc/testing';
import { CallError, type Call, type CallState } from '../../../components/call/index.js';
import { comeBack, countConnections, goDown, uniqueName } from '../../support/endpoints.js';
import { endCalls, joinTogether, linked, makeCall } from '../../support/calls.js';
import { waitUntil } from '../../support/patience.js';

const someone = (call: Call | undefined): Call['participants'][number] => {
  const [first] = call?.participants ?? [];
  if (!first) throw new Error('nobody is there');
  return first;
};
const errorsOf = (call: Call): string[] => {
  const codes: string[] = [];
  call.addEventListener('error', ({ error }) => codes.push(error.code));
  return codes;
};

describe('a call', function () {
  this.timeout(40_000);
  afterEach(async () => {
    endCalls();
    // A test that fails while the server is away should not take the others with it.
    await comeBack('signal');
  });

  it('lets people see, hear and name each other', async () => {
    const [ada, bob] = await joinTogether(['Ada', 'Bob']);
    await waitUntil(() => someone(ada).audio && someone(ada).video && someone(bob).displayName === 'Ada');
    expect(someone(ada).displayName).to.equal('Bob');
    expect(someone(ada).id).to.equal(bob?.localParticipant.id);
    await waitUntil(
      () =>
        someone(ada)
          .stream.getTracks()
          .every(({ muted }) => !muted),
      'no media',
    );
  });

  it('shows who speaks', async function () {
    this.timeout(80_000);
    const [ada, bob] = await joinTogether(['Ada', 'Bob']);
    // Chromium decodes only sound that something plays; muted, lest the echo canceller of the same page removes it.
    const audio = new Audio();
    audio.muted = true;
    audio.srcObject = someone(ada).stream;
    await audio.play();
    // The fake microphone beeps twice a second, for less than a tenth of one: not every look finds it.
    await waitUntil(() => someone(ada).speaking, 'Bob is never shown speaking', 45_000);
    await bob?.toggleMicrophone(false);
    await waitUntil(() => !someone(ada).audio && !someone(ada).speaking, 'still speaking');
    audio.srcObject = null;
  });

  it('mutes without giving up the microphone, and releases the camera', async () => {
    const [ada, bob] = await joinTogether(['Ada', 'Bob'], {});
    await waitUntil(() => bob?.localParticipant.audio && bob.localParticipant.video);
    const [microphone] = bob?.media.stream.getAudioTracks() ?? [];
    const [camera] = bob?.media.stream.getVideoTracks() ?? [];
    await bob?.toggleMicrophone();
    await bob?.toggleCamera();
    expect(microphone?.readyState).to.equal('live');
    expect(microphone?.enabled).to.equal(false);
    expect(camera?.readyState).to.equal('ended');
    await waitUntil(() => !someone(ada).audio && !someone(ada).video);
    await bob?.toggleMicrophone();
    await bob?.toggleCamera(true);
    expect(microphone?.enabled).to.equal(true);
    await waitUntil(() => someone(ada).audio && someone(ada).video);
  });

  it('tells a new name to everybody', async () => {
    const [ada, bob] = await joinTogether(['Ada', 'Bob']);
    bob?.setDisplayName('  Robert ');
    await waitUntil(() => someone(ada).displayName === 'Robert');
  });

  it('never asks for a device that is not wanted', async () => {
    const [ada, bob] = await joinTogether(['Ada', 'Bob'], { audio: 'none', video: 'off' });
    expect(ada?.media.stream.getTracks()).to.have.length(0);
    await ada?.toggleMicrophone(true);
    expect(ada?.localParticipant.audio).to.equal(false);
    await ada?.toggleCamera(true);
    await waitUntil(() => someone(bob).video);
  });

  it('is left at once by everybody else, and can be joined again', async () => {
    const [ada, bob] = await joinTogether(['Ada', 'Bob']);
    await waitUntil(() => bob?.media.video === true);
    const track = bob?.media.stream.getTracks()[0];
    const before = bob?.localParticipant.id;
    bob?.leave();
    expect(bob?.state).to.equal('left');
    expect(track?.readyState).to.equal('ended');
    await waitUntil(() => ada?.participants.length === 0);
    await bob?.join();
    await linked([ada, bob] as Call[]);
    expect(someone(ada).id).not.to.equal(before);
  });

  it('goes on while signaling is away, and comes back under the same id', async () => {
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    const states: CallState[] = [];
    ada.addEventListener('statechange', ({ state }) => states.push(state));
    const gone: string[] = [];
    ada.addEventListener('participantleft', ({ participant }) => gone.push(participant.id));
    const { id } = ada.localParticipant;
    await goDown('signal');
    await waitUntil(() => ada.state === 'reconnecting' && bob.state === 'reconnecting');
    expect(someone(ada).connectionState).to.equal('connected');
    await comeBack('signal');
    await waitUntil(() => ada.state === 'joined' && bob.state === 'joined', 'not back');
    expect(states).to.deep.equal(['reconnecting', 'joined']);
    expect(ada.localParticipant.id).to.equal(id);
    expect(gone).to.deep.equal([]);
    await linked([ada, bob]);
  });

  it('keeps trying an address that does not answer, says so once, and stops when told to', async () => {
    const call = makeCall('Ada', 'r', { signaling: 'ws://localhost:9/' });
    const codes = errorsOf(call);
    const joining = call.join();
    await waitUntil(() => codes.includes('signaling-unreachable'), 'silent');
    expect(call.state).to.equal('joining');
    expect(call.address).to.equal('ws://localhost:9/?room=r');
    call.leave();
    const failure = await joining.catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
    expect(call.state).to.equal('left');
    expect(codes.filter((code) => code === 'signaling-unreachable')).to.have.length(1);
  });

  for (const [options, code] of [
    [{ signaling: '' }, 'signaling-missing'],
    [{ signaling: 'mailto:ada@example.com' }, 'signaling-invalid'],
    [{ room: '' }, 'room-missing'],
    [{ room: 'x'.repeat(129) }, 'room-invalid'],
    [{ room: '\ud800' }, 'room-invalid'],
  ] as const) {
    it(`refuses ${JSON.stringify(options).slice(0, 40)} with ${code}`, async () => {
      const call = makeCall('Ada', 'r', options);
      const failure = await call.join().catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(CallError).with.property('code', code);
      expect(call.state).to.equal('failed');
      expect(call.error?.code).to.equal(code);
    });
  }

  it('does without ICE servers that the browser refuses, and says so', async () => {
    const call = makeCall('Ada', uniqueName(), { iceServers: [{ urls: 'http://nonsense' }] });
    const codes = errorsOf(call);
    await call.join();
    expect(codes).to.include('ice-servers-invalid');
    expect(call.state).to.equal('joined');
  });

  it('stays out of a room that it may not enter, and tries no more', async () => {
    const room = uniqueName();
    await joinTogether(['Ada', 'Bob'], {}, room);
    const connections = await countConnections('signal');
    const carol = makeCall('Carol', room, { maxParticipants: 2 });
    await carol.join().catch(() => 'refused');
    carol.close();
    await waitUntil(async () => (await countConnections('signal')) <= connections);
    expect(carol.state).to.equal('idle');
  });

  it('opens no camera while it is over', async () => {
    const call = makeCall('Ada', uniqueName(), { video: 'off' });
    await call.join();
    call.leave();
    call.update({ video: 'on' });
    await call.toggleCamera(true);
    expect(call.media.stream.getTracks()).to.have.length(0);
  });

  it('tells nobody anything after it was left in the midst of news', async () => {
    const room = uniqueName();
    await joinTogether(['Ada', 'Bob'], {}, room);
    const carol = makeCall('Carol', room);
    const states: CallState[] = [];
    carol.addEventListener('statechange', ({ state }) => states.push(state));
    let came = 0;
    carol.addEventListener('participantjoined', () => {
      came++;
      carol.leave();
    });
    await carol.join().catch(() => 'left');
    expect(came).to.equal(1);
    expect(states).to.deep.equal(['joining', 'left']);
  });

  it('leaves a room that is fuller than wanted', async () => {
    const room = uniqueName();
    await joinTogether(['Ada', 'Bob'], {}, room);
    const carol = makeCall('Carol', room, { maxParticipants: 2 });
    const failure = await carol.join().catch((error: unknown) => error);
    expect(failure).to.have.property('code', 'room-full');
    expect(carol.state).to.equal('failed');
  });

  it('moves to another room when told to', async () => {
    const room = uniqueName();
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    const carol = makeCall('Carol', room);
    await carol.join();
    bob.update({ room });
    await waitUntil(() => ada.participants.length === 0);
    await linked([bob, carol]);
  });

  it('ends without a trace, however often and whenever it is closed', async () => {
    const connections = await countConnections('signal');
    const call = makeCall('Ada', uniqueName());
    const joining = call.join().catch(() => 'aborted');
    call.close();
    call.close();
    expect(await joining).to.equal('aborted');
    expect(call.state).to.equal('idle');
    await waitUntil(async () => (await countConnections('signal')) <= connections);
    await waitUntil(() => !call.media.starting);
    expect(call.media.stream.getTracks()).to.have.length(0);
    await call.join();
    expect(call.state).to.equal('joined');
  });

  it('brings together people who all come at the same instant', async () => {
    const room = uniqueName();
    const calls = ['Ada', 'Bob', 'Carol'].map((name) => makeCall(name, room));
    await Promise.all(calls.map((call) => call.join()));
    await linked(calls);
  });
});

describe('a call over a plain relay', function () {
  this.timeout(40_000);
  afterEach(endCalls);

  it('brings people together who come one after another', async () => {
    const calls = await joinTogether(['Ada', 'Bob', 'Carol'], { signaling: `/relay/${uniqueName()}` });
    await waitUntil(() => calls.every(({ participants }) => participants.every(({ displayName }) => displayName)));
  });

  it('settles first offers that cross', async () => {
    const signaling = `/relay/${uniqueName()}`;
    const calls = ['Ada', 'Bob', 'Carol'].map((name) => makeCall(name, 'r', { signaling }));
    await Promise.all(calls.map((call) => call.join()));
    await linked(calls);
  });

  it('fills in the room and the peer of the address', async () => {
    const calls = await joinTogether(['Ada', 'Bob'], { signaling: `/relay/{room}` });
    expect(calls).to.have.length(2);
  });

  it('leaves a room that is fuller than wanted', async () => {
    const signaling = `/relay/${uniqueName()}`;
    await joinTogether(['Ada', 'Bob'], { signaling }, 'r');
    const carol = makeCall('Carol', 'r', { signaling, maxParticipants: 2 });
    const ended = new Promise((resolve) =>
      carol.addEventListener('statechange', ({ state }) => state === 'failed' && resolve(state)),
    );
    carol.join().catch(() => undefined);
    await ended;
    expect(carol.error?.code).to.equal('room-full');
  });
});
