/**
 * When the engine does what. All in ms; the socket's own times are in `signaling/client/timing.ts`, those of what comes
 * after the first frame in `upkeep/timing.ts`.
 */
export const CALL_TIMING = {
  /**
   * How long an open offer waits for its candidates before it goes to the server without the slower ones.
   * Those of this machine take some 10 ms, an answer of a STUN server about 100.
   */
  gathering: 200,
  /** Between one link being taken and the next being made ready, so as not to compete with the first frame. */
  spare: 1000,
  /** How long somebody is kept unmentioned who has not told a name yet. It comes one trip after the news of them. */
  name: 1000,
  /** From being in the room to loading what keeps the call good: most first frames are there by then. */
  upkeep: 1000,
  /** How long to wait for the offer that somebody present owes us before we make one ourselves. */
  owedOffer: 4000,
} as const;
