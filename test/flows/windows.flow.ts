import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, Person } from './support/person.js';

interface Documents {
  readonly documentPictureInPicture?: { readonly window: Window | null };
}

/** What the first tile of a call's small window says, and how many frames it has shown. */
const seen = (): { says: string; frames: number; paused: boolean } | undefined => {
  const open = (window as Documents).documentPictureInPicture?.window;
  const tile = open?.document.body.firstElementChild?.shadowRoot?.querySelector('window-tile')?.shadowRoot;
  const video = tile?.querySelector('video');
  if (!tile || !video) return undefined;
  return {
    says: tile.querySelector('[role=img]')?.getAttribute('aria-label') ?? '',
    frames: video.getVideoPlaybackQuality().totalVideoFrames,
    paused: video.paused,
  };
};

describe('A call in a small window', () => {
  it('goes on there while its tab is in the background, and the tab has its pictures when it is back', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    await ada.waitForUpkeep();
    const { page } = ada.tab;
    await page.bringToFront();
    await ada.click('call-room >>> [part~="more-button"]');
    await ada.click('call-room >>> [aria-label="Picture-in-picture"]');
    await ada.tab.waitFor(seen, 'the window shows somebody');

    const another = await page.browserContext().newPage();
    await another.bringToFront();
    await ada.tab.waitFor(() => document.visibilityState === 'hidden', 'the tab is in the background');
    const { frames = 0 } = (await ada.run(seen)) ?? {};
    const goesOn = (before: number): boolean => {
      const open = (window as Documents).documentPictureInPicture?.window;
      const tile = open?.document.body.firstElementChild?.shadowRoot?.querySelector('window-tile')?.shadowRoot;
      return (tile?.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) >= before + 30;
    };
    await ada.tab.waitFor(goesOn, 'the picture goes on', { args: [frames] });
    await bob.run(() => document.querySelector('call-room')?.toggleMicrophone(false));
    const isMarked = (): boolean => {
      const open = (window as Documents).documentPictureInPicture?.window;
      const tile = open?.document.body.firstElementChild?.shadowRoot?.querySelector('window-tile')?.shadowRoot;
      return tile?.querySelector('[role=img]')?.getAttribute('aria-label') === 'Bob, muted';
    };
    await ada.tab.waitFor(isMarked, 'the window shows that Bob is muted');

    await page.bringToFront();
    await ada.run(() => (window as Documents).documentPictureInPicture?.window?.close());
    await ada.sees('Bob, muted');
    const playing = await ada.run(() =>
      [...(document.querySelector('call-room')?.shadowRoot?.querySelectorAll('call-tile') ?? [])].map((tile) => {
        const video = tile.shadowRoot?.querySelector('video');
        return !!video && !video.paused && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      }),
    );
    assert.deepEqual(playing, [true, true]);
  });
});
