import type { CheckStep } from '../call/check/check-report.js';

/** `call-check-step`: a step of a `<call-check>` began or ended. */
export class CallCheckStepEvent extends Event {
  /** Which one, and what was found: a frozen snapshot. */
  readonly step: CheckStep;
  /** What it says to a person, in the language of the element. */
  readonly message: string;

  constructor(step: CheckStep, message: string) {
    super('call-check-step', { bubbles: true, composed: true });
    this.step = step;
    this.message = message;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-check-step': CallCheckStepEvent;
  }
}
