import type { ReactiveControllerHost } from 'lit';
import type { Bundle } from '../i18n/languages/languages.js';
import type { Texts } from '../i18n/languages/translation.js';

/** What an element says in a language other than English. */
export interface Words {
  /** BCP 47. */
  readonly lang: string;
  /** Given where the words run the other way than the page says. */
  readonly dir: 'rtl' | undefined;
  readonly texts: Texts;
}

/** An element that speaks the language of its page. */
export interface Speaker extends ReactiveControllerHost, HTMLElement {
  readonly hasUpdated: boolean;
  /** `undefined`: English. `null`: not known yet, and nothing should be drawn that says anything. A reactive property. */
  words: Words | null | undefined;
}

/** What there is besides English, iw being an old name of Hebrew: each as a selector. */
const TRANSLATED = 'ar,de,es,fr,he,iw,ja,pt,zh'.replace(/\w\w/g, ':lang($&)');

/** How long an element waits for its words before it says all in English, in ms. */
const PATIENCE = 1000;

/**
 * Gets an element the words of the language around it. It waits for them before it says anything, but not longer than a second;
 * where they can't be had, English has to do. On an English page this loads nothing.
 */
export function learn(host: Speaker, ...bundles: readonly Bundle[]): void {
  // In a shadow root, Firefox matches only what is said within: there the language of the page has to do as a first guess.
  if (![host, document.documentElement].some((element) => element.matches(TRANSLATED))) return;
  // What is drawn already stays.
  if (!host.hasUpdated) host.words = null;
  const giveUp = (): void => void (host.words ??= undefined);
  setTimeout(giveUp, PATIENCE);
  import('./language-controller.js').then(({ speak }) => speak(host, ...bundles), giveUp);
}
