/** When the engine does what. All in ms; the socket's own times are in `signaling/client/timing.ts`. */
export const CALL_TIMING = {
  /**
   * How long an open offer waits for its candidates before it goes to the server without the slower ones.
   * Those of this machine take some 10 ms, an answer of a STUN server about 100.
   */
  gathering: 200,
  /** Between one link being taken and the next being made ready, so as not to compete with the first frame. */
  spare: 1000,
  /** How long to wait for the offer that somebody present owes us before we make one ourselves. */
  owedOffer: 4000,
  /** How long somebody is kept unmentioned who has not told a name yet. It comes one trip after the news of them. */
  name: 1000,
  /** How long a link may be without connection before it is tried anew. A restart of ICE takes some seconds. */
  retry: 15_000,
  /** How long somebody stays whose socket and link are both gone: changing networks takes about as long. */
  grace: 4000,
  /** Between two looks at who is still there. */
  sweep: 5000,
  /** How long a peer without a working link may stay silent on a plain relay: three heartbeats and some. */
  silence: 35_000,
  /** Between two looks at who speaks. Shorter shows no earlier to an eye, and costs. */
  speaking: 200,
  /** How long somebody still counts as speaking after the last sound: pauses between words are shorter. */
  speakingHold: 800,
} as const;
