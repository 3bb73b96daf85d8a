import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ChatHistoryMessage, ChatPastMessage } from '../../../../../signaling/protocol/index.js';
import type { Call } from '../../../../../components/call/call.js';
import { History } from '../../../../../components/call/extras/chat/history.js';
import type { Exchange } from '../../../../../components/call/extras/exchange.js';

/** A newcomer, whom these listen to, and what was asked and taken. */
function newcomer(test: TestContext, ...peers: string[]) {
  test.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const asked: (string | undefined)[] = [];
  const taken: string[] = [];
  let hear: (message: ChatHistoryMessage, peer: string) => void = () => undefined;
  const exchange = {
    read: (_receiver: unknown, onMessage: typeof hear) => (hear = onMessage),
    greet: (greet: (peer: string) => void) => peers.forEach(greet),
    tell: (_message: unknown, to?: string) => {
      asked.push(to);
      return Promise.resolve();
    },
  };
  const keeper = { tellable: () => [], take: ({ text }: ChatPastMessage) => taken.push(text) };
  new History(new EventTarget() as Call, exchange as unknown as Exchange, keeper);
  const past = (text: string): ChatPastMessage => ({ type: 'chat-past', id: text, author: 'ada', name: 'Ada', text, ago: 1 });
  return { asked, taken, tells: (peer: string, text: string) => hear(past(text), peer) };
}

describe('what a newcomer is told of a chat', () => {
  it('may come slowly', (test) => {
    const { asked, taken, tells } = newcomer(test, 'bob', 'cy');
    for (const text of ['one', 'two', 'three']) {
      test.mock.timers.tick(4000);
      tells('bob', text);
    }
    assert.deepEqual([asked, taken], [['bob'], ['one', 'two', 'three']]);
    test.mock.timers.tick(5000);
    assert.deepEqual(asked, ['bob', 'cy']);
    tells('bob', 'late');
    assert.equal(taken.length, 3);
  });

  it('may not take for ever', (test) => {
    const { asked, tells } = newcomer(test, 'eve', 'cy');
    for (let drop = 0; drop < 10; drop++) {
      test.mock.timers.tick(3500);
      tells('eve', String(drop));
    }
    assert.deepEqual(asked, ['eve', 'cy']);
  });
});
