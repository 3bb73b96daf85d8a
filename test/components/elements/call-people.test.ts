import { expect, fixture, html } from '@open-wc/testing';
import '../../../components/index.js';
import '../../../components/elements/call-people/call-people.js';
import type { CallPeople } from '../../../components/elements/call-people/call-people.js';
import type { CallRoom } from '../../../components/index.js';
import { uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, must, stateOf, textOf } from '../../support/rooms.js';
import { tokenOf } from '../../support/tokens.js';

/** Somebody on their way into a room of the server that knows hosts. */
async function comer(room: string, name: string, claims: Record<string, unknown> = {}): Promise<CallRoom> {
  const token = await tokenOf({ sub: name, ...claims });
  return fixture<CallRoom>(
    html`<call-room signaling="/hosted" room=${room} display-name=${name} token=${token} ice-servers="[]" auto-join></call-room>`,
  );
}

async function host(room: string): Promise<[CallRoom, CallPeople]> {
  const ada = await comer(room, 'Ada', { role: 'host' });
  await stateOf(ada, 'joined');
  ada.id = uniqueName('ada');
  const people = await fixture<CallPeople>(html`<call-people for=${ada.id}></call-people>`);
  await waitUntil(() => deep(people, '[role=switch]'), 'no tools for a host');
  return [ada, people];
}

/** Clicks the button with these words. */
async function press(people: CallPeople, words: string): Promise<void> {
  const find = (): HTMLElement | undefined =>
    [...people.renderRoot.querySelectorAll('button')].find(
      (button) => textOf(button) === words || button.getAttribute('aria-label') === words,
    );
  await waitUntil(() => find(), `no button “${words}”`);
  find()?.click();
  await people.updateComplete;
}

/** What a room tells of its end, in order: “call-left ended”. */
function endOf(room: CallRoom): string[] {
  const told: string[] = [];
  room.addEventListener('call-state-change', ({ state }) => told.push(`call-state-change ${state}`));
  room.addEventListener('call-left', ({ reason }) => told.push(`call-left ${reason}`));
  room.addEventListener('call-error', ({ code }) => told.push(`call-error ${code}`));
  return told;
}

