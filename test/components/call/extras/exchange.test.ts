import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import { endCalls, joinTogether, linked, listening, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';
import { waitUntil } from '../../../support/patience.js';

/** What comes to a call, from now on. */
function heard(call: Call): unknown[] {
  const data: unknown[] = [];
  call.addEventListener('message', (event) => data.push(event.data));
  return data;
}

describe('what passes between people besides sound and picture', () => {
  afterEach(endCalls);

  it('brings data to all or to one, in order, also to somebody who does not listen yet', async () => {
    const calls = (await joinTogether(['Ada', 'Bob', 'Cy'])) as [Call, Call, Call];
    const [ada, bob, cy] = calls;
    const [toBob, toCy] = [heard(bob), heard(cy)];
    // Nobody has waited for anybody to be ready here.
    await ada.send({ first: 'Grüße 👋' });
    await ada.send('for Bob alone', bob.localParticipant.id);
    await ada.send(['last']);
    await waitUntil(() => toBob.length === 3 && toCy.length === 2, 'not everything came');
    expect(toBob).to.eql([{ first: 'Grüße 👋' }, 'for Bob alone', ['last']]);
    expect(toCy).to.eql([{ first: 'Grüße 👋' }, ['last']]);
  });

  it('loses nothing of a lot, refuses what is too long, and does not wait for somebody who is gone', async () => {
    const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    const [ada, bob] = calls;
    await listening(calls);
    const toBob = heard(bob);
    const filling = 'x'.repeat(40_000);
    const most = 200;
    for (let number = 0; number < most; number += 1) await ada.send({ number, filling });
    await waitUntil(() => toBob.length === most, 'not everything came');
    expect((toBob as { number: number }[]).map(({ number }) => number)).to.eql([...toBob.keys()]);
    const refused = await ada.send('x'.repeat(48_001)).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(TypeError);
    const sending = Array.from({ length: 100 }, () => ada.send(filling));
    bob.leave();
    await Promise.all(sending);
  });

  it('keeps what came early for whoever takes it later', async () => {
    const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    await listening(calls);
    const [ada, bob] = calls;
    const toBob = heard(bob);
    await ada.send('early');
    await waitUntil(() => toBob.length === 1, 'nothing came');
    const taken: unknown[] = [];
    (await bob.extras()).messages.take(({ data }) => taken.push(data));
    await ada.send('late');
    await waitUntil(() => taken.length === 2, 'nothing was taken');
    expect(taken).to.eql(['early', 'late']);
  });

  it('shows raised hands to all, to newcomers since when, and reactions of the known kind alone', async () => {
    const room = uniqueName();
    const calls = await joinTogether(['Ada', 'Bob'], {}, room);
    const [ada, bob] = calls as [Call, Call];
    await listening(calls);
    const hands = [(await ada.extras()).hands, (await bob.extras()).hands] as const;
    hands[1].toggle();
    await waitUntil(() => ada.participants[0]?.handRaisedAt !== undefined, 'no hand is seen');
    // Later by what a clock shows at least.
    const since = Date.now();
    await waitUntil(() => Date.now() > since + 20);
    hands[0].toggle(true);

    const cy = makeCall('Cy', room);
    await cy.join();
    await linked([...calls, cy]);
    await waitUntil(() => cy.participants.every(({ handRaisedAt }) => handRaisedAt !== undefined), 'the newcomer sees no hands');
    const raised = [...cy.participants].sort((one, other) => (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0));
    expect(raised.map(({ displayName }) => displayName)).to.eql(['Bob', 'Ada']);
    hands[1].toggle();
    await waitUntil(() => cy.participants.some(({ handRaisedAt }) => handRaisedAt === undefined), 'the hand is still up');
    expect(bob.localParticipant.handRaisedAt).to.equal(undefined);

    const seen: string[] = [];
    cy.addEventListener('reaction', ({ emoji, participant }) => seen.push(`${participant.displayName} ${emoji}`));
    const { exchange, reactions } = await ada.extras();
    await exchange.tell({ type: 'reaction', emoji: '<b>' });
    expect(reactions.send('🎉')).to.equal(true);
    await waitUntil(() => seen.length, 'no reaction is seen');
    expect(seen).to.eql(['Ada 🎉']);
    expect(Array.from({ length: 20 }, () => reactions.send('👍')).every(Boolean)).to.equal(false);
  });

  it('shows a hand no longer that was lowered while the connection was away', async function () {
    this.timeout(40_000);
    const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    const [ada, bob] = calls;
    await listening(calls);
    const { hands } = await ada.extras();
    hands.toggle();
    await waitUntil(() => bob.participants[0]?.handRaisedAt !== undefined, 'no hand is seen');
    const links: { connection: RTCPeerConnection }[] = [];
    bob.accompany((stay) => {
      links.push(...stay.transport.links.values());
      return { close: () => undefined };
    });
    links[0]?.connection.close();
    await waitUntil(() => ada.participants[0]?.connectionState !== 'connected', 'the connection still stands', 20_000);
    hands.toggle();
    await linked(calls);
    await waitUntil(() => bob.participants[0]?.handRaisedAt === undefined, 'the hand is still up', 10_000);
  });

  it('keeps somebody among the readers of captions who was out of sight for a while', async () => {
    const calls = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    await listening(calls);
    const [ada, bob] = calls;
    const [said, read] = [(await ada.extras()).captions, (await bob.extras()).captions];
    const texts: string[] = [];
    read.addEventListener('caption', ({ caption }) => texts.push(caption.text));
    read.toggle();
    await waitUntil(() => said.readers.length === 1, 'nobody reads');
    // As a machine that sleeps: the server still lists it, and the link comes back.
    const id = bob.localParticipant.id;
    ada.accompany(({ roster }) => {
      roster.dismiss(id);
      roster.introduce(id);
      return { close: () => undefined };
    });
    await waitUntil(() => bob.participants[0]?.audio, 'nobody is heard');
    said.say(1, 'Are you back?', 'en', true);
    await waitUntil(() => texts.length === 1, 'nothing is read');
    expect(said.readers).to.have.length(1);
  });
});
