import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CallErrorEvent } from '../../../call/call-events.js';
import { isActive } from '../../../call/call-state.js';
import { CallError } from '../../../call/errors.js';
import type { Captions } from '../../../call/extras/captions.js';
import { nearest } from '../../../controllers/around.js';
import { roomsChanged, type RoomElement } from '../../../controllers/room-registry.js';
import { CAPTIONS_ENGLISH } from '../../../i18n/captions-catalogue.js';
import { nameOf } from '../../../i18n/names.js';
import { addEnglish } from '../../../i18n/translate.js';
import { nameOrYou } from '../name-or-you.js';
import { addStyles } from '../../../styles/add-styles.js';
import { Aside } from '../aside.js';
import type { Control } from '../controls/control.js';
import { QuietNews } from '../quiet-news.js';
import { CaptionLines, type CaptionLine } from './caption-lines.js';
import { styles } from './captions.styles.js';
import { speechLanguage } from './speech-language.js';
import { canRecognize, SpeechRecognizer } from './speech-recognizer.js';

addEnglish(CAPTIONS_ENGLISH);

/** How long it stays that nobody has said anything yet, in ms. */
const HINT_TIME = 8000;

const known = new WeakMap<RoomElement, LiveCaptions>();

/**
 * Captions in a room: those of the others for whoever wants to read along, and those of one's own speech for them.
 *
 * A browser may send a voice to its maker's servers to make text of it. So speech is captioned only where somebody wants to read it,
 * and the speaker, who is told so, agrees; and never while they are muted.
 */
export class LiveCaptions implements ReactiveController {
  readonly #room: RoomElement & LitElement;
  readonly #aside: Aside;
  readonly #lines = new CaptionLines();
  #captions: Captions | undefined;
  #recognizer: SpeechRecognizer | undefined;
  /** What is recognized, and in which language: another one of either is another recognizer. */
  #recognized = '';
  /** Whether this person agrees to have their speech captioned in this call; `undefined`: was not asked, or has not answered. */
  #agrees: boolean | undefined;
  #wasAsked = false;
  /** Who asked last. */
  #asker = '';
  readonly #news = new QuietNews();
  #hintUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Those of a room. */
  static of(room: RoomElement & LitElement): LiveCaptions {
    const captions = known.get(room) ?? new LiveCaptions(room);
    known.set(room, captions);
    return captions;
  }

