import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, must, pair, textOf } from '../../../../support/rooms.js';

type CallWindow = Window &
  typeof globalThis & { readonly axe?: { run(root: Document): Promise<{ violations: { id: string }[] }> } };
interface Documents {
  readonly documentPictureInPicture?: { readonly window: CallWindow | null };
}

const documents = (window as Documents).documentPictureInPicture;
const canFloatVideo = !!document.pictureInPictureEnabled;
/** After the first small window, Firefox gives the focus to no page of the runner any more: the tests of other files would hang. */
const opensWindows = !navigator.userAgent.includes('Firefox');
const press = async (key: string): Promise<void> => sendKeys({ press: key });
const opened = (): CallWindow => {
  const open = documents?.window;
  if (!open) throw new Error('no window is open');
  return open;
};
/** What stands in the window. */
const inside = (): Element => {
  const host = opened().document.body.firstElementChild;
  if (!host) throw new Error('nothing stands in the window');
  return host;
};
const labelsIn = (element: Element): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll('button') ?? [])].map((button) => button.getAttribute('aria-label'));
const isPlaying = (tile: Element): boolean => {
  const video = must<HTMLVideoElement>(tile, 'video');
  return !video.paused && video.videoWidth > 0 && !video.hidden;
};
const tilesOf = (element: Element): Element[] => [...(element.shadowRoot?.querySelectorAll('call-tile, window-tile') ?? [])];
const namesIn = (element: Element): string[] => tilesOf(element).map((tile) => textOf(must(tile, '.name-tag')));

/** Two people who see each other, the first of whom has the focus. */
async function two(): Promise<[CallRoom, CallRoom]> {
  const [ada, bob] = await pair();
  await waitUntil(() => deep(ada, '[part~="more-button"]'), 'no further controls');
  await waitUntil(() => tilesOf(ada).length === 2 && tilesOf(ada).every(isPlaying), 'no pictures');
  must(ada, '.stage').focus();
  return [ada, bob];
}

async function itemOf(room: CallRoom): Promise<HTMLElement | undefined> {
  must(room, '[part~="more-button"]').click();
  await waitUntil(() => focused()?.getAttribute('role')?.startsWith('menuitem'), 'the focus is not in the menu');
  return deep(room, '[part=menu-item][aria-label="Picture-in-picture"]');
}

/** An audit of a document of its own, by a script that it loads itself. */
async function auditOfWindow(window: CallWindow): Promise<void> {
  const script = window.document.createElement('script');
  script.src = new URL('/node_modules/axe-core/axe.min.js', location.href).href;
  window.document.head.append(script);
  await waitUntil(() => window.axe, 'no audit');
  const { violations = [] } = (await window.axe?.run(window.document)) ?? {};
  script.remove();
  expect(violations.map(({ id }) => id)).to.deep.equal([]);
}

describe('a call in a small window', function () {
  this.timeout(60_000);

  afterEach(async () => {
    documents?.window?.close();
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
  });

  if (documents && opensWindows) {
    it('shows who speaks and oneself, and the tiles of the page go on', async () => {
      const [ada, bob] = await two();
      const before = tilesOf(ada).map((tile) => must<HTMLVideoElement>(tile, 'video'));
      const streams = before.map(({ srcObject }) => srcObject);
      let interrupted = 0;
      for (const video of before) for (const type of ['emptied', 'pause']) video.addEventListener(type, () => (interrupted += 1));
      await press('i');
      await waitUntil(() => tilesOf(inside()).length === 2 && tilesOf(inside()).every(isPlaying), 'no pictures in the window');
      expect(namesIn(inside())).to.deep.equal(['Bob', 'Ada (you)']);
      const { document: page } = opened();
      expect([page.title, page.documentElement.lang, page.documentElement.dir]).to.deep.equal(['Call', 'en', 'ltr']);
      const large = tilesOf(inside())[0]?.getBoundingClientRect();
      expect(large?.width).to.be.greaterThan(opened().innerWidth * 0.9);
      await auditOfWindow(opened());
      // Somebody who goes is not shown any more.
      bob.leave();
      await waitUntil(() => namesIn(inside()).join() === 'Ada (you)', 'still in the window');
      const own = before.find(({ srcObject }) => srcObject === ada.localParticipant.stream);
      expect(own && isPlaying((own.getRootNode() as ShadowRoot).host)).to.equal(true);
      opened().close();
      await waitUntil(() => !documents.window, 'the window stays');
      expect(streams.includes(own?.srcObject ?? null)).to.equal(true);
      expect(own?.paused).to.equal(false);
      expect(interrupted).to.be.at.most(2, 'the tile of who went, and no other');
    });

    it('mutes, turns the camera off, leads back, and leaves', async () => {
      const [ada, bob] = await two();
      await press('i');
      await waitUntil(() => labelsIn(inside()).length === 4, 'no buttons');
      expect(labelsIn(inside())).to.deep.equal(['Mute microphone', 'Turn camera off', 'Back to the tab', 'Leave call']);
      must(inside(), 'button').click();
      await waitUntil(() => bob.participants[0]?.audio === false, 'still heard');
      expect(labelsIn(inside())[0]).to.equal('Unmute microphone');
      await auditOfWindow(opened());
      must(inside(), '.back').click();
      await waitUntil(() => !documents.window, 'the window stays');
      expect(ada.state).to.equal('joined');
      must(ada, '.stage').focus();
      await press('i');
      await waitUntil(() => labelsIn(inside()).length === 4, 'no window the second time');
      must(inside(), '.leave').click();
      await waitUntil(() => !documents.window, 'the window outlives the call');
      expect(ada.state).to.equal('left');
    });

    it('is an item of the menu that tells how it is', async () => {
      const [ada] = await two();
      const item = await itemOf(ada);
      expect(item?.getAttribute('aria-checked')).to.equal('false');
      item?.focus();
      await press('Enter');
      await waitUntil(() => inside(), 'no window');
      await waitUntil(() => textOf(must(ada, '.said')).includes('The call is in a small window now'), 'not told');
      expect((await itemOf(ada))?.getAttribute('aria-checked')).to.equal('true');
      await auditOf(ada);
      opened().close();
      await waitUntil(
        () => must(ada, '[aria-label="Picture-in-picture"]').getAttribute('aria-checked') === 'false',
        'the menu does not tell',
      );
    });
  }

  if (canFloatVideo && opensWindows) {
    it('is the picture of who speaks where a page may not write into a window', async () => {
      Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: undefined });
      try {
        const [ada, bob] = await two();
        await press('i');
        await waitUntil(() => ada.shadowRoot?.pictureInPictureElement, 'no window');
        const video = ada.shadowRoot?.pictureInPictureElement as HTMLVideoElement;
        expect(video.srcObject === ada.participants[0]?.stream).to.equal(true);
        await auditOf(ada);
        expect(tilesOf(ada).every(isPlaying)).to.equal(true);
        await bob.toggleCamera(false);
        await waitUntil(() => video.srcObject === ada.localParticipant.stream, 'shows nobody');
        await press('i');
        await waitUntil(() => !document.pictureInPictureElement, 'the window stays');
        await press('i');
        await waitUntil(() => ada.shadowRoot?.pictureInPictureElement, 'no window the second time');
        ada.leave();
        await waitUntil(() => !document.pictureInPictureElement, 'the window outlives the call');
      } finally {
        Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: documents });
      }
    });
  }

  it('is offered in the menu where there is such a window, and only there', async () => {
    const [ada] = await two();
    expect(!!(await itemOf(ada))).to.equal(!!documents || canFloatVideo);
    await auditOf(ada);
  });
});
