import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitingStep, type CheckReport } from '../../../components/call/check/check-report.js';
import { CallCheckCompleteEvent } from '../../../components/events/call-check-complete.js';
import { CallCheckStepEvent } from '../../../components/events/call-check-step.js';

describe('the events of a check', () => {
  const step = waitingStep('turn');
  const report: CheckReport = { version: 1, date: '', userAgent: '', state: 'passed', durationMs: 0, steps: [step] };
  for (const event of [new CallCheckStepEvent(step, 'Wait.'), new CallCheckCompleteEvent(report)]) {
    it(`${event.type} reaches listeners outside of every shadow root, and can’t be cancelled`, () => {
      assert.match(event.type, /^call-check-/);
      assert.ok(event.bubbles && event.composed && !event.cancelable);
    });
  }

  it('carry what was found', () => {
    assert.equal(new CallCheckStepEvent(step, 'Wait.').step, step);
    assert.equal(new CallCheckStepEvent(step, 'Wait.').message, 'Wait.');
    assert.equal(new CallCheckCompleteEvent(report).report, report);
  });
});
