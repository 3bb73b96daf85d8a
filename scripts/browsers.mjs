// Finds a browser on this machine, and says how to start it for tests. Shared by the test runner's
// configuration, the flows, the screenshots and the benchmarks.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, homedir, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/**
 * @typedef {object} FoundChromium
 * @property {string} executablePath
 * @property {'CHROME_PATH' | 'installed' | 'playwright' | 'packed'} how Where it was found.
 * @property {boolean | 'shell'} headless What puppeteer needs: the packed one is a headless shell.
 * @property {Record<string, string>} env Environment variables that it needs beyond ours.
 */

/**
 * @typedef {object} MediaOptions
 * @property {'granted' | 'denied' | 'open'} [permission] How the person answers the request for camera and microphone. Default: granted.
 *   With `open` it is up to the test, by `Browser.setPermission`; until then it counts as refused. (Chromium only.)
 * @property {boolean} [camera] Whether there is a camera. Default: true. (Chromium only.)
 * @property {boolean} [devices] Whether capture devices are fake ones. Default: true. Otherwise they are the machine's, if it has any.
 * @property {string} [cameraFile] A .y4m file that the camera shows for ever, see `test/support/camera.ts`. (Chromium only.)
 * @property {string[]} [args] Further arguments.
 */

/** Set `CHROME_PATH` to this word to run the browser that npm brought along, whatever else is installed. */
const PACKED = 'packed';

const HOW_TO_GET_ONE = [
  'No Chromium was found. Any of these helps:',
  '  - install Google Chrome, Chromium or Microsoft Edge',
  '  - npx playwright install chromium',
  '  - set CHROME_PATH to the executable of one that is somewhere else',
  'On Linux x64 the optional package @sparticuz/chromium would have done; `npm ci` installs it.',
].join('\n');

/**
 * The Chromium that tests run in: `CHROME_PATH`, an installed Chrome, Chromium or Edge, one that Playwright
 * downloaded, or the one in `@sparticuz/chromium` (Linux x64; unpacked once to the system's temporary folder).
 *
 * @returns {Promise<FoundChromium>}
 * @throws {Error} with what to do, when there is none
 */
export async function findChromium() {
  const wish = process.env['CHROME_PATH'];
  if (wish && wish !== PACKED) {
    if (!existsSync(wish)) throw new Error(`CHROME_PATH names a file that does not exist: ${wish}`);
    return { executablePath: wish, how: 'CHROME_PATH', headless: true, env: {} };
  }
  const installed = wish ? undefined : firstExisting(INSTALLED_CHROMIUM[platform()] ?? []);
  if (installed) return { executablePath: installed, how: 'installed', headless: true, env: {} };
  const playwright = wish ? undefined : playwrightChromium();
  if (playwright) return { executablePath: playwright, how: 'playwright', headless: true, env: {} };
  const packed = await packedChromium();
  if (packed) return packed;
  throw new Error(HOW_TO_GET_ONE);
}

/**
 * The Firefox that tests run in as well: `FIREFOX_PATH` or an installed one.
 *
 * @returns {string | undefined} the path of the executable
 * @throws {Error} when there is none and the environment says `CI=true`: there nothing is skipped
 */
export function findFirefox() {
  const wish = process.env['FIREFOX_PATH'];
  if (wish && !existsSync(wish)) throw new Error(`FIREFOX_PATH names a file that does not exist: ${wish}`);
  const found = wish || firstExisting(INSTALLED_FIREFOX[platform()] ?? []);
  if (!found && process.env['CI'] === 'true') {
    throw new Error('No Firefox was found, and with CI=true nothing may be skipped. Install firefox-esr or set FIREFOX_PATH.');
  }
  return found;
}

