import { aTimeout, expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallRoom } from '../../../../components/index.js';
import { waitUntil } from '../../../support/patience.js';
import { auditOf, deep, focused, must, pair, textOf } from '../../../support/rooms.js';
import { fakeScreens } from '../../../support/screens.js';

const isFirefox = navigator.userAgent.includes('Firefox/');

const press = async (key: string): Promise<void> => sendKeys({ press: key });
const labelOf = (element: Element | null | undefined): string => element?.getAttribute('aria-label') ?? '';
const buttonOf = (room: CallRoom, name: string): HTMLButtonElement => must<HTMLButtonElement>(room, `[part~="${name}-button"]`);
const signs = (room: CallRoom): HTMLElement[] => [...(deep(room, '[role=toolbar]')?.querySelectorAll('button') ?? [])];

/** Waits until a room says this to those who listen. */
const hears = (room: CallRoom, words: string): Promise<void> =>
  waitUntil(() => textOf(deep(room, '.said')).includes(words), `not said: ${words}`);

/** Two people who see each other, with everything that their bars can show. */
async function equippedPair(): Promise<[CallRoom, CallRoom]> {
  const rooms = await pair();
  for (const room of rooms) await waitUntil(() => deep(room, '[part~="reactions-button"], [part~="more-button"]'), 'no controls');
  await waitUntil(() => rooms.every((room) => deep(room, '[part~="hand-button"]')), 'no button for the hand');
  return rooms;
}

/** Speaks, as the fake microphone does with its beeps, and pauses, until the person has said enough to be offered something. */
async function speakEnough(room: CallRoom): Promise<void> {
  while (!deep(room, '[part=hand-notice]')) {
    await room.toggleMicrophone(true);
    // Not every look finds a beep.
    await waitUntil(() => room.localParticipant.speaking, 'the microphone is silent', 45_000);
    await aTimeout(1500);
    await room.toggleMicrophone(false);
    await waitUntil(() => !room.localParticipant.speaking, 'speaks without a microphone');
    await room.updateComplete;
  }
}

