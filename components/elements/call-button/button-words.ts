import { nearest, rootsAround } from '../../controllers/around.js';
import type { ButtonMessageKey } from '../../i18n/button-catalogue.js';
import { languageFor, type Language } from '../../i18n/languages/language-for.js';
import { BUTTON as ar } from '../../i18n/languages/ar/button.js';
import { BUTTON as de } from '../../i18n/languages/de/button.js';
import { BUTTON as es } from '../../i18n/languages/es/button.js';
import { BUTTON as fr } from '../../i18n/languages/fr/button.js';
import { BUTTON as he } from '../../i18n/languages/he/button.js';
import { BUTTON as ja } from '../../i18n/languages/ja/button.js';
import { BUTTON as pt } from '../../i18n/languages/pt/button.js';
import { BUTTON as zhHans } from '../../i18n/languages/zh-Hans/button.js';

/** What a button says by itself, in which language (BCP 47). */
export type ButtonWords = Readonly<Record<ButtonMessageKey, string>> & { readonly lang: string };

/** Takes that; `undefined` stands for English, which buttons have at hand. */
type Use = (words: ButtonWords | undefined) => void;

const TEXTS: Readonly<Record<Language, Readonly<Record<ButtonMessageKey, string>>>> = {
  ar,
  de,
  es,
  fr,
  he,
  ja,
  pt,
  'zh-Hans': zhHans,
};

/** The buttons that follow their language. */
const followed = new WeakMap<Element, Use>();

/** Gives a button the words of the language around it, now and whenever that changes. */
export function followLanguage(button: HTMLElement, use: Use): void {
  const isFollowed = followed.has(button);
  followed.set(button, use);
  speak(button);
  if (isFollowed) return;
  // What watches the page must not keep a button that the page has let go of.
  const place = new WeakRef(button);
  const observer = new MutationObserver(() => {
    const here = place.deref();
    if (here?.isConnected) return speak(here);
    observer.disconnect();
    if (here) followed.delete(here);
  });
  for (const root of rootsAround(button)) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  }
}

function speak(button: Element): void {
  const lang = languageFor(nearest(button, 'lang') ?? '');
  followed.get(button)?.(lang && { lang, ...TEXTS[lang] });
}
