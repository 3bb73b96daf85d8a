import type { CheckReport } from '../call/check/check-report.js';

/** `call-check-complete`: a `<call-check>` has examined everything. Not dispatched for one that was stopped. */
export class CallCheckCompleteEvent extends Event {
  /** What was found: frozen, fit for JSON, without addresses, credentials or names of devices. */
  readonly report: CheckReport;

  constructor(report: CheckReport) {
    super('call-check-complete', { bubbles: true, composed: true });
    this.report = report;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-check-complete': CallCheckCompleteEvent;
  }
}
