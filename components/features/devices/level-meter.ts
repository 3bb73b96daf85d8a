import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';

/** The quietest sound that is shown, in dB of full scale: a quiet room is below. */
const QUIETEST = -60;
/** What fills the meter, in dB of full scale: a loud voice. */
const LOUDEST = -10;
/** Samples looked at each time; 1024 are some 21 ms. */
const SAMPLES = 1024;

/**
 * Shows how loud a microphone hears, without making any sound. Where the browser lets no page listen before somebody touches
 * it, it begins with that touch.
 *
 * @internal
 */
export class LevelMeter extends LitElement {
  static override styles = css`
    :host {
      display: block;
      block-size: 6px;
      border-radius: 3px;
      overflow: hidden;
      background: var(--call-surface, light-dark(#e2e5ea, #26292e));
    }
    div {
      block-size: 100%;
      inline-size: calc(var(--_level, 0) * 1%);
      border-radius: inherit;
      background: var(--call-accent, light-dark(#1d5bdb, #7eaaff));
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
      div {
        forced-color-adjust: none;
        background: Highlight;
      }
    }
  `;
  static override properties = { track: { attribute: false }, label: { attribute: false } };

  #listening: AbortController | undefined;
  #heard: MediaStreamTrack | undefined;
  #shown = -1;

  /** What to listen to. */
  track: MediaStreamTrack | undefined;
  /** What the meter is called. */
  label = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'meter';
    this.ariaValueMin = '0';
    this.ariaValueMax = '100';
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    this.ariaLabel = this.label;
    if (this.track === this.#heard) return;
    this.#stop();
    if (this.track && this.isConnected) this.#listen(this.track);
  }

  #stop(): void {
    this.#listening?.abort();
    this.#heard = undefined;
    this.#show(0);
  }

  #listen(track: MediaStreamTrack): void {
    const { signal } = (this.#listening = new AbortController());
    this.#heard = track;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(SAMPLES);
    const look = (): void => {
      if (signal.aborted) return;
      analyser.getFloatTimeDomainData(samples);
      this.#show(track.enabled && track.readyState === 'live' ? levelOf(samples) : 0);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    // Refused or not: what holds it back is a touch that is still to come.
    const resume = (): void => void (context.state === 'suspended' && context.resume());
    for (const type of ['pointerup', 'keydown']) document.addEventListener(type, resume, { signal });
    signal.addEventListener('abort', () => void context.close());
  }

  #show(level: number): void {
    const percent = Math.round(level * 100);
    if (percent === this.#shown) return;
    this.#shown = percent;
    this.style.setProperty('--_level', String(percent));
    this.ariaValueNow = String(percent);
  }

  protected override render(): TemplateResult {
    return html`<div></div>`;
  }
}

/** Defines the element; a script may be loaded twice. */
export function defineLevelMeter(): void {
  if (!customElements.get('level-meter')) customElements.define('level-meter', LevelMeter);
}

/** How loud these samples are, from 0 to 1. */
export function levelOf(samples: Float32Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(energy);
  return Math.min(1, Math.max(0, (decibels - QUIETEST) / (LOUDEST - QUIETEST)));
}

declare global {
  interface HTMLElementTagNameMap {
    'level-meter': LevelMeter;
  }
}
