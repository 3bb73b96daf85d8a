import type { Texts } from './translation.js';

/** What is loaded in one go: the texts of some areas. */
export type Bundle = 'call' | 'devices' | 'in-call' | 'check' | 'ringing' | 'chat';

type Loader = () => Promise<{ readonly TEXTS: Texts }>;

/** Every language besides English, and where its texts are. */
export const LANGUAGES = {
  ar: {
    call: () => import('./ar-call.js'),
    devices: () => import('./ar-devices.js'),
    'in-call': () => import('./ar-in-call.js'),
    check: () => import('./ar-check.js'),
    ringing: () => import('./ar-ringing.js'),
    chat: () => import('./ar-chat.js'),
  },
  de: {
    call: () => import('./de-call.js'),
    devices: () => import('./de-devices.js'),
    'in-call': () => import('./de-in-call.js'),
    check: () => import('./de-check.js'),
    ringing: () => import('./de-ringing.js'),
    chat: () => import('./de-chat.js'),
  },
  es: {
    call: () => import('./es-call.js'),
    devices: () => import('./es-devices.js'),
    'in-call': () => import('./es-in-call.js'),
    check: () => import('./es-check.js'),
    ringing: () => import('./es-ringing.js'),
    chat: () => import('./es-chat.js'),
  },
  fr: {
    call: () => import('./fr-call.js'),
    devices: () => import('./fr-devices.js'),
    'in-call': () => import('./fr-in-call.js'),
    check: () => import('./fr-check.js'),
    ringing: () => import('./fr-ringing.js'),
    chat: () => import('./fr-chat.js'),
  },
  he: {
    call: () => import('./he-call.js'),
    devices: () => import('./he-devices.js'),
    'in-call': () => import('./he-in-call.js'),
    check: () => import('./he-check.js'),
    ringing: () => import('./he-ringing.js'),
    chat: () => import('./he-chat.js'),
  },
  ja: {
    call: () => import('./ja-call.js'),
    devices: () => import('./ja-devices.js'),
    'in-call': () => import('./ja-in-call.js'),
    check: () => import('./ja-check.js'),
    ringing: () => import('./ja-ringing.js'),
    chat: () => import('./ja-chat.js'),
  },
  pt: {
    call: () => import('./pt-call.js'),
    devices: () => import('./pt-devices.js'),
    'in-call': () => import('./pt-in-call.js'),
    check: () => import('./pt-check.js'),
    ringing: () => import('./pt-ringing.js'),
    chat: () => import('./pt-chat.js'),
  },
  'zh-Hans': {
    call: () => import('./zh-Hans-call.js'),
    devices: () => import('./zh-Hans-devices.js'),
    'in-call': () => import('./zh-Hans-in-call.js'),
    check: () => import('./zh-Hans-check.js'),
    ringing: () => import('./zh-Hans-ringing.js'),
    chat: () => import('./zh-Hans-chat.js'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Bundle, Loader>>>>;

/** A language that there are texts in, besides English; its BCP 47 tag. */
export type Language = keyof typeof LANGUAGES;

/** Other names of these languages, by their primary subtag. */
const OTHER_NAMES: Readonly<Record<string, Language>> = { iw: 'he', zh: 'zh-Hans' };

/** Where Chinese is written in traditional characters, unless the tag names a script. */
const TRADITIONAL = ['tw', 'hk', 'mo'];

/**
 * The language that comes nearest to a BCP 47 tag, found by shortening the tag (RFC 4647, 3.4): that of Brazil is Portuguese, too.
 * `undefined` stands for English, and so for every language that there are no texts in; traditional Chinese is one of them.
 */
export function languageFor(tag: string): Language | undefined {
  const [primary = '', ...more] = tag.trim().toLowerCase().split(/[-_]/);
  if (primary === 'zh' && !more.includes('hans') && more.some((part) => part === 'hant' || TRADITIONAL.includes(part))) {
    return undefined;
  }
  if (Object.hasOwn(OTHER_NAMES, primary)) return OTHER_NAMES[primary];
  return Object.hasOwn(LANGUAGES, primary) ? (primary as Language) : undefined;
}

/** True for languages that are written from right to left. */
export const isRightToLeft = (language: Language | undefined): boolean => language === 'ar' || language === 'he';
