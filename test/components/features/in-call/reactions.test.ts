import { expect, fixtureCleanup } from '@open-wc/testing';
import { waitUntil } from '../../../support/patience.js';
import { auditOf, deep, must, pair, textOf } from '../../../support/rooms.js';

describe('hands and reactions in a call', () => {
  afterEach(fixtureCleanup);

  it('shows a raised hand in the tile and a reaction over the people, and says both', async () => {
    const [ada, bob] = await pair();
    const seen: string[] = [];
    ada.addEventListener('call-reaction', ({ emoji, participant }) => seen.push(`${participant.displayName} ${emoji}`));
    const messages: unknown[] = [];
    ada.addEventListener('call-message', ({ data }) => messages.push(data));
    // The element's part of this may not have been loaded yet.
    await bob.send('from page to page');
    await waitUntil(() => messages.length === 1, 'the page got no message');
    expect(messages).to.eql(['from page to page']);

    const { hands, reactions } = await bob.call.extras();
    hands.toggle(true);
    await waitUntil(() => deep(ada, 'raised-hand'), 'no hand is shown');
    await waitUntil(() => deep(ada, '[role=img][aria-label="hand raised"]'), 'the hand has no words');
    await waitUntil(() => textOf(must(ada, '.said')).includes('Bob raised a hand'), 'the hand is not announced');

    reactions.send('👏');
    await waitUntil(
      () => textOf(must(ada, 'reaction-overlay').shadowRoot?.querySelector('.reaction')) === '👏Bob',
      'no reaction rises',
    );
    await waitUntil(() => textOf(must(ada, '.said')).includes('Bob reacts: 👏'), 'the reaction is not announced');
    expect(seen).to.eql(['Bob 👏']);
    expect(must(bob, 'reaction-overlay').shadowRoot?.querySelectorAll('.reaction').length).to.equal(1);
    await auditOf(ada);
  });
});