describe('<call-people>', () => {
  it('lets in whom a host admits, and tells who waits what they wait for', async () => {
    const name = uniqueName();
    const [ada, people] = await host(name);
    const eve = await comer(name, 'Eve', { wait: true });
    await waitUntil(() => textOf(deep(eve, '.joining')).includes('Please wait: somebody will let you in.'), 'not told to wait');
    expect(eve.error?.code).to.equal('signaling-waiting');
    await waitUntil(() => textOf(deep(people, '[part=waiting]')).includes('Eve'), 'nobody seems to wait');
    await auditOf(people);
    expect(ada.participants).to.have.length(0);
    await press(people, 'Admit Eve');
    await stateOf(eve, 'joined');
    await waitUntil(() => ada.participants[0]?.connectionState === 'connected', 'not linked');
    await waitUntil(() => textOf(deep(people, '[part=people]')).includes('Eve'), 'not listed');
    await waitUntil(() => !deep(people, '[part=waiting]'), 'still seems to wait');
  });

  it('asks before it removes somebody, and has them muted by themselves', async () => {
    const name = uniqueName();
    const [, people] = await host(name);
    const bob = await comer(name, 'Bob');
    await stateOf(bob, 'joined');
    await waitUntil(() => bob.inCall && bob.participants[0]?.host === true && bob.localParticipant.audio, 'nobody is a host');
    await press(people, 'More about Bob');
    await auditOf(people);
    await press(people, 'Ask Bob to mute');
    await waitUntil(() => !bob.localParticipant.audio, 'not muted');
    await waitUntil(() => textOf(must(bob, '[role=log]')).includes('Ada muted you'), 'not told');
    await press(people, 'Remove Bob');
    expect(must(people, '.sure').getAttribute('aria-label')).to.equal('Remove Bob from the call?');
    expect(textOf(people.shadowRoot?.activeElement)).to.equal('Cancel');
    await auditOf(people);
    const told = endOf(bob);
    await press(people, 'Remove');
    await stateOf(bob, 'failed');
    expect(bob.error?.code).to.equal('removed');
    await waitUntil(() => told.includes('call-error removed'), 'no error');
    expect(told.filter((one) => !one.startsWith('call-error'))).to.eql(['call-state-change failed', 'call-left removed']);
    await waitUntil(() => !textOf(deep(people, '[part=people]')).includes('Bob'), 'still listed');
  });

  it('lists raised hands first, in their order, and marks what is to be known in words', async () => {
    const name = uniqueName();
    const [ada, people] = await host(name);
    const bob = await comer(name, 'Bob');
    const cy = await comer(name, 'Cy');
    await stateOf(bob, 'joined');
    await stateOf(cy, 'joined');
    const rows = (): string[] =>
      [...people.renderRoot.querySelectorAll('[part=people] > [part=person]')].map((row) => {
        const marks = [...row.querySelectorAll('[part=marks] > [role=img]')].map((mark) => mark.getAttribute('aria-label'));
        return [textOf(row.querySelector('[part=person-name]')), ...marks].join(', ').replace(', speaking', '');
      });
    await waitUntil(() => rows().join('; ') === 'Ada (you), host; Bob; Cy', 'not all are listed');
    const hands = async (room: CallRoom, isUp: boolean): Promise<void> => (await room.call.extras()).hands.toggle(isUp);
    await hands(cy, true);
    await waitUntil(() => rows()[1] === 'Cy, hand raised, number 1', 'no hand of Cy');
    await hands(bob, true);
    await waitUntil(
      () => rows().join('; ').endsWith('; Cy, hand raised, number 1; Bob, hand raised, number 2'),
      'no hand of Bob',
    );
    await bob.toggleMicrophone(false);
    await bob.toggleCamera(false);
    await waitUntil(() => rows()[2] === 'Bob, hand raised, number 2, muted, camera off', 'not marked');
    await auditOf(people);
    await hands(cy, false);
    await waitUntil(() => rows()[1]?.startsWith('Bob, hand raised, number 1'), 'the line does not move up');
    expect(ada.participants).to.have.length(2);
  });

  it('locks the call, and ends it for all', async () => {
    const name = uniqueName();
    const [ada, people] = await host(name);
    const lock = must<HTMLInputElement>(people, '[role=switch]');
    lock.click();
    await waitUntil(() => lock.checked, 'not locked');
    const bob = await comer(name, 'Bob');
    await stateOf(bob, 'failed');
    expect(bob.error?.code).to.equal('room-locked');
    await press(people, 'End for all');
    await press(people, 'Cancel');
    expect(textOf(people.shadowRoot?.activeElement)).to.equal('End for all');
    await press(people, 'End for all');
    const told = endOf(ada);
    await press(people, 'End the call');
    await stateOf(ada, 'left');
    // As somebody wanted it: no failure, and no connection to check.
    await waitUntil(() => textOf(deep(ada, '.center')).includes('A host ended the call for everybody.'), 'no sentence');
    expect(textOf(must(ada, '.center h2'))).to.equal('The call has ended');
    expect(deep(ada, '[part=error]')).to.equal(undefined);
    expect([...must(ada, '.center').querySelectorAll('button')].map(textOf)).to.eql(['Join again']);
    expect(told).to.eql(['call-state-change left', 'call-left ended']);
    expect(ada.error).to.equal(undefined);
    await auditOf(ada);
  });

  it('ends it for those as well who are still waiting, and lets everybody come again', async () => {
    const name = uniqueName();
    const [ada, people] = await host(name);
    const bob = await comer(name, 'Bob');
    await stateOf(bob, 'joined');
    const eve = await comer(name, 'Eve', { wait: true });
    await waitUntil(() => textOf(deep(people, '[part=waiting]')).includes('Eve'), 'nobody seems to wait');
    const [bobs, eves] = [endOf(bob), endOf(eve)];
    const joining = eve.join().catch((error: unknown) => error);
    await press(people, 'End for all');
    await press(people, 'End the call');
    for (const one of [ada, bob, eve]) await stateOf(one, 'left');
    expect(await joining)
      .to.be.instanceOf(DOMException)
      .with.property('name', 'AbortError');
    for (const one of [bob, eve]) {
      await waitUntil(() => textOf(deep(one, '.center')).includes('A host ended the call for everybody.'), 'no sentence');
    }
    expect([bobs, eves]).to.eql(Array.from({ length: 2 }, () => ['call-state-change left', 'call-left ended']));
    must(bob, '.center .first').click();
    await stateOf(bob, 'joined');
  });
});
