/** `call-joined`: this person is in the room. Not fired again when a lost socket comes back. */
export class CallJoinedEvent extends Event {
  constructor() {
    super('call-joined', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-joined': CallJoinedEvent;
  }
}
