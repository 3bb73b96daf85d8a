import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { type Lab, noLab, startLab } from './lab.js';
import type { NatKind } from './support/nat.js';
import { TURN_ADDRESSES, type HostName } from './support/network.js';

/** What RFC 5780 finds out about a router, in the words of coturn's own tool. */
const FINDINGS: Readonly<Record<NatKind, readonly string[]>> = {
  'full-cone': ['NAT with Endpoint Independent Mapping!', 'NAT with Endpoint Independent Filtering!'],
  'port-restricted': ['NAT with Endpoint Independent Mapping!', 'NAT with Address and Port Dependent Filtering!'],
  symmetric: ['NAT with Address and Port Dependent Mapping!', 'NAT with Address and Port Dependent Filtering!'],
};

/** What a host finds out about the router before it. Takes 6 s where no answer is one. */
async function findings(lab: Lab, host: HostName): Promise<string[]> {
  const args = ['netns', 'exec', lab.network.host(host).name, 'turnutils_natdiscovery', '-m', '-f', TURN_ADDRESSES[0]];
  const { stdout } = await promisify(execFile)('ip', args, { timeout: 30_000 });
  return stdout.split('\n').filter((line) => line.startsWith('NAT with'));
}

test('The routers of the laboratory', { skip: noLab }, async (suite) => {
  const lab = await startLab(suite);

  await suite.test('translate as they should', async () => {
    lab.network.nat('A', 'port-restricted');
    lab.network.nat('B', 'symmetric');
    const [a, b] = await Promise.all([findings(lab, 'lanA'), findings(lab, 'lanB')]);
    assert.deepEqual(a, FINDINGS['port-restricted']);
    assert.deepEqual(b, FINDINGS.symmetric);
    lab.network.nat('A', 'full-cone');
    assert.deepEqual(await findings(lab, 'lanA'), FINDINGS['full-cone']);
  });

  await suite.test('let no UDP out where they block it', async () => {
    lab.network.nat('A', 'full-cone', 'no-udp');
    assert.deepEqual(await findings(lab, 'lanA'), []);
  });
});
