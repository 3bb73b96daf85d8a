import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { COUNT_TIMERS, Stocktaker, type Inventory } from '../flows/support/inventory.js';
import { allMeet, Person } from '../flows/support/person.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { withEnding, type AtEnd } from './ending.js';
import { figure, type Figure, type Goal } from './figures.js';
import { slope, type Summary } from './statistics.js';

/** After how many joins and leaves there is a look at what is left. */
const LOOKS = [10, 30, 50] as const;
/** How long one stay lasts, in ms: until everything is loaded that keeps a call good. */
const STAY_MS = 2000;
/** How long Chromium keeps what it gave to `getUserMedia()`, in ms, with a margin. */
const SETTLE_MS = 12_000;
/** Between two looks at a call that goes on, in ms. */
const LOOK_MS = 10_000;
/** How much what is left may grow from the first look to the last: DevTools keep some hundred bytes a media element. */
const MOST_GROWTH = 1.05;

type Tell = (text: string) => void;

/**
 * What a page holds after many joins and leaves, and whether a call of two becomes heavier as it goes on.
 * @param minutes how long that call lasts; 60 for the whole truth
 */
export async function benchEndurance(minutes: number, progress: Tell): Promise<Figure[]> {
  return [...(await benchRounds(progress)), ...(await benchLongCall(minutes, progress))];
}

function benchRounds(progress: Tell): Promise<Figure[]> {
  return withEnding(async (atEnd) => {
    const { ada, stock } = await twoMeet(atEnd);
    const left: Inventory[] = [];
    for (let round = 1; round <= Math.max(...LOOKS); round += 1) {
      progress(`endurance: join and leave, ${round}`);
      await sleep(STAY_MS);
      await ada.run(() => document.querySelector<CallRoom>('call-room')?.leave());
      if (LOOKS.some((look) => look === round)) {
        await sleep(SETTLE_MS);
        left.push(await stock.take());
      }
      await ada.run(() => document.querySelector<CallRoom>('call-room')?.join());
    }
    const first = left[0]?.heapBytes ?? NaN;
    const level = ({ median }: Summary): Goal => ({
      text: `<= ${MOST_GROWTH} × the first`,
      met: median <= (first * MOST_GROWTH) / 1000,
    });
    return left.flatMap((inventory, index) => [
      after(LOOKS[index] ?? NaN, 'heap', 'kB', inventory.heapBytes / 1000, level),
      after(LOOKS[index] ?? NaN, 'DOM nodes', 'nodes', inventory.nodes),
      after(LOOKS[index] ?? NaN, 'peer connections not closed', 'connections', inventory.openConnections),
    ]);
  });
}

const after = (rounds: number, what: string, unit: string, value: number, goal?: (summary: Summary) => Goal): Figure =>
  figure(
    { subject: 'endurance', name: `${what}, after ${rounds} joins`, of: '<call-room>', unit, samples: [value] },
    undefined,
    goal,
  );

/** How things stand at one moment of a call. */
interface Look {
  /** Since the first look. */
  minutes: number;
  inventory: Inventory;
  /** Of one processor, since the look before, in percent. */
  processor: number;
}

function benchLongCall(minutes: number, progress: Tell): Promise<Figure[]> {
  return withEnding(async (atEnd) => {
    const { stock } = await twoMeet(atEnd);
    const looks: Look[] = [];
    const began = performance.now();
    while (performance.now() - began < minutes * 60_000) {
      const [at, used] = [performance.now(), await stock.processorTime()];
      await sleep(LOOK_MS);
      const processor = ((await stock.processorTime()) - used) / ((performance.now() - at) / 1000);
      const inventory = await stock.take();
      looks.push({ minutes: (performance.now() - began) / 60_000, inventory, processor: processor * 100 });
      progress(`endurance: minute ${looks.at(-1)?.minutes.toFixed(1)} of ${minutes}, ${processor.toFixed(2)} processors`);
    }
    // The first look still sees what joining has left.
    const settled = looks.slice(1);
    const of = `a call of two, ${minutes} min`;
    const course = (name: string, unit: string, value: (look: Look) => number): Figure[] => [
      figure({ subject: 'endurance', name, of, unit, samples: settled.map(value) }),
      figure({
        subject: 'endurance',
        name: `… slope`,
        of,
        unit: `${unit} a minute`,
        samples: [slope(settled.map((look) => [look.minutes, value(look)]))],
      }),
    ];
    return [
      ...course('heap in a call', 'kB', ({ inventory }) => inventory.heapBytes / 1000),
      ...course('DOM nodes in a call', 'nodes', ({ inventory }) => inventory.nodes),
      ...course('processor of the page', '%', ({ processor }) => processor),
    ];
  });
}

async function twoMeet(atEnd: AtEnd): Promise<{ ada: Person; stock: Stocktaker }> {
  const ending = { after: atEnd };
  const site = await startSite(ending);
  const browser = await launchChromium(ending);
  const bob = await Person.comes(browser, site, 'Bob');
  const ada = await Person.comes(browser, site, 'Ada', {}, { init: COUNT_TIMERS });
  await allMeet(ada, bob);
  return { ada, stock: await Stocktaker.of(ada.tab.page) };
}
