/** How well a person can be seen and heard here; for oneself, how well the others see and hear. */
export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/**
 * Why somebody can't be reached, as far as this side can tell:
 *
 * - `peer-silent`: they answer nothing; their page may be asleep, or gone.
 * - `peer-blocked`: they told no way to them, or none that even a relay finds.
 * - `network-blocked`: this person's network lets nothing out.
 * - `no-path`: the connection ended before anything more could be learned of it.
 * - `no-relay`: both sides know ways, none of which leads through both networks, and there is no TURN server.
 * - `relay-missing`: only a relay may be used (`ice-transport-policy`), and no TURN server is named.
 * - `relay-silent`: the TURN server does not answer.
 * - `relay-refused`: the TURN server does not let this person in.
 */
export type Trouble =
  | 'peer-silent'
  | 'peer-blocked'
  | 'network-blocked'
  | 'no-path'
  | 'no-relay'
  | 'relay-missing'
  | 'relay-silent'
  | 'relay-refused';

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
  /** True while this person shares a screen, which {@link screenStream} shows. */
  readonly screen: boolean;
  /** The shared screen, and its sound where it has one; of oneself, too. */
  readonly screenStream?: MediaStream | undefined;
  /** Since when this person has a hand raised, by `Date.now()` at this side; `undefined` while they have not. */
  readonly handRaisedAt?: number | undefined;
  /** True while this person records the call, as their page says: good manners, and no protection from others. */
  readonly recording?: boolean | undefined;
  /** True for somebody who may admit, remove and mute others, as our server says. */
  readonly host?: boolean;
  /**
   * True while this person speaks. Chromium measures only what something plays, as `<call-room>` does; one's own
   * microphone is measured in Chromium alone, while linked to somebody (W3C webrtc-stats, `media-source`).
   */
  readonly speaking: boolean;
  /** How the link to this person stands, in the words of `RTCPeerConnection`; always `connected` for oneself. */
  readonly connectionState: RTCPeerConnectionState;
  /**
   * How well this person comes through here, for oneself: at the others. `unknown` until there was something to measure.
   * Like all of this, its change is a `participantchange` event of the call.
   */
  readonly quality: Quality;
  /** Why this person can't be reached; `undefined` as long as they can, or while that is still being tried. */
  readonly trouble: Trouble | undefined;
  /** What to show and play. The same object for the whole call; its tracks come and go. */
  readonly stream: MediaStream;
}

/** A new snapshot with some members changed, or the same one when nothing differs. */
export function withChanges(participant: Participant, changes: Partial<Participant>): Participant {
  const differs = (Object.keys(changes) as (keyof Participant)[]).some((key) => participant[key] !== changes[key]);
  return differs ? Object.freeze({ ...participant, ...changes }) : participant;
}
