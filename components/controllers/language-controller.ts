import type { ReactiveController } from 'lit';
import { isRightToLeft, languageFor, type Language } from '../i18n/languages/language-for.js';
import { LANGUAGES, type Bundle } from '../i18n/languages/languages.js';
import type { Texts } from '../i18n/languages/translation.js';
import { nearest, rootsAround } from './around.js';
import type { Speaker } from './learn.js';
import type { RoomElement } from './room-registry.js';

const controllers = new WeakMap<Speaker, LanguageController>();

/** Has an element speak the language around it, now and whenever that changes, with these texts besides those it has already. */
export function speak(host: Speaker, ...bundles: readonly Bundle[]): void {
  let controller = controllers.get(host);
  if (!controller) controllers.set(host, (controller = new LanguageController(host)));
  controller.use(bundles);
}

/** How long anything waits for its words before it says all in English, in ms. */
const PATIENCE_MS = 1000;

/** Resolves once an element has the texts that it was last told to speak. Where they can't be had, or not soon, English has to do. */
export async function spoken(host: Speaker): Promise<void> {
  await Promise.race([controllers.get(host)?.learning, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/**
 * The locale of the numbers and times in a room (BCP 47): that of the page, `en-GB` or `de-CH` for example, where the room speaks its
 * language, and else the language that the room speaks. Never the browser's: a number should not be written otherwise than the
 * words around it.
 */
export function localeOf(room: RoomElement): string {
  const spoken = room.words?.lang ?? 'en';
  const tag = nearest(room, 'lang') ?? '';
  // Texts of the page's own are in the language of the page.
  const isOfPage = ('messages' in room && room.messages) || (languageFor(tag) ?? languageOf(tag)) === spoken;
  return isOfPage && isKnown(tag) ? tag : spoken;
}

/**
 * Finds the language of an element, loads its texts and gives them to the element, which draws them at once. The language is
 * that of the nearest `lang` attribute, as HTML has it: of the element itself, or of what stands around it, through shadow
 * roots. Without one, or where it is a language without texts, it is English: never that of the browser, whose words would stand
 * out on a page in another language.
 */
class LanguageController implements ReactiveController {
  readonly #host: Speaker;
  readonly #bundles = new Set<Bundle>();
  readonly #observer = new MutationObserver(() => void this.#learn());
  /** What the texts that the host has, or waits for, belong to. */
  #current = '';
  /** What is under way. */
  learning: Promise<void> | undefined;

  constructor(host: Speaker) {
    this.#host = host;
    host.addController(this);
  }

  use(bundles: readonly Bundle[]): void {
    for (const bundle of bundles) this.#bundles.add(bundle);
    this.learning = this.#learn();
  }

  hostConnected(): void {
    for (const root of rootsAround(this.#host)) {
      this.#observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
    }
    void this.#learn();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  async #learn(): Promise<void> {
    const host = this.#host;
    if (!host.isConnected || this.#bundles.size === 0) return;
    const lang = languageFor(nearest(host, 'lang') ?? '');
    const dir = isRightToLeft(lang) && !nearest(host, 'dir') ? 'rtl' : undefined;
    const wanted = [lang, dir, ...this.#bundles].join();
    if (wanted === this.#current) return;
    this.#current = wanted;
    const texts = lang && (await load(lang, this.#bundles));
    // Meanwhile the page may speak yet another language.
    if (wanted !== this.#current) return;
    host.words = lang && texts ? { lang, dir, texts } : undefined;
    // A network that was away may be back at the next change.
    if (lang && !texts) this.#current = '';
  }
}

/** All texts of these bundles, the later winning; `undefined` where they can't be loaded: English has to do. */
async function load(language: Language, bundles: Iterable<Bundle>): Promise<Texts | undefined> {
  const loaders = LANGUAGES[language];
  try {
    const loaded = await Promise.all([...bundles].map((bundle) => loaders[bundle]()));
    return Object.assign({}, ...loaded.map(({ TEXTS }) => TEXTS)) as Texts;
  } catch {
    return undefined;
  }
}

/** The language of a tag, `en` of `en-GB`. */
const languageOf = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** What a page says may be no tag at all. */
function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
