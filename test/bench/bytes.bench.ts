import { fileURLToPath } from 'node:url';
import { measure, readBudget } from '../../scripts/size.mjs';
import { figure, type Figure, type Score } from './figures.js';

const PEERJS = fileURLToPath(new URL('../../node_modules/peerjs/dist/peerjs.min.js', import.meta.url));

/** What a page downloads until the first frame, against PeerJS, which brings no interface. Exact: one round. */
export function benchBytes(): Figure[] {
  const { budget } = readBudget();
  const peerjs = score('PeerJS, no interface', PEERJS);
  return [
    figure(score('<call-room>'), peerjs, ({ median }) => ({ text: `<= ${budget}`, met: median <= budget })),
    figure(peerjs),
  ];
}

const score = (of: string, entry?: string): Score => ({
  subject: 'bytes',
  name: 'brotli, until first frame',
  of,
  unit: 'bytes',
  samples: [measure(entry).brotli],
});
