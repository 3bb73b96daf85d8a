import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import type { Chat } from '../../../../components/call/extras/chat/chat.js';
import type { ChatMessage } from '../../../../components/call/extras/chat/chat-message.js';
import type { FileTransfer } from '../../../../components/call/extras/chat/files/file-transfer.js';
import type { Files } from '../../../../components/call/extras/chat/files/files.js';
import type { Exchange } from '../../../../components/call/extras/exchange.js';
import { FILE_CHANNEL, FILE_TRANSFERS, type FileOverMessage } from '../../../../signaling/protocol/index.js';
import { endCalls, joinTogether } from '../../../support/calls.js';
import { waitUntil } from '../../../support/patience.js';

/** Far more than anybody hears of one person at once. */
const FLOOD = 200;
/** What is heard of one person's words and files, answered of their asks, and refused: so many at once, then so many a second. */
const HEARD = [40, 4] as const;
const ANSWERED = [30, 0.5] as const;
const REFUSED = [60, 5] as const;

/** Somebody whose page is ours. */
interface Person {
  readonly id: string;
  readonly call: Call;
  readonly chat: Chat;
  readonly files: Files;
}

/** Somebody whose page says what it likes; what brings files is not loaded there. */
interface Stranger {
  readonly id: string;
  readonly exchange: Exchange;
  readonly chat: Chat;
}

/** Two honest people and somebody who is not, who all listen to each other. */
async function joinWithEve(): Promise<{ ada: Person; bob: Person; eve: Stranger }> {
  const calls = (await joinTogether(['Ada', 'Bob', 'Eve'])) as [Call, Call, Call];
  const extras = await Promise.all(calls.map((call) => call.extras()));
  await waitUntil(() => extras.every(({ exchange }) => exchange.peers.length === 2), 'not everybody listens');
  const person = async (call: Call): Promise<Person> => {
    const { chat } = await call.extras();
    return { id: call.localParticipant.id, call, chat, files: await chat.files() };
  };
  const { exchange, chat } = await calls[2].extras();
  const eve = { id: calls[2].localParticipant.id, exchange, chat };
  return { ada: await person(calls[0]), bob: await person(calls[1]), eve };
}

/** The most that a budget can have given since `start`. */
const mostOf = ([burst, perSecond]: readonly [number, number], start: number): number =>
  burst + Math.ceil(((performance.now() - start) / 1000) * perSecond);

const of = (author: { id: string }, { chat }: { chat: Chat }): ChatMessage[] =>
  chat.messages.filter((one) => one.author === author.id);

async function textOf({ files }: Person, message: ChatMessage): Promise<string> {
  await waitUntil(() => files.of(message)[0]?.state === 'done', 'the file does not come');
  return (await fetch(files.of(message)[0]?.url ?? '')).text();
}

