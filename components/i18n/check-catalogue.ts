import type { CheckCode, CheckFigures, CheckState, CheckStep, CheckStepName } from '../call/check/check-report.js';
import { fillIn, type MessageParams } from './fill-in.js';

/**
 * What each finding says: what is the matter and, where something is, what to do about it. `{device}`, `{rate}` and the
 * figures of the step are filled in.
 */
const CODES: Record<CheckCode, string> = {
  'not-wanted': 'This call does without.',
  stopped: 'Not checked.',
  unexpected: 'Something failed that nobody foresaw. Send the report to the owner of this page.',
  'webrtc-unsupported': 'This browser can’t make calls. Open the page in a current one.',
  'device-works': 'Allowed, and it starts.',
  'device-denied-by-user': 'You haven’t allowed your {device}. Allow it beside the address bar, then run the check again.',
  'device-denied-by-policy': 'This page may not use your {device}. Ask its owner to permit it.',
  'device-not-found': 'No {device} found. Connect one, then run the check again.',
  'device-in-use': 'Another program uses your {device}. Close it there, then run the check again.',
  'device-constraint': 'Your {device} can’t do what a call needs. Try another one.',
  'device-unknown': 'Your {device} didn’t start. Connect it anew, then run the check again.',
  'insecure-context': 'Your {device} can’t be used, because this page isn’t secure. Open it with https:.',
  'device-missing': 'Nothing to check without a {device}.',
  'page-hidden': 'The page was out of sight. Keep it in front, then run the check again.',
  'picture-seen': 'It arrives: {width} × {height}, {framesPerSecond} frames a second.',
  'picture-black': 'Your camera shows nothing but black. Open its cover, or turn on a light.',
  'picture-missing': 'Your camera sends no picture. Connect it anew, or close other programs that use it.',
  'sound-heard': 'Your microphone hears you.',
  'sound-faint': 'Your microphone hears very little. If you have just spoken, move it closer or turn it up.',
  'sound-silent': 'Your microphone sends silence. Unmute it on the device itself or in your system’s settings.',
  'sound-unmeasured': 'This browser doesn’t tell how loud it is.',
  'signaling-answers': 'It answers after {roundTripMs} ms.',
  'signaling-unnamed': 'This page names none.',
  'signaling-invalid': 'Its address is wrong. Tell the owner of this page.',
  'signaling-unreachable': 'No answer. Check your network; a firewall or VPN may block the way.',
  'signaling-silent': 'It connects, but passes nothing on. Tell the owner of this page.',
  'signaling-refused': 'It refuses this page. Tell the owner; the report says why.',
  'token-unavailable': 'This page couldn’t get you an invitation. Reload it, or tell its owner.',
  unauthorized: 'You have no access to this call. Ask for a new invitation.',
  'ice-servers-known': '{stunServers} for STUN, {turnServers} for TURN.',
  'ice-servers-none': 'This site has none, so calls stay within one network.',
  'ice-servers-invalid': 'The address of a helper server is wrong. Tell the owner of this page.',
  'stun-answers': 'Found after {roundTripMs} ms.',
  'stun-none': 'This site names no STUN server.',
  'stun-unreachable': 'No answer. Your network may block calls: try another one, or turn off VPN and firewall.',
  'turn-relays': 'It passes data on, by {relayProtocols}.',
  'turn-none': 'This site has none, so people in strict networks can’t be reached.',
  'turn-unreachable': 'No answer. Your network may block it: try another one, or turn off VPN and firewall.',
  'turn-refused': 'It refuses this site’s credentials. Tell the owner of this page.',
  'turn-blocked': 'It answers, but passes nothing on. Tell the owner of this page.',
  'bitrate-video': '{rate}: enough for sound and pictures.',
  'bitrate-audio': '{rate}: enough for sound, too little for pictures. Turn your camera off in calls.',
  'bitrate-low': '{rate}: too little for a call. Move closer to your Wi-Fi, or try another network.',
  'bitrate-delayed': '{rate}, but {roundTripMs} ms there and back: you will talk over each other. Try another network.',
  'bitrate-stalled': 'Nothing got through the relay. Try another network.',
  'bitrate-local': 'Data flows within this browser. The way beyond can’t be measured without a relay.',
  'bitrate-unmeasured': 'It can’t be measured without a relay.',
};

