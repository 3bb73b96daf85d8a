/** How long the check waits for what. All in ms. */
export const CHECK_TIMING = {
  /** For frames of a camera. Some take 2 s to start, and show black until they have set their exposure. */
  picture: 5000,
  /** Between two looks at the picture. */
  pictureLook: 100,
  /** For a sound. Long enough to read "say something", and to do it. */
  sound: 5000,
  /** Between two looks at the level. */
  soundLook: 200,
  /** For the signaling endpoint: as long as one attempt of a call (`SOCKET_TIMING.connect`). */
  signaling: 10_000,
  /**
   * For an answer by STUN. Requests go out after 0, 250, 750, 1750 and 3750 ms (libwebrtc's schedule, RFC 8489 6.2.1 with
   * half its RTO), so five of them have to be lost. The browsers themselves go on for 11 s (Firefox) or longer (Chromium,
   * more than 25 s, measured): longer than a person waits.
   */
  stun: 5000,
  /** For a relay to pass a message on: a handshake of TLS, a refused request and its repetition, then ICE through it. */
  turn: 10_000,
  /** For transports that are slower than the one which connected first. */
  slowerTransports: 1000,
  /** For two peer connections of one page to find each other without a relay. */
  loopback: 5000,
  /** How long data is sent. libwebrtc's own estimate of a fresh path settles in about that time. */
  bitrate: 3000,
} as const;
