import { expect, fixtureCleanup } from '@open-wc/testing';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, must, pair, textOf } from '../../../../support/rooms.js';
import { fakeSpeech, withoutSpeech, type FakeSpeech } from '../../../../support/speech.js';

const labelOf = (element: Element): string => element.getAttribute('aria-label') ?? '';

/** The items of the menu that have to do with captions, by their names. */
async function items(room: CallRoom): Promise<Map<string, HTMLElement>> {
  await waitUntil(() => deep(room, '[part~="more-button"]'), 'no menu');
  if (!deep(room, '[role=menu]')) must(room, '[part~="more-button"]').click();
  await waitUntil(() => deep(room, '[role=menu]'), 'the menu does not open');
  const all = [...must(room, '[role=menu]').querySelectorAll<HTMLElement>('[part=menu-item]')];
  return new Map(all.filter((one) => /caption/i.test(labelOf(one))).map((one) => [labelOf(one), one]));
}

async function press(room: CallRoom, name: string): Promise<void> {
  await waitUntil(async () => (await items(room)).has(name), `no item “${name}”`);
  (await items(room)).get(name)?.click();
}

const button = (room: CallRoom, name: string): HTMLElement | undefined =>
  [...(deep(room, '.caption-offer')?.querySelectorAll('button') ?? [])].find((one) => textOf(one) === name);

/** The lines that somebody reads. */
const linesOf = (room: CallRoom): string[] =>
  [...(deep(room, '[part=captions]')?.querySelectorAll('[part=caption]') ?? [])].map(textOf);

