import { expect } from '@open-wc/testing';
import { DEFAULT_ICE_SERVERS, iceConfiguration, whyUnusable } from '../../../components/call/ice-configuration.js';

const own = [{ urls: 'stun:own.test' }];
const server = [{ urls: ['turn:server.test'], username: 'u', credential: 'c' }];

describe('ICE servers', () => {
  it('are the public default only when nobody names any', () => {
    expect(iceConfiguration(undefined, undefined).iceServers).to.deep.equal(DEFAULT_ICE_SERVERS);
  });

  it('can be emptied by the page or by the server', () => {
    expect(iceConfiguration([], undefined).iceServers).to.deep.equal([]);
    expect(iceConfiguration(undefined, []).iceServers).to.deep.equal([]);
  });

  it("are the page's own and the server's together", () => {
    expect(iceConfiguration(own, server).iceServers).to.deep.equal([...own, ...server]);
  });

  it('are tried on the browser, which says what it has against them', () => {
    expect(whyUnusable({ urls: 'stun:x.test' })).to.equal(undefined);
    expect(whyUnusable({ urls: 'http://x' })).to.be.instanceOf(Error);
    expect(whyUnusable({ urls: 'turn:x.test' })).to.be.instanceOf(Error);
  });
});
