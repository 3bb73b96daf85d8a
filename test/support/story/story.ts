import { CallErrorEvent, ParticipantEvent, StateChangeEvent } from '../../../components/call/call-events.js';
import type { CallState, LeaveReason } from '../../../components/call/call-state.js';
import { CaptionEvent } from '../../../components/call/extras/captions.js';
import { CallError, type CallErrorCode, type DeviceName } from '../../../components/call/errors.js';
import type { Participant, Quality, Trouble } from '../../../components/call/participant.js';
import { equip } from '../../../components/elements/call-room/equipment.js';
import { loadSentences } from '../../../components/i18n/translate.js';
import type { InCall } from '../../../components/features/in-call/in-call.js';
import { CallRoom } from '../../../components/index.js';
import type { Layout, PanelName } from '../../../components/controllers/room-registry.js';
import { person, sharedScreen } from './people.js';

/** One picture of a room, told in the address of the page. */
const story = new URL(location.href).searchParams;
const numbers = (name: string): number[] => (story.get(name) ?? '').split(',').filter(Boolean).map(Number);
const words = (name: string): string[] => (story.get(name) ?? '').split(',').filter(Boolean);
const state = (story.get('state') ?? 'joined') as CallState;
const others = Array.from({ length: Number(story.get('others') ?? 0) }, (_, index) =>
  person(index, {
    video: !numbers('off').includes(index),
    audio: !numbers('muted').includes(index),
    speaking: numbers('speaking').includes(index),
    connectionState: numbers('connecting').includes(index) ? 'connecting' : 'connected',
    quality: (words('quality')[index] ?? 'excellent') as Quality,
    trouble: words('trouble')[index] as Trouble | undefined,
    host: numbers('hosts').includes(index),
    recording: numbers('recording').includes(index),
    ...(numbers('hands').includes(index) && { handRaisedAt: 1 + numbers('hands').indexOf(index) }),
    ...(numbers('screens').includes(index) && { screen: true, screenStream: sharedScreen() }),
  }),
);
const own = person(7, {
  id: 'own',
  local: true,
  displayName: 'Tim',
  audio: !story.has('own-muted'),
  video: !story.has('own-off'),
  recording: story.has('own-recording'),
  quality: (story.get('own-quality') ?? 'excellent') as Quality,
  host: story.has('host'),
  ...(story.has('own-hand') && { handRaisedAt: 100 }),
});
const error = story.has('error')
  ? new CallError(story.get('error') as CallErrorCode, {
      ...(story.has('subject') && { subject: story.get('subject') ?? '' }),
      ...(story.has('device') && { device: story.get('device') as DeviceName }),
      recoverable: true,
    })
  : undefined;

/** What they say. */
const SAID = [
  { text: 'So the engine weaves algebraical patterns, just as the loom weaves flowers and leaves.', lang: 'en' },
  { text: 'נשמע טוב! And how long did that take?', lang: 'he' },
  {
    text: 'About a year, all in all, because the notes that I added are three times as long as the paper itself, and each of them has a table.',
    lang: 'en',
  },
] as const;

/** A room that stands still in one state. The pictures are of the true element: only what it is told is made up. */
class StoryRoom extends CallRoom {
  override get state(): CallState {
    return state;
  }
  override get participants(): readonly Participant[] {
    return others;
  }
  override get localParticipant(): Participant {
    return own;
  }
  override get inCall(): InCall | undefined {
    return inCall;
  }
  override get error(): CallError | undefined {
    return error;
  }
}
customElements.define('story-room', StoryRoom);

const room = new StoryRoom();
const inCall: InCall = equip(room);
room.signaling = '/nowhere';
room.room = story.get('room') ?? 'Monday stand-up';
room.displayName = story.get('display-name') ?? 'Tim';
room.layout = (story.get('layout') ?? 'grid') as Layout;
document.documentElement.dir = story.get('dir') ?? 'ltr';
document.documentElement.lang = story.get('lang') ?? 'en';
for (const property of ['width', 'height'] as const) {
  const length = story.get(property);
  if (length) room.style.setProperty(property, length);
}
document.body.append(room);
if (error) room.call.dispatchEvent(new CallErrorEvent(error));
if (story.has('pin')) void room.updateComplete.then(() => inCall.stage.pin(story.get('pin') ?? undefined));
if (story.has('panel')) void openPanel(story.get('panel') as PanelName);
if (story.has('host')) void host(words('waiting'));
if (story.has('about')) void openPerson(Number(story.get('about')));
if (state === 'left' || state === 'failed') void end();
if (story.has('unread')) void receive(Number(story.get('unread')));
if (story.has('hand-notice')) void speak();
if (story.has('menu')) void openMenu(`${story.get('menu')}-button`);
if (story.has('captions')) void caption(words('captions'));
if (story.has('hover')) void hover(Number(story.get('hover')));

