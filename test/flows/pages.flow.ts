import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, pageWith, Person, tag } from './support/person.js';

const ADA = tag({ 'display-name': 'Ada', 'auto-join': true });
const SCRIPT = '<script type="module" src="/cdn/call-room.js"></script>';

describe('A page with a call', () => {
  /**
   * What a site has to allow. `connect-src` names the signaling server; on the page's own origin `'self'` covers it in
   * current browsers (CSP level 3), and naming it does no harm. Lit makes its templates through a Trusted Types policy of
   * the name `lit-html`. Styles are constructed, so there is no need of `'unsafe-inline'`; pictures and sound come from
   * streams, to which `media-src` does not apply.
   */
  const strictPolicy = (signaling: string): string =>
    `default-src 'self'; connect-src 'self' ${signaling}; require-trusted-types-for 'script'; trusted-types lit-html`;

  it('may have a strict Content Security Policy', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const headers = { 'content-security-policy': strictPolicy(site.signalUrl) };
    const ada = await Person.comes(browser, site, 'Ada', {}, { headers });
    const bob = await Person.comes(browser, site, 'Bob', { signaling: site.signalUrl }, { headers });
    await allMeet(ada, bob);
    const display = await ada.run(() => {
      const stage = document.querySelector('call-room')?.shadowRoot?.querySelector('[part~=stage]');
      return stage && getComputedStyle(stage).display;
    });
    assert.equal(display, 'flex', 'the styles apply');
  });

  const HEADS = {
    'may load the script twice': { head: SCRIPT + SCRIPT, body: ADA },
    'may load the script from two addresses': {
      head: `${SCRIPT}<script type="module" src="/cdn/call-room.js?again"></script>`,
      body: ADA,
    },
    'may have the tag before the script': { head: '', body: ADA + SCRIPT },
  };
  for (const [what, { head, body }] of Object.entries(HEADS)) {
    it(what, async (test) => {
      const site = await startSite(test);
      const browser = await launchChromium(test);
      const ada = await Person.opens(browser, await site.page(pageWith(body, head)), 'Ada');
      const bob = await Person.comes(browser, site, 'Bob');
      await allMeet(ada, bob);
    });
  }

  it('may set properties before the script arrives', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const page = await site.page('early-properties.html');
    const ada = await Person.opens(browser, page, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', { room: 'of properties' });
    await allMeet(ada, bob);
    assert.equal(
      await ada.run(() => document.querySelector('call-room')?.getAttribute('room') ?? null),
      null,
      'it was no attribute',
    );
  });

  it('may hold several calls, each with its own people', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const calls = ['one', 'two'].map((room) => tag({ id: room, room, 'display-name': 'Ada', 'auto-join': true }));
    const ada = await Person.opens(browser, await site.page(pageWith(calls.join(''))), 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', { room: 'one' });
    const cleo = await Person.comes(browser, site, 'Cleo', { room: 'two' });
    await Promise.all([bob.meets(ada), cleo.meets(ada)]);
    await ada.sees('Bob', 'Cleo');
    for (const [room, name] of [
      ['#one', 'Bob'],
      ['#two', 'Cleo'],
    ] as const) {
      const receives = async (selector: string, wanted: string): Promise<boolean> => {
        const received = await window.__flow.received(selector);
        return received.length === 1 && received.every((from) => from.name === wanted && from.framesDecoded >= 10);
      };
      await ada.tab.waitFor(receives, `${room} receives ${name}`, { args: [room, name] });
    }

    await ada.run(() => document.querySelector<HTMLElement & { leave(): void }>('#one')?.leave());
    await bob.sees();
    await cleo.goesOnReceiving();
    assert.equal(
      await ada.run(() => window.__flow.tracks.filter(({ readyState }) => readyState === 'live').length),
      2,
      'the other keeps its devices',
    );
  });

  it('may compose it from its pieces, in and outside of the call, even in somebody else’s shadow root', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.opens(browser, await site.page('composed.html'), 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    assert.deepEqual(
      (await ada.tiles()).map(({ name, picture }) => ({ name, picture })),
      [
        { name: 'Ada (you)', picture: true },
        { name: 'Bob', picture: true },
      ],
    );

    await ada.click('some-panel >>> call-controls >>> [part~="mic-button"]');
    await bob.sees('Ada, muted');
    await ada.click('some-panel >>> call-controls >>> [part~="leave-button"]');
    await bob.sees();
  });

  it('changes an attribute of a running call, and the call goes on', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    const links = await ada.connected();

    await ada.run(() => {
      const room = document.querySelector('call-room');
      room?.setAttribute('display-name', 'Countess <b>Lovelace</b>');
      room?.setAttribute('controls', 'microphone leave');
      room?.setAttribute('audio', 'off');
    });
    await bob.sees('Countess <b>Lovelace</b>, muted');
    await bob.goesOnReceiving();
    assert.deepEqual(await ada.connected(), links);
    assert.ok(!(await ada.run(() => window.__flow.text())).includes('Turn camera off'));
  });

  it('changes the room of a running call, and that is another call', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    const cleo = await Person.comes(browser, site, 'Cleo', { room: 'elsewhere' });
    await allMeet(ada, bob);
    await ada.run(() => document.querySelector('call-room')?.setAttribute('room', 'elsewhere'));
    await allMeet(ada, cleo);
    await bob.sees();
  });

  it('is told when the tag lacks something, and makes the call once it is there', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada', { room: undefined });
    const { message = '' } = await ada.waitForError('room-missing');
    await ada.waitForText(message);
    const bob = await Person.comes(browser, site, 'Bob');
    await ada.run(() => document.querySelector('call-room')?.setAttribute('room', 'flow'));
    await allMeet(ada, bob);
  });
});
