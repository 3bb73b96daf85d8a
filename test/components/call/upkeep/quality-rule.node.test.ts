import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grade } from '../../../../components/call/upkeep/quality-rule.js';

describe('the rule for quality', () => {
  it('calls a way excellent that nobody notices', () => {
    assert.equal(grade({ roundTripMs: 40, jitterMs: 5, audioLoss: 0, videoLoss: 0 }), 'excellent');
    assert.equal(grade({ roundTripMs: 200, jitterMs: 10, audioLoss: 0.01 }), 'excellent');
  });

  it('says nothing where nothing was measured', () => {
    assert.equal(grade({}), 'unknown');
    assert.equal(grade({ frozen: 0, limited: false }), 'unknown');
  });

  it('does with what a browser measures', () => {
    assert.equal(grade({ roundTripMs: 10 }), 'excellent');
    assert.equal(grade({ audioLoss: 0 }), 'excellent');
    assert.equal(grade({ videoLoss: 0.3 }), 'poor');
  });

  for (const [kind, good, poor] of [
    ['audioLoss', 0.0375, 0.1125],
    ['videoLoss', 0.02, 0.06],
  ] as const) {
    it(`minds ${kind} from ${good * 100} % on, and calls it poor from ${poor * 100} %`, () => {
      assert.equal(grade({ [kind]: good - 0.001 }), 'excellent');
      assert.equal(grade({ [kind]: good + 0.001 }), 'good');
      assert.equal(grade({ [kind]: poor - 0.001 }), 'good');
      assert.equal(grade({ [kind]: poor + 0.001 }), 'poor');
    });
  }

  it('minds a delay that people notice, and one in which they talk over each other', () => {
    assert.equal(grade({ roundTripMs: 299 }), 'excellent');
    assert.equal(grade({ roundTripMs: 300 }), 'good');
    assert.equal(grade({ roundTripMs: 799 }), 'good');
    assert.equal(grade({ roundTripMs: 800 }), 'poor');
  });

  it('minds jitter as the delay that it costs', () => {
    assert.equal(grade({ roundTripMs: 20, jitterMs: 30 }), 'excellent');
    assert.equal(grade({ roundTripMs: 20, jitterMs: 160 }), 'good');
  });

  it('minds sound that was made up, and pictures that stand still', () => {
    assert.equal(grade({ roundTripMs: 20, concealed: 0.03 }), 'good');
    assert.equal(grade({ roundTripMs: 20, concealed: 0.08 }), 'poor');
    assert.equal(grade({ roundTripMs: 20, frozen: 0.05 }), 'good');
    assert.equal(grade({ roundTripMs: 20, frozen: 0.2 }), 'poor');
  });

  it('never calls excellent what is sent with less than it could be', () => {
    assert.equal(grade({ roundTripMs: 20, limited: true }), 'good');
    assert.equal(grade({ roundTripMs: 20, limited: true, audioLoss: 0.2 }), 'poor');
  });

  it('adds up what is not much alone', () => {
    assert.equal(grade({ roundTripMs: 290 }), 'excellent');
    assert.equal(grade({ audioLoss: 0.03 }), 'excellent');
    assert.equal(grade({ roundTripMs: 290, jitterMs: 20, audioLoss: 0.03 }), 'good');
  });
});