describe('what people in a call do without a word', function () {
  this.timeout(90_000);
  afterEach(fixtureCleanup);

  it('raises a hand by a button, which shows what is so, and counts the hands in their order', async () => {
    const [ada, bob] = await equippedPair();
    const button = buttonOf(ada, 'hand');
    expect(labelOf(button)).to.equal('Raise your hand');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.focus();
    await press('Enter');
    await waitUntil(() => button.getAttribute('aria-pressed') === 'true', 'not pressed');
    expect(button.title).to.equal('Lower your hand');
    expect(labelOf(button)).to.equal('Raise your hand');
    await hears(ada, 'You raised your hand');
    await hears(bob, 'Ada raised a hand');
    const inTile = (room: CallRoom): string[] =>
      [...must(room, '.grid').querySelectorAll('call-tile')].map((tile) =>
        labelOf(deep(tile, 'raised-hand [role=img]') ?? deep(tile, '[role=img][aria-label^="hand"]')),
      );
    await waitUntil(() => inTile(bob).includes('hand raised'), 'Bob sees no hand');

    buttonOf(bob, 'hand').click();
    for (const room of [ada, bob]) {
      await waitUntil(() => inTile(room).includes('hand raised, 1 of 2'), 'no first hand');
      await waitUntil(() => inTile(room).includes('hand raised, 2 of 2'), 'no second hand');
    }
    await auditOf(bob);
    await press('Enter');
    await waitUntil(() => button.getAttribute('aria-pressed') === 'false', 'still pressed');
    await hears(ada, 'You lowered your hand');
    await waitUntil(() => inTile(bob).join().trim() === ',hand raised' || inTile(bob).join() === 'hand raised,', 'still counted');
    expect(focused()).to.equal(button);
  });

  it('chooses a reaction by keys, and gives the focus back', async () => {
    const [ada, bob] = await equippedPair();
    const button = buttonOf(ada, 'reactions');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.focus();
    await press('Enter');
    await waitUntil(() => focused() === signs(ada)[0], 'the focus is not in the row');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(signs(ada).map(labelOf).slice(0, 3)).to.eql(['Thumbs up', 'Applause', 'Heart']);
    await auditOf(ada);
    await press('ArrowLeft');
    expect(focused()).to.equal(signs(ada).at(-1));
    await press('Home');
    await press('ArrowRight');
    await press('Enter');
    await hears(bob, 'Ada reacts: 👏');
    await hears(ada, 'You react: 👏');
    // Applause is more than one press.
    expect(labelOf(focused())).to.equal('Applause');
    await press('Escape');
    await waitUntil(() => signs(ada).length === 0, 'the row stays');
    expect(focused()).to.equal(button);
  });

  it('has the reactions in the menu of a narrow bar, and closes them with the call', async () => {
    const [ada] = await equippedPair();
    ada.style.inlineSize = '260px';
    await waitUntil(() => !deep(ada, '[part~="reactions-button"]'), 'still in the bar');
    const more = buttonOf(ada, 'more');
    more.click();
    await waitUntil(() => deep(ada, '[role=menu] [aria-label="Reactions"]'), 'not in the menu');
    must(ada, '[role=menu] [aria-label="Reactions"]').click();
    await waitUntil(() => focused() === signs(ada)[0], 'the focus is not in the row');
    expect(deep(ada, '[role=menu]')).to.equal(undefined);
    const { left, right } = must(ada, '[role=toolbar]').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
    await press('Escape');
    await waitUntil(() => focused() === more, 'the focus is lost');
    more.click();
    await waitUntil(() => deep(ada, '[role=menu] [aria-label="Reactions"]'), 'not in the menu');
    must(ada, '[role=menu] [aria-label="Reactions"]').click();
    await waitUntil(() => signs(ada).length, 'no row');
    ada.leave();
    await waitUntil(() => signs(ada).length === 0, 'the row outlives the call');
  });

  it('offers to lower the hand of somebody who has spoken, and keeps the focus', async function () {
    // Firefox does not tell how loud one's own microphone is.
    if (isFirefox) this.skip();
    const [ada, bob] = await equippedPair();
    buttonOf(ada, 'hand').click();
    await waitUntil(() => deep(bob, 'raised-hand'), 'no hand');
    await speakEnough(ada);
    await hears(ada, 'Your hand is still raised');
    await auditOf(ada);
    const lower = must(ada, '[part=hand-notice] .primary');
    lower.focus();
    await press('Enter');
    await waitUntil(() => !deep(ada, '[part=hand-notice]'), 'the offer stays');
    await waitUntil(() => !deep(bob, 'raised-hand'), 'the hand is still up');
    expect(focused()).to.equal(buttonOf(ada, 'hand'));

    buttonOf(ada, 'hand').click();
    await speakEnough(ada);
    must(ada, '[part=hand-notice] .dismiss').focus();
    await press('Escape');
    await waitUntil(() => !deep(ada, '[part=hand-notice]'), 'the offer stays');
    expect(focused()).to.equal(buttonOf(ada, 'hand'));
    expect(ada.localParticipant.handRaisedAt).to.be.a('number');
  });

  it('counts messages that nobody has looked at, and says whose they are', async () => {
    const [ada, bob] = await equippedPair();
    const { chat } = await bob.call.extras();
    const button = buttonOf(ada, 'chat');
    expect(labelOf(button)).to.equal('Chat');
    chat.send('Hello');
    await waitUntil(() => labelOf(button) === 'Chat, 1 unread', 'not counted');
    expect(textOf(button.querySelector('[part=badge]'))).to.equal('1');
    await hears(ada, 'New message from Bob');
    chat.send('Are you there?');
    await waitUntil(() => labelOf(button) === 'Chat, 2 unread', 'the second is not counted');
    await auditOf(ada);

    const width = ada.style.inlineSize;
    ada.style.inlineSize = '200px';
    await waitUntil(() => labelOf(deep(ada, '[part~="more-button"]')) === 'More: Chat, 2 unread', 'the menu has no mark');
    expect(buttonOf(ada, 'more').querySelector('[part=badge]')).not.to.equal(null);
    ada.style.inlineSize = width;
    await waitUntil(() => deep(ada, '[part~="chat-button"]'), 'no button for the chat');

    buttonOf(ada, 'chat').click();
    await waitUntil(() => labelOf(buttonOf(ada, 'chat')) === 'Chat', 'still counted');
    expect(buttonOf(ada, 'chat').querySelector('[part=badge]')).to.equal(null);
    await waitUntil(() => textOf(must(ada, '.messages')).includes('Are you there?'), 'not shown');
    buttonOf(ada, 'chat').click();
    await waitUntil(() => ada.inCall?.panel === undefined, 'the panel stays');
    ada.setAttribute('no-announcements', '');
    await waitUntil(() => textOf(must(ada, '.said')) === '', 'still something to hear');
    const { chat: own } = await ada.call.extras();
    await waitUntil(() => !own.isOpen, 'a closed chat counts as seen');
    chat.send('One more');
    await waitUntil(() => labelOf(buttonOf(ada, 'chat')) === 'Chat, 1 unread', 'not counted any more');
    expect(textOf(must(ada, '.said'))).to.equal('');
  });

  it('says who shares a screen, and who does not any more', async () => {
    const screens = fakeScreens();
    try {
      const [ada, bob] = await equippedPair();
      await ada.toggleScreenShare(true);
      await hears(ada, 'You are sharing your screen');
      await hears(bob, 'Ada is sharing a screen');
      const [track] = screens.given[0]?.getVideoTracks() ?? [];
      // As the browser's own bar does it. Firefox delivers to a track no event that a script has made.
      track?.dispatchEvent(new Event('ended'));
      if (isFirefox) await ada.toggleScreenShare(false);
      await hears(ada, 'You have stopped sharing');
      await hears(bob, 'Ada has stopped sharing');

      await bob.toggleScreenShare(true);
      await hears(bob, 'You are sharing your screen');
      bob.leave();
      await hears(bob, 'You left the call');
      expect(textOf(must(bob, '.said'))).not.to.include('You have stopped sharing');
    } finally {
      screens.restore();
    }
  });
});
