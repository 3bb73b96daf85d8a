import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Participant } from '../../../call/participant.js';
import { nameAndYou } from '../../../i18n/names.js';
import type { Translate } from '../../../i18n/translate.js';
import type { FloatingPicture } from './floating-picture.js';
import { stageIcon } from './stage-icons.js';
import type { StagePlan } from './stage-layout.js';

/** From so many pages on, a number says more than dots. */
const MOST_DOTS = 7;

/** With less width than this, in CSS pixels, there is room for two buttons and nothing between them. */
const LEAST_FOR_DOTS = 220;

/** What lies above the tiles. */
export interface StageView {
  readonly text: Translate;
  readonly plan: StagePlan;
  /** Whoever has a place, in the order of their tiles. */
  readonly people: readonly Participant[];
  /** Whether there is anybody whom it makes sense to pin. */
  readonly pinnable: boolean;
  readonly pinned: string | undefined;
  readonly floating: FloatingPicture;
  readonly onPin: (id: string) => void;
  readonly onTurn: (page: number) => void;
}

/** A layer above the tiles, with a cell above each of them for what can be done with it. */
export const stageView = (view: StageView): TemplateResult =>
  html`<div class="overlay">
    ${repeat(
      view.people,
      ({ id }) => id,
      (one) => cell(view, one),
    )}${view.plan.pager ? pager(view) : nothing}
  </div>`;

function cell(view: StageView, one: Participant): TemplateResult {
  const { id } = one;
  if (id === view.plan.afloat) return html`<div class="cell upper" data-id=${id}>${handle(view)}</div>`;
  if (!view.pinnable) return html`<div class="cell" data-id=${id}></div>`;
  return html`<div class="cell" data-id=${id} @dblclick=${() => view.onPin(id)}>${pin(view, one)}</div>`;
}

function pin({ text, pinned, onPin }: StageView, one: Participant): TemplateResult {
  const label = text('stage-pin', { name: nameAndYou(one, text) });
  return html`<button
    type="button"
    part="button pin-button"
    class="pin"
    aria-label=${label}
    title=${label}
    aria-pressed=${one.id === pinned}
    @click=${() => onPin(one.id)}
    @dblclick=${(event: Event) => event.stopPropagation()}
  >
    ${stageIcon('pin')}
  </button>`;
}

function handle({ text, floating }: StageView): TemplateResult {
  const label = text('stage-move');
  return html`<button
    type="button"
    class="handle"
    aria-label=${label}
    title=${label}
    @click=${floating.onClick}
    @keydown=${floating.onKey}
    @pointerdown=${floating.onDown}
    @pointermove=${floating.onMove}
    @pointerup=${floating.onUp}
    @pointercancel=${floating.onCancel}
  ></button>`;
}

function pager({ text, plan: { page, pages, pager: box }, onTurn }: StageView): TemplateResult {
  const turner = (to: number, icon: 'back' | 'on', label: string): TemplateResult =>
    html`<button
      type="button"
      part="button page-button"
      aria-label=${label}
      title=${label}
      aria-disabled=${to < 0 || to >= pages}
      @click=${() => onTurn(to)}
    >
      ${stageIcon(icon)}
    </button>`;
  const isRoomy = box && !box.around && box.width >= LEAST_FOR_DOTS;
  const where = text('stage-page', { page: page + 1, pages });
  const marks =
    pages > MOST_DOTS
      ? `${page + 1} / ${pages}`
      : Array.from({ length: pages }, (_, index) => html`<span class=${index === page ? 'dot here' : 'dot'}></span>`);
  return html`<div part="pager" class=${box?.around ? 'pager around' : 'pager'} role="group" aria-label=${text('stage-pages')}>
    ${turner(page - 1, 'back', text('stage-previous'))}
    ${isRoomy ? html`<div class="dots" role="img" aria-label=${where}>${marks}</div>` : nothing}
    ${turner(page + 1, 'on', text('stage-next'))}
  </div>`;
}
