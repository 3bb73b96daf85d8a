import { setTimeout as sleep } from 'node:timers/promises';
import { figure, type Figure, type Score } from './figures.js';
import { frameOf, openClient, type RawClient } from './raw-client.js';
import { startServer, type ServerName, type ServerProcess } from './server-process.js';

/** Rooms of two under load. */
const ROOMS = 100;
/** Messages of one client under way at once: as answers go out, and as candidates do, which come in bursts. */
const WINDOWS = [1, 4] as const;
/** How long the load runs before it counts, and while it counts, in ms. */
const WARM_UP_MS = 500;
const LOAD_MS = 2000;
/** Sockets that do nothing, before and after the first measurement: the first ones make the process grow up. */
const FIRST_IDLE = 500;
const IDLE = 2000;
const IDLE_ROOM = 4;
/** How many sockets are opened at once. */
const BATCH = 50;
/** After which nothing is on its way any more, in ms. */
const SETTLE_MS = 500;

/** How one speaks to a server: the three relay the same candidate, each in the words of its own protocol. */
interface Dialect {
  readonly of: string;
  readonly server: ServerName;
  /** Where the member of this number in this room connects. */
  path(room: string, member: string): string;
  /** Tells from what the server has said whether somebody is in, and under which id. */
  idIn(text: string): string | undefined;
  message(from: string, to: string): string;
}

const CANDIDATE = {
  candidate:
    'candidate:842163049 1 udp 1677729535 203.0.113.77 46154 typ srflx raddr 10.0.0.17 rport 46154 ' +
    'generation 0 ufrag EEtu network-cost 999',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'EEtu',
};
/** The shortest of the three messages is longer. */
const SHORTEST = 250;
const LINK = '3b241101-e2bb-4255-8caf-4136c566a962';

const candidateMessage = (from: string, to: string): string =>
  JSON.stringify({ type: 'candidate', from, to, link: LINK, candidate: CANDIDATE });

const CALL_ROOM: Dialect = {
  of: 'call-room server',
  server: 'call-room',
  path: (room) => `/signal?room=${room}`,
  idIn(text) {
    const message = JSON.parse(text) as { type: string; id?: string };
    return message.type === 'welcome' ? message.id : undefined;
  },
  message: candidateMessage,
};
const BARE_RELAY: Dialect = {
  of: 'bare ws relay',
  server: 'bare-relay',
  path: (room) => `/${room}`,
  idIn: () => undefined,
  message: candidateMessage,
};
const PEERJS: Dialect = {
  of: 'PeerJS server',
  server: 'peerjs',
  path: (_room, member) => `/peerjs?key=peerjs&id=${member}&token=${member}`,
  idIn: () => undefined,
  message: (_from, dst) =>
    JSON.stringify({ type: 'CANDIDATE', dst, payload: { candidate: CANDIDATE, type: 'media', connectionId: LINK } }),
};
const DIALECTS = [CALL_ROOM, BARE_RELAY, PEERJS] as const;

interface Load {
  /** Messages delivered in a second of the clock. */
  perSecond: number;
  /** Messages delivered for a second of the server's processor. */
  perCpuSecond: number;
}

interface Memory {
  /** Resident memory for each further idle socket, in bytes. */
  rss: number;
  /** JavaScript's part of it, in bytes. */
  heap: number;
}

/**
 * Relayed messages and memory of our server, against the least that could relay and against PeerJS's server. Each in a
 * process of its own; in each round one after the other.
 */
export async function benchServer(rounds: number, progress: (text: string) => void): Promise<Figure[]> {
  const loads = WINDOWS.map((window) => ({ window, samples: empty<Load>() }));
  const memories = empty<Memory>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const dialect of DIALECTS) {
      progress(`server ${round}/${rounds}: ${dialect.of}`);
      for (const { window, samples } of loads) {
        samples.get(dialect)?.push(await withServer(dialect, (server) => measureLoad(server, dialect, window)));
      }
      memories.get(dialect)?.push(await withServer(dialect, (server) => measureMemory(server, dialect)));
    }
  }
  return [
    ...loads.flatMap(({ window, samples }) => [
      ...compare(`relayed a CPU second, ${window} at once`, 'messages', samples, ({ perCpuSecond }) => perCpuSecond, 'more'),
      ...compare(`relayed a second, ${window} at once`, 'messages', samples, ({ perSecond }) => perSecond, 'more'),
    ]),
    ...compare('resident, an idle socket', 'bytes', memories, ({ rss }) => rss),
    ...compare('heap, an idle socket', 'bytes', memories, ({ heap }) => heap),
  ];
}