/** The names of the steps. */
const STEPS: Record<CheckStepName, string> = {
  microphone: 'Microphone',
  camera: 'Camera',
  picture: 'Picture',
  sound: 'Sound',
  signaling: 'Server of the call',
  'ice-servers': 'Helper servers (ICE)',
  stun: 'Public address (STUN)',
  turn: 'Relay (TURN)',
  bitrate: 'Speed',
};

/** The words for the states of a step. */
const STATES: Record<CheckState, string> = {
  waiting: 'Waiting',
  running: 'Checking…',
  passed: 'OK',
  warning: 'Warning',
  failed: 'Problem',
  skipped: 'Skipped',
};

/** Every text of `<call-check>`, in English. Other languages have the same keys. */
export const CHECK_ENGLISH = {
  ...CODES,
  ...STEPS,
  ...STATES,
  title: 'Connection check',
  // Devices, as they stand in a sentence.
  'the-microphone': 'microphone',
  'the-camera': 'camera',
  // What to do while a step runs.
  'allow-device': 'Allow it when your browser asks.',
  'say-something': 'Say something.',
  // The sentence at the top.
  introduction: 'See in a few seconds whether calls work here: devices, network and servers.',
  progress: 'Checking, step {step} of {steps}…',
  'all-well': 'All is well: calls work here.',
  'some-limits': 'Calls work here, with limits. See below.',
  'one-problem': 'There is a problem. See below what to do.',
  'many-problems': 'There are {count} problems. See below what to do.',
  'check-stopped': 'The check was stopped.',
  // Buttons.
  start: 'Run check',
  again: 'Run again',
  stop: 'Stop',
  copy: 'Copy report',
  copied: 'Copied',
  'copy-by-hand': 'Copy this text:',
  // Announcements.
  'said-step': '{step}: {state}',
} as const;

/** The name of a text in the catalogue of the check. */
export type CheckMessageKey = keyof typeof CHECK_ENGLISH;

/** A catalogue, or the part of one that replaces English texts; `{rate}` and the like are filled in. */
export type CheckMessages = { readonly [Key in CheckMessageKey]?: string };

/** Finds a text of the check by its key and fills it in. */
export type CheckTranslate = (key: CheckMessageKey, params?: MessageParams) => string;

/** A {@link CheckTranslate} over some catalogues, the earliest that knows a key winning, English last. */
export const checkTranslator =
  (...catalogues: readonly (CheckMessages | undefined)[]): CheckTranslate =>
  (key, params = {}) =>
    fillIn(catalogues.find((catalogue) => catalogue?.[key] !== undefined)?.[key] ?? CHECK_ENGLISH[key], params);

/** What a step says to a person, with numbers as they are written in this language; empty while there is nothing to say. */
export function checkSentence({ name, state, code, figures }: CheckStep, text: CheckTranslate, lang = 'en'): string {
  if (code) {
    const device = text(name === 'camera' || name === 'picture' ? 'the-camera' : 'the-microphone');
    return text(code, { ...numbersOf(figures), device, rate: rateOf(figures, lang), relayProtocols: protocolsOf(figures, lang) });
  }
  if (state !== 'running') return '';
  if (name === 'microphone' || name === 'camera') return text('allow-device');
  return name === 'sound' ? text('say-something') : '';
}

/** One sentence for all steps. */
export function checkSummary(steps: readonly CheckStep[], text: CheckTranslate): string {
  const step = steps.findIndex(({ state }) => state === 'running') + 1;
  if (step > 0) return text('progress', { step, steps: steps.length });
  if (steps.some(({ state }) => state === 'waiting')) return text('introduction');
  if (steps.some(({ code }) => code === 'stopped')) return text('check-stopped');
  const count = steps.filter(({ state }) => state === 'failed').length;
  if (count > 0) return text(count === 1 ? 'one-problem' : 'many-problems', { count });
  return text(steps.some(({ state }) => state === 'warning') ? 'some-limits' : 'all-well');
}

const numbersOf = (figures: CheckFigures): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));

const protocolsOf = ({ relayProtocols = [] }: CheckFigures, lang: string): string =>
  new Intl.ListFormat(lang).format(relayProtocols.map((protocol) => protocol.toUpperCase()));

/** In the unit that people know from their contract. */
function rateOf({ bitrateKbps = 0 }: CheckFigures, lang: string): string {
  const [number, unit, digits] = bitrateKbps < 1000 ? [bitrateKbps, 'kbit/s', 0] : [bitrateKbps / 1000, 'Mbit/s', 1];
  const written = number.toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${written} ${unit}`;
}
