/** An element that plays sound, in a browser that lets a page choose where (W3C audio-output). */
type Player = HTMLMediaElement & { setSinkId?: (deviceId: string) => Promise<void> };

/** True where a page may choose the speaker; Safari lets none before 18.4. */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** What plays the sound of a call, all through one speaker. Players that nobody else holds are forgotten. */
export class OutputPlayers {
  readonly #players = new Set<WeakRef<Player>>();
  #deviceId = '';

  /** Plays this one through the same speaker as the others. A speaker that it can't have leaves it where it is. */
  async add(player: HTMLMediaElement): Promise<void> {
    const known = this.#all();
    if (!known.includes(player)) this.#players.add(new WeakRef<Player>(player));
    if (this.#deviceId) await toSpeaker(player, this.#deviceId);
  }

  /**
   * Plays everything through this speaker.
   * @returns false when some can't: the speaker is gone, or not allowed
   */
  async use(deviceId: string): Promise<boolean> {
    this.#deviceId = deviceId;
    return (await Promise.all(this.#all().map((player) => toSpeaker(player, deviceId)))).every(Boolean);
  }

  #all(): Player[] {
    return [...this.#players].flatMap((reference) => {
      const player = reference.deref();
      if (!player) this.#players.delete(reference);
      return player ?? [];
    });
  }
}

/** @returns whether it plays there now */
export async function toSpeaker(player: Player, deviceId: string): Promise<boolean> {
  if (!player.setSinkId) return deviceId === '';
  try {
    await player.setSinkId(deviceId);
    return true;
  } catch (error) {
    // NotFoundError: unplugged. NotAllowedError: not for this page. AbortError: the player is gone.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