/**
 * How puppeteer starts Chromium: fake devices, no permission prompts, sound without a gesture, timers at full
 * speed in every window, and no way to reach any machine but this one.
 *
 * @param {FoundChromium} found
 * @param {MediaOptions} [media]
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export function chromiumLaunchOptions(found, media = {}) {
  const { permission = 'granted', camera = true, devices = true, cameraFile, args = [] } = media;
  return {
    executablePath: found.executablePath,
    headless: found.headless,
    // When the process at the other end of the pipe dies, however it dies, so does the browser.
    pipe: true,
    env: { ...process.env, ...found.env },
    args: [
      // Chromium's sandbox refuses to run as root, and needs a helper that the packed one has not.
      ...(process.getuid?.() === 0 || found.how === PACKED ? ['--no-sandbox'] : []),
      ...(devices ? [`--use-fake-device-for-media-stream${camera ? '' : '=device-count=0'}`] : []),
      ...(cameraFile && devices && camera ? [`--use-file-for-fake-video-capture=${cameraFile}`] : []),
      ...(permission === 'open' ? [] : [`--use-fake-ui-for-media-stream${permission === 'denied' ? '=deny' : ''}`]),
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      // Names: only these are ever resolved (`EXCLUDE` wins over every `MAP`). `*.test` is an insecure context.
      '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      // Host candidates with plain addresses: an mDNS name would have to be multicast.
      '--disable-features=WebRtcHideLocalIpsWithMdns,OptimizationHints,MediaRouter',
      // Calls work on a machine without any network as well.
      '--allow-loopback-in-peer-connection',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-pings',
      ...args,
    ],
  };
}

/**
 * The same for Firefox.
 *
 * @param {string} executablePath
 * @param {Pick<MediaOptions, 'permission' | 'devices'>} [media]
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export function firefoxLaunchOptions(executablePath, { permission = 'granted', devices = true } = {}) {
  return {
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': devices,
      'media.navigator.permission.disabled': permission === 'granted',
      // 2: refuse without asking. A person who is not there can't answer.
      ...(permission === 'denied' ? { 'permissions.default.camera': 2, 'permissions.default.microphone': 2 } : {}),
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      'media.gmp-manager.updateEnabled': false,
      // Every name is this machine.
      'network.dns.forceResolve': '127.0.0.1',
    },
  };
}

const PROGRAM_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
/** @param {string} path */
const inPrograms = (path) => PROGRAM_FOLDERS.map((folder) => join(folder, path));
/** @param {string[]} names */
const onPath = (...names) =>
  names.flatMap((name) => (process.env['PATH'] ?? '').split(':').flatMap((folder) => (folder ? [join(folder, name)] : [])));

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const INSTALLED_CHROMIUM = {
  linux: onPath(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].flatMap((folder) =>
    inPrograms(`${folder}/Application/${folder === 'Microsoft/Edge' ? 'msedge' : 'chrome'}.exe`),
  ),
};

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const INSTALLED_FIREFOX = {
  linux: onPath('firefox-esr', 'firefox'),
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: inPrograms('Mozilla Firefox/firefox.exe'),
};

/** @param {string[]} paths */
const firstExisting = (paths) => paths.find((path) => existsSync(path));

/** The newest Chromium in Playwright's cache; Playwright itself need not be installed. */
function playwrightChromium() {
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
    }[/** @type {string} */ (platform())] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  const versions = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  const executables = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return firstExisting(versions.flatMap((version) => executables.map((path) => join(cache, version, path))));
}

/**
 * The Chromium of `@sparticuz/chromium`. Of that package only the executable is used: its list of arguments has
 * `--single-process`, with which calls hang.
 *
 * @returns {Promise<FoundChromium | undefined>}
 */
async function packedChromium() {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  const require = createRequire(import.meta.url);
  /** @type {string} */
  let folder;
  try {
    folder = dirname(require.resolve('@sparticuz/chromium'));
  } catch {
    return undefined; // It is optional: not installed is an answer.
  }
  while (!existsSync(join(folder, 'bin')) && dirname(folder) !== folder) folder = dirname(folder);
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  return { executablePath, how: PACKED, headless: 'shell', env: librariesFor(executablePath, join(folder, 'bin/al2023.tar.br')) };
}

/**
 * A bare machine has no NSS, without which Chromium does not start. The package brings it, but unpacks it only
 * on AWS.
 *
 * @param {string} executablePath
 * @param {string} archive
 * @returns {Record<string, string>}
 */
function librariesFor(executablePath, archive) {
  if (!spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout?.includes('not found')) return {};
  const folder = join(tmpdir(), 'call-room-chromium-libraries');
  if (!existsSync(folder)) {
    const unfinished = `${folder}-${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const tar = join(unfinished, 'libraries.tar');
    writeFileSync(tar, brotliDecompressSync(readFileSync(archive)));
    execFileSync('tar', ['-xf', tar, '-C', unfinished]);
    rmSync(tar);
    renameSync(unfinished, folder);
  }
  return { LD_LIBRARY_PATH: [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
}
