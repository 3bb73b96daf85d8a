import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActiveSpeaker, INTERRUPT, TURN } from '../../../../../components/features/in-call/stage/active-speaker.js';
import { PageOrder, PATIENCE } from '../../../../../components/features/in-call/stage/page-order.js';

/** These people, of whom some speak. */
const people = (ids: string, speaking = ''): { id: string; speaking: boolean }[] =>
  [...ids].map((id) => ({ id, speaking: speaking.includes(id) }));

describe('the active speaker', () => {
  it('is the first who is there, as long as nobody speaks', () => {
    assert.equal(new ActiveSpeaker().choose(people('abc'), 0).id, 'a');
    assert.equal(new ActiveSpeaker().choose([], 0).id, undefined);
  });

  it('is who speaks at the beginning', () => {
    assert.equal(new ActiveSpeaker().choose(people('abc', 'b'), 0).id, 'b');
  });

  it('changes to whoever goes on speaking, and says when to look again', () => {
    const speaker = new ActiveSpeaker();
    speaker.choose(people('abc'), 0);
    assert.deepEqual(speaker.choose(people('abc', 'c'), 100), { id: 'a', again: TURN });
    assert.deepEqual(speaker.choose(people('abc', 'c'), 1000), { id: 'a', again: TURN - 900 });
    assert.equal(speaker.choose(people('abc', 'c'), 100 + TURN).id, 'c');
    assert.equal(speaker.choose(people('abc'), 20_000).id, 'c');
  });

  it('does not change for a cough', () => {
    const speaker = new ActiveSpeaker();
    speaker.choose(people('ab'), 0);
    speaker.choose(people('ab', 'b'), 100);
    assert.deepEqual(speaker.choose(people('ab'), 700), { id: 'a', again: undefined });
    assert.equal(speaker.choose(people('ab', 'b'), TURN + 200).id, 'a');
  });

  it('is not so easily interrupted', () => {
    const speaker = new ActiveSpeaker();
    speaker.choose(people('ab', 'a'), 0);
    speaker.choose(people('ab', 'ab'), 100);
    assert.equal(speaker.choose(people('ab', 'ab'), 100 + TURN).id, 'a');
    assert.equal(speaker.choose(people('ab', 'ab'), 100 + INTERRUPT).id, 'b');
  });

  it('is somebody else once they have left', () => {
    const speaker = new ActiveSpeaker();
    speaker.choose(people('abc', 'b'), 0);
    assert.equal(speaker.choose(people('ac'), 100).id, 'a');
    assert.equal(speaker.choose(people('c'), 200).id, 'c');
  });
});

describe('the order of people on pages', () => {
  const order = (pages: PageOrder, ids: string, speaking: string, now: number): string =>
    pages.arrange(people(ids, speaking), 3, now).ids.join('');

  it('is that in which they came', () => {
    const pages = new PageOrder();
    assert.equal(order(pages, 'abcd', '', 0), 'abcd');
    assert.equal(order(pages, 'xabcd', '', 10), 'abcdx');
    assert.equal(order(pages, 'xacd', '', 20), 'acdx');
  });

  it('brings whoever goes on speaking to the first page, in the place of who was silent longest', () => {
    const pages = new PageOrder();
    order(pages, 'abcdef', 'a', 0);
    order(pages, 'abcdef', 'c', 1000);
    assert.equal(order(pages, 'abcdef', 'e', 2000), 'abcdef');
    assert.equal(pages.arrange(people('abcdef', 'e'), 3, 2100).again, PATIENCE - 100);
    assert.equal(order(pages, 'abcdef', 'e', 2000 + PATIENCE), 'aecdbf');
    assert.equal(order(pages, 'abcdef', '', 9000), 'aecdbf');
  });

  it('leaves alone who speaks on the first page, and who only coughs on another', () => {
    const pages = new PageOrder();
    assert.equal(order(pages, 'abcdef', 'bf', 0), 'abcdef');
    assert.equal(order(pages, 'abcdef', 'b', 500), 'abcdef');
    assert.equal(order(pages, 'abcdef', 'b', 5000), 'abcdef');
    order(pages, 'abcdef', 'abcf', 6000);
    assert.equal(order(pages, 'abcdef', 'abcf', 9000), 'abcdef');
  });
});
