import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate } from 'selfsigned';
import type { Log } from './log.js';

/** Certificate and private key, in PEM form. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const LOOPBACK = ['127.0.0.1', '::1'];
const VALID_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * Where the certificate is kept. In the user's own cache rather than the shared temporary folder, because it holds a
 * private key. `XDG_CACHE_HOME` moves it.
 */
export const certificateFile = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'call-room', 'certificate.json');

/**
 * A certificate of our own for trying a call from another device: browsers warn of it, and then let the page use the
 * camera. It is kept, so that a device which has accepted it once isn't asked again, and made anew when it ends within
 * a day or does not name all the addresses.
 *
 * @param addresses IP addresses of this machine besides the loopback ones
 * @param file where it is kept; default: {@link certificateFile}
 */
export async function selfMadeCertificate(
  addresses: readonly string[],
  log: Log,
  file: string = certificateFile(),
): Promise<Certificate> {
  const ips = [...LOOPBACK, ...addresses];
  const kept = await read(file, log);
  if (kept && serves(kept, ips)) return kept;
  const made = await make(ips);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  } catch (error) {
    log.warn({ error: String(error) }, 'the certificate could not be kept; the next start makes another');
  }
  return made;
}

async function make(ips: readonly string[]): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'call-room' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, ...ips.map((ip) => ({ type: 7 as const, ip }))] },
    ],
  });
  return { cert, key };
}

async function read(file: string, log: Log): Promise<Certificate | undefined> {
  try {
    const { cert, key } = JSON.parse(await readFile(file, 'utf8')) as Partial<Certificate>;
    return typeof cert === 'string' && typeof key === 'string' ? { cert, key } : undefined;
  } catch (error) {
    log.debug({ error: String(error) }, 'no certificate is kept');
    return undefined;
  }
}

function serves({ cert }: Certificate, ips: readonly string[]): boolean {
  try {
    const certificate = new X509Certificate(cert);
    return Date.parse(certificate.validTo) > Date.now() + DAY_MS && ips.every((ip) => certificate.checkIP(ip) !== undefined);
  } catch {
    // Whatever was kept there is no certificate.
    return false;
  }
}
