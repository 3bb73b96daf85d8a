import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve, type Serving } from '../../signaling/server/index.js';
import { atEnd, type Ending } from './at-end.js';
import type { TestPage } from './browser.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What the demo and its bundles are served from. */
const FOLDERS = ['demo', 'cdn'].map((folder) => fileURLToPath(new URL(`../../dist/${folder}`, import.meta.url)));

/**
 * Serves the demo as it was built, as `npm start` does; it stops at the end of the test.
 * @param test the context of the test
 */
export async function startDemo(test: Ending): Promise<Serving> {
  const demo = await serve({ port: 0, host: '127.0.0.1', folders: FOLDERS });
  atEnd(test, () => demo.close());
  return demo;
}

interface Audit {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
}

/**
 * Audits a whole page by axe, into open shadow roots; what moves is brought to its end first.
 * @returns what it finds fault with, for a person to read; empty where there is nothing
 */
export async function faultsOf({ page }: TestPage): Promise<string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const animation of root.getAnimations()) {
        if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    const { axe } = window as unknown as { axe: Audit };
    // The frames hold people who are simulated, and whom nobody sees.
    const { violations } = await axe.run(document, { iframes: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
  });
}
