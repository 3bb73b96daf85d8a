import type { Participant } from '../../../components/call/participant.js';

const NAMES = [
  'Ada Lovelace',
  'Grace Hopper',
  'Alan Turing',
  'Katherine Johnson',
  'Ибн Сина',
  'Hedy Lamarr',
  '山田 花子',
  'Tim',
  'Maximiliane von Hohenlohe-Waldenburg',
  'Mary Jackson',
  'Édouard Lucas',
  'Radia Perlman',
];

/** A person made of nothing: a painted picture for a camera. For screenshots alone, which need a dozen people. */
export function person(index: number, changes: Partial<Participant> = {}): Participant {
  return Object.freeze<Participant>({
    id: `person-${index}`,
    displayName: NAMES[index % NAMES.length] ?? '',
    local: false,
    audio: true,
    video: true,
    screen: false,
    speaking: false,
    connectionState: 'connected',
    quality: 'excellent',
    trouble: undefined,
    stream: changes.video === false ? new MediaStream() : painted(index),
    ...changes,
  });
}

/** A screen that somebody shares: a page with letters and bars, whose shape is another one than that of the stage. */
export const sharedScreen = (): MediaStream => painting(paintPage);

/** Somebody before a wall. */
function painted(index: number): MediaStream {
  return painting((context) => paint(context, index));
}

function painting(draw: (context: CanvasRenderingContext2D) => void): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  draw(context);
  const stream = canvas.captureStream(2);
  // A canvas that does not change sends nothing.
  setInterval(() => draw(context), 250);
  return stream;
}

function paint(context: CanvasRenderingContext2D, index: number): void {
  const hue = (index * 67 + 200) % 360;
  const wall = context.createLinearGradient(0, 0, 640, 360);
  wall.addColorStop(0, `hsl(${hue} 22% 62%)`);
  wall.addColorStop(1, `hsl(${hue + 30} 26% 38%)`);
  context.fillStyle = wall;
  context.fillRect(0, 0, 640, 360);
  context.fillStyle = `hsl(${hue + 40} 20% 76% / 0.5)`;
  context.fillRect(60 + ((index * 53) % 380), 30, 120, 150);
  const middle = 320 + (((index * 37) % 5) - 2) * 12;
  const skin = `hsl(${18 + (index % 4) * 5} ${38 + (index % 3) * 6}% ${[74, 58, 42, 30][index % 4]}%)`;
  context.fillStyle = `hsl(${(hue + 150) % 360} 30% 32%)`;
  ellipse(context, middle, 400, 170, 150);
  context.fillStyle = skin;
  context.fillRect(middle - 30, 215, 60, 60);
  ellipse(context, middle, 165, 72, 90);
  context.fillStyle = `hsl(${20 + index * 9} 25% ${12 + (index % 5) * 9}%)`;
  context.beginPath();
  context.ellipse(middle, 140, 78, 80, 0, Math.PI, 2 * Math.PI);
  context.fill();
}

function paintPage(context: CanvasRenderingContext2D): void {
  context.fillStyle = '#fdfdfb';
  context.fillRect(0, 0, 640, 360);
  context.fillStyle = '#22304a';
  context.fillRect(0, 0, 640, 34);
  context.font = '600 22px system-ui';
  context.fillText('Quarterly plan', 40, 82);
  context.fillStyle = '#8d96a6';
  for (let line = 0; line < 9; line++) context.fillRect(40, 104 + line * 25, 250 - ((line * 47) % 90), 9);
  context.fillStyle = '#3f6fd8';
  for (let bar = 0; bar < 6; bar++) {
    context.fillRect(350 + bar * 42, 310 - 28 * (bar + 1) + ((bar * 31) % 40), 28, 28 * (bar + 1));
  }
}

function ellipse(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  context.beginPath();
  context.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
  context.fill();
}
