/** A listener of one event of a map. */
type Listener<E extends Event> = ((event: E) => void) | { handleEvent(event: E): void };

/** An `EventTarget` that knows its events: `Events` maps each type to its `Event` class. */
export interface TypedEventTarget<Events extends object> {
  addEventListener<Type extends keyof Events & string>(
    type: Type,
    listener: Listener<Events[Type] & Event> | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  removeEventListener<Type extends keyof Events & string>(
    type: Type,
    listener: Listener<Events[Type] & Event> | null,
    options?: EventListenerOptions | boolean,
  ): void;
  dispatchEvent(event: Events[keyof Events] & Event): boolean;
}

/** To extend: `class Call extends (typedEventTarget<CallEvents>()) {}`. At run time it is `EventTarget` itself. */
export const typedEventTarget = <Events extends object>(): new () => TypedEventTarget<Events> => EventTarget;
