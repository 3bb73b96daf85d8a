import type { Page } from 'puppeteer-core';
import type { Mark } from './pages/trace.js';

/** A page that was traced, and what the bench itself noted there. */
export interface Traced {
  readonly page: Page;
  readonly own: readonly Mark[];
}

/** What happened on both sides from a moment on, for people to read: one at the left, the other at the right. */
export async function timeline(left: Traced, right: Traced, from: number, title: string): Promise<string> {
  const marks = [...(await marksOf(left)), ...(await marksOf(right, ' '.repeat(40)))];
  const lines = marks
    .map(([at, what]): Mark => [at - from, what])
    .filter(([at]) => at >= 0)
    .sort(([a], [b]) => a - b);
  return [title, ...lines.map(([at, what]) => `${at.toFixed(1).padStart(8)}  ${what}`), ''].join('\n');
}

async function marksOf({ page, own }: Traced, indent = ''): Promise<Mark[]> {
  const seen: Mark[] = await page.evaluate(() => window.marks);
  return [...seen, ...own].map(([at, what]) => [at, indent + what]);
}
