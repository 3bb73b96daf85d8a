import type { CandidateInit } from '../../../signaling/protocol/index.js';

/**
 * A description without any address in it: no candidates, and no default one either, which stands in `c=`, `m=` and `a=rtcp`
 * once candidates are known (RFC 8839, 4.3.1). The values instead are those of a description that has none yet (RFC 8840, 4.1.1).
 */
export function withoutAddresses(sdp: string): string {
  return sdp
    .split(/\r?\n/)
    .filter((line) => !/^a=(?:candidate:|end-of-candidates)/.test(line))
    .map((line) =>
      line
        .replace(/^c=.*/, 'c=IN IP4 0.0.0.0')
        .replace(/^a=rtcp:.*/, 'a=rtcp:9 IN IP4 0.0.0.0')
        // A section with port 0 is rejected.
        .replace(/^(m=\w+) [1-9]\d* /, '$1 9 '),
    )
    .join('\r\n');
}

/** The candidates of a description, each with the media section that it stands in. */
export function candidatesIn(sdp: string): CandidateInit[] {
  return sdp
    .split(/^(?=m=)/m)
    .slice(1)
    .flatMap((section, sdpMLineIndex) => {
      const sdpMid = /^a=mid:(.*)\r$/m.exec(section)?.[1] ?? null;
      const usernameFragment = /^a=ice-ufrag:(.*)\r$/m.exec(section)?.[1] ?? null;
      return [...section.matchAll(/^a=(candidate:.*)\r$/gm)].map(([, candidate = '']) => ({
        candidate,
        sdpMid,
        sdpMLineIndex,
        usernameFragment,
      }));
    });
}
