/** When ringing does what. All in ms; a caller's own patience is an option of the call. */
export const RINGING_TIMING = {
  /** How long a caller lets it ring by default. ITU-T E.180 leaves it open; most exchanges give up after 60 to 90 s. */
  ring: 60_000,
  /** Nobody lets it ring for longer. */
  longestRing: 3_600_000,
  /**
   * Between two invitations to the same call. Each is a sign of life, and reaches phones that came meanwhile. Hidden pages
   * run timers once a second, so that it hardly matters which page is in front.
   */
  repeat: 4000,
  /** Without a further invitation a caller has vanished: three were lost. */
  silence: 13_000,
  /** How long a caller whose socket broke may take to come back: a new socket takes up to 1.5 s, and a slow network some more. */
  callerReturn: 6000,
  /** How long nobody at all may answer before the caller learns that nobody is there. Our server tells at once. */
  unanswered: 6000,
  /** How long to wait for phones that still ring after one said no: their answers set out at the same time. */
  settle: 1000,
  /** How long a phone that rang may be away: its socket is back after a few seconds, or after one or two more attempts. */
  phoneReturn: 15_000,
  /** How long an invitation waits for the offer that it should carry; one is described within `CALL_TIMING.gathering`. */
  offer: 600,
  /** How long the way to the server may take before a caller gives up. */
  line: 20_000,
  /** How long a call may take from being accepted until sound can pass. Two ICE restarts fit in (RFC 8445: some 15 s each at worst). */
  connect: 40_000,
} as const;
