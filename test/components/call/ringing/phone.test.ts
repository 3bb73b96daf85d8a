import { expect } from '@open-wc/testing';
import type { Call, RingingCall } from '../../../../components/call/index.js';
import { jsonCodec } from '../../../../signaling/client/index.js';
import { parseMessage, PHONE_LINE, PHONE_ROOM_PREFIX } from '../../../../signaling/protocol/index.js';
import type { EndpointName } from '../../../support/endpoint-commands.js';
import { comeBack, dropConnections, goDown, sayOnRelay, uniqueName } from '../../../support/endpoints.js';
import { callName, connected, endOf, endRinging, incomingAt, openPhone } from '../../../support/ringing.js';
import { waitUntil } from '../../../support/patience.js';

const tracksFrom = (call: Call): MediaStreamTrack[] => call.participants.flatMap(({ stream }) => stream.getTracks());
const hears = (call: Call): boolean => tracksFrom(call).some(({ kind, muted }) => kind === 'audio' && !muted);
const sees = (call: Call): boolean => tracksFrom(call).some(({ kind, muted }) => kind === 'video' && !muted);
/** As long as `act` takes, there is neither microphone nor camera. */
async function withoutDevices(act: () => Promise<void>): Promise<void> {
  const { mediaDevices } = navigator;
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
  try {
    await act();
  } finally {
    // The one of the prototype shows up again.
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
  }
}
const isRinging = ({ state }: RingingCall): boolean => state === 'ringing';

