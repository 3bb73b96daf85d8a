/**
 * One person in the call, at one moment: a frozen snapshot. A change makes a new one, so `===` tells whether
 * anything did.
 */
export interface Participant {
  /** The peer id. Another one each time a person joins. */
  readonly id: string;
  /** How this person wants to be called; may be empty. Somebody's words: render as text. */
  readonly displayName: string;
  /** True for the person at this browser. */
  readonly local: boolean;
  /** True while this person can be heard: there is a microphone and it is not muted. */
  readonly audio: boolean;
  /** True while this person's camera sends a picture. */
  readonly video: boolean;
  /**
   * True while this person speaks. Chromium measures only what something plays, as `<call-room>` does; one's own
   * microphone is measured in Chromium alone, while linked to somebody (W3C webrtc-stats, `media-source`).
   */
  readonly speaking: boolean;
  /** How the link to this person stands, in the words of `RTCPeerConnection`; always `connected` for oneself. */
  readonly connectionState: RTCPeerConnectionState;
  /** What to show and play. The same object for the whole call; its tracks come and go. */
  readonly stream: MediaStream;
}

/** A new snapshot with some members changed, or the same one when nothing differs. */
export function withChanges(participant: Participant, changes: Partial<Participant>): Participant {
  const differs = (Object.keys(changes) as (keyof Participant)[]).some((key) => participant[key] !== changes[key]);
  return differs ? Object.freeze({ ...participant, ...changes }) : participant;
}
