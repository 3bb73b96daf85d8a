import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import type { Stay } from '../../../../components/call/companion.js';
import type { Chat } from '../../../../components/call/extras/chat/chat.js';
import type { ChatMessage } from '../../../../components/call/extras/chat/chat-message.js';
import type { FileTransfer, TransferState } from '../../../../components/call/extras/chat/files/file-transfer.js';
import type { Files } from '../../../../components/call/extras/chat/files/files.js';
import type { Exchange } from '../../../../components/call/extras/exchange.js';
import {
  FILE_CHANNEL,
  FILE_END,
  FILE_TRANSFERS,
  MOST_FILE,
  type FileAcceptMessage,
  type FileOverMessage,
  type FileWaitMessage,
} from '../../../../signaling/protocol/index.js';
import { endCalls, joinTogether, linked, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';
import { holdLongWaits, type LongWaits } from '../../../support/long-waits.js';
import { waitUntil } from '../../../support/patience.js';

/** So many that nobody can send them between two turns of a page. */
const MANY = 60_000_000;

/** Somebody in a call, with what brings files. */
interface Person {
  readonly id: string;
  readonly call: Call;
  readonly chat: Chat;
  readonly files: Files;
  readonly exchange: Exchange;
}

async function personOf(call: Call, others: number): Promise<Person> {
  const { chat, exchange } = await call.extras();
  const files = await chat.files();
  await waitUntil(() => exchange.peers.length === others, 'not everybody listens');
  return { id: call.localParticipant.id, call, chat, files, exchange };
}

async function together<Names extends string[]>(...names: Names): Promise<{ [Index in keyof Names]: Person }> {
  const calls = await joinTogether(names);
  await Promise.all(calls.map((call) => call.extras()));
  return (await Promise.all(calls.map((call) => personOf(call, names.length - 1)))) as { [Index in keyof Names]: Person };
}

/** Bytes that nothing compresses or repeats. */
function noise(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let start = 0; start < size; start += 65_536) crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  return bytes;
}

/** Waits for a file that somebody offers. */
async function offered({ chat }: Person, name: string): Promise<ChatMessage> {
  const find = (): ChatMessage | undefined => chat.messages.find(({ file }) => file?.name === name);
  await waitUntil(find, `${name} is not offered`);
  return find() as ChatMessage;
}

const wayOf = ({ files }: Person, message: ChatMessage): FileTransfer | undefined => files.of(message)[0];

const reaches = (person: Person, message: ChatMessage, state: TransferState): Promise<void> =>
  waitUntil(() => wayOf(person, message)?.state === state, `the file is not ${state}`, 15_000);

async function bytesOf(person: Person, message: ChatMessage): Promise<Uint8Array> {
  await reaches(person, message, 'done');
  return new Uint8Array(await (await fetch(wayOf(person, message)?.url ?? '')).arrayBuffer());
}

/** Whether two hold the same; said in one word, as nobody reads a million numbers. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** Somebody whose page is none of ours: what brings files is not loaded there. */
interface Stranger {
  readonly id: string;
  readonly call: Call;
  readonly exchange: Exchange;
  readonly heard: (FileAcceptMessage | FileWaitMessage | FileOverMessage)[];
}

async function strangerOf(call: Call, others: number): Promise<Stranger> {
  const { exchange } = await call.extras();
  const heard: Stranger['heard'] = [];
  exchange.expect(FILE_CHANNEL);
  exchange.read(FILE_TRANSFERS, (message) => heard.push(message));
  await waitUntil(() => exchange.peers.length === others, 'not everybody listens');
  return { id: call.localParticipant.id, call, exchange, heard };
}

async function withStranger(): Promise<[Person, Stranger]> {
  const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
  await Promise.all(calls.map((call) => call.extras()));
  return Promise.all([personOf(calls[0], 1), strangerOf(calls[1], 1)]);
}

/** What a stranger who asks for somebody's file has got. */
interface Got {
  readonly channel: RTCDataChannel;
  bytes: number;
  isWhole: boolean;
}