describe('captions', function () {
  this.timeout(60_000);
  afterEach(fixtureCleanup);

  describe('in a browser that turns speech into text', () => {
    let speech: FakeSpeech;
    beforeEach(() => (speech = fakeSpeech()));
    afterEach(() => speech.restore());

    it('are made once somebody wants to read them and the speaker agrees, and never while muted', async () => {
      const [ada, bob] = await pair();
      await press(bob, 'Captions');
      await waitUntil(() => textOf(deep(bob, '[part=captions]')).startsWith('Captions of the others appear here'), 'no hint');
      expect((await items(bob)).get('Captions')?.getAttribute('aria-checked')).to.equal('true');
      must(bob, '[part~="more-button"]').click();

      await waitUntil(() => button(ada, 'Caption my speech'), 'Ada is not asked');
      expect(textOf(deep(ada, '.caption-offer'))).to.include('Bob would like captions of what you say.');
      expect(textOf(deep(ada, '.caption-offer'))).to.include('may send your voice to its maker’s servers');
      expect(textOf(must(ada, '.said'))).to.include('Bob would like captions');
      expect(speech.begun, 'nobody listens unasked').to.equal(0);
      await auditOf(ada);
      button(ada, 'Caption my speech')?.click();
      await waitUntil(() => speech.listening.length === 1, 'nobody listens');
      expect(speech.listening).to.eql(['en']);
      await waitUntil(() => !deep(ada, '[part=captions]'), 'the question stays');
      expect(focused()?.closest('[role=group]')).to.not.equal(null, 'the focus is in the bar');

      speech.hears('so this');
      await waitUntil(() => linesOf(bob).join() === 'Ada so this', 'Bob reads nothing');
      speech.hears('So this is a machine.', true);
      await waitUntil(() => linesOf(bob).join() === 'Ada So this is a machine.', 'the sentence is not corrected');
      const words = must(bob, '[part=caption] [lang]');
      expect([words.lang, words.dir]).to.eql(['en', 'auto']);
      speech.hears('<b>It</b> computes.', true);
      await waitUntil(() => linesOf(bob).join() === 'Ada So this is a machine.,Ada <b>It</b> computes.', 'no second line');
      await auditOf(bob);

      await ada.toggleMicrophone(false);
      await waitUntil(() => speech.listening.length === 0, 'somebody listens to Ada, who is muted');
      await ada.toggleMicrophone(true);
      await waitUntil(() => speech.listening.length === 1, 'nobody listens again');
      speech.ends();
      await waitUntil(() => speech.listening.length === 1, 'nobody listens after the browser ended by itself');
      speech.hears('Again.', true);
      await waitUntil(() => linesOf(bob).at(-1) === 'Ada Again.', 'no line after that');

      await press(bob, 'Captions');
      await waitUntil(() => speech.listening.length === 0, 'somebody listens for nobody');
      await waitUntil(() => !deep(bob, '[part=captions]'), 'the lines stay');
    });

    it('are asked for in a question that can be read from its beginning, however low the call is', async () => {
      const [ada, bob] = await pair();
      ada.style.cssText = 'inline-size: 300px; block-size: 200px';
      await press(bob, 'Captions');
      await waitUntil(() => button(ada, 'Not now'), 'Ada is not asked');
      const above = must(ada, '.above');
      const beginning = must(ada, '.caption-offer p').getBoundingClientRect().top;
      expect(beginning).to.be.at.least(above.getBoundingClientRect().top);
      button(ada, 'Not now')?.focus();
      await waitUntil(
        () => (focused()?.getBoundingClientRect().bottom ?? Infinity) <= above.getBoundingClientRect().bottom,
        'an answer can’t be reached',
      );
    });

    it('are not made where the speaker declines, who may think otherwise later', async () => {
      const [ada, bob] = await pair();
      await press(bob, 'Captions');
      await waitUntil(() => button(ada, 'Not now'), 'Ada is not asked');
      button(ada, 'Not now')?.click();
      await waitUntil(() => !deep(ada, '.caption-offer'), 'the question stays');
      expect(speech.begun).to.equal(0);
      await press(ada, 'Caption my speech');
      await waitUntil(() => speech.listening.length === 1, 'nobody listens');
      await press(ada, 'Caption my speech');
      await waitUntil(() => speech.listening.length === 0, 'somebody still listens');
    });

    it('tell once, in words, that they can’t be made', async () => {
      const [ada, bob] = await pair();
      await press(bob, 'Captions');
      await waitUntil(() => button(ada, 'Caption my speech'), 'Ada is not asked');
      button(ada, 'Caption my speech')?.click();
      await waitUntil(() => speech.listening.length === 1, 'nobody listens');
      const codes: string[] = [];
      ada.addEventListener('call-error', ({ code }) => codes.push(code));
      speech.fails('no-speech');
      await waitUntil(() => speech.begun === 2, 'silence ends it');
      speech.fails('network');
      await waitUntil(() => speech.begun === 3, 'a short loss of the network ends it');
      speech.fails('service-not-allowed');
      await waitUntil(
        () => textOf(deep(ada, '[role=alert]')).startsWith('Your browser can’t caption your speech now.'),
        'the failure is not told',
      );
      await waitUntil(
        async () => (await items(ada)).get('Caption my speech')?.getAttribute('aria-checked') === 'false',
        'it is on',
      );
      expect(codes).to.eql(['captions-failed']);
      expect(speech.listening).to.eql([]);
    });
  });

  it('of others are read in a browser that makes none itself', async () => {
    const restore = withoutSpeech();
    try {
      const [ada, bob] = await pair();
      await press(bob, 'Captions');
      await waitUntil(async () => (await ada.call.extras()).captions.readers.length === 1, 'nobody wants captions');
      await ada.updateComplete;
      expect(deep(ada, '.caption-offer'), 'Ada can’t be asked').to.equal(undefined);
      expect([...(await items(ada)).keys()]).to.eql(['Captions']);

      // As her page could, with a recognizer of its own.
      const { captions } = await ada.call.extras();
      captions.say(1, 'שלום, Bob!', 'he', false);
      captions.say(2, 'x'.repeat(2000), 'en', true);
      await waitUntil(() => linesOf(bob).length === 2, 'Bob reads nothing');
      expect(linesOf(bob)[0]).to.equal('Ada שלום, Bob!');
      expect(must(bob, '[part=caption] [lang=he]').dir).to.equal('auto');
      expect(linesOf(bob)[1]?.length).to.equal('Ada '.length + 500);
      for (let id = 3; id < 9; id++) captions.say(id, `Line ${id}`, 'en', true);
      await waitUntil(() => linesOf(bob).join() === 'Ada Line 6,Ada Line 7,Ada Line 8', 'not the last lines');

      // In a low call, the oldest lines make way.
      bob.style.cssText = 'inline-size: 300px; block-size: 190px';
      await waitUntil(() => must(bob, '.above').clientHeight < 130, 'the call is not low');
      const frame = must(bob, '.above').getBoundingClientRect();
      const [oldest, , latest] = [...must(bob, '[part=captions]').querySelectorAll('[part=caption]')];
      expect(must(bob, '[part=captions]').getBoundingClientRect().top).to.be.at.least(frame.top);
      expect(latest?.getBoundingClientRect().bottom).to.be.at.most(frame.bottom);
      expect(oldest?.getBoundingClientRect().top).to.be.below(latest?.getBoundingClientRect().top ?? 0);
    } finally {
      restore();
    }
  });
});
