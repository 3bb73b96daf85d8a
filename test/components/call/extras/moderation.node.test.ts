import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Call } from '../../../../components/call/call.js';
import type { Accompany, Companion, Stay } from '../../../../components/call/companion.js';
import { Moderation } from '../../../../components/call/extras/moderation/moderation.js';

/** A call in a room with Grace, as far as moderation sees it, and what it did. */
function scene({ hasServer = true, state = 'joined' } = {}) {
  const did: unknown[] = [];
  let begin: Accompany | undefined;
  const call = Object.assign(new EventTarget(), {
    state,
    localParticipant: { audio: true },
    accompany: (accompany: Accompany) => (begin = accompany),
    toggleMicrophone: (on: boolean) => did.push({ microphone: on }),
  });
  const moderation = new Moderation(call as unknown as Call);
  const grace = { id: 'grace', displayName: 'Grace' };
  const stay = {
    socket: { open: state === 'joined', hasServer, send: (message: unknown) => did.push(message) },
    roster: {
      members: () => [['grace', {}]],
      get: (id: string) => (id === 'grace' ? { participant: grace } : undefined),
      change: (id: string, changes: object) => did.push({ id, ...changes }),
    },
    onOwn: (changes: object) => did.push(changes),
  };
  const companion = begin?.(stay as unknown as Stay) as Companion;
  const hear = (message: object, peer?: string): void => companion.onUnread?.(JSON.stringify(message), peer);
  return { call, moderation, companion, stay, hear, grace, take: () => did.splice(0) };
}
const standing = { type: 'standing', locked: false, hosts: ['grace'], host: false };

describe('Moderation', () => {
  it('attends once in the room, and again after each reconnection', () => {
    const { call, stay, companion, take } = scene({ state: 'joining' });
    assert.deepEqual(take(), []);
    stay.socket.open = true;
    call.dispatchEvent(new Event('statechange'));
    call.dispatchEvent(new Event('statechange'));
    assert.deepEqual(take(), [{ type: 'attend' }]);
    companion.onSignaling?.();
    assert.deepEqual(take(), [{ type: 'attend' }]);
  });

  it('asks for nothing and believes nothing where there is no server of ours, nor what peers say', () => {
    const relay = scene({ hasServer: false });
    relay.hear({ ...standing, host: true });
    assert.equal(relay.moderation.isHost, false);
    assert.deepEqual(relay.take(), []);
    const { hear, moderation } = scene();
    hear({ ...standing, host: true }, 'grace');
    assert.equal(moderation.isHost, false);
  });

  it('does what a host wants, and nothing for others', () => {
    const { moderation, hear, take } = scene();
    hear(standing);
    assert.deepEqual(take().slice(1), [{ id: 'grace', host: true }, { host: false }]);
    moderation.remove('grace');
    assert.deepEqual(take(), []);
    hear({ ...standing, host: true, locked: true });
    take();
    assert.equal(moderation.locked, true);
    moderation.remove('grace');
    moderation.askToMute();
    moderation.lock(false);
    assert.deepEqual(take(), [
      { type: 'moderate', act: 'remove', to: 'grace' },
      { type: 'moderate', act: 'mute' },
      { type: 'moderate', act: 'unlock' },
    ]);
  });

  it('lets those in again who are in the call already, as a server that has started anew knows nobody', () => {
    const { moderation, hear, take, grace } = scene();
    const names: string[] = [];
    moderation.addEventListener('knock', ({ visitor }) => names.push(visitor.name));
    Object.assign(grace, { connectionState: 'connected' });
    const waiting = [
      { id: 'eve', name: 'Eve' },
      { id: 'grace', name: 'Grace' },
    ];
    hear({ ...standing, hosts: ['ada'], host: true, waiting });
    assert.deepEqual(names, ['Eve']);
    assert.deepEqual(take().at(-1), { type: 'moderate', act: 'admit', to: 'grace' });
  });

  it('locks the room again that a server which has started anew has open, unless somebody has opened it', () => {
    const alone = { ...standing, hosts: ['ada'], host: true };
    const lock = { type: 'moderate', act: 'lock' };
    const asked = ({ take }: ReturnType<typeof scene>): unknown[] =>
      take().filter((one) => (one as { type?: string }).type === 'moderate');
    const begin = (): ReturnType<typeof scene> => {
      const begun = scene();
      begun.hear(alone);
      begun.moderation.lock(true);
      begun.hear({ ...alone, locked: true });
      assert.deepEqual(asked(begun), [lock]);
      return begun;
    };
    const restarted = begin();
    restarted.companion.onSignaling?.();
    restarted.hear(alone);
    assert.deepEqual(asked(restarted), [lock]);
    restarted.hear({ ...alone, locked: true });
    restarted.hear(alone);
    restarted.companion.onSignaling?.();
    restarted.hear(alone);
    assert.deepEqual(asked(restarted), []);
    const unlocked = begin();
    unlocked.moderation.lock(false);
    unlocked.companion.onSignaling?.();
    unlocked.hear(alone);
    assert.deepEqual(asked(unlocked), [{ type: 'moderate', act: 'unlock' }]);
    const shared = begin();
    shared.companion.onSignaling?.();
    shared.hear({ ...alone, hosts: ['ada', 'bob'] });
    assert.deepEqual(asked(shared), []);
  });

  it('tells of each who knocks once', () => {
    const { moderation, hear } = scene();
    const names: string[] = [];
    moderation.addEventListener('knock', ({ visitor }) => names.push(visitor.name));
    const waiting = [{ id: 'eve', name: 'Eve' }];
    hear({ ...standing, host: true, waiting });
    hear({ ...standing, host: true, waiting: [...waiting, { id: 'mallory', name: 'Mallory' }] });
    assert.deepEqual(names, ['Eve', 'Mallory']);
  });

  it('mutes this person when a host asks, unless the page objects; never when somebody else asks', () => {
    const { moderation, hear, take } = scene();
    hear({ type: 'mute-request', by: 'grace' });
    hear({ ...standing, hosts: [] });
    hear({ type: 'mute-request', by: 'grace' });
    take();
    hear(standing);
    take();
    hear({ type: 'mute-request', by: 'grace' });
    assert.deepEqual(take(), [{ microphone: false }]);
    moderation.addEventListener('muterequest', (event) => event.preventDefault());
    hear({ type: 'mute-request', by: 'grace' });
    assert.deepEqual(take(), []);
  });

  it('forgets all when the stay is over', () => {
    const { moderation, companion, hear } = scene();
    hear({ ...standing, host: true, locked: true });
    companion.close();
    assert.deepEqual([moderation.isHost, moderation.locked, moderation.waiting.length], [false, false, 0]);
  });
});
