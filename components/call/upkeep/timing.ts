/** When a call that stands is looked after. All in ms. */
export const UPKEEP_TIMING = {
  /**
   * Between two looks at the statistics. Half a second, so that a path that died is known soon; a look at one link takes a
   * browser about 1 ms.
   */
  look: 500,
  /** How long a look may take. One that takes longer will never end: a busy machine needs some 100 ms. */
  late: 3000,
  /**
   * How long nothing at all may come over a path before something is said on it: whatever lives acknowledges that within
   * a round trip and the 200 ms by which SCTP may delay it (RFC 9260, 6.2).
   */
  hush: 500,
  /**
   * How long nothing at all may come before another path is sought. Chromium itself says `disconnected` after about 6 s
   * and `failed` after about 16, and most changes of address never heal without a restart of ICE.
   */
  silence: 1500,
  /** How long a restart of ICE may take before it is said again: about twice what one takes over a slow relay. */
  restart: 3000,
  /** How quickly the signaling server has to answer when everybody has fallen silent at once, so that it is our own network. */
  probe: 1000,
  /** A timer that is late by that much slept with its machine, or was frozen with its page; browsers delay others by 1 s. */
  nap: 5000,
  /** How long a link may be without connection before it is tried anew. A restart of ICE takes some seconds. */
  retry: 15_000,
  /** How long somebody stays whose socket and link are both gone: changing networks takes about as long. */
  grace: 4000,
  /** Between two looks at who is still there. Cheap, and whoever is back should not have to wait. */
  sweep: 1000,
  /**
   * How long somebody stays shown who answers nothing, neither over the link nor through our server, which takes a socket
   * for alive for 60 s. Whoever lives answers the offers that are made meanwhile, the last of them after {@link retry}.
   */
  vanished: 25_000,
  /** How long a peer without a working link may stay silent on a plain relay: three heartbeats and some. */
  absence: 35_000,
  /**
   * Between two looks at who speaks. Shorter shows no earlier to an eye, and costs. No even part of a second: a sound that comes twice a
   * second for an instant would be missed each time, if once.
   */
  speaking: 190,
  /** How long somebody still counts as speaking after the last sound: pauses between words are shorter. */
  speakingHold: 800,
} as const;

/** When what is done about devices that come and go. All in ms. */
export const DEVICE_TIMING = {
  /**
   * From the last news of devices to looking at them. `devicechange` comes in bursts, one for each function of what was
   * plugged in, and the end of a track some 20 ms after it (measured in Firefox 153 with PulseAudio).
   */
  settle: 500,
  /**
   * How long a track may be muted before it counts. WebKit mutes for up to a second at the start (bug 274211); virtual
   * cameras mute and unmute again and again (livekit/client-sdk-js, pull request 809, which waits as long).
   */
  mute: 5000,
  /** The least between two attempts to take a device: a broken one that ends at once must not flash its light for ever. */
  retry: 1000,
  /** The most between two attempts; each that fails doubles the pause. Whoever ended the other program waits no longer. */
  longestRetry: 10_000,
  /** A device that has worked for so long is no broken one; the next attempt after its end needs no pause. */
  sound: 10_000,
} as const;

/** When the quality of a way is judged, and when it is told why there is none. All in ms. */
export const QUALITY_TIMING = {
  /**
   * How far back is looked. LiveKit's server judges 5 s at once; 4 s are some 200 packets with sound, so that one of them is
   * half a percent.
   */
  window: 4000,
  /** Less than that says nothing yet. */
  least: 1500,
  /** How long a new link is left alone: buffers fill and encoders begin, which sounds and looks like loss. */
  settle: 3000,
  /** How long it has to be worse before it is told: no single burst, and soon enough to explain what one hears. */
  fall: 1000,
  /** How long it has to be better before that is told: longer than the window, so that bad luck has left it altogether. */
  rise: 5000,
  /**
   * How long somebody may stay unconnected before it is told why. Chromium gives up on a path after about 15 s; a relay
   * that is asked by UDP, then by TCP, is found within some 5 s.
   */
  unreachable: 10_000,
} as const;