for (const endpoint of ['signal', 'relay'] as const satisfies readonly EndpointName[]) {
  describe(`ringing over ${endpoint === 'signal' ? 'our server' : 'a plain relay'}`, function () {
    this.timeout(40_000);
    afterEach(endRinging);
    const name = (): string => uniqueName('name');

    it('lets somebody call, and be heard and seen once the other accepts', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user, { displayName: 'Grace' });
      const call = callName(endpoint, user, { displayName: 'Ada', video: true, subject: '  Order 12 ' });
      const incoming = await incomingAt(phone);
      expect(incoming.remoteName).to.equal('Ada');
      expect(incoming.subject).to.equal('Order 12');
      expect(incoming.video).to.equal(true);
      expect(incoming.trusted).to.equal(false);
      await waitUntil(() => isRinging(call), 'the caller does not know that it rings');
      incoming.accept();
      await connected(call, incoming);
      await waitUntil(() => [call, incoming].every((end) => hears(end.call) && sees(end.call)), 'no sound or no picture');
      expect(call.remoteName).to.equal('Grace');
      expect(call.call.participants.map(({ displayName }) => displayName)).to.deep.equal(['Grace']);
      expect(incoming.call.participants.map(({ displayName }) => displayName)).to.deep.equal(['Ada']);
      call.hangUp();
      expect(await endOf(call)).to.equal('hung-up');
      expect(await endOf(incoming)).to.equal('hung-up');
      expect(phone.calls).to.have.length(0);
      expect(call.call.media.stream.getTracks()).to.have.length(0);
    });

    it('sends a voice alone where no picture is wanted', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user, { video: true });
      const incoming = await incomingAt(phone);
      incoming.accept({ video: false });
      await connected(call, incoming);
      await waitUntil(() => sees(incoming.call) && hears(call.call), 'no picture of the caller');
      expect(incoming.call.localParticipant.video).to.equal(false);
      incoming.hangUp();
      expect(await endOf(call)).to.equal('hung-up');
    });

    it('opens no device and tells no address before it is accepted', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => isRinging(call));
      // As long as the phone's spare takes: the engine has answered by then.
      await waitUntil(() => incoming.call.participants.length === 1);
      expect(incoming.call.media.stream.getTracks()).to.have.length(0);
      expect(call.call.participants).to.have.length(0);
      incoming.decline();
      await endOf(call);
    });

    it('connects while it rings where the site wants that, and sends nothing before it is accepted', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user, { earlyConnection: true });
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => call.call.participants[0]?.connectionState === 'connected', 'not connected while it rings');
      expect(call.state).to.equal('ringing');
      expect(hears(incoming.call)).to.equal(false);
      incoming.accept();
      await connected(call, incoming);
      await waitUntil(() => hears(call.call) && hears(incoming.call), 'no sound');
    });

    it('keeps the connection made while it rings, when further phones get an offer of their own', async () => {
      const user = name();
      const offers = new Set<string>();
      const codec = {
        ...jsonCodec,
        decode: (data: unknown) => {
          const parsed = parseMessage(data, PHONE_LINE);
          if (parsed.ok && parsed.message.type === 'invite' && parsed.message.offer) offers.add(parsed.message.offer.link);
          return parsed;
        },
      };
      const phone = await openPhone(endpoint, user, { earlyConnection: true, codec });
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => call.call.participants[0]?.connectionState === 'connected', 'not connected while it rings');
      const states = new Set<RTCPeerConnectionState | 'left'>();
      call.call.addEventListener('participantchange', ({ participant }) => states.add(participant.connectionState));
      call.call.addEventListener('participantleft', () => states.add('left'));
      await waitUntil(() => offers.size > 1, 'no offer for further phones');
      incoming.accept();
      await connected(call, incoming);
      await waitUntil(() => hears(call.call) && hears(incoming.call), 'no sound');
      expect([...states].filter((state) => state !== 'connected')).to.deep.equal([]);
    });

    it('goes to whichever phone accepts, although another one is connected while it rings', async () => {
      const user = name();
      const [desk, mobile] = [await openPhone(endpoint, user, { earlyConnection: true }), await openPhone(endpoint, user)];
      const call = callName(endpoint, user);
      const [atDesk, atMobile] = await Promise.all([incomingAt(desk), incomingAt(mobile)]);
      await waitUntil(() => call.call.participants[0]?.connectionState === 'connected', 'not connected while it rings');
      atMobile.accept();
      await connected(call, atMobile);
      expect(await endOf(atDesk)).to.equal('answered-elsewhere');
      await waitUntil(() => hears(call.call) && hears(atMobile.call), 'no sound');
    });

    it('rings at the others when somebody calls their own name', async () => {
      const user = name();
      const [ada, bob] = [await openPhone(endpoint, user, { ring: 'all' }), await openPhone(endpoint, user, { ring: 'all' })];
      const call = ada.call(user);
      (await incomingAt(bob)).decline();
      expect(await endOf(call)).to.equal('declined');
    });

    it('tells why somebody declines', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      (await incomingAt(phone)).decline('In a meeting');
      expect(await endOf(call)).to.equal('declined');
      expect(call.text).to.equal('In a meeting');
    });

    it('finds nobody where nobody is', async () => {
      expect(await endOf(callName(endpoint, name()))).to.equal('unavailable');
    });

    it('finds it busy, or waits, as the phone wants', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const first = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      incoming.accept();
      await connected(first, incoming);
      expect(await endOf(callName(endpoint, user))).to.equal('busy');
      phone.update({ callWaiting: true });
      const third = callName(endpoint, user);
      const waiting = await incomingAt(phone).catch(() => undefined);
      await waitUntil(() => phone.calls.length === 2, 'the other call does not wait');
      expect(waiting).not.to.equal(undefined);
      phone.calls.filter(isRinging).forEach((call) => call.direction === 'incoming' && (call as typeof incoming).accept());
      expect(await endOf(first)).to.equal('hung-up');
      await waitUntil(() => third.state === 'connected');
    });

    it('finds whoever is away unavailable', async () => {
      const user = name();
      await openPhone(endpoint, user, { status: 'away' });
      expect(await endOf(callName(endpoint, user))).to.equal('unavailable');
    });

    it('rings at all phones, and stops where it was not answered', async () => {
      const user = name();
      const [desk, mobile, tablet] = await Promise.all([1, 2, 3].map(() => openPhone(endpoint, user)));
      if (!desk || !mobile || !tablet) throw new Error('three phones');
      const call = callName(endpoint, user);
      const [atDesk, atMobile, atTablet] = await Promise.all([desk, mobile, tablet].map(incomingAt));
      // At the same moment: the caller decides.
      atDesk?.accept();
      atMobile?.accept();
      const ends = [atDesk, atMobile, atTablet].filter((end) => end !== undefined);
      await waitUntil(() => ends.filter(({ state }) => state === 'ended').length === 2, 'it goes on ringing elsewhere');
      expect(ends.filter(({ reason }) => reason === 'answered-elsewhere')).to.have.length(2);
      await waitUntil(() => call.state === 'connected' && ends.some(({ state }) => state === 'connected'));
    });

    it('is declined by one person at any of their phones', async () => {
      const user = name();
      const [desk, mobile] = [await openPhone(endpoint, user), await openPhone(endpoint, user)];
      const call = callName(endpoint, user);
      const [atDesk, atMobile] = await Promise.all([incomingAt(desk), incomingAt(mobile)]);
      atDesk.decline();
      expect(await endOf(call)).to.equal('declined');
      expect(await endOf(atMobile)).to.equal('answered-elsewhere');
    });

    it('is declined by a group only when everybody declines', async () => {
      const user = name();
      const [desk, mobile] = [await openPhone(endpoint, user, { ring: 'all' }), await openPhone(endpoint, user, { ring: 'all' })];
      const call = callName(endpoint, user);
      const [atDesk, atMobile] = await Promise.all([incomingAt(desk), incomingAt(mobile)]);
      await waitUntil(() => isRinging(call));
      atDesk.decline();
      await endOf(atDesk);
      expect(atMobile.state).to.equal('ringing');
      expect(call.state).to.equal('ringing');
      atMobile.decline();
      expect(await endOf(call)).to.equal('declined');
    });

    it('stops when the caller cancels, or has waited long enough', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      call.hangUp();
      expect(await endOf(incoming)).to.equal('cancelled');
      const impatient = callName(endpoint, user, { ringTimeoutS: 2 });
      const missed = await incomingAt(phone);
      expect(await endOf(impatient)).to.equal('no-answer');
      expect(await endOf(missed)).to.equal('no-answer');
    });

    it('ends alike on both sides when it is accepted and cancelled at the same moment', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      for (let round = 0; round < 3; round++) {
        const call = callName(endpoint, user);
        const incoming = await incomingAt(phone);
        incoming.accept();
        if (round > 0) await waitUntil(() => round === 1 || call.state === 'accepted' || call.state === 'connected');
        call.hangUp();
        expect(await endOf(call)).to.equal(await endOf(incoming));
      }
    });

    it('makes one call of two, when both call each other', async () => {
      const [adas, bobs] = [name(), name()];
      const [ada, bob] = [await openPhone(endpoint, adas), await openPhone(endpoint, bobs)];
      const [toBob, toAda] = [ada.call(bobs), bob.call(adas)];
      await waitUntil(
        () => [ada, bob].every(({ calls }) => calls.length === 1 && calls[0]?.state === 'connected'),
        'not one call that stands',
      );
      expect(ada.calls[0]?.id).to.equal(bob.calls[0]?.id);
      expect([toBob.reason, toAda.reason].filter((reason) => reason === 'merged')).to.have.length(1);
      ada.calls[0]?.hangUp();
      await waitUntil(() => bob.calls.length === 0);
    });

    it('reaches a phone that comes while somebody calls', async () => {
      const user = name();
      await openPhone(endpoint, user, { ring: 'all' });
      const call = callName(endpoint, user);
      await waitUntil(() => isRinging(call));
      const late = await openPhone(endpoint, user, { ring: 'all' });
      const incoming = await incomingAt(late);
      incoming.accept();
      await connected(call, incoming);
    });

    it('does not ring for somebody who can’t be heard', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      let invitations = 0;
      phone.addEventListener('incoming', () => invitations++);
      await withoutDevices(async () => {
        const call = callName(endpoint, user);
        expect(await endOf(call)).to.equal('media-failed');
        expect(call.error?.code).to.equal('device-not-found');
      });
      const other = callName(endpoint, user);
      await incomingAt(phone);
      expect(invitations).to.equal(1);
      other.hangUp();
    });

    it('lets somebody who can’t be heard accept, and listen', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => isRinging(call));
      await withoutDevices(async () => {
        incoming.accept();
        await connected(call, incoming);
        await waitUntil(() => incoming.error !== undefined, 'nobody is told of the missing microphone');
      });
      expect(incoming.error?.code).to.equal('device-not-found');
      await waitUntil(() => hears(incoming.call), 'no sound');
    });

    it('rings on while sockets break, and connects', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => isRinging(call));
      await dropConnections(endpoint);
      await waitUntil(() => !phone.isOpen, 'the line does not break');
      expect(incoming.state).to.equal('ringing');
      await waitUntil(() => phone.isOpen, 'the line does not come back');
      expect(incoming.state).to.equal('ringing');
      incoming.accept();
      await connected(call, incoming);
      await waitUntil(() => hears(call.call) && hears(incoming.call), 'no sound');
    });

    it('is accepted although the line is away at that moment', async () => {
      const user = name();
      const phone = await openPhone(endpoint, user);
      const call = callName(endpoint, user);
      const incoming = await incomingAt(phone);
      await waitUntil(() => isRinging(call));
      await goDown(endpoint);
      await waitUntil(() => !phone.isOpen);
      incoming.accept();
      await comeBack(endpoint);
      await connected(call, incoming);
      await waitUntil(() => hears(call.call) && hears(incoming.call), 'no sound');
    });
  });
}

