import { expect } from '@open-wc/testing';
import { isActive, nextState } from '../../../components/call/call-state.js';

describe('the states of a call', () => {
  it('go from the lobby into the room and out again', () => {
    expect(nextState('idle', 'prepare')).to.equal('lobby');
    expect(nextState('lobby', 'join')).to.equal('joining');
    expect(nextState('joining', 'connected')).to.equal('joined');
    expect(nextState('joined', 'leave')).to.equal('left');
    expect(nextState('left', 'join')).to.equal('joining');
  });

  it('outlive a loss of signaling', () => {
    expect(nextState('joined', 'disconnected')).to.equal('reconnecting');
    expect(nextState('reconnecting', 'connected')).to.equal('joined');
    expect(isActive('reconnecting')).to.equal(true);
  });

  it('stay where a step means nothing', () => {
    expect(nextState('idle', 'leave')).to.equal('idle');
    expect(nextState('joining', 'disconnected')).to.equal('joining');
    expect(nextState('left', 'connected')).to.equal('left');
  });
});
