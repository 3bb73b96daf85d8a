/**
 * Somebody who isn't there: joins the room of the address with a painted camera and a tone that hums in phrases. Plays nothing,
 * or the person who tries the playground would hear themselves.
 */
import { takeFromAddress } from './page.js';

const SIZE = { width: 640, height: 360 };
const FRAMES_PER_SECOND = 15;
/** Hums for about half of the time: two of these, in seconds, which do not divide each other. */
const PHRASES = [5.3, 3.1];
/** Of what they wear and sit in front of, as a hue; of skin and hair, as lightness in percent. */
const LOOKS = {
  Grace: { hue: 215, skin: 74, hair: 22 },
  Alan: { hue: 150, skin: 46, hair: 9 },
  Edith: { hue: 20, skin: 80, hair: 72 },
  Tim: { hue: 280, skin: 66, hair: 40 },
  Radia: { hue: 345, skin: 56, hair: 14 },
};

const room = document.querySelector('call-room');
takeFromAddress(room, ['display-name', 'room', 'signaling', 'ice-servers', 'token']);
const name = room.getAttribute('display-name') ?? 'Guest';
const { hue, skin, hair } = LOOKS[name] ?? { hue: 90, skin: 66, hair: 30 };

navigator.mediaDevices.getUserMedia = async ({ audio, video }) =>
  new MediaStream([...(audio ? [hum()] : []), ...(video ? [painting()] : [])]);
navigator.mediaDevices.enumerateDevices = async () => [];

const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  this.muted = true;
  return play.call(this);
};

// The playground's switches.
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== location.origin) return;
  if (data?.toggle === 'microphone') void room.toggleMicrophone(data.on);
  if (data?.toggle === 'camera') void room.toggleCamera(data.on);
});
for (const type of ['call-joined', 'call-left', 'call-error']) {
  room.addEventListener(type, ({ code }) => parent.postMessage({ guest: name, type, code }, location.origin));
}

function hum() {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { type: 'triangle', frequency: 130 + (hue % 70) });
  const loudness = new GainNode(context, { gain: 0 });
  const phrase = () => {
    const now = Date.now() / 1000 + hue;
    const speaks = PHRASES.every((length) => Math.sin((now * 2 * Math.PI) / length) > -0.3);
    loudness.gain.setTargetAtTime(speaks ? 0.12 : 0, context.currentTime, 0.08);
  };
  const timer = setInterval(phrase, 150);
  const output = context.createMediaStreamDestination();
  tone.connect(loudness).connect(output);
  tone.start();
  // Allowed once somebody has pressed anything in the playground.
  parent.addEventListener('pointerup', () => void context.resume());
  parent.addEventListener('keyup', () => void context.resume());
  const [track] = output.stream.getAudioTracks();
  return onStop(track, () => {
    clearInterval(timer);
    void context.close();
  });
}

function painting() {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const pen = canvas.getContext('2d');
  const paint = () => {
    const seconds = performance.now() / 1000;
    const sway = Math.sin(seconds * 0.9 + hue) * 12;
    const breath = Math.sin(seconds * 2) * 3;
    const backdrop = pen.createLinearGradient(0, 0, SIZE.width, SIZE.height);
    backdrop.addColorStop(0, `hsl(${hue} 45% 78%)`);
    backdrop.addColorStop(1, `hsl(${hue + 40} 40% 55%)`);
    disc(backdrop, () => pen.rect(0, 0, SIZE.width, SIZE.height));
    disc(`hsl(${hue + 40} 55% 88% / 0.5)`, () => pen.arc(520, 90 + breath, 60, 0, 2 * Math.PI));
    disc(`hsl(${hue} 45% 30%)`, () => pen.ellipse(320 + sway / 2, 390 + breath, 165, 140, 0, 0, 2 * Math.PI));
    disc(`hsl(28 32% ${hair}%)`, () => pen.ellipse(320 + sway, 150 + breath, 84, 92, 0, 0, 2 * Math.PI));
    disc(`hsl(26 42% ${skin}%)`, () => pen.ellipse(320 + sway, 176 + breath, 68, 80, 0, 0, 2 * Math.PI));
    const blinks = seconds % 4 < 0.15;
    for (const side of [-26, 26]) {
      disc('hsl(28 35% 12%)', () => pen.ellipse(320 + sway + side, 168 + breath, 6, blinks ? 1 : 8, 0, 0, 2 * Math.PI));
    }
    pen.beginPath();
    pen.lineWidth = 5;
    pen.lineCap = 'round';
    pen.strokeStyle = `hsl(8 45% ${skin - 28}%)`;
    pen.arc(320 + sway, 196 + breath, 24, 0.25 * Math.PI, 0.75 * Math.PI);
    pen.stroke();
  };
  function disc(fill, outline) {
    pen.beginPath();
    pen.fillStyle = fill;
    outline();
    pen.fill();
  }
  paint();
  const timer = setInterval(paint, 1000 / FRAMES_PER_SECOND);
  const [track] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks();
  return onStop(track, () => clearInterval(timer));
}

/** Nothing tells that a page has stopped a track of its own. */
function onStop(track, released) {
  const stop = track.stop.bind(track);
  track.stop = () => {
    stop();
    released();
  };
  return track;
}
