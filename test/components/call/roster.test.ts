import { expect } from '@open-wc/testing';
import { Roster } from '../../../components/call/roster.js';

describe('the roster', () => {
  const rosterWithBob = (trusted = false): Roster => {
    const roster = new Roster(() => undefined);
    roster.add('bob', 'Bob', new MediaStream(), trusted);
    roster.introduce('bob');
    return roster;
  };

  it('gives frozen snapshots, and another list only after a change', () => {
    const roster = rosterWithBob();
    const { participants } = roster;
    expect(participants).to.be.frozen;
    expect(participants[0]).to.be.frozen;
    roster.change('bob', { audio: false });
    expect(roster.participants).to.equal(participants);
    roster.change('bob', { audio: true });
    expect(roster.participants).not.to.equal(participants);
    expect(roster.participants[0]?.audio).to.equal(true);
  });

  it('tells who came, changed and left', () => {
    const told: string[] = [];
    const roster = new Roster((news, { displayName }) => told.push(`${news} ${displayName}`));
    roster.add('bob', '', new MediaStream());
    roster.rename('bob', 'Bob');
    roster.introduce('bob');
    roster.introduce('bob');
    roster.rename('bob', 'Robert');
    roster.remove('bob');
    roster.remove('bob');
    expect(told).to.deep.equal(['participantjoined Bob', 'participantchange Robert', 'participantleft Robert']);
  });

  it('dismisses somebody who may come back, with all that is known of them', () => {
    const told: string[] = [];
    const roster = new Roster((news, { displayName }) => told.push(`${news} ${displayName}`));
    roster.add('bob', 'Bob', new MediaStream(), true);
    roster.introduce('bob');
    roster.dismiss('bob');
    roster.dismiss('bob');
    expect(roster.participants).to.deep.equal([]);
    roster.rename('bob', 'The Pope');
    roster.introduce('bob');
    expect(told).to.deep.equal(['participantjoined Bob', 'participantleft Bob', 'participantjoined Bob']);
    roster.dismiss('bob');
    roster.remove('bob');
    expect(told.length).to.equal(4);
    expect(roster.size).to.equal(0);
  });

  it('mentions nobody who came and went unnamed', () => {
    const told: string[] = [];
    const roster = new Roster((news) => told.push(news));
    roster.add('bob', '', new MediaStream());
    roster.change('bob', { connectionState: 'connecting' });
    expect(roster.participants).to.deep.equal([]);
    roster.remove('bob');
    expect(told).to.deep.equal([]);
  });

  it('keeps a name that the server vouches for', () => {
    const roster = rosterWithBob(true);
    roster.rename('bob', 'The Pope');
    expect(roster.participants[0]?.displayName).to.equal('Bob');
    roster.rename('bob', 'Robert', true);
    expect(roster.participants[0]?.displayName).to.equal('Robert');
  });

  it('takes any word for an id', () => {
    const roster = new Roster(() => undefined);
    roster.add('__proto__', 'P', new MediaStream());
    roster.introduce('__proto__');
    roster.change('constructor', { audio: true });
    expect(roster.participants.map(({ id }) => id)).to.deep.equal(['__proto__']);
  });
});
