/** When the signaling socket does what. All in ms. */
export const SOCKET_TIMING = {
  /** How long one attempt to connect may take. Mobile networks need several seconds to wake up. */
  connect: 10_000,
  /** Bounds of the random wait before the first new attempt, so that a restarted server is not stormed. */
  retryMin: 500,
  retryMax: 1500,
  /** Each further wait is this many times longer … */
  retryGrowth: 1.6,
  /** … up to this, again shortened by a random part of at most a quarter. */
  retryLongest: 15_000,
  /**
   * How long a fresh socket stays silent before we take it for a plain relay. Our server speaks together with
   * the answer to the upgrade, so this only has to cover what delays one packet more than the one before.
   */
  welcome: 500,
  /** Between two heartbeats. Our server ends a socket that is silent for 60 s; background tabs run timers late. */
  heartbeat: 10_000,
  /** How long our server may take to answer a heartbeat; then the socket is dead. A phone's radio may need seconds to wake. */
  answer: 8000,
  /** Silence after which a plain relay on which somebody spoke is dead: two heartbeats of theirs and a slow way. */
  silence: 25_000,
  /** The same after a sign that the network may have changed, when it pays to be quick. */
  probe: 3000,
} as const;
