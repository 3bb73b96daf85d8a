import type { IncomingCall } from '../call/ringing/incoming-call.js';

/**
 * `call-incoming`: somebody calls. Cancelable: after `preventDefault()` the element shows nothing of this call, and the
 * page lets the person answer by `call.accept()` or `call.decline()`. It rings on either way.
 */
export class CallIncomingEvent extends Event {
  /** The call that rings. */
  readonly call: IncomingCall;
  /** What the caller goes by; empty if unknown. A stranger's words, unless `call.trusted`: never markup. */
  readonly remoteName: string;
  /** True if the caller would like to be seen. */
  readonly video: boolean;
  /** What the caller says that it is about, if anything: never markup. */
  readonly subject: string | undefined;

  constructor(call: IncomingCall) {
    super('call-incoming', { bubbles: true, composed: true, cancelable: true });
    this.call = call;
    this.remoteName = call.remoteName;
    this.video = call.video;
    this.subject = call.subject;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-incoming': CallIncomingEvent;
  }
}
