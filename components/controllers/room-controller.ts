import type { LitElement, ReactiveController } from 'lit';
import { translate, type Translate } from '../i18n/translate.js';
import { belongsToRoom, findRoom, watchRooms, type RoomElement } from './room-registry.js';

const CALL_EVENTS = ['statechange', 'participantjoined', 'participantleft', 'participantchange', 'mediachange'] as const;

/**
 * Joins an element to its call: finds the `<call-room>` that the host's `for` names, or that the host stands in, now
 * or whenever it comes, and has the host updated after each change of that call.
 */
export class RoomController implements ReactiveController {
  readonly #host: LitElement;
  readonly #name: () => string | undefined;
  #connected = new AbortController();
  #following = new AbortController();
  #room: RoomElement | undefined;

  /** `name` gives the host's `for`: the id of a room, or undefined for the room around the host. */
  constructor(host: LitElement, name: () => string | undefined) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  /** The room, or undefined while there is none. */
  get room(): RoomElement | undefined {
    return this.#room;
  }

  /** True while the host is meant for a room that isn't there yet. */
  get awaitsRoom(): boolean {
    return !this.#room && belongsToRoom(this.#host, this.#name());
  }

  /** The texts of the room, or plain English outside. */
  get text(): Translate {
    return this.#room?.text ?? translate;
  }

  hostConnected(): void {
    this.#connected = new AbortController();
    watchRooms(() => this.#find(), this.#connected.signal);
    this.#find();
  }

  hostDisconnected(): void {
    this.#connected.abort();
    this.#follow(undefined);
  }

  /** `for` may have changed. */
  hostUpdate(): void {
    if (this.#host.isConnected) this.#follow(findRoom(this.#host, this.#name()));
  }

  #find(): void {
    this.#follow(findRoom(this.#host, this.#name()));
    this.#host.requestUpdate();
  }

  #follow(room: RoomElement | undefined): void {
    if (room === this.#room) return;
    this.#following.abort();
    this.#following = new AbortController();
    this.#room = room;
    const { signal } = this.#following;
    for (const type of CALL_EVENTS) room?.call.addEventListener(type, () => this.#host.requestUpdate(), { signal });
  }
}
