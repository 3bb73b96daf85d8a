import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attempt } from '../../../../components/call/check/attempt.js';

/** A signal that nobody aborts. */
const forever = new AbortController().signal;
const LONG = 60_000;

describe('an attempt', () => {
  it('ends with what it settles on, and its life with it', async () => {
    let life: AbortSignal | undefined;
    const result = await attempt<string>(LONG, forever, (settle, itsLife) => {
      life = itsLife;
      settle('done');
      settle('too late');
    });
    assert.equal(result, 'done');
    assert.equal(life?.aborted, true);
  });

  it('ends with nothing when the time is over', async () => {
    let life: AbortSignal | undefined;
    assert.equal(await attempt(1, forever, (_settle, itsLife) => void (life = itsLife)), undefined);
    assert.equal(life?.aborted, true);
  });

  it('is ended by its signal, for the signal’s reason', async () => {
    const controller = new AbortController();
    let life: AbortSignal | undefined;
    const pending = attempt(LONG, controller.signal, (_settle, itsLife) => void (life = itsLife));
    controller.abort(new RangeError('enough'));
    await assert.rejects(pending, RangeError);
    assert.equal(life?.aborted, true);
  });

  it('does not begin when its signal was aborted before', async () => {
    let begun = false;
    await assert.rejects(
      attempt(LONG, AbortSignal.abort(), () => void (begun = true)),
      { name: 'AbortError' },
    );
    assert.equal(begun, false);
  });

  it('fails with whatever its beginning throws or rejects with', async () => {
    const throwing = attempt(LONG, forever, () => {
      throw new RangeError('at once');
    });
    await assert.rejects(throwing, RangeError);
    await assert.rejects(
      attempt(LONG, forever, () => Promise.reject(new SyntaxError('later'))),
      SyntaxError,
    );
  });

  it('does not mind what fails after its end', async () => {
    let fail: (() => void) | undefined;
    const result = await attempt<number>(LONG, forever, async (settle) => {
      settle(1);
      await new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('closed under it'))));
    });
    fail?.();
    assert.equal(result, 1);
  });
});
