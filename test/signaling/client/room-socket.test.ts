import { expect, oneEvent } from '@open-wc/testing';
import { resolveEndpoint, RoomSocket, type RoomSocketOptions } from '../../../signaling/client/index.js';
import type { RoomMessageEvent, RoomOpenEvent } from '../../../signaling/client/index.js';
import type { InvalidFrameEvent } from '../../../signaling/client/events.js';
import { comeBack, countConnections, dropConnections, endpointUrl, goDown, sayOnRelay, uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';

describe('a room over one socket', () => {
  const sockets: RoomSocket[] = [];
  const enter = (endpoint: string, room: string, options: Partial<RoomSocketOptions> = {}): RoomSocket => {
    const peer = uniqueName('peer');
    const socket = new RoomSocket({
      peer,
      room,
      endpoint: resolveEndpoint(endpoint, room, peer, document.baseURI),
      displayName: () => 'Ada',
      ...options,
    });
    sockets.push(socket);
    return socket;
  };
  const opened = (socket: RoomSocket): Promise<RoomOpenEvent> => oneEvent<RoomOpenEvent>(socket as unknown as EventTarget, 'open');
  const heard = (socket: RoomSocket): RoomMessageEvent['message'][] => {
    const messages: RoomMessageEvent['message'][] = [];
    socket.addEventListener('message', ({ message }) => messages.push(message));
    return messages;
  };

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });

  it('takes the id that the server gives', async () => {
    const socket = enter('/signal', uniqueName());
    const { welcome } = await opened(socket);
    expect(socket.hasServer).to.equal(true);
    expect(socket.peer).to.equal(welcome?.id);
  });

  it('tells the others the name, although it greets before it knows its id', async () => {
    const room = uniqueName();
    const first = enter('/signal', room);
    await opened(first);
    const messages = heard(first);
    const second = enter('/signal', room);
    await opened(second);
    await waitUntil(() => messages.some((message) => message.type === 'hello'));
    expect(messages.find((message) => message.type === 'hello')).to.include({ from: second.peer, name: 'Ada' });
  });

  it('comes back under the same id, and never sends what was meant for before', async () => {
    const room = uniqueName();
    const socket = enter('/signal', room);
    await opened(socket);
    const id = socket.peer;
    await goDown('signal');
    await waitUntil(() => !socket.open);
    expect(socket.send({ type: 'candidate', to: 'x', link: 'stale', candidate: { candidate: '' } })).to.equal(false);
    await comeBack('signal');
    await opened(socket);
    expect(socket.peer).to.equal(id);
    const messages = heard(socket);
    const other = enter('/signal', room);
    await opened(other);
    await waitUntil(() => messages.some(({ type }) => type === 'joined'));
    expect(JSON.stringify(messages)).not.to.contain('stale');
  }).timeout(20_000);

  it('takes an endpoint without welcome for a plain relay', async () => {
    const socket = enter(`/relay/${uniqueName()}`, 'r');
    const { welcome } = await opened(socket);
    expect(welcome).to.equal(undefined);
    expect(socket.hasServer).to.equal(false);
  });

  it('believes no server on a relay where peers speak', async () => {
    const path = `/relay/${uniqueName()}`;
    const socket = enter(path, 'r');
    await opened(socket);
    const invalid: string[] = [];
    socket.addEventListener('invalid', ({ reason }: InvalidFrameEvent) => invalid.push(reason));
    const messages = heard(socket);
    await sayOnRelay(JSON.stringify({ type: 'hello', from: 'bob', room: 'r', v: 1, name: 'Bob' }));
    await sayOnRelay(JSON.stringify({ type: 'left', peer: 'bob', reason: 'left' }));
    await sayOnRelay(JSON.stringify({ type: 'welcome', v: 1, id: 'evil', resume: 'x', peers: [] }));
    await sayOnRelay(JSON.stringify({ type: 'error', code: 'removed', message: 'x', fatal: true }));
    await waitUntil(() => invalid.length === 3);
    expect(messages.map(({ type }) => type)).to.deep.equal(['hello']);
    expect(socket.open).to.equal(true);
  });

  it('ignores its own echo, what is meant for somebody else, and other rooms', async () => {
    const socket = enter(`/relay/${uniqueName()}`, 'r');
    await opened(socket);
    const messages = heard(socket);
    const hello = { type: 'hello', v: 1, name: 'X' };
    await sayOnRelay(JSON.stringify({ ...hello, from: socket.peer, room: 'r' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob', to: 'carol', room: 'r' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob', room: 'another' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'bob' }));
    await sayOnRelay(JSON.stringify({ ...hello, from: 'dave', to: socket.peer, room: 'r' }));
    await waitUntil(() => messages.length > 0);
    expect(messages.map((message) => 'from' in message && message.from)).to.deep.equal(['dave']);
  });

  it('asks for a token before each connection', async () => {
    let asked = 0;
    const socket = enter('/signal', uniqueName(), { getToken: () => Promise.resolve(`token-${++asked}`) });
    await opened(socket);
    await dropConnections('signal');
    await opened(socket);
    expect(asked).to.be.at.least(2);
  });

  it('keeps trying an address where nobody is, and stops when told to', async () => {
    const socket = enter(`ws://localhost:9/`, 'r');
    await oneEvent(socket as unknown as EventTarget, 'down');
    await oneEvent(socket as unknown as EventTarget, 'down');
    socket.close();
    expect(socket.open).to.equal(false);
  });

  it('leaves no connection behind when it is closed twice', async () => {
    const before = await countConnections('relay');
    const socket = enter(endpointUrl('relay', `/${uniqueName()}`), 'r');
    await opened(socket);
    socket.close();
    socket.close();
    await waitUntil(async () => (await countConnections('relay')) <= before);
  });
});
