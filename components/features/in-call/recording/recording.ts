import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { CallErrorEvent, type ParticipantEvent } from '../../../call/call-events.js';
import { isActive } from '../../../call/call-state.js';
import { CallError } from '../../../call/errors.js';
import { localeOf } from '../../../controllers/language-controller.js';
import { roomsChanged, type RoomElement } from '../../../controllers/room-registry.js';
import { RECORDING_ENGLISH } from '../../../i18n/recording-catalogue.js';
import { addEnglish } from '../../../i18n/translate.js';
import { addStyles } from '../../../styles/add-styles.js';
import { Aside } from '../aside.js';
import type { Control } from '../controls/control.js';
import { nameOrYou } from '../name-or-you.js';
import { QuietNews } from '../quiet-news.js';
import type { CallRecorder } from './call-recorder.js';
import { recordingFormat, recordingName, type RecordingFormat } from './formats.js';
import { styles } from './recording.styles.js';

addEnglish(RECORDING_ENGLISH);

/** Of WICG File System Access, which TypeScript's library does not know. */
declare global {
  interface Window {
    showSaveFilePicker?: (options: {
      suggestedName: string;
      types: readonly { accept: Readonly<Record<string, readonly string[]>> }[];
    }) => Promise<FileSystemFileHandle>;
  }
}

const known = new WeakMap<RoomElement, Recording>();

/**
 * Recording a call at this browser: the control for it, and the mark that tells everybody who records. What does the work is loaded
 * with the first press.
 */
export class Recording implements ReactiveController {
  readonly #room: RoomElement & LitElement;
  readonly #news = new QuietNews();
  readonly #format = recordingFormat();
  /** While it begins, and as long as it lasts. */
  #run: AbortController | undefined;
  #recorder: CallRecorder | undefined;
  readonly #aside: Aside;

  /** That of a room. */
  static of(room: RoomElement & LitElement): Recording {
    const recording = known.get(room) ?? new Recording(room);
    known.set(room, recording);
    return recording;
  }

  private constructor(room: RoomElement & LitElement) {
    this.#room = room;
    this.#aside = new Aside(room, 'prepend', () => this.render());
    room.addController(this);
    // For the life of both: neither outlives the other.
    room.call.addEventListener('participantchange', (event) => this.#onChange(event));
    room.call.addEventListener('statechange', ({ state }) => {
      if (isActive(state)) return;
      this.stop();
      this.#news.forgetAll();
    });
    room.call.addEventListener('participantleft', ({ participant }) => this.#news.forget(participant.id));
  }

  /** What can be done about it now: nothing where the browser can't record. */
  get controls(): Control[] {
    const { text, localParticipant } = this.#room;
    if (!this.#format) return [];
    const pressed = !!localParticipant.recording;
    return [
      {
        name: 'record',
        icon: 'record',
        label: text('control-record'),
        hint: pressed ? text('control-record-stop') : undefined,
        pressed,
        run: () => (this.#run ? this.stop() : this.#begin()),
      },
    ];
  }

  /** How large somebody is in the recorded picture, in pixels. */
  sizeOf(id: string): { width: number; height: number } | undefined {
    return this.#recorder?.sizeOf(id);
  }

  /** Ends what this person records; idempotent. */
  stop(): void {
    this.#run?.abort();
  }

  /** The mark, for the stage. */
  render(): TemplateResult | typeof nothing {
    addStyles(this.#room.renderRoot, styles);
    const { text, participants, localParticipant } = this.#room;
    const names = [localParticipant, ...participants].filter(({ recording }) => recording).map((one) => nameOrYou(one, text));
    if (!names.length) return nothing;
    // Each in its own direction (Unicode, FIRST STRONG ISOLATE).
    const isolated = names.map((name) => `\u2068${name}\u2069`);
    const list = new Intl.ListFormat(localeOf(this.#room), { style: 'short' }).format(isolated);
    const mark = text('recording-mark', { names: list });
    return html`<div part="recording" class="recording" title=${mark}><span>${mark}</span></div>`;
  }

  hostConnected(): void {}

  hostUpdated(): void {
    this.#aside.settle();
  }

  hostDisconnected(): void {}

  /** In the handler of the click: browsers show the dialog for a file only then. */
  #begin(): void {
    const format = this.#format;
    if (!format) return;
    const run = (this.#run = new AbortController());
    const name = recordingName(this.#room.room, format);
    void this.#record(run, format, name, chooseFile(name, format));
  }

  async #record(run: AbortController, format: RecordingFormat, name: string, choosing: Promise<Choice>): Promise<void> {
    const { signal } = run;
    const room = this.#room;
    try {
      const [{ CallRecorder }, { DiskFile, MemoryFile }, { recordings }, choice] = await Promise.all([
        import('./call-recorder.js'),
        import('./recording-file.js'),
        room.call.extras(),
        choosing,
      ]);
      if (choice === 'none' || signal.aborted) return this.#end(run);
      const file = choice ? await DiskFile.open(choice) : new MemoryFile(name, format.mimeType);
      // Until the file is whole: the end of the call, which a page that goes begins with, is not the end of that.
      const life = new AbortController();
      const recorder = await CallRecorder.start({
        room,
        mimeType: format.mimeType,
        file,
        onEnd: (failure) => {
          life.abort();
          recordings.tell(false);
          this.#end(run, failure);
        },
      });
      this.#recorder = recorder;
      if (signal.aborted) return recorder.stop();
      signal.addEventListener('abort', () => recorder.stop(), { once: true });
      addEventListener('pagehide', () => recorder.hurry(), { signal: life.signal });
      // Who closes the page by mistake would lose what is to come.
      addEventListener('beforeunload', (event) => event.preventDefault(), { signal: life.signal });
      recordings.tell(true);
    } catch (error) {
      this.#end(run, error);
    }
  }

  #end(run: AbortController, failure?: unknown): void {
    run.abort();
    if (this.#run === run) this.#run = this.#recorder = undefined;
    roomsChanged();
    if (failure === undefined) return;
    const { call } = this.#room;
    // The call has told of what could not be loaded.
    if (failure instanceof CallError) return;
    call.dispatchEvent(new CallErrorEvent(new CallError('recording-failed', { recoverable: true, cause: failure })));
  }

  #onChange({ participant, previous }: ParticipantEvent): void {
    const { id, recording, local } = participant;
    const room = this.#room;
    if (!recording === !previous?.recording || !isActive(room.state)) return;
    if (local) room.say(recording ? 'said-own-recording-on' : 'said-own-recording-off');
    else {
      const name = nameOrYou(participant, room.text);
      this.#news.tell(id, !!recording, () => room.say(recording ? 'said-recording-on' : 'said-recording-off', { name }));
    }
  }
}

/** Where to record to: a file, the downloads (`undefined`), or nowhere, as the person thought better of it. */
type Choice = FileSystemFileHandle | 'none' | undefined;

async function chooseFile(suggestedName: string, { mimeType, extension }: RecordingFormat): Promise<Choice> {
  const [type = mimeType] = mimeType.split(';');
  try {
    return await window.showSaveFilePicker?.({ suggestedName, types: [{ accept: { [type]: [`.${extension}`] } }] });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // `SecurityError`: not in a frame of another site; there it is a download.
    return error.name === 'AbortError' ? 'none' : undefined;
  }
}
