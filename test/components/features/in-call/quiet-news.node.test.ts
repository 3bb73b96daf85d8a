import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { QuietNews } from '../../../../components/features/in-call/quiet-news.js';

function heard(test: TestContext): { said: string[]; news: QuietNews; tell: (author: string, on: boolean) => void } {
  test.mock.timers.enable({ apis: ['setTimeout'] });
  const said: string[] = [];
  const news = new QuietNews();
  const tell = (author: string, on: boolean): void => news.tell(author, on, () => said.push(`${author} ${on ? 'on' : 'off'}`));
  return { said, news, tell };
}

describe('news of what a peer switches', () => {
  it('is told at once, of each author', (test) => {
    const { said, tell } = heard(test);
    tell('ada', true);
    tell('bob', true);
    assert.deepEqual(said, ['ada on', 'bob on']);
  });

  it('does not grow with somebody who switches once a second', (test) => {
    const { said, tell } = heard(test);
    for (let second = 0; second < 60; second++) {
      tell('ada', second % 2 === 0);
      test.mock.timers.tick(1000);
    }
    assert.ok(said.length <= 7, `${said.length} lines in a minute`);
  });

  it('tells in the end what is so', (test) => {
    const { said, tell } = heard(test);
    tell('ada', true);
    tell('ada', false);
    assert.deepEqual(said, ['ada on']);
    test.mock.timers.tick(10_000);
    assert.deepEqual(said, ['ada on', 'ada off']);
    test.mock.timers.tick(60_000);
    tell('ada', true);
    assert.deepEqual(said, ['ada on', 'ada off', 'ada on']);
  });

  it('tells nothing more of whoever has gone', (test) => {
    const { said, news, tell } = heard(test);
    tell('ada', true);
    tell('ada', false);
    tell('bob', true);
    tell('bob', false);
    news.forget('ada');
    news.forgetAll();
    test.mock.timers.tick(60_000);
    assert.deepEqual(said, ['ada on', 'bob on']);
  });
});