/** A stranger asks for a file. Resolves with its channel, once that is there. */
async function asks(stranger: Stranger, { id }: Person, message: ChatMessage, transfer: string, confirms: boolean): Promise<Got> {
  const connection = connectionTo(stranger.call, id);
  const found = new Promise<Got>((resolve) => {
    connection.addEventListener('datachannel', ({ channel }) => {
      if (channel.protocol !== transfer) return;
      const got: Got = { channel, bytes: 0, isWhole: false };
      channel.binaryType = 'arraybuffer';
      channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
        if (data === FILE_END) got.isWhole = true;
        else got.bytes += (data as ArrayBuffer).byteLength;
      });
      resolve(got);
    });
  });
  const wireId = message.id.slice(message.author.length + 1);
  await stranger.exchange.tell({ type: 'file-accept', id: wireId, transfer, ...(confirms && { confirms }) }, id);
  return found;
}

/** Whoever sends nothing of what they offer. Resolves with the message. */
async function offersInVain({ exchange }: Stranger, to: Person, name: string, size: number): Promise<ChatMessage> {
  const id = name.replaceAll('.', '-');
  await exchange.tell({ type: 'file-offer', id, name, size, mime: '', private: false }, to.id);
  return offered(to, name);
}

const refusalOf = (act: () => void): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return (error as DOMException).name;
  }
};

/** The connection of somebody to another, for what no honest page does. */
function connectionTo(call: Call, peer: string): RTCPeerConnection {
  let found: RTCPeerConnection | undefined;
  call.accompany((stay: Stay) => {
    found = stay.transport.links.get(peer)?.connection;
    return { close: () => undefined };
  });
  if (!found) throw new Error('there is no link');
  return found;
}