  private constructor(room: RoomElement & LitElement) {
    this.#room = room;
    this.#aside = new Aside(room, 'append', () => this.render());
    room.addController(this);
    // For the life of both: neither outlives the other. Whoever comes back is asked again.
    room.call.addEventListener('statechange', ({ state }) => {
      if (isActive(state)) return;
      this.#agrees = undefined;
      this.#news.forgetAll();
    });
    room.call.addEventListener('participantleft', ({ participant }) => this.#news.forget(participant.id));
    void this.#follow();
  }

  /** What can be done about them now. */
  get controls(): Control[] {
    const { text } = this.#room;
    const captions = this.#captions;
    if (!captions) return [];
    const { on } = captions;
    const own: Control = {
      name: 'captions',
      icon: 'caption-me',
      label: text('control-caption-me'),
      pressed: !!this.#agrees,
      run: () => this.#answer(!this.#agrees),
    };
    const all: Control = {
      name: 'captions',
      icon: 'captions',
      label: text('control-captions'),
      pressed: on,
      run: () => this.#read(!on),
    };
    return [all, ...(canRecognize() && (captions.readers.length || this.#agrees) ? [own] : [])];
  }

  /** What stands at the bottom of the stage. */
  render(): TemplateResult | typeof nothing {
    const captions = this.#captions;
    const isAsked = this.#isAsked;
    if (!captions || !(captions.on || isAsked)) return nothing;
    addStyles(this.#room.renderRoot, styles);
    const { text } = this.#room;
    const { lines } = this.#lines;
    const isEmpty = !lines.length && performance.now() < this.#hintUntil;
    // Not a live region: whoever hears the voices would hear everything twice.
    return html`<div part="captions" class="captions" role="region" aria-label=${text('captions')}>
      ${captions.on && isEmpty ? html`<p>${text('captions-none')}</p>` : nothing}
      ${
        captions.on
          ? repeat(
              lines,
              ({ key }) => key,
              (line) => this.#renderLine(line),
            )
          : nothing
      }
      ${isAsked ? this.#renderOffer(captions) : nothing}
    </div>`;
  }

  hostConnected(): void {
    this.#look();
  }

  hostUpdated(): void {
    this.#aside.settle();
    this.#settle();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#recognizer?.stop();
    this.#recognizer = undefined;
    this.#recognized = '';
  }

  async #follow(): Promise<void> {
    const room = this.#room;
    try {
      const { captions } = await room.call.extras();
      this.#captions = captions;
      // For the life of both: neither outlives the other.
      captions.addEventListener('change', () => this.#onChange());
      captions.addEventListener('caption', ({ caption }) => {
        this.#lines.add(caption, performance.now());
        this.#look();
      });
      this.#onChange();
    } catch (error) {
      // The call has told of it.
      if (!(error instanceof CallError)) throw error;
    }
  }

  #onChange(): void {
    if (!this.#captions?.on) this.#lines.clear();
    this.#announce(this.#isAsked);
    this.#room.requestUpdate();
    roomsChanged();
  }

  #announce(isAsked: boolean): void {
    if (isAsked === this.#wasAsked) return;
    this.#wasAsked = isAsked;
    if (isAsked) this.#asker = this.#captions?.readers[0]?.id ?? '';
    const name = this.#readerName;
    // That a question was taken back is seen, and not worth a word.
    this.#news.tell(this.#asker, isAsked, () => isAsked && this.#room.say('captions-asked', { name }));
  }

  #read(on: boolean): void {
    this.#hintUntil = performance.now() + HINT_TIME;
    this.#captions?.toggle(on);
    this.#look();
  }

  #answer(agrees: boolean): void {
    if (agrees || this.#agrees) this.#room.say(agrees ? 'said-captions-own-on' : 'said-captions-own-off');
    this.#agrees = agrees;
    this.#wasAsked = false;
    this.#room.requestUpdate();
    roomsChanged();
  }

  get #isAsked(): boolean {
    return this.#agrees === undefined && canRecognize() && !!this.#captions?.readers.length && this.#room.audio !== 'none';
  }

  get #readerName(): string {
    const [reader] = this.#captions?.readers ?? [];
    return nameOf(reader?.displayName, this.#room.text);
  }

  /** Lets go of lines when their time has come. */
  #look(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const after = this.#lines.look(now) ?? this.#hintUntil - now;
    if (after > 0) this.#timer = setTimeout(() => this.#look(), after);
    this.#room.requestUpdate();
  }

  /** Recognizes, or does not, as things are now. */
  #settle(): void {
    const room = this.#room;
    const { audio, stream } = room.localParticipant;
    const captions = this.#captions;
    const [track] = stream.getAudioTracks();
    const isWanted = this.#agrees && audio && captions?.readers.length;
    const lang = speechLanguage([nearest(room, 'lang'), navigator.language]);
    const wanted = isWanted ? `${lang} ${track?.id}` : '';
    if (wanted === this.#recognized) return;
    this.#recognized = wanted;
    this.#recognizer?.stop();
    this.#recognizer = undefined;
    if (!wanted || !captions) return;
    this.#recognizer = new SpeechRecognizer({
      lang,
      track,
      onWords: (id, words, final) => captions.say(id, words, lang, final),
      onFailure: (reason) => this.#fail(reason),
    });
  }

  #fail(reason: string): void {
    this.#answer(false);
    const { call } = this.#room;
    call.dispatchEvent(new CallErrorEvent(new CallError('captions-failed', { recoverable: true, cause: reason })));
  }

  #renderLine({ participant, text: words, lang, isFading }: CaptionLine): TemplateResult {
    return html`<p part="caption" class=${isFading ? 'fades' : ''}>
      <b><bdi>${nameOrYou(participant, this.#room.text)}</bdi></b>
      <span class="words"><span lang=${lang} dir="auto">${words}</span></span>
    </p>`;
  }

  #renderOffer(captions: Captions): TemplateResult {
    const { text } = this.#room;
    const name = this.#readerName;
    return html`<div class="caption-offer" role="group" aria-label=${text('control-caption-me')}>
      <p>${text('captions-asked', { name })} ${text('captions-notice')}</p>
      <button type="button" part="button" class="primary" @click=${() => this.#agree(captions)}>${text('captions-agree')}</button>
      <button type="button" part="button" @click=${() => this.#agree(undefined)}>${text('captions-decline')}</button>
    </div>`;
  }

  /** The buttons go as they are pressed: the focus goes to the menu, where the same can be done. */
  #agree(captions: Captions | undefined): void {
    this.#answer(!!captions);
    this.#room.renderRoot.querySelector<HTMLElement>('call-controls')?.focus();
  }
}