describe('ringing where anybody can say anything', function () {
  this.timeout(40_000);
  afterEach(endRinging);

  it('does not end a call that stands, whoever says so', async () => {
    const user = uniqueName('name');
    const phone = await openPhone('relay', user);
    const call = callName('relay', user);
    const incoming = await incomingAt(phone);
    incoming.accept();
    await connected(call, incoming);
    const [callee] = call.call.participants;
    const [caller] = incoming.call.participants;
    const forged = { type: 'end', room: PHONE_ROOM_PREFIX + user, call: call.id, reason: 'hung-up' };
    await sayOnRelay(JSON.stringify({ ...forged, from: callee?.id, to: caller?.id }));
    await sayOnRelay(JSON.stringify({ ...forged, from: caller?.id, to: callee?.id }));
    // A call that comes after both has been heard when they have.
    expect(await endOf(callName('relay', user))).to.equal('busy');
    expect([call.state, incoming.state]).to.deep.equal(['connected', 'connected']);
  });

  it('stops when the caller vanishes without a word', async () => {
    const user = uniqueName('name');
    const phone = await openPhone('relay', user);
    let hasVanished = false;
    const codec = {
      encode: (message: Parameters<typeof jsonCodec.encode>[0]) => (hasVanished ? undefined : jsonCodec.encode(message)),
      decode: (data: unknown) => parseMessage(data, PHONE_LINE),
    };
    callName('relay', user, { codec });
    const incoming = await incomingAt(phone);
    hasVanished = true;
    await waitUntil(() => incoming.state === 'ended', 'it rings for nobody', 25_000);
    expect(incoming.reason).to.equal('cancelled');
  });
});