describe('a flood of one person', () => {
  afterEach(endCalls);

  it('of words costs nobody else theirs', async () => {
    const { ada, bob, eve } = await joinWithEve();
    const start = performance.now();
    const tell = (id: string, text: string): Promise<void> => eve.exchange.tell({ type: 'chat', id, text, private: false });
    for (let index = 0; index < FLOOD; index += 1) void tell(`f${index}`, `flood ${index}`);
    for (const word of ['one', 'two', 'three']) ada.chat.send(word);
    await waitUntil(() => of(ada, bob).length === 3, 'Ada’s words are lost');
    // What is too much for now is dropped, not kept for later: she is heard again once she speaks as people do.
    await waitUntil(async () => {
      await tell(`last${performance.now().toFixed(0)}`, 'the last');
      return of(eve, bob).some(({ text }) => text === 'the last');
    }, 'Eve is never heard again');
    const flood = of(eve, bob).filter(({ text }) => text.startsWith('flood'));
    expect(flood.length).to.be.within(1, mostOf(HEARD, start));
    expect(of(ada, bob).map(({ text }) => text)).to.eql(['one', 'two', 'three']);
  });

  it('of file offers costs nobody else theirs', async () => {
    const { ada, bob, eve } = await joinWithEve();
    const start = performance.now();
    const offer = { type: 'file-offer', size: 1, mime: '', private: false };
    const offers = Array.from({ length: FLOOD }, (_, index) =>
      eve.exchange.tell({ ...offer, id: `f${index}`, name: `${index}.bin` }),
    );
    ada.files.offer(new File(['hello'], 'hello.txt'));
    await Promise.all(offers);
    await waitUntil(() => of(ada, bob).length === 1, 'Ada’s file is not offered');
    await waitUntil(() => of(eve, bob).length > 0, 'Eve’s files are not offered');
    const [message] = of(ada, bob) as [ChatMessage];
    bob.files.accept(message.id);
    expect(await textOf(bob, message)).to.equal('hello');
    expect(of(eve, bob).length).to.be.at.most(mostOf(HEARD, start));
  });

  it('of asks is refused, then answered no more, and keeps nobody from being served', async () => {
    const { ada, bob, eve } = await joinWithEve();
    const own = ada.files.offer(new File(['hello'], 'hello.txt'));
    await waitUntil(() => of(ada, bob).length === 1, 'Ada’s file is not offered');
    const refusals: FileOverMessage[] = [];
    eve.exchange.read(FILE_TRANSFERS, (message) => message.type === 'file-over' && refusals.push(message));
    const start = performance.now();
    const asks = Array.from({ length: FLOOD }, (_, index) =>
      eve.exchange.tell({ type: 'file-accept', id: `none${index}`, transfer: `${index}` }, ada.id),
    );
    const [message] = of(ada, bob) as [ChatMessage];
    bob.files.accept(message.id);
    expect(await textOf(bob, message)).to.equal('hello');
    await waitUntil(() => ada.files.of(own)[0]?.state === 'done', 'Ada does not learn that it came');
    // Whatever is said to her comes in order: after this, nothing more is on its way.
    await Promise.all(asks);
    eve.chat.send('all asked');
    await waitUntil(() => of(eve, ada).length === 1, 'Ada does not hear Eve');
    ada.chat.send('all answered');
    await waitUntil(() => of(ada, eve).some(({ text }) => text === 'all answered'), 'Eve does not hear Ada');
    // The first are answered as anybody's, the next refused, and the rest left alone.
    expect(Number(refusals[0]?.transfer)).to.be.within(ANSWERED[0], mostOf(ANSWERED, start));
    expect(refusals.length).to.be.within(REFUSED[0], mostOf(REFUSED, start));
    expect(refusals.every(({ role, outcome }) => role === 'sender' && outcome === 'failed')).to.equal(true);
  });

  it('of asks for what there is leaves others their turn', async () => {
    const { ada, bob, eve } = await joinWithEve();
    // She takes what comes, and never says that she has it: so her turns do not end.
    eve.exchange.expect(FILE_CHANNEL);
    const own = Array.from({ length: 6 }, (_, index) => ada.files.offer(new File(['hello'], `${index}.txt`)));
    await waitUntil(() => of(ada, bob).length === own.length, 'not all files are offered');
    const waysTo = ({ id }: { id: string }): FileTransfer[] =>
      own.flatMap((one) => ada.files.of(one)).filter(({ peer }) => peer === id);
    const ask = (id: string): Promise<void> =>
      eve.exchange.tell({ type: 'file-accept', id: id.slice(ada.id.length + 1), transfer: id.slice(-8) }, ada.id);
    for (const { id } of own) await ask(id);
    await waitUntil(() => waysTo(eve).length === own.length, 'Eve is not heard');
    await waitUntil(() => waysTo(eve).some(({ state }) => state === 'running'), 'Eve is not served');
    const waiting = waysTo(eve).filter(({ state }) => state === 'waiting');
    expect(waiting.length).to.be.greaterThan(1);
    const [message] = of(ada, bob) as [ChatMessage];
    bob.files.accept(message.id);
    await waitUntil(() => waysTo(bob).length === 1, 'Bob is not heard');
    // One of her turns ends. She has asked for more long before Bob has, and has more under way than he.
    const [held] = waysTo(eve).filter(({ state }) => state === 'running') as [FileTransfer];
    ada.files.cancel(held);
    expect(await textOf(bob, message)).to.equal('hello');
    expect(waysTo(eve).filter(({ state }) => state === 'running').length).to.be.within(1, 3);
  });
});
