import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allMeet, peopleMeet, type Person } from './support/person.js';

/**
 * Waits until the person's tracks are exactly these: those that were captured, and those that the connected peer
 * connections send.
 */
async function waitForTracks(person: Person, captured: string[], sent: string[]): Promise<void> {
  const areThese = (wanted: string): boolean => {
    const say = ({ kind, enabled, readyState }: MediaStreamTrack): string =>
      `${kind} ${enabled ? 'enabled' : 'disabled'} ${readyState}`;
    const sending = window.__peerConnections
      .filter(({ connectionState }) => connectionState === 'connected')
      .flatMap((connection) => connection.getSenders().flatMap(({ track }) => (track ? [say(track)] : [])));
    return JSON.stringify([window.__flow.tracks.map(say), sending.sort()]) === wanted;
  };
  const what = `${person.name} has ${captured.join(', ') || 'nothing'} and sends ${sent.join(', ') || 'nothing'}`;
  await person.tab.waitFor(areThese, what, { args: [JSON.stringify([captured, sent])] });
}

describe('A call over our server', () => {
  it('lets two people see and hear each other', async (test) => {
    const [ada] = await peopleMeet(test, 'Ada', 'Bob');

    const tiles = await ada.tiles();
    assert.deepEqual(
      tiles.map(({ name, own, picture }) => ({ name, own, picture })),
      [
        { name: 'Bob', own: false, picture: true },
        { name: 'Ada (you)', own: true, picture: true },
      ],
    );
    await ada.tab.waitFor(() => {
      const players = [...(document.querySelector('call-room')?.shadowRoot?.querySelectorAll('audio') ?? [])];
      return players.length === 1 && players.every(({ paused, muted, currentTime }) => !paused && !muted && currentTime > 0);
    }, 'the sound of Bob is played, once');
  });

  it('lets three people see and hear each other', async (test) => {
    const [ada, bob, cleo] = await peopleMeet(test, 'Ada', 'Bob', 'Cleo');
    for (const person of [ada, bob, cleo]) assert.equal((await person.connected()).length, 2);
  });

  it('loses the one who leaves, and nobody else, and takes them back', async (test) => {
    const [ada, bob, cleo] = await peopleMeet(test, 'Ada', 'Bob', 'Cleo');

    await bob.clickPart('leave-button');
    await bob.waitForText('You left the call');
    await waitForTracks(bob, ['audio enabled ended', 'video enabled ended'], []);
    await Promise.all([ada.sees('Cleo'), cleo.sees('Ada')]);
    await ada.goesOnReceiving();

    await bob.click('call-room >>> ::-p-text(Join again)');
    await allMeet(ada, bob, cleo);
    for (const person of [ada, bob, cleo]) assert.equal((await person.connected()).length, 2);
  });

  it('shows a person who reloads the page once, never twice', async (test) => {
    const [ada, bob] = await peopleMeet(test, 'Ada', 'Bob');
    const before = await ada.others();

    await bob.tab.page.reload();
    const isAnother = (old: string | undefined): boolean => {
      const [other] = document.querySelector('call-room')?.participants ?? [];
      return other !== undefined && other.id !== old;
    };
    await ada.tab.waitFor(isAnother, 'Bob is back', { args: [before[0]] });
    await allMeet(ada, bob);
    assert.ok(
      (await ada.events()).every(({ others }) => others <= 1),
      'there was never more than one Bob',
    );
    assert.equal((await ada.connected()).length, 1);
  });

  it('shows a person no longer whose page crashed', async (test) => {
    const [ada, bob, cleo] = await peopleMeet(test, 'Ada', 'Bob', 'Cleo');

    await cleo.tab.crash();
    await Promise.all([ada.sees('Bob'), bob.sees('Ada')]);
    await ada.goesOnReceiving();
  });

  it('shows mute at the other side, and keeps the microphone', async (test) => {
    const [ada, bob] = await peopleMeet(test, 'Ada', 'Bob');

    await ada.clickPart('mic-button');
    await bob.sees('Ada, muted');
    const muted = ['audio disabled live', 'video enabled live'];
    await waitForTracks(ada, muted, muted);

    await ada.clickPart('mic-button');
    await bob.sees('Ada');
    await bob.goesOnReceiving();
    const again = ['audio enabled live', 'video enabled live'];
    await waitForTracks(ada, again, again);
  });

  it('shows camera off at the other side, and releases the camera', async (test) => {
    const [ada, bob] = await peopleMeet(test, 'Ada', 'Bob');

    await ada.clickPart('camera-button');
    await bob.sees('Ada, camera off');
    await waitForTracks(ada, ['audio enabled live', 'video enabled ended'], ['audio enabled live']);

    await ada.clickPart('camera-button');
    await bob.sees('Ada');
    await bob.meets(ada);
    await bob.goesOnReceiving();
    await waitForTracks(
      ada,
      ['audio enabled live', 'video enabled ended', 'video enabled live'],
      ['audio enabled live', 'video enabled live'],
    );
  });
});
