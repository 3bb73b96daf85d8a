// Takes pictures of the main states, for people to look at: `npm run screenshots [part of a name]`. Needs a build.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions, findChromium } from './browsers.mjs';
import { serve } from '../dist/signaling/server/index.js';

const STORY = fileURLToPath(new URL('../test/support/story/', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../screenshots/', import.meta.url));
/** Who is at the other end of a call between the pages of the demo. */
const SHOP = '/shop.html?display-name=Ada+Lovelace&ice-servers=[]';
const DESK = '/desk.html?agent=Grace&ice-servers=[]';

/**
 * @typedef {object} Picture
 * @property {string} name Of the file.
 * @property {Record<string, string | number>} [story] Of a room that stands still: see test/support/story/story.ts.
 * @property {string} [page] Of the demo, with real people.
 * @property {number} [guests] How many further tabs join that page's room.
 * @property {number} [simulated] For how many people, whom the page itself simulates, it waits.
 * @property {number} [width] Of the window, in pixels. Default 1280.
 * @property {number} [height] Default 720.
 * @property {boolean} [dark]
 * @property {boolean} [forcedColors]
 * @property {boolean} [checked] Waits until the connection check of that page has ended.
 * @property {boolean} [settings] Opens the settings, in the call or in the lobby.
 * @property {'rings' | 'talks' | 'missed'} [call] How far a call has come from the shop to its desk, of which the page is one.
 * @property {boolean} [chat] Its chat is open, and the guest has written and offers files.
 * @property {string} [lang] Which language its page speaks.
 * @property {string} [pressed] Which button of the shop calls: a selector. Default: the first.
 */

/** A list of people of whom there is much to be known, and something to be done about one. */
const LIST = {
  others: 5,
  panel: 'people',
  about: 2,
  hosts: '3',
  hands: '2,4',
  recording: '3',
  speaking: '0',
  muted: '1,4',
  off: '1',
  quality: 'excellent,poor,lost',
};

/** @type {Picture[]} */
const PICTURES = [
  { name: 'lobby', story: { state: 'lobby' } },
  { name: 'lobby-dark', story: { state: 'lobby' }, dark: true },
  { name: 'lobby-camera-off', story: { state: 'lobby', 'own-off': 1, 'own-muted': 1 }, dark: true },
  {
    name: 'lobby-denied',
    story: { state: 'lobby', 'own-off': 1, 'own-muted': 1, error: 'device-denied-by-user', device: 'microphone-and-camera' },
  },
  { name: 'lobby-360', story: { state: 'lobby' }, width: 360, height: 640 },
  { name: 'lobby-240', story: { state: 'lobby' }, width: 240, height: 427 },
  {
    name: 'lobby-240-denied',
    story: { state: 'lobby', 'own-off': 1, error: 'device-in-use', device: 'camera' },
    width: 240,
    height: 427,
    dark: true,
  },
  { name: 'joining', story: { state: 'joining' }, dark: true },
  {
    name: 'joining-unreachable',
    story: { state: 'joining', error: 'signaling-unreachable', subject: 'wss://calls.example.com/signal' },
  },
  { name: 'alone', story: {} },
  { name: 'alone-dark', story: {}, dark: true },
  { name: 'alone-240', story: {}, width: 240, height: 427, dark: true },
  ...[1, 2, 3, 4, 8, 11].map((others) => ({
    name: `people-${others + 1}`,
    story: { others, speaking: '0', muted: '1,6', off: '2,5', connecting: '8' },
    dark: others % 2 === 0,
  })),
  { name: 'people-2-dark', story: { others: 1, speaking: '0' }, dark: true },
  { name: 'people-2-light', story: { others: 1, off: '0', muted: '0', speaking: '' } },
  { name: 'people-5-light', story: { others: 4, off: '0,2,3', muted: '0', speaking: '1' } },
  { name: 'people-12-light', story: { others: 11, off: '0,2,3,5,6,7,8,9,10', muted: '0', speaking: '2', connecting: '3' } },
  { name: 'people-2-360', story: { others: 1 }, width: 360, height: 640, dark: true },
  { name: 'people-5-360', story: { others: 4, muted: '1', off: '2' }, width: 360, height: 640 },
  { name: 'people-3-240', story: { others: 2, muted: '1', off: '1' }, width: 240, height: 427 },
  { name: 'people-12-240', story: { others: 11, muted: '1', off: '1,4,7' }, width: 240, height: 427, dark: true },
  { name: 'people-4-wide', story: { others: 3 }, width: 1600, height: 420 },
  {
    name: 'people-9-fullscreen',
    story: { others: 8, off: '3', muted: '4', width: '100vw', height: '100vh' },
    width: 1920,
    height: 1080,
    dark: true,
  },
  { name: 'own-off-muted', story: { others: 1, 'own-off': 1, 'own-muted': 1 }, dark: true },
  { name: 'reconnecting', story: { state: 'reconnecting', others: 2 }, dark: true },
  { name: 'in-call-error', story: { others: 1, error: 'device-in-use', device: 'camera', 'own-off': 1 } },
  ...[false, true].map((dark) => ({
    name: `quality${dark ? '-dark' : ''}`,
    story: { others: 4, quality: 'excellent,good,poor,lost', 'own-quality': 'poor', muted: '2', off: '1' },
    dark,
  })),
  {
    name: 'quality-rtl',
    story: { dir: 'rtl', others: 3, quality: 'good,poor,lost', muted: '1', 'own-quality': 'poor' },
  },
  { name: 'quality-240', story: { others: 3, quality: 'good,poor,lost' }, width: 240, height: 427, dark: true },
  {
    name: 'quality-forced-colors',
    story: { others: 3, quality: 'good,poor,lost', 'own-quality': 'poor', off: '0,1' },
    forcedColors: true,
  },
  ...[1280, 360, 240].map((width) => ({
    name: `unreachable-${width}`,
    story: { others: 3, connecting: '0,1,2', trouble: 'no-relay,peer-silent,network-blocked', off: '0,1,2' },
    width,
    height: width === 1280 ? 720 : Math.round(width * 1.78),
    dark: width === 360,
  })),
  { name: 'spotlight', story: { layout: 'spotlight', others: 4, speaking: '1', muted: '2', off: '3' } },
  { name: 'spotlight-dark', story: { layout: 'spotlight', others: 2, speaking: '0', pin: 'person-1', hover: 1 }, dark: true },
  { name: 'spotlight-paged', story: { layout: 'spotlight', others: 16, speaking: '5', off: '1,3' } },
  { name: 'spotlight-360', story: { layout: 'spotlight', others: 8, off: '2' }, width: 360, height: 640 },
  { name: 'spotlight-240', story: { layout: 'spotlight', others: 3, off: '2' }, width: 240, height: 427, dark: true },
  { name: 'spotlight-wide', story: { layout: 'spotlight', others: 3 }, width: 1600, height: 420 },
  { name: 'spotlight-rtl', story: { dir: 'rtl', layout: 'spotlight', others: 9, pin: 'person-2' } },
  {
    name: 'spotlight-forced-colors',
    story: { layout: 'spotlight', others: 9, off: '0,1,4', pin: 'person-1', hover: 0 },
    forcedColors: true,
  },
  ...[1, 4].map((others) => ({
    name: `floating-${others + 1}`,
    story: { layout: 'floating', others, off: '2', muted: '0' },
    dark: others === 1,
  })),
  { name: 'floating-focus', story: { layout: 'floating', others: 1, off: '0', 'own-off': 1, hover: 0 } },
  { name: 'floating-360', story: { layout: 'floating', others: 1 }, width: 360, height: 640, dark: true },
  { name: 'floating-240', story: { layout: 'floating', others: 3 }, width: 240, height: 427 },
  { name: 'floating-rtl', story: { dir: 'rtl', layout: 'floating', others: 3 } },
  {
    name: 'floating-forced-colors',
    story: { layout: 'floating', others: 1, off: '0', 'own-off': 1 },
    forcedColors: true,
    dark: true,
  },
  ...[false, true].map((dark) => ({
    name: `pages${dark ? '-dark' : ''}`,
    story: { others: 59, off: '2,5', muted: '1', speaking: '3' },
    dark,
  })),
  { name: 'pages-360', story: { others: 20, off: '2,5' }, width: 360, height: 640 },
  { name: 'pages-240', story: { layout: 'floating', others: 9, off: '2,5' }, width: 240, height: 427, dark: true },
  { name: 'pages-forced-colors', story: { others: 59, off: '0,1,2' }, forcedColors: true },
  ...[false, true].map((dark) => ({ name: `shared${dark ? '-dark' : ''}`, story: { others: 3, screens: '0' }, dark })),
  { name: 'shared-two', story: { others: 3, screens: '0,1', hover: 0 } },
  { name: 'shared-360', story: { others: 6, screens: '0' }, width: 360, height: 640, dark: true },
  { name: 'controls-menu', story: { others: 2, menu: 'more' } },
  { name: 'controls-menu-dark', story: { others: 2, menu: 'more', 'own-muted': 1 }, dark: true },
  { name: 'controls-menu-360', story: { others: 2, menu: 'more' }, width: 360, height: 640 },
  { name: 'controls-menu-rtl', story: { dir: 'rtl', others: 2, menu: 'more' }, width: 480, height: 640, dark: true },
  { name: 'controls-shortcuts', story: { others: 2, panel: 'shortcuts' } },
  { name: 'controls-shortcuts-360', story: { others: 2, panel: 'shortcuts' }, width: 360, height: 640, dark: true },
  { name: 'controls-menu-forced-colors', story: { others: 2, menu: 'more' }, forcedColors: true },
  ...[
    { name: 'list', story: LIST },
    { name: 'list-dark', story: LIST, dark: true },
    { name: 'list-host', story: { ...LIST, host: 1, waiting: 'Eve,Mallory', width: '100vw', height: '100vh' }, height: 1000 },
    { name: 'list-360', story: { ...LIST, host: 1 }, width: 360, height: 640, dark: true },
    { name: 'list-240', story: LIST, width: 240, height: 427 },
    {
      name: 'list-rtl',
      story: { ...LIST, dir: 'rtl', lang: 'ar', host: 1, waiting: 'Eve' },
      width: 900,
      height: 900,
      dark: true,
    },
    { name: 'list-forced-colors', story: { ...LIST, host: 1 }, forcedColors: true },
    { name: 'knock', story: { others: 2, host: 1, waiting: 'Eve Moneypenny' } },
    { name: 'knock-several-dark', story: { others: 3, host: 1, waiting: 'Eve,Mallory,Trent' }, dark: true },
    { name: 'knock-alone', story: { host: 1, waiting: 'Eve' }, dark: true },
    { name: 'knock-chat', story: { others: 2, host: 1, waiting: 'Eve', panel: 'chat' } },
    {
      name: 'knock-360',
      story: { others: 2, host: 1, waiting: 'Maximiliane von Hohenlohe-Waldenburg' },
      width: 360,
      height: 640,
    },
    { name: 'knock-chat-360', story: { others: 2, host: 1, waiting: 'Eve', panel: 'chat' }, width: 360, height: 640, dark: true },
    { name: 'knock-rtl', story: { others: 2, host: 1, waiting: 'Eve,Mallory', dir: 'rtl', lang: 'he' }, width: 720, height: 540 },
    { name: 'knock-forced-colors', story: { others: 2, host: 1, waiting: 'Eve' }, forcedColors: true },
  ],
  ...[false, true].map((dark) => ({
    name: `hands${dark ? '-dark' : ''}`,
    story: { others: 3, hands: '2,0', 'own-hand': 1, 'hand-notice': 1, unread: 3 },
    dark,
  })),
  { name: 'hands-360', story: { others: 2, hands: '1', 'own-hand': 1, 'hand-notice': 1, unread: 120 }, width: 360, height: 640 },
  { name: 'hands-240', story: { others: 1, 'own-hand': 1, 'hand-notice': 1, unread: 3 }, width: 240, height: 427, dark: true },
  {
    name: 'hands-rtl',
    story: { dir: 'rtl', others: 2, hands: '1', 'own-hand': 1, 'hand-notice': 1, unread: 12, panel: 'people' },
  },
  {
    name: 'hands-forced-colors',
    story: { others: 2, hands: '1', 'own-hand': 1, 'hand-notice': 1, unread: 3 },
    forcedColors: true,
  },
  ...[false, true].map((dark) => ({ name: `reactions${dark ? '-dark' : ''}`, story: { others: 2, menu: 'reactions' }, dark })),
  { name: 'reactions-360', story: { others: 2, menu: 'reactions' }, width: 360, height: 640, dark: true },
  { name: 'reactions-rtl', story: { dir: 'rtl', others: 2, menu: 'reactions' }, width: 720, height: 480 },
  { name: 'reactions-forced-colors', story: { others: 2, menu: 'reactions' }, forcedColors: true },
  { name: 'ended', story: { state: 'left', reason: 'ended' } },
  ...[false, true].map((dark) => ({ name: `recording${dark ? '-dark' : ''}`, story: { others: 3, recording: '0' }, dark })),
  { name: 'recording-360', story: { others: 3, recording: '0,1', 'own-recording': 1 }, width: 360, height: 640 },
  { name: 'recording-240', story: { others: 2, recording: '0' }, width: 240, height: 427, dark: true },
  { name: 'recording-rtl', story: { dir: 'rtl', others: 3, recording: '0', 'own-recording': 1 } },
  { name: 'recording-forced-colors', story: { others: 3, recording: '0' }, forcedColors: true },
  ...[false, true].map((dark) => ({ name: `captions${dark ? '-dark' : ''}`, story: { others: 3, captions: '0,1,2' }, dark })),
  { name: 'captions-360', story: { others: 3, captions: '0,1,2' }, width: 360, height: 640 },
  { name: 'captions-240', story: { others: 2, captions: '0,1' }, width: 240, height: 427, dark: true },
  { name: 'captions-rtl', story: { dir: 'rtl', others: 3, captions: '0,1,2,asked' }, dark: true },
  { name: 'captions-forced-colors', story: { others: 3, captions: '0,1' }, forcedColors: true },
  { name: 'captions-asked', story: { others: 3, captions: 'asked' } },
  { name: 'captions-asked-240', story: { others: 2, captions: 'asked' }, width: 240, height: 427, dark: true },
  { name: 'left', story: { state: 'left' } },
  { name: 'left-dark', story: { state: 'left' }, dark: true },
  { name: 'failed', story: { state: 'failed', error: 'unauthorized' }, dark: true },
  { name: 'failed-240', story: { state: 'failed', error: 'room-full' }, width: 240, height: 427 },
  { name: 'rtl', story: { dir: 'rtl', others: 2, muted: '0,1', room: 'اجتماع' } },
  { name: 'rtl-lobby', story: { dir: 'rtl', state: 'lobby' }, dark: true },
  { name: 'forced-colors', story: { others: 3, off: '0,1', speaking: '1', muted: '0', 'own-muted': 1 }, forcedColors: true },
  { name: 'forced-colors-lobby', story: { state: 'lobby', 'own-off': 1 }, forcedColors: true, dark: true },
  { name: 'demo-lobby', page: '/?room=quiet-otter-42&display-name=Ada' },
  { name: 'demo-call', page: '/?room=bright-comet-12&auto-join&display-name=Ada', guests: 1, dark: true },
  { name: 'demo-360', page: '/?room=bright-comet-13&auto-join&display-name=Ada', guests: 1, width: 360, height: 740 },
  { name: 'demo-chat', page: '/?room=warm-fox-1&auto-join&display-name=Ada', guests: 1, chat: true },
  { name: 'demo-chat-dark', page: '/?room=warm-fox-2&auto-join&display-name=Ada', guests: 1, chat: true, dark: true, lang: 'de' },
  {
    name: 'demo-chat-360',
    page: '/?room=warm-fox-3&auto-join&display-name=Ada',
    guests: 1,
    chat: true,
    lang: 'ja',
    width: 360,
    height: 740,
  },
  { name: 'demo-chat-rtl', page: '/?room=warm-fox-4&auto-join&display-name=Ada', guests: 1, chat: true, lang: 'ar' },
  {
    name: 'demo-chat-forced-colors',
    page: '/?room=warm-fox-5&auto-join&display-name=Ada',
    guests: 1,
    chat: true,
    forcedColors: true,
  },
  { name: 'demo-playground', page: '/playground/?auto-join', simulated: 1, height: 900 },
  { name: 'demo-playground-dark', page: '/playground/?auto-join&people=3', simulated: 3, height: 900, dark: true },
  { name: 'demo-playground-360', page: '/playground/?auto-join', simulated: 1, width: 360, height: 740 },
  ...['paper', 'midnight', 'terminal'].flatMap((theme) => [
    { name: `demo-theme-${theme}`, page: `/playground/?auto-join&people=3&theme=${theme}`, simulated: 3, height: 900 },
    { name: `demo-theme-${theme}-lobby`, page: `/playground/?theme=${theme}`, height: 900, dark: theme !== 'paper' },
  ]),
  { name: 'demo-elements', page: '/elements.html?', height: 900 },
  { name: 'demo-element', page: '/elements.html?tag=call-room', height: 900 },
  { name: 'demo-element-dark', page: '/elements.html?tag=call-controls', height: 900, dark: true },
  { name: 'demo-element-360', page: '/elements.html?tag=call-button', width: 360, height: 740 },
  {
    name: 'demo-compose',
    page: '/compose.html?room=brave-falcon-77&auto-join&display-name=Ada',
    guests: 1,
    dark: true,
    height: 1000,
  },
  { name: 'demo-settings', page: '/?room=settings&auto-join&display-name=Ada', settings: true, height: 800 },
  { name: 'demo-settings-dark', page: '/?room=settings-2&auto-join&display-name=Ada', settings: true, height: 800, dark: true },
  { name: 'demo-settings-360', page: '/?room=settings-3&auto-join&display-name=Ada', settings: true, width: 360, height: 640 },
  { name: 'demo-settings-240', page: '/?room=settings-4&auto-join', settings: true, width: 240, height: 427, dark: true },
  { name: 'demo-settings-rtl', page: '/?room=settings-5&auto-join&dir=rtl', settings: true, width: 720, height: 800 },
  { name: 'demo-settings-forced-colors', page: '/?room=settings-6&auto-join', settings: true, height: 800, forcedColors: true },
  { name: 'demo-settings-lobby', page: '/?room=settings-7&display-name=Ada', settings: true, height: 800 },
  { name: 'demo-host', page: '/host.html?room=plants&display-name=Ada', height: 1000 },
  { name: 'demo-check', page: '/check.html?room=check', height: 900 },
  { name: 'demo-check-passed', page: '/check.html?auto-start', checked: true, dark: true, height: 900 },
  { name: 'demo-check-failed', page: '/check.html?signaling=/nowhere&auto-start', checked: true, height: 900 },
  { name: 'demo-check-360', page: '/check.html?signaling=/nowhere&auto-start', checked: true, width: 360, height: 740 },
  { name: 'demo-check-240', page: '/check.html?auto-start', checked: true, width: 240, height: 427, dark: true },
  { name: 'demo-check-rtl', page: '/check.html?dir=rtl&auto-start', checked: true, width: 720, height: 900 },
  { name: 'demo-check-forced-colors', page: '/check.html?signaling=/nowhere&auto-start', checked: true, forcedColors: true },
  { name: 'demo-host-call', page: '/host.html?room=plants-2&auto-join&display-name=Ada', guests: 2, height: 1000 },
  { name: 'demo-shop', page: '/shop.html?', height: 900 },
  { name: 'demo-shop-dark', page: '/shop.html?', height: 900, dark: true },
  { name: 'demo-shop-360', page: '/shop.html?', width: 360, height: 1500 },
  { name: 'demo-shop-rtl', page: '/shop.html?dir=rtl', width: 720, height: 900, dark: true },
  { name: 'demo-shop-rings', page: '/shop.html?', call: 'rings' },
  { name: 'demo-shop-rings-360', page: '/shop.html?', call: 'rings', width: 360, height: 740, dark: true },
  { name: 'demo-shop-talks', page: '/shop.html?', call: 'talks', pressed: '[video]', dark: true },
  { name: 'demo-shop-talks-360', page: '/shop.html?', call: 'talks', pressed: '[video]', width: 360, height: 740 },
  { name: 'demo-shop-talks-in-place', page: '/shop.html?', call: 'talks', pressed: '[for]', height: 1500 },
  { name: 'demo-desk', page: '/desk.html?', height: 900 },
  { name: 'demo-desk-360', page: '/desk.html?', width: 360, height: 740, dark: true },
  { name: 'demo-desk-rings', page: '/desk.html?', call: 'rings', pressed: '[video]', height: 900 },
  { name: 'demo-desk-rings-dark', page: '/desk.html?', call: 'rings', pressed: '[video]', height: 900, dark: true },
  { name: 'demo-desk-rings-360', page: '/desk.html?', call: 'rings', pressed: '[video]', width: 360, height: 740 },
  { name: 'demo-desk-rings-rtl', page: '/desk.html?dir=rtl', call: 'rings', pressed: '[video]', width: 720, height: 900 },
  { name: 'demo-desk-rings-forced-colors', page: '/desk.html?', call: 'rings', pressed: '[video]', forcedColors: true },
  { name: 'demo-desk-talks', page: '/desk.html?', call: 'talks', pressed: '[video]', height: 900 },
  { name: 'demo-desk-missed', page: '/desk.html?', call: 'missed', height: 900, dark: true },
];

/** @param {import('puppeteer-core').Page} page */
const settled = (page) =>
  page.evaluate(async () => {
    const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await wait(900);
    const videos = /** @type {HTMLVideoElement[]} */ ([]);
    /** @type {ParentNode[]} */
    const roots = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'video') videos.push(/** @type {HTMLVideoElement} */ (element));
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    }
    // Each picture that is meant to be seen is seen, or a few seconds have passed.
    for (let turn = 0; turn < 30 && videos.some((video) => !video.hidden && video.readyState < 2); turn++) await wait(100);
  });

