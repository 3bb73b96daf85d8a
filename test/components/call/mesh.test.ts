import { expect } from '@open-wc/testing';
import type { Outgoing } from '../../../signaling/client/index.js';
import { LocalMedia } from '../../../components/call/media/local-media.js';
import { Mesh } from '../../../components/call/mesh.js';
import type { LinkMessage } from '../../../components/call/peer-link.js';
import { waitUntil } from '../../support/patience.js';

/** Somebody's mesh in a test; what it sends to the other is delivered at once, and remembered. */
interface Somebody {
  mesh: Mesh;
  sent: LinkMessage[];
}

describe('a mesh', function () {
  this.timeout(40_000);

  const media = new LocalMedia({ audio: 'none', video: 'none' });
  let ada: Somebody;
  /** Whether there is a server that knows who sends what. */
  let vouches = false;
  let bob: Somebody;

  const somebody = (name: string, other: () => Mesh): Somebody => {
    const mesh = new Mesh(media, { iceServers: [] });
    const made: Somebody = { mesh, sent: [] };
    mesh.identify(name);
    mesh.start({
      send: (message: Outgoing) => {
        made.sent.push({ ...message, from: name } as LinkMessage);
        other().receive({ ...message, from: name } as LinkMessage, vouches);
        return true;
      },
      onState: () => undefined,
      onReady: () => undefined,
      onTold: () => undefined,
      onClosed: () => undefined,
      onBroken: (_, cause) => expect.fail(String(cause)),
    });
    return made;
  };
  const connected = (): Promise<void> =>
    waitUntil(() => ada.mesh.state('bob') === 'connected' && bob.mesh.state('ada') === 'connected', 'not connected');

  beforeEach(() => {
    vouches = false;
    ada = somebody('ada', () => bob.mesh);
    bob = somebody('bob', () => ada.mesh);
  });
  afterEach(() => {
    ada.mesh.close();
    bob.mesh.close();
  });

  it('settles first offers that cross', async () => {
    ada.mesh.connect('bob');
    bob.mesh.connect('ada');
    await connected();
  });

  it('begins no link under the name of one that has ended', async () => {
    ada.mesh.connect('bob');
    await connected();
    const offer = ada.sent.find(({ type }) => type === 'offer') as LinkMessage;
    bob.mesh.disconnect('ada');
    bob.mesh.receive(offer, true);
    expect(bob.mesh.state('ada')).to.equal(undefined);
    await waitUntil(() => ada.mesh.state('bob') === undefined, 'the other side keeps the link');
    ada.mesh.connect('bob');
    await connected();
  });

  it('does not let a stranger replace a link that works', async () => {
    ada.mesh.connect('bob');
    await connected();
    const stranger = somebody('ada', () => bob.mesh);
    stranger.mesh.connect('bob');
    await waitUntil(() => stranger.sent.some(({ type }) => type === 'offer'));
    expect(bob.mesh.state('ada')).to.equal('connected');
    expect(stranger.mesh.state('bob')).to.equal('new');
    stranger.mesh.close();
  });

  it('makes nothing any more once it is closed', () => {
    ada.mesh.close();
    ada.mesh.close();
    ada.mesh.connect('bob');
    ada.mesh.offerOpenly(true);
    expect(ada.mesh.state('bob')).to.equal(undefined);
    expect(ada.sent).to.deep.equal([]);
  });

  it('lets a peer that the server vouches for begin anew, even where nothing seems amiss', async () => {
    ada.mesh.connect('bob');
    await connected();
    vouches = true;
    // Ada has woken up elsewhere, and knows nothing of any link.
    const before = ada.mesh;
    ada = somebody('ada', () => bob.mesh);
    ada.mesh.connect('bob');
    await connected();
    before.close();
    expect(bob.mesh.state('ada')).to.equal('connected');
  });
});
