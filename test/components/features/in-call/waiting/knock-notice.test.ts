import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../../../components/index.js';
import type { CallRoom } from '../../../../../components/index.js';
import { uniqueName } from '../../../../support/endpoints.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, must, stateOf, textOf } from '../../../../support/rooms.js';
import { tokenOf } from '../../../../support/tokens.js';

/** Somebody on their way into a room of the server that knows hosts. */
async function comer(room: string, name: string, claims: Record<string, unknown> = {}): Promise<CallRoom> {
  const token = await tokenOf({ sub: name, ...claims });
  return fixture<CallRoom>(
    html`<call-room signaling="/hosted" room=${room} display-name=${name} token=${token} ice-servers="[]" auto-join></call-room>`,
  );
}

/** A host, and the others, who ask to be let in. */
async function asked(...names: string[]): Promise<CallRoom[]> {
  const room = uniqueName();
  const ada = await comer(room, 'Ada', { role: 'host' });
  await stateOf(ada, 'joined');
  await waitUntil(() => deep(ada, '[part~="people-button"]'), 'not equipped');
  const others: CallRoom[] = [];
  for (const name of names) {
    others.push(await comer(room, name, { wait: true }));
    await waitUntil(() => ada.inCall?.waiting === others.length, `${name} does not wait`);
  }
  await waitUntil(() => deep(ada, '[part=knock]'), 'no notice');
  return [ada, ...others];
}

const notice = (room: CallRoom): string => textOf(deep(room, '[part=knock-text]'));

function button(room: CallRoom, words: string): HTMLButtonElement {
  const buttons = [...(deep(room, 'knock-notice')?.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((one) => textOf(one) === words);
  if (!found) throw new Error(`no button “${words}”`);
  return found;
}

describe('the notice of those who ask to be let in', function () {
  this.timeout(40_000);
  afterEach(fixtureCleanup);

  it('tells a host who waits, takes no focus, and lets them in', async () => {
    const room = uniqueName();
    const ada = await comer(room, 'Ada', { role: 'host' });
    await stateOf(ada, 'joined');
    await waitUntil(() => deep(ada, '[part~="people-button"]'), 'not equipped');
    must<HTMLButtonElement>(ada, '[part~="leave-button"]').focus();
    const eve = await comer(room, '<b>Eve</b>', { wait: true });
    await waitUntil(() => notice(ada) === '<b>Eve</b> asks to be let in', 'no notice');
    expect(textOf(must(ada, '.said'))).to.include('<b>Eve</b> asks to be let in');
    expect(focused()).to.equal(must(ada, '[part~="leave-button"]'));
    const people = must(ada, '[part~="people-button"]');
    expect(textOf(people.querySelector('.urgent'))).to.equal('1');
    expect(people.getAttribute('aria-label')).to.equal('People, 1 in the call, 1 waiting');
    await auditOf(ada);
    ada.lang = 'ja';
    const isJapanese = (): boolean => people.getAttribute('aria-label') === '参加者、1人、1人が入室待ち';
    await waitUntil(isJapanese, 'the button speaks no Japanese');
    ada.removeAttribute('lang');
    await waitUntil(() => notice(ada) === '<b>Eve</b> asks to be let in', 'no English any more');
    button(ada, 'Admit').focus();
    button(ada, 'Admit').click();
    await stateOf(eve, 'joined');
    await waitUntil(() => !deep(ada, '[part=knock]'), 'the notice stays');
    // The button that had the focus is gone; its owner is still in the call.
    await waitUntil(() => ada.matches(':focus-within'), 'the focus is lost');
    await waitUntil(() => !deep(ada, '[part~="people-button"] .urgent'), 'still urgent');
    expect(deep(eve, '[part=knock]')).to.equal(undefined);
  });

  it('sends somebody away', async () => {
    const [ada, eve] = (await asked('Eve')) as [CallRoom, CallRoom];
    button(ada, 'Refuse').click();
    await stateOf(eve, 'failed');
    await waitUntil(() => !deep(ada, '[part=knock]'), 'the notice stays');
  });

  it('counts several, and gives way to the list of all of them', async () => {
    const [ada, eve, mal] = (await asked('Eve', 'Mal')) as [CallRoom, CallRoom, CallRoom];
    await waitUntil(() => notice(ada) === 'Eve and 1 more ask to be let in', 'not counted');
    await auditOf(ada);
    button(ada, 'Show list').click();
    await waitUntil(() => textOf(deep(ada, '[part=waiting]')).includes('Mal'), 'no list');
    expect(deep(ada, '[part=knock]')).to.equal(undefined);
    ada.inCall?.openPanel(undefined);
    await waitUntil(() => deep(ada, '[part=knock]'), 'no notice any more');
    button(ada, 'Admit all').click();
    await Promise.all([stateOf(eve, 'joined'), stateOf(mal, 'joined')]);
    await waitUntil(() => !deep(ada, '[part=knock]'), 'the notice stays');
  });

  it('keeps the focus where only one of several is left', async () => {
    const [ada, eve, mal] = (await asked('Eve', 'Mal')) as [CallRoom, CallRoom, CallRoom];
    button(ada, 'Admit all').focus();
    mal.leave();
    await waitUntil(() => notice(ada) === 'Eve asks to be let in', 'still two');
    expect(textOf(focused())).to.equal('Admit');
    expect(eve.error?.code).to.equal('signaling-waiting');
  });

  it('is announced once of somebody whose network makes them knock again and again', async () => {
    const [ada, eve] = (await asked('Eve')) as [CallRoom, CallRoom];
    const said: string[] = [];
    const say = ada.say.bind(ada);
    ada.say = (key, params) => {
      said.push(key);
      say(key, params);
    };
    for (let round = 0; round < 3; round += 1) {
      eve.leave();
      await waitUntil(() => ada.inCall?.waiting === 0, 'still waits');
      void eve.call.join().catch(() => undefined);
      await waitUntil(() => ada.inCall?.waiting === 1, 'does not wait again');
    }
    expect(said.filter((key) => key === 'said-knock')).to.eql([]);
    await comer(ada.room, 'Mal', { wait: true });
    await waitUntil(() => said.includes('said-knock'), 'nobody else is announced');
  });
});
