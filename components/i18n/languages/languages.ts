import type { Language } from './language-for.js';
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
} as const satisfies Readonly<Record<Language, Readonly<Record<Bundle, Loader>>>>;
