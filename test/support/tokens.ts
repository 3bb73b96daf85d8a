import { TOKEN_SECRET } from './token-secret.js';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** An access token (RFC 7519, HS256) for the endpoint `hosted`, good for an hour. */
export async function tokenOf(claims: Record<string, unknown>): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(TOKEN_SECRET), algorithm, false, ['sign']);
  const parts = [{ alg: 'HS256' }, { room: '*', exp: Math.floor(Date.now() / 1000) + 3600, ...claims }];
  const signed = parts.map((part) => base64url(text.encode(JSON.stringify(part)))).join('.');
  return `${signed}.${base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(signed))))}`;
}
