import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../../components/index.js';
import '../../../../components/features/in-call/in-call.js';
import type { Participant } from '../../../../components/call/participant.js';
import type { CallTile } from '../../../../components/elements/call-tile/call-tile.js';
import { auditOf, deep, must, textOf } from '../../../support/rooms.js';

const ada: Participant = {
  id: 'ada',
  displayName: 'Ada',
  local: false,
  audio: true,
  video: false,
  screen: false,
  speaking: false,
  connectionState: 'connected',
  quality: 'unknown',
  trouble: undefined,
  stream: new MediaStream(),
};

async function tileOf(changes: Partial<Participant>): Promise<CallTile> {
  const participant = { ...ada, ...changes };
  const tile = await fixture<CallTile>(
    html`<call-tile style="inline-size: 320px; block-size: 180px" .participant=${participant}></call-tile>`,
  );
  await nextFrame();
  return tile;
}

describe('a tile', () => {
  it('shows a poor connection, and says so', async () => {
    for (const [quality, says] of [
      ['good', 'good connection'],
      ['poor', 'poor connection'],
      ['lost', 'no connection'],
    ] as const) {
      const tile = await tileOf({ quality });
      expect(must(tile, '[part~=network-indicator]').offsetWidth).to.be.above(0);
      expect(must(tile, '[role=img]').getAttribute('aria-description')).to.equal(says);
      await auditOf(tile);
    }
  });

  it('keeps quiet about a good one', async () => {
    expect(must(await tileOf({ quality: 'excellent' }), '[part~=network-indicator]').offsetWidth).to.equal(0);
    expect(deep(await tileOf({ quality: 'unknown' }), '[part~=network-indicator]')).to.equal(undefined);
  });

  it('tells why somebody can’t be reached, to everybody', async () => {
    const tile = await tileOf({ connectionState: 'failed', trouble: 'no-relay' });
    const reason = textOf(must(tile, '[part~=tile-status]'));
    expect(reason).to.match(/^Your networks block direct calls, and this site has no relay\./);
    expect(must(tile, '[role=img]').getAttribute('aria-label')).to.contain(reason);
    await auditOf(tile);
  });

  it('says that it is connecting as long as there is no reason', async () => {
    expect(textOf(must(await tileOf({ connectionState: 'connecting' }), '[part~=tile-status]'))).to.equal('Connecting…');
  });
});