/** When people are told how large their pictures are shown here. All in ms. */
export const VIEW_TIMING = {
  /** Between two looks at what became larger or smaller, here and there. Costs nothing but comparing a few numbers. */
  glance: 100,
  /** How long a place must have been smaller, or out of sight, until that is told: who scrolls past may scroll back. */
  settle: 1000,
  /** From the first word to its repetition: the data channel opens a moment after the link is connected. */
  repeatFirst: 1000,
  /** Between later repetitions, in case one was lost with a link. Fifty bytes. */
  repeat: 5000,
} as const;

/** What is sent to whom: limits of network and processor, and how quickly they are believed. Bitrates in bit/s. */
export const ADAPTATION = {
  /**
   * Of a link's bitrate, the part of the sound: Opus takes 32,000 (Chromium's default), its headers (RTP, UDP, IP: some 48
   * bytes, 50 times a second) 19,200.
   */
  sound: 50_000,
  /** With less no picture is sent at all: no encoder of WebRTC makes less (`kDefaultMinVideoBitrateBps`), it would take from the sound. */
  floor: 30_000,
  /** From here on the picture comes back: what 320 × 180 needs. */
  resume: 100_000,
  /** How many times what a larger size needs must be there before it is taken: WebRTC's `kVideoHysteresisFactor`. */
  hysteresis: 1.2,
  /** How long, in ms, the network must have been the limit. When a rate rises, Chromium first probes for up to half of that. */
  believe: 1000,
  /** Below that part of what it is allowed, an encoder is limited. Retransmissions alone take up to a fifth (measured in Chromium 156). */
  fulfilled: 0.75,
  /** The part of lost packets that means congestion: draft-ietf-rmcat-gcc-02, section 6. */
  loss: 0.1,
  /** Beyond that round trip, in s, nobody can talk: 400 ms each way (ITU-T G.114). */
  late: 0.8,
  /** How long, in ms, even the smallest picture may take from the sound: a queue that built up before needs some time to empty. */
  starve: 3000,
  /** For how long, in ms, no picture is sent then; twice as long after each attempt that failed. */
  bar: 5000,
  /** The longest of those times: attempts then take about a tenth of it. */
  longestBar: 40_000,
  /**
   * By how much a budget grows in its first second without contradiction: `eta` of draft-ietf-rmcat-gcc-02, 5.5. In the
   * second one by its square, and so on: a way that is wide again should not be used like a narrow one for long.
   */
  growth: 1.08,
  /** What a budget grows from at least, in bit/s: from nothing nothing would grow. */
  seed: 1000,
  /** Up to that power: from the fourth second on, a third more each second. */
  boldest: 4,
  /** By how much a picture may be stretched where it is shown, before a larger size is asked for. */
  stretch: 1.15,
  /** The most frames a second in places of at most so many device pixels: 320 × 180, and 480 × 270. */
  frameRates: [
    { pixels: 57_600, most: 15 },
    { pixels: 129_600, most: 20 },
  ],
  /** Frames a second when even the smallest size is too much: the least that still looks like motion. */
  slowest: 10,
  /** The part of the time from which on an encoder is too busy, and below which it is idle: WebRTC's `CpuOveruseOptions`. */
  busy: 0.85,
  idle: 0.42,
  /** How long, in ms, the processor must have been too busy. WebRTC looks twice, 5 s apart; there are more people here. */
  processorBusy: 3000,
  /** How long, in ms, it must then have been idle before more is tried; twice as long after each attempt that failed. */
  processorIdle: 10_000,
  /** The longest of those times. */
  processorPatience: 120_000,
  /** An attempt has failed when the processor is too busy again within so many ms. */
  processorTry: 30_000,
  /** By how many sizes all pictures get smaller at most: about an eighth of the pixels is left. */
  mostRelief: 3,
} as const;
