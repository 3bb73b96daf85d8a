import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectionCheck, type CheckStepEvent } from '../../call/check/connection-check.js';
import type { CheckReport, CheckState, CheckStep } from '../../call/check/check-report.js';
import type { DevicePreference } from '../../call/media/local-media.js';
import { speak } from '../../controllers/language-controller.js';
import { learn, type Words } from '../../controllers/learn.js';
import { setStates } from '../../controllers/states.js';
import { CallCheckCompleteEvent } from '../../events/call-check-complete.js';
import { CallCheckStepEvent } from '../../events/call-check-step.js';
import { checkSentence, checkSummary, checkTranslator, type CheckMessages } from '../../i18n/check-catalogue.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { parseChoice, parseIceServers } from '../attributes.js';
import { define } from '../define.js';
import { styles } from './call-check.styles.js';
import { mark } from './marks.js';

export { CallCheckCompleteEvent, CallCheckStepEvent };
export type {
  CheckCode,
  CheckFigures,
  CheckReport,
  CheckState,
  CheckStep,
  CheckStepName,
} from '../../call/check/check-report.js';
export type { CheckMessageKey, CheckMessages } from '../../i18n/check-catalogue.js';

/**
 * @summary A connection doctor: examines microphone, camera, server, relay and speed, and says in plain words what is wrong
 *   and what to do. Run it before a call, or after one that failed. It lets go of every device and connection when it has
 *   ended, or is removed.
 *
 * @fires {CallCheckStepEvent} call-check-step - A step began or ended.
 * @fires {CallCheckCompleteEvent} call-check-complete - Everything is examined; `report` holds what was found, fit for JSON,
 *   without addresses, credentials or names of devices.
 *
 * @csspart check - The box that everything stands in.
 * @csspart title - The heading.
 * @csspart summary - The sentence that sums it all up.
 * @csspart steps - The list.
 * @csspart step - Each step; also has the name of its state: `::part(step failed)`.
 * @csspart icon - The mark of a state.
 * @csspart label - The name of a step.
 * @csspart state - The word for the state of a step.
 * @csspart detail - What a step found.
 * @csspart button - Every button.
 * @csspart start-button - The button that starts, stops and starts again.
 * @csspart copy-button - The button that copies the report.
 * @csspart report - The report as text, where the browser does not let it be copied.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind everything.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Steps, buttons.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-text-dim=light-dark(#545b66, #aeb4bd)] - Text of less weight.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The start button, focus rings, the step under way.
 * @cssproperty [--call-accent-text=light-dark(#fff, #0a1530)] - Text on the accent colour.
 * @cssproperty [--call-radius=14px] - Roundness of the box.
 * @cssproperty [--call-font=inherit] - The font family; the page's own by default.
 *
 * @cssstate running - A check is under way.
 * @cssstate passed - The last check found nothing amiss.
 * @cssstate warning - The last check found limits.
 * @cssstate failed - The last check found problems.
 */
