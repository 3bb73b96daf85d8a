import { expect } from '@open-wc/testing';
import type { Link } from '../../../../components/call/transport.js';
import { measure } from '../../../../components/call/upkeep/vitals.js';

/** A link with something to ask about. */
async function link(): Promise<Link> {
  const connection = new RTCPeerConnection({ iceServers: [] });
  connection.addTransceiver('audio');
  await connection.setLocalDescription();
  return { connection, tell: () => true, restart() {}, resume() {} };
}

describe('a look at all links', () => {
  it('ends when one of them is closed meanwhile', async () => {
    const [ada, bob] = [await link(), await link()];
    const looking = measure(
      new Map([
        ['ada', ada],
        ['bob', bob],
      ]),
    );
    ada.connection.close();
    expect((await looking).map(({ peer }) => peer)).to.include('bob');
    bob.connection.close();
  });
});
