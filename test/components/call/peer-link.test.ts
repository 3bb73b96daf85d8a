import { expect } from '@open-wc/testing';
import type { Outgoing } from '../../../signaling/client/index.js';
import type { ChannelMessage } from '../../../signaling/protocol/index.js';
import { LocalMedia } from '../../../components/call/media/local-media.js';
import { PeerLink, type LinkMessage } from '../../../components/call/peer-link.js';
import { waitUntil } from '../../support/patience.js';

/** A link's end in a test: what it sends stays in its outbox until the test delivers it. */
interface End {
  link: PeerLink;
  outbox: LinkMessage[];
  stream: MediaStream;
  told: ChannelMessage[];
  closed: boolean;
  broken: unknown[];
}

describe('a link to a peer', function () {
  this.timeout(40_000);

  const media = new LocalMedia();
  const ends: End[] = [];

  const end = (link: PeerLink, { polite = false, announce = false } = {}): End => {
    const made: End = { link, outbox: [], stream: new MediaStream(), told: [], closed: false, broken: [] };
    link.attach(
      {
        polite,
        stream: made.stream,
        send: (message: Outgoing) => made.outbox.push({ ...message, from: 'x' } as LinkMessage) > 0,
        onState: () => undefined,
        onChannelOpen: () => undefined,
        onChannelClose: () => (made.closed = true),
        onTold: (message) => message && made.told.push(message),
        onBroken: (cause) => made.broken.push(cause),
      },
      announce,
    );
    ends.push(made);
    return made;
  };
  const offering = (): End => end(PeerLink.offering({}, media), { announce: true });
  const answering = (to: End): End => end(PeerLink.answering(to.link.id, {}, media), { polite: true });

  /** Takes messages of a type out of an outbox as soon as there is one. */
  const take = async (from: End, type: LinkMessage['type']): Promise<LinkMessage> => {
    await waitUntil(() => from.outbox.some((message) => message.type === type), `no ${type}`);
    return from.outbox.splice(
      from.outbox.findIndex((message) => message.type === type),
      1,
    )[0] as LinkMessage;
  };
  /** Delivers everything in both directions until the two are connected. */
  const connect = async (a: End, b: End): Promise<void> => {
    await waitUntil(() => {
      for (const message of a.outbox.splice(0)) b.link.receive(message);
      for (const message of b.outbox.splice(0)) a.link.receive(message);
      return a.link.state === 'connected' && b.link.state === 'connected';
    }, 'not connected');
  };

  before(() => media.start());
  after(() => media.close());
  afterEach(() => {
    for (const { link } of ends.splice(0)) link.close();
  });

  it('brings audio and video both ways', async () => {
    const a = offering();
    const b = answering(a);
    await connect(a, b);
    for (const { stream } of [a, b]) {
      expect(
        stream
          .getTracks()
          .map(({ kind }) => kind)
          .sort(),
      ).to.deep.equal(['audio', 'video']);
    }
    await waitUntil(() => a.stream.getVideoTracks()[0]?.muted === false, 'no picture');
  });

  it('connects when candidates come before their description', async () => {
    const a = offering();
    const b = answering(a);
    const offer = await take(a, 'offer');
    b.link.receive(await take(a, 'candidate'));
    b.link.receive(offer);
    await connect(a, b);
  });

  it('shrugs off doubled and late messages', async () => {
    const a = offering();
    const b = answering(a);
    const offer = await take(a, 'offer');
    b.link.receive(offer);
    b.link.receive(offer);
    const answer = await take(b, 'answer');
    expect(await take(b, 'answer')).to.deep.equal(answer);
    a.link.receive(answer);
    a.link.receive(answer);
    await connect(a, b);
    a.link.receive(answer);
    b.link.receive(offer);
    await take(b, 'answer');
    expect(a.link.state).to.equal('connected');
  });

  it('lets nobody else take the place of its peer', async () => {
    const a = offering();
    const b = answering(a);
    await connect(a, b);
    const stranger = offering();
    const forged = await take(stranger, 'offer');
    b.link.receive({ ...forged, link: a.link.id });
    b.link.receive({ type: 'candidate', from: 'x', to: 'y', link: a.link.id, candidate: { candidate: 'junk', sdpMid: '0' } });
    a.link.syncTracks();
    await connect(a, b);
    expect(b.outbox.filter(({ type }) => type === 'answer')).to.deep.equal([]);
  });

  it('says when a description makes no sense', async () => {
    const b = end(PeerLink.answering('some-link', {}, media), { polite: true });
    b.link.receive({ type: 'offer', from: 'x', to: 'y', link: 'some-link', sdp: 'v=0\r\nnonsense' });
    await waitUntil(() => b.broken.length > 0);
    expect(b.link.state).to.equal('new');
  });

  it('renegotiates when both restart at once', async () => {
    const a = offering();
    const b = answering(a);
    await connect(a, b);
    a.link.configure({ iceServers: [] });
    a.link.restart();
    b.link.restart();
    await waitUntil(() => [a, b].every(({ outbox }) => outbox.some(({ type }) => type === 'offer')));
    await connect(a, b);
    expect(a.link.state).to.equal('connected');
  });

  it('tells over its data channel, and that it is closed', async () => {
    const a = offering();
    const b = answering(a);
    await connect(a, b);
    await waitUntil(() => a.link.tell({ type: 'state', name: 'Ada', audio: true, video: false }));
    await waitUntil(() => b.told.length > 0);
    expect(b.told).to.deep.equal([{ type: 'state', name: 'Ada', audio: true, video: false }]);
    a.link.close();
    a.link.close();
    await waitUntil(() => b.closed);
  });
});