export class CallCheck extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    words: { attribute: false },
    copied: { attribute: false },
    byHand: { attribute: false },
    signaling: {},
    room: {},
    token: {},
    getToken: { attribute: false },
    audio: {},
    video: {},
    iceServers: { attribute: 'ice-servers', converter: parseIceServers },
    autoStart: { type: Boolean, attribute: 'auto-start' },
    messages: { attribute: false },
  };

  readonly #internals = this.attachInternals();
  readonly #check = new ConnectionCheck();
  #text = checkTranslator();
  /** What the live region says. Each line stands for itself: the same words twice are said twice. */
  #said: readonly string[] = [];
  /** True once it has started by itself, until the element is removed. */
  #begun = false;

  /** @internal */
  words: Words | null | undefined;
  private copied = false;
  /** The clipboard was refused: the report is shown, to be copied by hand. */
  private byHand = false;

  /** URL of the WebSocket endpoint, as for `<call-room>`. Without it, the server is not examined. */
  signaling = '';
  /**
   * The room to knock at, where a token admits to no other: people there see somebody come and go. By default a room of
   * a random name, where nobody is disturbed.
   */
  room = '';
  /** Opaque credential for the signaling server. */
  token: string | undefined;
  /** Gives a fresh token for each connection; wins over `token`. */
  getToken: (() => Promise<string>) | undefined;
  /** `none`: never asks for the microphone. */
  audio: DevicePreference = 'on';
  /** `none`: never asks for the camera. */
  video: DevicePreference = 'on';
  /** ICE servers, as JSON in the attribute. `[]` means none; without it the server's, else a public STUN server. */
  iceServers: RTCIceServer[] | undefined;
  /** Starts as soon as the element stands in a document. */
  autoStart = false;
  /** Replaces any of the texts. */
  messages: CheckMessages | undefined;

  constructor() {
    super();
    // For the life of both: neither outlives the other.
    this.#check.addEventListener('stepchange', (event) => this.#onStep(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    learn(this, 'check');
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one go: the check goes on.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#begun = false;
      this.stop();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('messages') || changes.has('words')) this.#text = checkTranslator(this.messages, this.words?.texts);
    if (changes.has('audio')) this.audio = parseChoice('audio', this.audio, ['on', 'off', 'none']);
    if (changes.has('video')) this.video = parseChoice('video', this.video, ['on', 'off', 'none']);
    if (this.autoStart && !this.#begun && this.isConnected) {
      this.#begun = true;
      this.#examine().catch(ignoreStop);
    }
  }

  protected override firstUpdated(): void {
    // On an English page, too: its language may change.
    speak(this, 'check');
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    setStates(this.#internals, {
      running: this.running,
      passed: this.report?.state === 'passed',
      warning: this.report?.state === 'warning',
      failed: this.report?.state === 'failed',
    });
    if (this.byHand) this.renderRoot.querySelector('textarea')?.select();
  }

  #onStep({ step }: CheckStepEvent): void {
    const sentence = checkSentence(step, this.#text, this.words?.lang);
    this.requestUpdate();
    if (step.code && step.code !== 'stopped') this.#say(step, sentence);
    this.dispatchEvent(new CallCheckStepEvent(step, sentence));
  }

  readonly #onStartOrStop = (): void => {
    if (this.running) this.stop();
    else this.start().catch(ignoreStop);
  };

  readonly #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#reportText);
      this.copied = true;
      this.#announce(this.#text('copied'));
    } catch {
      // Refused, or there is no clipboard on an insecure page: then it is copied by hand.
      this.byHand = true;
    }
  };

  // What is said.

  #say(step: CheckStep, sentence: string): void {
    const result = this.#text('said-step', { step: this.#text(step.name), state: this.#text(step.state) });
    this.#announce(step.state === 'passed' || step.state === 'skipped' ? result : `${result}. ${sentence}`);
  }

  #announce(line: string): void {
    this.#said = [...this.#said, line];
    this.requestUpdate();
  }

  // What it can do.

  /** True while a check is under way. */
  get running(): boolean {
    return this.#check.running;
  }

  /** What each step has found so far: a frozen snapshot, another one after each change. */
  get steps(): readonly CheckStep[] {
    return this.#check.steps;
  }

  /** What the last check found; undefined until one has come to its end. */
  get report(): CheckReport | undefined {
    return this.#check.report;
  }

  /**
   * Begins, unless a check is under way already.
   *
   * @returns what it found
   * @throws {DOMException} `InvalidStateError` while the element stands in no document, `AbortError` when it was stopped.
   */
  async start(): Promise<CheckReport> {
    if (!this.isConnected) throw new DOMException('The element stands in no document.', 'InvalidStateError');
    // What was set a moment ago counts already.
    if (this.isUpdatePending) this.performUpdate();
    return this.#examine();
  }

  /** Ends the check under way, and releases everything at once. */
  stop(): void {
    this.#check.stop();
    this.requestUpdate();
  }

  async #examine(): Promise<CheckReport> {
    if (this.running) return this.#check.start();
    this.copied = this.byHand = false;
    this.#said = [];
    const { signaling, room, token, getToken, audio, video, iceServers } = this;
    this.#check.update({ signaling, room, token, getToken, audio, video, iceServers });
    this.requestUpdate();
    const report = await this.#check.start();
    this.#announce(checkSummary(report.steps, this.#text));
    this.dispatchEvent(new CallCheckCompleteEvent(report));
    return report;
  }

  get #reportText(): string {
    return JSON.stringify(this.report, null, 2);
  }

  /** Of all steps together. */
  get #state(): CheckState {
    if (this.running) return 'running';
    return this.report?.state ?? 'waiting';
  }

  #renderStep(step: CheckStep): TemplateResult {
    const { name, state } = step;
    const sentence = checkSentence(step, this.#text, this.words?.lang);
    return html`<li part="step ${state}" class=${state}>
      ${mark(state)}
      <span part="label" class="name">${this.#text(name)}</span>
      ${sentence ? html`<span part="detail" class="detail">${sentence}</span>` : nothing}
      <span part="state" class="word">${this.#text(state)}</span>
    </li>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const text = this.#text;
    const { words, running, report, steps } = this;
    if (words === null) return nothing;
    const started = steps.some(({ state }) => state !== 'waiting');
    // Texts of the page's own are in the language of the page.
    const lang = this.messages ? nothing : (words?.lang ?? 'en');
    const dir = words?.dir ?? nothing;
    return html`
      <div part="check" class="check" lang=${lang} dir=${dir}>
        <header>
          <div class="head">
            <h2 part="title">${text('title')}</h2>
            <p part="summary" class="summary">
              ${started ? mark(this.#state) : nothing}<span>${checkSummary(steps, text)}</span>
            </p>
          </div>
          <div class="actions">
            <button type="button" part="button start-button" class=${running ? '' : 'primary'} @click=${this.#onStartOrStop}>
              ${text(running ? 'stop' : started ? 'again' : 'start')}
            </button>
            ${
              report
                ? html`<button type="button" part="button copy-button" @click=${this.#onCopy}>
                    ${text(this.copied ? 'copied' : 'copy')}
                  </button>`
                : nothing
            }
          </div>
        </header>
        ${
          this.byHand
            ? html`<label>${text('copy-by-hand')}<textarea part="report" readonly .value=${this.#reportText}></textarea></label>`
            : nothing
        }
        <ol part="steps" role="list" aria-label=${text('title')}>
          ${steps.map((step) => this.#renderStep(step))}
        </ol>
      </div>
      <div class="said" role="log" lang=${lang}>${this.#said.map((line) => html`<p>${line}</p>`)}</div>
    `;
  }
}

/** Whoever stops a check, or removes it, knows. */
function ignoreStop(error: unknown): void {
  if (!(error instanceof DOMException)) throw error;
}

define('call-check', CallCheck);

declare global {
  interface HTMLElementTagNameMap {
    'call-check': CallCheck;
  }
}
