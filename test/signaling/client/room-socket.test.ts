import { expect } from '@open-wc/testing';
import { resolveEndpoint, RoomSocket, type RoomSocketOptions } from '../../../signaling/client/index.js';
import type { PhoneLineMessage, WelcomeMessage } from '../../../signaling/protocol/index.js';
import {
  comeBack,
  countConnections,
  dropConnections,
  endpointUrl,
  goDown,
  sayOnRelay,
  uniqueName,
} from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';

/** Somebody at a socket, with all that they were told. */
interface Visitor {
  socket: RoomSocket;
  opened: (WelcomeMessage | undefined)[];
  messages: PhoneLineMessage[];
  invalid: string[];
  downs: number;
  waits: number;
}

describe('a room over one socket', () => {
  const visitors: Visitor[] = [];

  const visit = (endpoint: string, room: string, options: Partial<RoomSocketOptions> = {}): Visitor => {
    const peer = uniqueName('peer');
    const told = { opened: [], messages: [], invalid: [], downs: 0, waits: 0 } as Omit<Visitor, 'socket'>;
    const socket = new RoomSocket(
      { peer, room, endpoint: resolveEndpoint(endpoint, room, peer, document.baseURI), displayName: () => 'Ada', ...options },
      {
        onOpen: (welcome) => told.opened.push(welcome),
        onMessage: (message) => told.messages.push(message),
        onDown: () => visitor.downs++,
        onWaiting: () => visitor.waits++,
        onRefused: (refusal) => told.invalid.push(refusal?.code ?? 'no reason'),
        onInvalid: (reason) => told.invalid.push(reason),
      },
    );
    const visitor: Visitor = { socket, ...told };
    visitors.push(visitor);
    return visitor;
  };
  /** Waits until the socket has opened so many times. */
  const opened = (visitor: Visitor, times = 1): Promise<void> => waitUntil(() => visitor.opened.length >= times, 'not open');
  const enter = async (...how: Parameters<typeof visit>): Promise<Visitor> => {
    const visitor = visit(...how);
    await opened(visitor);
    return visitor;
  };

  afterEach(() => {
    for (const { socket } of visitors.splice(0)) socket.close();
  });

  it('takes the id that the server gives', async () => {
    const {
      socket,
      opened: [welcome],
    } = await enter('/signal', uniqueName());
    expect(socket.hasServer).to.equal(true);
    expect(socket.peer).to.equal(welcome?.id);
  });

  it('tells the others the name, although it greets before it knows its id', async () => {
    const room = uniqueName();
    const { messages } = await enter('/signal', room);
    const { socket } = await enter('/signal', room);
    await waitUntil(() => messages.some(({ type }) => type === 'hello'));
    expect(messages.find(({ type }) => type === 'hello')).to.include({ from: socket.peer, name: 'Ada' });
  });

  it('comes back under the same id, and never sends what was meant for before', async () => {
    const room = uniqueName();
    const visitor = await enter('/signal', room);
    const { socket, messages } = visitor;
    const id = socket.peer;
    await goDown('signal');
    await waitUntil(() => !socket.open);
    expect(socket.send({ type: 'candidate', to: 'x', link: 'stale', candidate: { candidate: '' } })).to.equal(false);
    await comeBack('signal');
    await opened(visitor, 2);
    expect(socket.peer).to.equal(id);
    await enter('/signal', room);
    await waitUntil(() => messages.some(({ type }) => type === 'joined'));
    expect(JSON.stringify(messages)).not.to.contain('stale');
  });

  it('takes an endpoint without welcome for a plain relay', async () => {
    const {
      socket,
      opened: [welcome],
    } = await enter(`/relay/${uniqueName()}`, 'r');
    expect(welcome).to.equal(undefined);
    expect(socket.hasServer).to.equal(false);
  });

  it('believes no server on a relay where peers speak', async () => {
    const { socket, messages, invalid } = await enter(`/relay/${uniqueName()}`, 'r');
    await sayOnRelay(JSON.stringify({ type: 'hello', from: 'bob', room: 'r', v: 1, name: 'Bob' }));
    await sayOnRelay(JSON.stringify({ type: 'left', peer: 'bob', reason: 'left' }));
    await sayOnRelay(JSON.stringify({ type: 'welcome', v: 1, id: 'evil', resume: 'x', peers: [] }));
    await sayOnRelay(JSON.stringify({ type: 'error', code: 'removed', message: 'x', fatal: true }));
    await waitUntil(() => invalid.length === 3);
    expect(messages.map(({ type }) => type)).to.deep.equal(['hello']);
    expect(socket.open).to.equal(true);
  });

  it('sees through a stranger who goes on welcoming, and takes back its own id', async () => {
    const visitor = visit(`/relay/${uniqueName()}`, 'r');
    const { socket, opened } = visitor;
    const own = socket.peer;
    const welcome = (id: string): string => JSON.stringify({ type: 'welcome', v: 1, id, resume: 'x', peers: [] });
    await waitUntil(async () => {
      await sayOnRelay(welcome('evil'));
      return socket.hasServer;
    });
    expect(socket.peer).to.equal('evil');
    await sayOnRelay(welcome('worse'));
    await waitUntil(() => opened.at(-1) === undefined && socket.open, 'not open again, on a relay');
    expect(socket.hasServer).to.equal(false);
    expect(socket.peer).to.equal(own);
    await sayOnRelay(welcome('worst'));
    await sayOnRelay(JSON.stringify({ type: 'hello', from: 'bob', room: 'r', v: 1, name: 'Bob' }));
    await waitUntil(() => visitor.messages.length > 0);
    expect(socket.peer).to.equal(own);
  });

  it('ignores its own echo, what is meant for somebody else, and other rooms', async () => {
    const { socket, messages } = await enter(`/relay/${uniqueName()}`, 'r');
    const hello = { type: 'hello', v: 1, name: 'X' };
    await sayOnRelay(JSON.stringify({ ...hello, from: socket.peer, room: 'r' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob', to: 'carol', room: 'r' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob', room: 'another' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'dave', to: socket.peer, room: 'r' }));
    await waitUntil(() => messages.length > 0);
    expect(messages.map((message) => 'from' in message && message.from)).to.deep.equal(['dave']);
  });

  it('drops frames that make no sense, and says why', async () => {
    const { messages, invalid } = await enter(`/relay/${uniqueName()}`, 'r');
    for (const frame of ['', 'junk', '[]', '{"type":"hello"}', '{"type":"constructor"}', `"${'x'.repeat(70_000)}"`]) {
      await sayOnRelay(frame);
    }
    await waitUntil(() => invalid.length === 6);
    expect(messages).to.deep.equal([]);
  });

  it('asks for a token before each connection', async () => {
    let asked = 0;
    const visitor = await enter('/signal', uniqueName(), { getToken: () => Promise.resolve(`token-${++asked}`) });
    await dropConnections('signal');
    await opened(visitor, 2);
    expect(asked).to.be.at.least(2);
  });

  it('asks for another token where one never comes', async function () {
    this.timeout(30_000);
    let asked = 0;
    const never = new Promise<string>(() => undefined);
    const visitor = await enter('/signal', uniqueName(), { getToken: () => (++asked === 2 ? never : Promise.resolve('token')) });
    await dropConnections('signal');
    await waitUntil(() => visitor.opened.length === 2, 'not back', 20_000);
    expect(asked).to.equal(3);
  });

  it('tries once more where a server was late to say that somebody has to let it in', async () => {
    const visitor = visit(`/relay/${uniqueName()}`, 'r');
    await waitUntil(() => visitor.socket.open, 'not taken for a plain relay');
    await sayOnRelay(JSON.stringify({ type: 'waiting' }));
    await waitUntil(() => visitor.downs === 1, 'stays where nobody is');
    await waitUntil(async () => {
      await sayOnRelay(JSON.stringify({ type: 'waiting' }));
      return visitor.waits === 1;
    }, 'does not wait');
    expect(visitor.socket.open).to.equal(false);
  });

  it('keeps trying an address where nobody is, and stops when told to', async () => {
    const visitor = visit('ws://localhost:9/', 'r');
    await waitUntil(() => visitor.downs >= 2);
    visitor.socket.close();
    expect(visitor.socket.open).to.equal(false);
  });

  it('leaves no connection behind when it is closed twice', async () => {
    const before = await countConnections('relay');
    const { socket } = await enter(endpointUrl('relay', `/${uniqueName()}`), 'r');
    socket.close();
    socket.close();
    await waitUntil(async () => (await countConnections('relay')) <= before);
  });
});