/** @param {number} others */
const everybodyIsSeen = (others) => {
  const { participants = [] } = /** @type {any} */ (document.querySelector('call-room'));
  return participants.filter((/** @type {any} */ { connectionState }) => connectionState === 'connected').length >= others;
};

/** Presses the button of the settings, wherever it stands; in a narrow call, the menu has it. */
const openSettings = () => {
  const room = /** @type {any} */ (document.querySelector('call-room'));
  if (room.state === 'joined') {
    room.inCall?.openPanel('settings');
    return !!room.inCall;
  }
  const button = room.shadowRoot.querySelector('lobby-devices')?.shadowRoot.querySelector('[part~=settings-button]');
  button?.click();
  return !!button;
};

/**
 * Somebody in the shop calls the desk.
 *
 * @param {import('puppeteer-core').Page} shop
 * @param {import('puppeteer-core').Page} desk
 * @param {Picture} picture
 */
async function ring(shop, desk, { call, pressed = '' }) {
  const button = `document.querySelector('call-button${pressed}')`;
  const phone = `document.querySelector('call-phone')`;
  // One of the two is in the background, where no frames are drawn.
  const reaches = (/** @type {import('puppeteer-core').Page} */ page, /** @type {string} */ condition) =>
    page.waitForFunction(condition, { polling: 100 });
  await reaches(desk, `${phone}.state === 'online'`);
  await shop.evaluate(`${button}.click()`);
  await reaches(desk, `${phone}.matches(':state(ringing)')`);
  await reaches(shop, `${button}.state === 'ringing'`);
  if (call === 'talks') await desk.evaluate(`${phone}.accept()`);
  if (call === 'missed') await shop.evaluate(`${button}.hangUp()`);
  if (call === 'talks') await reaches(shop, `${button}.state === 'connected'`);
  if (call === 'missed') await reaches(desk, `${phone}.missed.length === 1`);
}