/** As if these people, by their number, said something; `asked`: as if the first wanted to read what this person says. */
async function caption(speakers: string[]): Promise<void> {
  const { captions } = await room.call.extras();
  Object.defineProperty(captions, 'on', { value: true });
  Object.defineProperty(captions, 'readers', { value: speakers.includes('asked') ? others.slice(0, 1) : [] });
  if (speakers.includes('asked')) Object.assign(window, { SpeechRecognition: EventTarget });
  captions.dispatchEvent(new Event('change'));
  for (const [index, number] of numbers('captions').entries()) {
    const participant = others[number];
    if (participant) {
      captions.dispatchEvent(
        new CaptionEvent({ id: index, participant, ...(SAID[index % SAID.length] ?? SAID[0]), final: true }),
      );
    }
  }
}

/** As if a pointer stood above a tile: its button has the focus. */
async function hover(index: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  room.shadowRoot?.querySelectorAll<HTMLElement>('.pin, .handle')[index]?.focus({ focusVisible: true });
}

/** Opens a panel once there is a stage to open it beside: in another language than English, words come first. */
async function openPanel(name: PanelName): Promise<void> {
  while (!room.shadowRoot?.querySelector('.middle')) await new Promise((resolve) => setTimeout(resolve, 20));
  inCall.openPanel(name);
}

/** As if it had just come to its end: what tells of that is loaded by then. */
async function end(): Promise<void> {
  await loadSentences();
  const wasIn = state === 'left';
  if (wasIn) room.call.dispatchEvent(new StateChangeEvent('joined', 'joining'));
  room.call.dispatchEvent(
    new StateChangeEvent(state, wasIn ? 'joined' : 'joining', (story.get('reason') ?? 'left') as LeaveReason),
  );
}

/** As if so many messages had come. */
async function receive(unread: number): Promise<void> {
  const { chat } = await room.call.extras();
  Object.defineProperty(chat, 'unread', { value: unread });
  chat.dispatchEvent(new Event('change'));
}

/** As if this person had spoken for a while with a raised hand. */
async function speak(): Promise<void> {
  await room.updateComplete;
  const now = performance.now.bind(performance);
  room.call.dispatchEvent(new ParticipantEvent('participantchange', { ...own, speaking: true }, own));
  performance.now = () => now() + 10_000;
  room.call.dispatchEvent(new ParticipantEvent('participantchange', own, { ...own, speaking: true }));
}

/** Presses a button of the bar that opens a menu, once it is there. */
async function openMenu(id: string): Promise<void> {
  // What some of them show is loaded later.
  await room.call.extras();
  await room.updateComplete;
  const bar = room.shadowRoot?.querySelector('call-controls');
  await bar?.updateComplete;
  const find = (selector: string): HTMLElement | null | undefined => bar?.shadowRoot?.querySelector<HTMLElement>(selector);
  const button = find(`#${id}`);
  if (button) return button.click();
  // In a narrow bar, it is in there.
  find('#more-button')?.click();
  await new Promise((resolve) => setTimeout(resolve, 100));
  find('[aria-label="Reactions"]')?.click();
}

/** Makes this person a host, whom these ask to be let in. */
async function host(waiting: readonly string[]): Promise<void> {
  const { moderation } = await room.call.extras();
  Object.defineProperties(moderation, {
    isHost: { value: true },
    waiting: { value: waiting.map((name) => ({ id: name, name })) },
  });
  moderation.dispatchEvent(new Event('change'));
}

/** Shows in the list of people what can be done about one of them. */
async function openPerson(index: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const list = room.shadowRoot?.querySelector('call-people');
  inCall.hearing.set(others[1]?.id ?? '', { muted: true });
  inCall.hearing.set(others[0]?.id ?? '', { volume: 0.6 });
  await list?.updateComplete;
  list?.shadowRoot?.querySelectorAll<HTMLElement>('.more')[index]?.click();
}
