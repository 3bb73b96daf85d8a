import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import { endCalls, joinTogether } from '../../../support/calls.js';
import { waitUntil } from '../../../support/patience.js';

const isWell = (quality: string): boolean => quality === 'excellent' || quality === 'good';
const qualitiesOf = ({ participants, localParticipant }: Call): string[] =>
  [...participants, localParticipant].map(({ quality }) => quality);

describe('the quality of a call', function () {
  this.timeout(60_000);
  afterEach(endCalls);

  it('is told of everybody, and of oneself, and not beyond the call', async () => {
    const calls = await joinTogether(['Ada', 'Bob', 'Cleo']);
    const [ada] = calls as [Call, Call, Call];
    const changes: string[] = [];
    ada.addEventListener('participantchange', ({ participant, previous }) => {
      if (participant.quality !== previous?.quality) changes.push(participant.displayName);
    });
    await waitUntil(() => calls.every((call) => qualitiesOf(call).every(isWell)), 'not everybody is well', 45_000);
    expect(new Set(changes)).to.deep.equal(new Set(['Ada', 'Bob', 'Cleo']));
    ada.leave();
    expect(ada.localParticipant.quality).to.equal('unknown');
  });
});