/**
 * The two write to each other, and send files: some are offered, one has come, one is refused for its size.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').Page} guest
 */
async function chat(page, guest) {
  const room = `document.querySelector('call-room')`;
  const offer = (/** @type {string} */ name, /** @type {number} */ size) =>
    `await files.offer(new File([new Uint8Array(${size})], ${JSON.stringify(name)}));`;
  const does = (/** @type {import('puppeteer-core').Page} */ one, /** @type {string} */ acts) =>
    one.evaluate(`(async () => {
      const { chat, exchange } = await ${room}.call.extras();
      const files = await chat.files();
      while (!exchange.peers.length) await new Promise((resolve) => setTimeout(resolve, 50));
      ${acts}
    })()`);
  await page.waitForFunction(`${room}.inCall`, { polling: 100 });
  await page.evaluate(`${room}.inCall.openPanel('chat')`);
  const plan = offer('Floor plan with all the changes of last week, version 3.pdf', 3_400_000);
  await does(guest, `chat.send('The plan: https://example.com/plan'); ${plan} ${offer('Film.mp4', 90_000_000)}`);
  await does(
    page,
    `const offered = () => chat.messages.filter(({ own, file }) => file && !own);
    while (offered().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    const [plan, film] = offered();
    files.accept(plan.id);
    files.accept(film.id);
    while (!files.of(film)[0].bytes) await new Promise((resolve) => setTimeout(resolve, 10));
    files.cancel(files.of(film)[0]);
    ${offer('Budget 2027 (final).xlsx', 48_213)}`,
  );
  await does(
    guest,
    `const offered = () => chat.messages.find(({ own, file }) => file && !own);
    while (!offered()) await new Promise((resolve) => setTimeout(resolve, 50));
    files.accept(offered().id);`,
  );
}