const empty = <Sample>(): Map<Dialect, Sample[]> => new Map(DIALECTS.map((dialect) => [dialect, []]));

/** One figure for each server, ours by the bare relay's. */
function compare<Sample>(
  name: string,
  unit: string,
  samples: ReadonlyMap<Dialect, Sample[]>,
  value: (sample: Sample) => number,
  goal?: 'more',
): Figure[] {
  const score = (dialect: Dialect): Score => ({
    subject: 'server',
    name,
    of: dialect.of,
    unit,
    samples: (samples.get(dialect) ?? []).map(value),
  });
  const bare = score(BARE_RELAY);
  return [
    figure(score(CALL_ROOM), bare, goal && ((_, ratio) => ({ text: 'ratio >= 1', met: (ratio?.median ?? 0) >= 1 }))),
    figure(bare),
    figure(score(PEERJS), bare),
  ];
}

async function withServer<Result>(dialect: Dialect, measure: (server: ServerProcess) => Promise<Result>): Promise<Result> {
  const server = await startServer(dialect.server);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** Closed loop: whoever receives a message sends one, so that as many are under way at the end as at the beginning. */
async function measureLoad(server: ServerProcess, dialect: Dialect, window: number): Promise<Load> {
  const clients: RawClient[] = [];
  let delivered = 0;
  try {
    const onDelivered = (): void => void (delivered += 1);
    for (let room = 0; room < ROOMS; room += 1) {
      clients.push(...(await enterPair(server, dialect, `load-${room}`, window, onDelivered)));
    }
    await sleep(WARM_UP_MS);
    const before = await server.usage();
    const [deliveredBefore, beganAt] = [delivered, performance.now()];
    await sleep(LOAD_MS);
    const [count, seconds] = [delivered - deliveredBefore, (performance.now() - beganAt) / 1000];
    const { cpuMs } = await server.usage();
    if (count === 0) throw new Error(`${dialect.of} relayed nothing`);
    return { perSecond: count / seconds, perCpuSecond: (count / (cpuMs - before.cpuMs)) * 1000 };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Two in a room, who at once have their windows full. */
async function enterPair(
  { port }: ServerProcess,
  dialect: Dialect,
  room: string,
  window: number,
  onDelivered: () => void,
): Promise<RawClient[]> {
  const pair: { client: RawClient; id: string }[] = [];
  for (const member of ['a', 'b']) {
    let id = `${room}-${member}`;
    const client = await openClient(port, dialect.path(room, id), (payload) => (id = dialect.idIn(payload.toString()) ?? id));
    // `welcome` rides behind the upgrade, though not always in the same chunk.
    await sleep(5);
    pair.push({ client, id });
  }
  // The news that the second has come reaches the first before any message does.
  for (const [index, { client, id }] of pair.entries()) {
    const frame = frameOf(dialect.message(id, pair[1 - index]?.id ?? ''));
    const bursts = Array.from({ length: 2 * window + 1 }, (_, count) => Buffer.concat(Array<Buffer>(count).fill(frame)));
    // Anything shorter is not the message, but a complaint about it.
    client.onFrame = ({ length }) => void (length >= SHORTEST && onDelivered());
    client.onChunk = (frames) => client.write(bursts[frames] ?? Buffer.concat(Array<Buffer>(frames).fill(frame)));
    client.write(bursts[window] ?? frame);
  }
  return pair.map(({ client }) => client);
}

async function measureMemory(server: ServerProcess, dialect: Dialect): Promise<Memory> {
  const clients: RawClient[] = [];
  try {
    await enterIdle(server, dialect, clients, FIRST_IDLE);
    const before = await settledUsage(server);
    await enterIdle(server, dialect, clients, FIRST_IDLE + IDLE);
    const after = await settledUsage(server);
    return { rss: (after.rss - before.rss) / IDLE, heap: (after.heap - before.heap) / IDLE };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Each from an address of its own, four in a room. */
async function enterIdle({ port }: ServerProcess, dialect: Dialect, clients: RawClient[], upTo: number): Promise<void> {
  while (clients.length < upTo) {
    const numbers = Array.from({ length: BATCH }, (_, index) => clients.length + index);
    const opened = await Promise.all(
      numbers.map((number) =>
        openClient(
          port,
          dialect.path(`idle-${Math.floor(number / IDLE_ROOM)}`, `idle-${number}`),
          () => undefined,
          `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`,
        ),
      ),
    );
    clients.push(...opened);
  }
}

async function settledUsage(server: ServerProcess): Promise<{ rss: number; heap: number }> {
  await sleep(SETTLE_MS);
  await server.usage({ collect: true });
  await sleep(SETTLE_MS);
  return server.usage({ collect: true });
}