describe('files from one to another', function () {
  this.timeout(60_000);
  let waits: LongWaits | undefined;
  afterEach(() => {
    waits?.restore();
    waits = undefined;
    endCalls();
  });

  it('come byte for byte, to those alone who accepted them, whatever their size', async () => {
    const calls = (await joinTogether(['Ada', 'Bob', 'Cy'])) as [Call, Call, Call];
    await Promise.all(calls.map((call) => call.extras()));
    const [ada, bob] = [await personOf(calls[0], 2), await personOf(calls[1], 2)];
    for (const size of [0, 1, 65_536, 1_048_577, 3_000_001]) {
      const bytes = noise(size);
      const own = ada.files.offer(new File([bytes], `${size}.bin`, { type: 'text/html' }));
      const message = await offered(bob, `${size}.bin`);
      expect(message).to.include({ own: false, text: '', name: 'Ada' });
      expect(message.file).to.eql({ name: `${size}.bin`, size, mime: 'text/html', withdrawn: false });
      expect(wayOf(bob, message)).to.equal(undefined);
      bob.files.accept(message.id);
      expect(isSame(await bytesOf(bob, message), bytes), `${size} bytes`).to.equal(true);
      await reaches(ada, own, 'done');
      expect(wayOf(ada, own)).to.include({ peer: bob.id, peerName: 'Bob', bytes: size });
    }
    // Cy has not opened the chat, and has not loaded what brings files: they wait.
    const { chat } = await calls[2].extras();
    expect(chat.unread).to.equal(5);
    const cy = await personOf(calls[2], 2);
    expect(chat.messages.flatMap((one) => cy.files.of(one))).to.eql([]);
    const late = await offered(cy, '1.bin');
    cy.files.accept(late.id);
    expect(await bytesOf(cy, late)).to.have.length(1);
    // Nothing that a browser would show.
    const [message] = bob.chat.messages.slice(-1) as [ChatMessage];
    const { type } = await (await fetch(wayOf(bob, message)?.url ?? '')).blob();
    expect(type).to.equal('application/octet-stream');
    bob.call.leave();
    expect(bob.files.of(message)).to.eql([]);
    await waitUntil(() => ada.files.of(ada.chat.messages[0] as ChatMessage).length === 0, 'whoever has left is still listed');
  });

  it('are told to newcomers as long as they are offered, and go to one alone where that is meant', async () => {
    const room = uniqueName();
    const calls = (await joinTogether(['Ada', 'Bob'], {}, room)) as [Call, Call];
    const [ada, bob] = (await Promise.all(calls.map((call) => personOf(call, 1)))) as [Person, Person];
    ada.files.offer(new File(['for all'], 'all.txt'));
    const withdrawn = ada.files.offer(new File(['gone'], 'gone.txt'));
    ada.files.offer(new File(['for Bob'], 'bob.txt'), bob.id);
    const gone = await offered(bob, 'gone.txt');
    ada.files.withdraw(withdrawn.id);
    await waitUntil(() => bob.chat.messages.find(({ id }) => id === gone.id)?.file?.withdrawn, 'it is still offered');
    expect(() => bob.files.accept(gone.id))
      .to.throw(DOMException)
      .with.property('name', 'NotFoundError');

    const call = makeCall('Cy', room);
    await call.join();
    await linked([...calls, call]);
    const cy = await personOf(call, 2);
    const all = await offered(cy, 'all.txt');
    cy.files.accept(all.id);
    expect(new TextDecoder().decode(await bytesOf(cy, all))).to.equal('for all');
    expect(cy.chat.messages).to.have.length(1);
    const forBob = await offered(bob, 'bob.txt');
    expect(forBob.private).to.equal(true);
    // Somebody who has heard of it all the same.
    await cy.exchange.tell({ type: 'file-accept', id: forBob.id.split('/')[1], transfer: 'mine' }, ada.id);
    bob.files.accept(forBob.id);
    expect(new TextDecoder().decode(await bytesOf(bob, forBob))).to.equal('for Bob');
    expect(ada.chat.messages.flatMap((message) => ada.files.of(message)).map(({ peer, file }) => [peer, file])).to.eql([
      [cy.id, 'all.txt'],
      [bob.id, 'bob.txt'],
    ]);
  });

  it('stop on either side as soon as one wants that, and may be asked for again', async () => {
    const [ada, bob] = await together('Ada', 'Bob');
    const bytes = noise(MANY);
    const own = ada.files.offer(new File([bytes], 'film.mp4'));
    const message = await offered(bob, 'film.mp4');
    const ends: string[] = [];
    for (const { call, files } of [ada, bob]) {
      files.addEventListener('transferend', (event) => {
        ends.push(`${call.localParticipant.displayName} ${(event as Event & { transfer: FileTransfer }).transfer.state}`);
      });
    }
    bob.files.accept(message.id);
    await reaches(bob, message, 'running');
    bob.files.cancel(wayOf(bob, message) as FileTransfer);
    await reaches(ada, own, 'cancelled');
    expect(ends).to.eql(['Bob cancelled', 'Ada cancelled']);

    bob.files.accept(message.id);
    await waitUntil(() => (wayOf(bob, message)?.bytes ?? 0) > 0, 'nothing comes');
    ada.files.cancel(wayOf(ada, own) as FileTransfer);
    await reaches(bob, message, 'cancelled');
    expect(wayOf(bob, message)?.bytes).to.be.lessThan(MANY);

    bob.files.accept(message.id);
    await waitUntil(() => wayOf(bob, message)?.state === 'done', 'it does not come', 40_000);
    expect(isSame(await bytesOf(bob, message), bytes)).to.equal(true);
  });

  it('take turns: no more than three at once, and all of them in the end', async () => {
    const [ada, bob] = await together('Ada', 'Bob');
    const bytes = noise(2_000_000);
    for (const index of [0, 1, 2, 3, 4]) ada.files.offer(new File([bytes], `${index}.bin`));
    await offered(bob, '4.bin');
    const most = [0, 0];
    for (const [index, { files, chat }] of [ada, bob].entries()) {
      files.addEventListener('change', () => {
        const running = chat.messages.flatMap((message) => files.of(message)).filter(({ state }) => state === 'running');
        most[index] = Math.max(most[index] ?? 0, running.length);
      });
    }
    for (const { id } of bob.chat.messages) bob.files.accept(id);
    const states = bob.chat.messages.map((message) => wayOf(bob, message)?.state);
    expect(states).to.eql(Array.from({ length: 5 }, () => 'waiting'));
    for (const message of bob.chat.messages) expect(isSame(await bytesOf(bob, message), bytes)).to.equal(true);
    for (const count of most) expect(count).to.be.within(1, 3);
  });

  it('fail when the link goes away, and tell so', async () => {
    const [ada, bob, cy] = await together('Ada', 'Bob', 'Cy');
    const own = ada.files.offer(new File([new Uint8Array(MANY)], 'film.mp4'));
    const messages = [await offered(bob, 'film.mp4'), await offered(cy, 'film.mp4')] as const;
    bob.files.accept(messages[0].id);
    await reaches(bob, messages[0], 'running');
    connectionTo(ada.call, bob.id).close();
    await reaches(bob, messages[0], 'failed');
    // Whoever leaves takes the way with them, and the others go on.
    cy.files.accept(messages[1].id);
    await reaches(cy, messages[1], 'running');
    expect(ada.files.of(own).map(({ peerName }) => peerName)).to.include('Cy');
    ada.call.leave();
    await reaches(cy, messages[1], 'failed');
    expect(cy.files.isAvailable(messages[1])).to.equal(false);
    expect(ada.files.of(own)).to.eql([]);
  });

  it('come from others where somebody never sends theirs, and from nobody beyond what can be held', async () => {
    const calls = (await joinTogether(['Ada', 'Bob', 'Cy'])) as [Call, Call, Call];
    // Cy's page is none of ours: it offers much, and sends nothing of it.
    const { exchange } = await calls[2].extras();
    const ada = await personOf(calls[0], 2);
    const bob = await personOf(calls[1], 2);
    await waitUntil(() => exchange.peers.length === 2, 'not everybody listens');
    const accept = async (index: number, size: number): Promise<void> => {
      const name = `cy-${index}.bin`;
      await exchange.tell({ type: 'file-offer', id: `cy-${index}`, name, size, mime: '', private: false }, bob.id);
      bob.files.accept((await offered(bob, name)).id);
    };
    for (const index of [1, 2, 3, 4]) await accept(index, MOST_FILE);
    ada.files.offer(new File(['hello'], 'small.txt'));
    const message = await offered(bob, 'small.txt');
    bob.files.accept(message.id);
    expect(new TextDecoder().decode(await bytesOf(bob, message))).to.equal('hello');
    const refused = await accept(5, MOST_FILE).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(DOMException).with.property('name', 'QuotaExceededError');
    // As soon as one is given up, there is room.
    bob.files.cancel({ message: (await offered(bob, 'cy-1.bin')).id, peer: calls[2].localParticipant.id });
    await accept(6, MOST_FILE - 5);
  });

  it('may not be too large, or too many', async () => {
    const [ada] = await together('Ada', 'Bob');
    const file = new File([], 'small');
    const large = Object.defineProperty(new File([], 'large'), 'size', { value: MOST_FILE + 1 });
    expect(() => ada.files.offer(large)).to.throw(RangeError);
    const offers = Array.from({ length: 20 }, () => ada.files.offer(file));
    expect(() => ada.files.offer(file))
      .to.throw(DOMException)
      .with.property('name', 'QuotaExceededError');
    ada.files.withdraw(offers[0]?.id ?? '');
    ada.call.leave();
    expect(() => ada.files.offer(file))
      .to.throw(DOMException)
      .with.property('name', 'InvalidStateError');
  });

  it('have names that can harm nobody, and are refused where an offer is not as it must be', async () => {
    const [ada, bob] = await together('Ada', 'Bob');
    const offer = { type: 'file-offer', id: 'a', name: 'a', size: 1, mime: '', private: false };
    for (const bad of [
      { size: MOST_FILE + 1 },
      { size: -1 },
      { size: 0.5 },
      { size: '1' },
      { name: '' },
      { name: 'x'.repeat(256) },
      { name: 7 },
      { mime: 'text/html; charset=utf-8' },
      { mime: '<b>' },
      { id: '../a' },
    ]) {
      await ada.exchange.tell({ ...offer, ...bad }, bob.id);
    }
    await ada.exchange.tell({ ...offer, id: 'b', name: '../../\u202Egpj.exe' }, bob.id);
    await waitUntil(() => bob.chat.messages.length > 0, 'nothing is offered');
    expect(bob.chat.messages.map(({ file }) => file?.name)).to.eql(['_..__gpj.exe']);
  });

  it('are refused when more comes than was announced, or less, or unasked', async () => {
    const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    // Ada's page is none of ours: what brings files is not loaded there.
    const { exchange } = await calls[0].extras();
    const bob = await personOf(calls[1], 1);
    await waitUntil(() => exchange.peers.includes(bob.id), 'Bob does not listen');
    const connection = connectionTo(calls[0], bob.id);
    const asked: FileAcceptMessage[] = [];
    exchange.read(FILE_TRANSFERS, (message) => message.type === 'file-accept' && asked.push(message));
    const honest = new TextEncoder().encode('0123456789');
    const attempts: readonly (readonly (string | Uint8Array<ArrayBuffer>)[])[] = [
      [new Uint8Array(11)],
      [new Uint8Array(10), new Uint8Array(1), FILE_END],
      [new Uint8Array(9), FILE_END],
      [FILE_END],
      ['x'.repeat(10), FILE_END],
    ];
    for (const [index, attempt] of attempts.entries()) {
      const name = `evil-${index}.bin`;
      await exchange.tell({ type: 'file-offer', id: `evil-${index}`, name, size: 10, mime: '', private: false });
      const message = await offered(bob, name);
      bob.files.accept(message.id);
      await waitUntil(() => asked.length === index + 1, 'nobody asks');
      const channel = connection.createDataChannel(FILE_CHANNEL, { protocol: asked[index]?.transfer ?? '' });
      channel.addEventListener('open', () => {
        for (const part of attempt) channel.send(part as string);
      });
      await reaches(bob, message, 'failed');
      expect(wayOf(bob, message)?.url).to.equal(undefined);
      await waitUntil(() => channel.readyState === 'closed', 'the channel is still open');
    }
    // Whoever has failed may be asked again.
    const [again] = bob.chat.messages as [ChatMessage];
    bob.files.accept(again.id);
    await waitUntil(() => asked.length === attempts.length + 1, 'nobody asks again');
    const channel = connection.createDataChannel(FILE_CHANNEL, { protocol: asked.at(-1)?.transfer ?? '' });
    channel.addEventListener('open', () => {
      channel.send(honest);
      channel.send(FILE_END);
    });
    expect(isSame(await bytesOf(bob, again), honest)).to.equal(true);
    const unasked = connection.createDataChannel(FILE_CHANNEL, { protocol: 'unasked' });
    await waitUntil(() => unasked.readyState === 'closed', 'a channel is open that nobody asked for');
    const strange = connection.createDataChannel('strange');
    await waitUntil(() => strange.readyState === 'closed', 'a channel is open of which nobody knows what it is for');
  });

  it('come to those as well who confirm nothing', async () => {
    const [ada, bob] = await withStranger();
    const own = ada.files.offer(new File([new Uint8Array(3_000_000)], 'film.mp4'));
    const got = await asks(bob, ada, own, 'mine', false);
    await waitUntil(() => got.isWhole, 'it does not come', 15_000);
    expect(got.bytes).to.equal(3_000_000);
    await bob.exchange.tell({ type: 'file-over', transfer: 'mine', role: 'receiver', outcome: 'done' }, ada.id);
    await reaches(ada, own, 'done');
  });

  it('go no further than to where a receiver has confirmed them, and not at all to one who confirms what cannot be', async () => {
    const [ada, bob] = await withStranger();
    const own = ada.files.offer(new File([new Uint8Array(MANY)], 'film.mp4'));
    for (const [index, lie] of ['0', '1.5', '-1', 'x', '', '999999999', '1000000000', 'end', new Uint8Array(1)].entries()) {
      const got = await asks(bob, ada, own, `lie-${index}`, true);
      await waitUntil(() => got.bytes > 0, 'nothing comes');
      got.channel.send(lie as string);
      await reaches(ada, own, 'failed');
      await waitUntil(() => got.channel.readyState === 'closed', 'the channel is still open');
    }
    // Nor may one go back.
    const got = await asks(bob, ada, own, 'back', true);
    await waitUntil(() => got.bytes > 0, 'nothing comes');
    const first = got.bytes;
    got.channel.send(String(first));
    await waitUntil(() => got.bytes > first, 'no more comes');
    got.channel.send(String(first));
    await reaches(ada, own, 'failed');

    const silent = await asks(bob, ada, own, 'silent', true);
    await waitUntil(() => silent.bytes > 0, 'nothing comes');
    ada.files.cancel(wayOf(ada, own) as FileTransfer);
    await reaches(ada, own, 'cancelled');
    await waitUntil(() => silent.channel.readyState === 'closed', 'the channel is still open');
    expect(silent.bytes).to.be.lessThan(100_000);
  });

  it('fail when the one who asked for them falls silent', async () => {
    const [ada, bob] = await withStranger();
    const own = ada.files.offer(new File([new Uint8Array(MANY)], 'film.mp4'));
    waits = holdLongWaits();
    const got = await asks(bob, ada, own, 'silent', true);
    await waitUntil(() => got.bytes > 0, 'nothing comes');
    // A minute passes, until one was long enough.
    await waitUntil(() => {
      waits?.end();
      return wayOf(ada, own)?.state === 'failed';
    }, 'it does not fail');
    await waitUntil(() => bob.heard.length > 0, 'nobody is told');
    expect(bob.heard).to.eql([{ type: 'file-over', transfer: 'silent', role: 'sender', outcome: 'failed' }]);
  });

  it('go on to the same person when one of them is given up on its way', async () => {
    const [ada, bob] = await withStranger();
    const own = [1, 2].map((index) => ada.files.offer(new File([new Uint8Array(300_000)], `${index}.bin`))) as [
      ChatMessage,
      ChatMessage,
    ];
    const silent = await asks(bob, ada, own[0], 'silent', true);
    await waitUntil(() => silent.bytes > 0, 'nothing comes');
    const honest = await asks(bob, ada, own[1], 'honest', true);
    honest.channel.addEventListener('message', () => honest.isWhole || honest.channel.send(String(honest.bytes)));
    ada.files.cancel(wayOf(ada, own[0]) as FileTransfer);
    await waitUntil(() => honest.isWhole, 'the other one does not come', 15_000);
  });

  it('are waited for as long as their sender says that others come first, and fail when nothing begins', async () => {
    const calls = (await joinTogether(['Ada', 'Cy'])) as [Call, Call];
    await Promise.all(calls.map((call) => call.extras()));
    const [ada, cy] = await Promise.all([personOf(calls[0], 1), strangerOf(calls[1], 1)]);
    waits = holdLongWaits();
    const message = await offersInVain(cy, ada, 'never.bin', MOST_FILE);
    ada.files.accept(message.id);
    await waitUntil(() => cy.heard.length === 1, 'nobody asks');
    const [{ transfer }] = cy.heard as [FileAcceptMessage];
    expect(cy.heard[0]).to.include({ type: 'file-accept', confirms: true });
    expect(waits).to.include({ begun: 1, count: 1 });
    await cy.exchange.tell({ type: 'file-wait', transfer }, ada.id);
    await cy.exchange.tell({ type: 'file-wait', transfer: 'another' }, ada.id);
    await waitUntil(() => waits?.begun === 2, 'nobody is more patient');
    expect(waits).to.include({ begun: 2, count: 1 });
    expect(wayOf(ada, message)).to.include({ state: 'waiting' });
    waits.end();
    await reaches(ada, message, 'failed');
    expect(wayOf(ada, message)?.reason).to.equal('not-begun');
    await waitUntil(() => cy.heard.length === 2, 'the sender is not told');
    expect(cy.heard[1]).to.eql({ type: 'file-over', transfer, role: 'receiver', outcome: 'failed' });
    // Its room is given back: five of these fit.
    for (const index of [1, 2, 3, 4, 5]) {
      ada.files.accept((await offersInVain(cy, ada, `cy-${index}.bin`, MOST_FILE)).id);
    }
    expect(refusalOf(() => ada.files.accept(message.id))).to.equal('QuotaExceededError');
    // Nothing is waited for once it has been given up.
    cy.call.leave();
    await waitUntil(() => ada.chat.messages.every((one) => wayOf(ada, one)?.state === 'failed'), 'they are still waited for');
    expect(waits.count).to.equal(0);
  });

  it('wait for their turn, and whoever waits is told so', async () => {
    const [ada, bob] = await withStranger();
    const own = [1, 2, 3, 4].map((index) => ada.files.offer(new File([new Uint8Array(MANY)], `${index}.bin`)));
    for (const [index, message] of own.slice(0, 3).entries()) await asks(bob, ada, message, `${index}`, true);
    expect(bob.heard).to.eql([]);
    const fourth = asks(bob, ada, own[3] as ChatMessage, 'fourth', true);
    await waitUntil(() => bob.heard.length > 0, 'nobody is told');
    expect(bob.heard).to.eql([{ type: 'file-wait', transfer: 'fourth' }]);
    ada.files.cancel(wayOf(ada, own[0] as ChatMessage) as FileTransfer);
    expect((await fourth).channel.protocol).to.equal('fourth');
  });

  it('make room once they have been saved, and can be accepted again', async () => {
    const calls = (await joinTogether(['Ada', 'Bob', 'Cy'])) as [Call, Call, Call];
    await Promise.all(calls.map((call) => call.extras()));
    const [ada, bob, cy] = await Promise.all([personOf(calls[0], 2), personOf(calls[1], 2), strangerOf(calls[2], 2)]);
    const bytes = noise(1_000_000);
    const messages: ChatMessage[] = [];
    for (const name of ['one.bin', 'two.bin']) {
      ada.files.offer(new File([bytes], name));
      const message = await offered(bob, name);
      messages.push(message);
      bob.files.accept(message.id);
      await reaches(bob, message, 'done');
    }
    const [one, two] = messages as [ChatMessage, ChatMessage];
    for (const index of [1, 2, 3, 4]) bob.files.accept((await offersInVain(cy, bob, `cy-${index}.bin`, MOST_FILE)).id);
    const large = await offersInVain(cy, bob, 'large.bin', MOST_FILE - 1_000_000);
    expect(refusalOf(() => bob.files.accept(large.id))).to.equal('QuotaExceededError');
    bob.files.noteSaved(wayOf(bob, one) as FileTransfer);
    bob.files.noteSaved(wayOf(bob, two) as FileTransfer);
    expect(wayOf(bob, one)).to.include({ saved: true, state: 'done' });
    const url = wayOf(bob, one)?.url ?? '';
    bob.files.accept(large.id);
    // The first one alone, as that is enough; and who is saving it just now still can.
    expect(wayOf(bob, one)).to.include({ saved: true, state: 'done', url: undefined });
    expect(wayOf(bob, two)?.url).to.match(/^blob:/);
    expect((await (await fetch(url)).blob()).size).to.equal(1_000_000);
    const huge = await offersInVain(cy, bob, 'huge.bin', 1_000_001);
    expect(refusalOf(() => bob.files.accept(huge.id))).to.equal('QuotaExceededError');
    expect(wayOf(bob, two)?.url).to.match(/^blob:/);

    bob.files.cancel({ message: large.id, peer: cy.id });
    bob.files.accept(one.id);
    expect(isSame(await bytesOf(bob, one), bytes)).to.equal(true);
    expect(wayOf(bob, one)?.saved).to.equal(undefined);
  });
});
