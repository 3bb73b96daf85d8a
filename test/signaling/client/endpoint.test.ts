import { expect } from '@open-wc/testing';
import { resolveEndpoint, withQuery } from '../../../signaling/client/endpoint.js';

const page = 'https://example.com/rooms/index.html';
const url = (template: string, room = 'stand up', peer = 'p1'): string => resolveEndpoint(template, room, peer, page).url;

describe('the signaling endpoint', () => {
  it('takes wss: and ws: as they are', () => {
    expect(url('wss://a.example/signal')).to.equal('wss://a.example/signal?room=stand%20up');
    expect(url('ws://localhost:1/x')).to.equal('ws://localhost:1/x?room=stand%20up');
  });

  it('is relative to the page', () => {
    expect(url('/signal')).to.equal('wss://example.com/signal?room=stand%20up');
    expect(url('signal')).to.equal('wss://example.com/rooms/signal?room=stand%20up');
    expect(resolveEndpoint('/signal', 'r', 'p', 'http://localhost:8080/').url).to.equal('ws://localhost:8080/signal?room=r');
  });

  it('fills in and escapes room and peer', () => {
    expect(url('wss://a.example/{room}/{peer}', 'a/b?c#d é', 'x_1')).to.equal('wss://a.example/a%2Fb%3Fc%23d%20%C3%A9/x_1');
  });

  it('puts the room into the messages only where the address does not tell it', () => {
    expect(resolveEndpoint('wss://a.example/{room}', 'r', 'p', page).roomInMessages).to.equal(false);
    expect(resolveEndpoint('wss://a.example/', 'r', 'p', page).roomInMessages).to.equal(true);
  });

  it('keeps what the query holds, and drops the fragment', () => {
    expect(url('wss://a.example/s?x=1&y=%20#top', 'r')).to.equal('wss://a.example/s?x=1&y=%20&room=r');
  });

  it('says what is wrong with an address', () => {
    expect(() => url('ftp://a.example/')).to.throw(TypeError, 'wss:');
    expect(() => url('wss://')).to.throw(TypeError);
  });

  it('adds to a query what there is to add', () => {
    expect(withQuery('wss://a/', { token: undefined, resume: '' })).to.equal('wss://a/');
    expect(withQuery('wss://a/?b=1', { token: 'x&y' })).to.equal('wss://a/?b=1&token=x%26y');
  });
});
