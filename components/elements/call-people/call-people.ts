import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { isActive } from '../../call/call-state.js';
import type { Moderation } from '../../call/extras/moderation/moderation.js';
import type { Participant } from '../../call/participant.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { PEOPLE_ENGLISH } from '../../i18n/people-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { styles } from './call-people.styles.js';
import { inOrder } from './order.js';

addEnglish(PEOPLE_ENGLISH);

/** What a person is asked about before it is done: somebody's removal, or the end of the call. */
type Question = { readonly remove: string } | 'end';

/**
 * @summary Who is in the call, and what hosts can do: let people in, remove them, ask them to mute, lock the call, end it for all.
 *   Finds the `<call-room>` around it, or the one that `for` names. Who is a host says the access token.
 *
 * @csspart people - The list of people.
 * @csspart person - Each person in it, and each who waits.
 * @csspart person-name - The name of a person.
 * @csspart marks - What is to be known of a person: muted, camera off, host, and so on.
 * @csspart waiting - The list of those who wait to be let in.
 * @csspart button - Every button.
 *
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The button that lets somebody in, focus rings.
 * @cssproperty [--call-danger=#d3222f] - The button that removes somebody, or ends the call.
 */
export class CallPeople extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    question: { attribute: false },
    for: {},
  };

  readonly #room = new RoomController(this, () => this.for);
  #followed: RoomElement | undefined;
  #following = new AbortController();
  #moderation: Moderation | undefined;

  private question: Question | undefined;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;

  constructor() {
    super();
    this.question = undefined;
    this.for = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  /** Focuses the first button, or the list where there is none. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('button, input') ?? this.renderRoot.querySelector<HTMLElement>('ul');
    first?.focus(options);
  }

  protected override willUpdate(): void {
    const { room } = this.#room;
    if (room !== this.#followed) this.#follow(room);
  }

  protected override updated(changes: PropertyValues): void {
    if (!changes.has('question')) return;
    // The button that had the focus has made way for the question, or comes back with its answer.
    const next = this.question ? '.sure .no' : undefined;
    if (next) this.renderRoot.querySelector<HTMLElement>(next)?.focus();
    else if (changes.get('question') !== undefined && !this.renderRoot.querySelector(':focus')) this.focus();
  }

  #unfollow(): void {
    this.#following.abort();
    this.#followed = this.#moderation = undefined;
  }

  #follow(room: RoomElement | undefined): void {
    this.#unfollow();
    this.#followed = room;
    const { signal } = (this.#following = new AbortController());
    room?.call.extras().then(
      ({ moderation }) => {
        if (signal.aborted) return;
        this.#moderation = moderation;
        moderation.addEventListener('change', () => this.requestUpdate(), { signal });
        this.requestUpdate();
      },
      // The call has told of it already; the list does without.
      () => this.requestUpdate(),
    );
  }

  #nameOf(person: { displayName?: string; name?: string }): string {
    return person.displayName || person.name || this.#room.text('guest');
  }

  #renderWaiting(moderation: Moderation): TemplateResult | typeof nothing {
    const { text } = this.#room;
    if (!moderation.waiting.length) return nothing;
    return html`<section>
      <h3 id="waiting">${text('people-waiting')}</h3>
      <ul part="waiting" aria-labelledby="waiting">
        ${moderation.waiting.map((visitor) => {
          const name = this.#nameOf(visitor);
          return html`<li part="person">
            <bdi part="person-name" class="who">${name}</bdi>
            <span class="acts">
              <button
                type="button"
                part="button"
                class="primary"
                aria-label=${text('people-admit-named', { name })}
                @click=${() => moderation.admit(visitor.id)}
              >
                ${text('people-admit')}
              </button>
              <button
                type="button"
                part="button"
                aria-label=${text('people-refuse-named', { name })}
                @click=${() => moderation.refuse(visitor.id)}
              >
                ${text('people-refuse')}
              </button>
            </span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #marksOf(person: Participant): string {
    const keys: (MessageKey | false | undefined)[] = [
      person.host && 'people-host',
      person.handRaisedAt !== undefined && 'people-hand',
      person.speaking && 'people-speaking',
      !person.audio && 'muted',
      !person.video && 'camera-off',
      person.quality === 'poor' && 'people-poor',
      person.quality === 'lost' && 'people-lost',
    ];
    return keys.flatMap((key) => (key ? this.#room.text(key) : [])).join(' · ');
  }

  #renderPerson(person: Participant, moderation: Moderation | undefined): TemplateResult {
    const { text } = this.#room;
    const name = this.#nameOf(person);
    const marks = this.#marksOf(person);
    const asks = typeof this.question === 'object' && this.question.remove === person.id;
    return html`<li part="person">
      <span class="who">
        <bdi part="person-name">${person.local ? (person.displayName ? text('you-named', { name }) : text('you')) : name}</bdi>
        ${marks ? html`<span part="marks" class="marks">${marks}</span>` : nothing}
      </span>
      ${moderation?.isHost && !person.local ? this.#renderActs(person, name, asks, moderation) : nothing}
    </li>`;
  }

  #renderActs(person: Participant, name: string, asks: boolean, moderation: Moderation): TemplateResult {
    const { text } = this.#room;
    if (asks) {
      return this.#renderQuestion(text('people-remove-sure', { name }), 'people-yes-remove', () => moderation.remove(person.id));
    }
    return html`<span class="acts">
      ${
        person.audio
          ? html`<button type="button" part="button" @click=${() => moderation.askToMute(person.id)}>
              ${text('people-ask-mute', { name })}
            </button>`
          : nothing
      }
      <button type="button" part="button" @click=${() => (this.question = { remove: person.id })}>
        ${text('people-remove', { name })}
      </button>
    </span>`;
  }

  #renderQuestion(sentence: string, yes: MessageKey, act: () => void): TemplateResult {
    const { text } = this.#room;
    const answer = (): void => {
      this.question = undefined;
      act();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.question = undefined;
    };
    return html`<div class="sure" role="group" aria-label=${sentence} @keydown=${onKey}>
      <p>${sentence}</p>
      <button type="button" part="button" class="danger" @click=${answer}>${text(yes)}</button>
      <button type="button" part="button" class="no" @click=${() => (this.question = undefined)}>${text('people-no')}</button>
    </div>`;
  }

  #renderRoomActs(moderation: Moderation): TemplateResult {
    const { text } = this.#room;
    return html`<div class="room">
      <label>
        <input
          type="checkbox"
          role="switch"
          .checked=${moderation.locked}
          @click=${(event: Event) => {
            // It shows what is so, once the server has said it.
            event.preventDefault();
            moderation.lock(!moderation.locked);
          }}
        />${text('people-lock')}
      </label>
      <button type="button" part="button" @click=${() => moderation.askToMute()}>${text('people-mute-all')}</button>
      ${
        this.question === 'end'
          ? this.#renderQuestion(text('people-end-sure'), 'people-yes-end', () => moderation.endForAll())
          : html`<button type="button" part="button" class="danger" @click=${() => (this.question = 'end')}>
              ${text('people-end')}
            </button>`
      }
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room, text } = this.#room;
    if (!room || !isActive(room.state)) return nothing;
    const moderation = this.#moderation;
    const host = moderation?.isHost ? moderation : undefined;
    return html`
      ${host ? this.#renderWaiting(host) : nothing}
      <ul part="people" tabindex="-1" aria-label=${text('people')}>
        ${inOrder([room.localParticipant, ...room.participants]).map((person) => this.#renderPerson(person, moderation))}
      </ul>
      ${host ? this.#renderRoomActs(host) : nothing}
    `;
  }
}

define('call-people', CallPeople);

declare global {
  interface HTMLElementTagNameMap {
    'call-people': CallPeople;
  }
}
