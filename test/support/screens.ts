/** A picker for tests: whoever is asked for a screen gets a drawn one. Everything else is the browser's own. */
export interface FakeScreens {
  /** What was given out, in order. */
  readonly given: MediaStream[];
  /** What the next ones asked for are refused with. */
  refuseWith(error: DOMException | undefined): void;
  /** Puts the browser's own picker back. */
  restore(): void;
}

/** Puts a picker in the place of the browser's, which wants a click of a person. */
export function fakeScreens({ sound = false } = {}): FakeScreens {
  const given: MediaStream[] = [];
  const endings: (() => void)[] = [];
  let refusal: DOMException | undefined;
  const own = Object.getOwnPropertyDescriptor(navigator.mediaDevices, 'getDisplayMedia');
  Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', {
    configurable: true,
    value: (): Promise<MediaStream> => {
      if (refusal) return Promise.reject(refusal);
      const { stream, end } = drawn(sound);
      given.push(stream);
      endings.push(end);
      return Promise.resolve(stream);
    },
  });
  return {
    given,
    refuseWith: (error) => (refusal = error),
    restore: () => {
      for (const end of endings.splice(0)) end();
      if (own) Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', own);
      else delete (navigator.mediaDevices as Partial<MediaDevices>).getDisplayMedia;
    },
  };
}

/** 320 × 240 pixels of changing colour, ten pictures a second, and maybe a tone. */
function drawn(sound: boolean): { stream: MediaStream; end: () => void } {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 240 });
  const context = canvas.getContext('2d');
  let hue = 0;
  const draw = (): void => {
    if (!context) return;
    context.fillStyle = `hsl(${(hue += 40)} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  draw();
  const timer = setInterval(draw, 100);
  const stream = canvas.captureStream(10);
  const audio = sound ? new AudioContext() : undefined;
  if (audio) {
    const tone = new OscillatorNode(audio);
    const out = new MediaStreamAudioDestinationNode(audio);
    tone.connect(out);
    tone.start();
    for (const track of out.stream.getAudioTracks()) stream.addTrack(track);
  }
  const end = (): void => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    void audio?.close();
  };
  return { stream, end };
}
