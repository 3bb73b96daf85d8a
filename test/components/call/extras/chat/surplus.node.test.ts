import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChatMessage } from '../../../../../components/call/extras/chat/chat-message.js';
import { surplusOf } from '../../../../../components/call/extras/chat/surplus.js';

/** Messages of these authors, oldest first; `~` before one that is retold. */
const written = (...authors: string[]): ChatMessage[] =>
  authors.map((claim, index) => {
    const author = claim.replace('~', '');
    const retold = claim !== author;
    return { id: `${author}${index}`, author, name: '', text: '', time: index, own: false, private: false, retold };
  });

const goneOf = (most: number, ...authors: string[]): string[] => surplusOf(written(...authors), most).map(({ id }) => id);

describe('what goes when a chat is full', () => {
  it('is nothing as long as there is room', () => assert.deepEqual(goneOf(3, 'ada', 'bob', 'eve'), []));

  it('is the oldest of whoever has written most', () => {
    assert.deepEqual(goneOf(4, 'ada', 'eve', 'bob', 'eve', 'eve'), ['eve1']);
    assert.deepEqual(goneOf(3, 'ada', 'eve', 'eve', 'bob', 'bob', 'eve'), ['eve1', 'eve2', 'bob3']);
  });

  it('is of the flood alone, however long it is', () => {
    const flood = Array.from({ length: 1000 }, () => 'eve');
    const gone = surplusOf(written('ada', ...flood, 'bob', ...flood, 'ada'), 500);
    assert.deepEqual([gone.length, gone.every(({ author }) => author === 'eve')], [1503, true]);
  });

  it('is of what is retold, whoever is said to have written it', () => {
    assert.deepEqual(goneOf(3, '~bob', '~cy', '~ada', 'ada', 'ada'), ['bob0', 'cy1']);
  });
});