/** @param {import('puppeteer-core').Browser} browser @param {Picture} picture @param {{ story: string, demo: string }} origins */
async function take(browser, picture, origins) {
  const { name, story, page: path, guests = 0, width = 1280, height = 720, dark = false, forcedColors = false } = picture;
  const context = await browser.createBrowserContext();
  try {
    const open = async (/** @type {string} */ address) => {
      const page = await context.newPage();
      await page.setViewport({ width, height });
      const features = [
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        ...(forcedColors ? [{ name: 'forced-colors', value: 'active' }] : []),
      ];
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features });
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      return page;
    };
    const query = new URLSearchParams(Object.entries(story ?? {}).map(([key, value]) => [key, String(value)]));
    const address = story ? `${origins.story}/?${query}` : `${origins.demo}${path}&ice-servers=[]`;
    /** @type {import('puppeteer-core').Page[]} */
    const others = [];
    for (let guest = 0; guest < guests; guest++) {
      const url = new URL(address);
      url.searchParams.set('display-name', ['Grace Hopper', 'Alan'][guest] ?? '');
      url.searchParams.set('auto-join', '');
      others.push(await open(url.href));
    }
    // Its buttons and dialogs float in the window, which is what is to be seen of it.
    const isShop = path?.startsWith('/shop') ?? false;
    const other = picture.call && (await open(origins.demo + (isShop ? DESK : SHOP)));
    const page = await open(address);
    if (other) await (isShop ? ring(page, other, picture) : ring(other, page, picture));
    if (picture.lang) await page.evaluate(`document.documentElement.lang = '${picture.lang}'`);
    if (picture.chat && others[0]) await chat(page, others[0]);
    if (picture.checked) await page.waitForFunction('document.querySelector("call-check").report', { timeout: 60_000 });
    if (picture.simulated) await page.waitForFunction(everybodyIsSeen, { polling: 100 }, picture.simulated);
    if (picture.settings) await page.waitForFunction(openSettings, { polling: 100 });
    await settled(page);
    await page.screenshot({
      path: /** @type {`${string}.png`} */ (`${OUTPUT}${name}.png`),
      fullPage: !!path && !isShop && !picture.settings,
    });
  } finally {
    await context.close();
  }
}

/** Serves the story page on a free port. */
async function serveStories() {
  const { outputFiles } = await build({
    entryPoints: [`${STORY}story.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: fileURLToPath(new URL('../tsconfig.base.json', import.meta.url)),
    logLevel: 'silent',
  });
  const server = createServer((request, response) => {
    const isScript = request.url?.startsWith('/story.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? outputFiles[0]?.text : readFileSync(`${STORY}story.html`));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return server;
}

const wanted = PICTURES.filter(({ name }) => name.includes(process.argv[2] ?? ''));
if (!process.argv[2]) rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const stories = await serveStories();
const demo = await serve({ port: 0, host: '127.0.0.1' });
const browser = await puppeteer.launch(chromiumLaunchOptions(await findChromium()));
try {
  const address = stories.address();
  const port = typeof address === 'object' ? address?.port : 0;
  for (const picture of wanted) await take(browser, picture, { story: `http://localhost:${port}`, demo: demo.url });
  process.stdout.write(`${wanted.length} pictures in screenshots/\n`);
} finally {
  await browser.close();
  await demo.close();
  stories.close();
}
