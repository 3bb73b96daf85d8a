import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OfferMessage } from '../../../signaling/protocol/index.js';
import { identityOf, newIdentity, type Identity } from '../../../signaling/server/identity.js';
import { resolveLimits } from '../../../signaling/server/limits.js';
import type { Frame, Member, Wire } from '../../../signaling/server/member.js';
import { Rooms } from '../../../signaling/server/rooms.js';

class Ear implements Wire {
  readonly heard: Record<string, unknown>[] = [];
  closedWith: string | undefined;

  send(frame: Frame): void {
    this.heard.push(JSON.parse(String(frame)) as Record<string, unknown>);
  }

  close(code: string): void {
    this.closedWith = code;
  }
}

const roomsOf = (maxRoomSize: number): Rooms => new Rooms(resolveLimits({ maxRoomSize }));
const enter = (rooms: Rooms, room: string, identity: Identity = newIdentity(), resumed = false): { ear: Ear; member: Member } => {
  const ear = new Ear();
  return { ear, member: rooms.enter(room, { identity, resumed, address: '192.0.2.1', wire: ear }) };
};
const openOffer = ({ member }: { member: Member }, link: string): void => {
  const message: OfferMessage = { type: 'offer', from: member.id, link, sdp: 'v=0' };
  assert.equal(member.say(message, JSON.stringify(message)), 'kept');
};
const typesOf = (ear: Ear): unknown[] => ear.heard.map(({ type }) => type);

describe('Rooms', () => {
  it('welcomes a newcomer with those who are there, and tells them', () => {
    const rooms = roomsOf(12);
    const first = enter(rooms, 'a');
    const second = enter(rooms, 'a');
    assert.deepEqual(first.ear.heard[0]?.['peers'], []);
    assert.deepEqual(second.ear.heard[0]?.['peers'], [{ id: first.member.id, name: '' }]);
    assert.deepEqual(first.ear.heard[1], { type: 'joined', peer: { id: second.member.id, name: '' } });
  });

  it('keeps rooms apart, whatever their names', () => {
    const rooms = roomsOf(12);
    const names = ['__proto__', 'constructor', '', 'a', 'A', '<b>'];
    const members = names.map((name) => enter(rooms, name));
    assert.ok(members.every(({ ear }) => ear.heard.length === 1));
    assert.equal(rooms.size, names.length);
  });

  it('hands an open offer to exactly one newcomer and names it to its owner', () => {
    const rooms = roomsOf(12);
    const owner = enter(rooms, 'a');
    openOffer(owner, 'one');
    openOffer(owner, 'two');
    const second = enter(rooms, 'a');
    const third = enter(rooms, 'a');
    const handed = { type: 'offer', from: owner.member.id, link: 'two', sdp: 'v=0', to: second.member.id };
    assert.deepEqual(second.ear.heard[1], handed);
    assert.deepEqual(typesOf(third.ear), ['welcome']);
    assert.deepEqual(
      owner.ear.heard.slice(1).map(({ link }) => link),
      ['two', undefined],
    );
  });

  it('ignores a deposit that crossed the news of its claim', () => {
    const rooms = roomsOf(12);
    const owner = enter(rooms, 'a');
    openOffer(owner, 'one');
    enter(rooms, 'a');
    openOffer(owner, 'one');
    assert.deepEqual(typesOf(enter(rooms, 'a').ear), ['welcome']);
    openOffer(owner, 'two');
    assert.deepEqual(typesOf(enter(rooms, 'a').ear), ['welcome', 'offer']);
  });

  it('gives no open offer to somebody who resumes, since their links may live', () => {
    const rooms = roomsOf(12);
    const owner = enter(rooms, 'a');
    openOffer(owner, 'one');
    assert.deepEqual(typesOf(enter(rooms, 'a', newIdentity(), true).ear), ['welcome']);
    assert.deepEqual(typesOf(enter(rooms, 'a').ear), ['welcome', 'offer']);
  });

  it('lets whoever is back replace their dead socket, without a left', () => {
    const rooms = roomsOf(2);
    const other = enter(rooms, 'a');
    const identity = newIdentity();
    const zombie = enter(rooms, 'a', identity);
    const back = enter(rooms, 'a', identity, true);
    assert.equal(zombie.ear.closedWith, 'duplicate');
    assert.deepEqual(typesOf(other.ear), ['welcome', 'joined', 'joined']);
    assert.deepEqual(back.ear.heard[0]?.['peers'], [{ id: other.member.id, name: '' }]);
    assert.equal(rooms.leave(zombie.member, 'lost'), false);
    assert.equal(rooms.members, 2);
    assert.deepEqual(typesOf(other.ear), ['welcome', 'joined', 'joined']);
  });

  it('refuses one more than the room holds', () => {
    const rooms = roomsOf(1);
    enter(rooms, 'a');
    assert.throws(() => enter(rooms, 'a'), { code: 'room-full' });
    assert.equal(rooms.members, 1);
  });

  it('tells the others who left and why, and forgets an empty room', () => {
    const rooms = roomsOf(12);
    const [first, second] = [enter(rooms, 'a'), enter(rooms, 'a')];
    rooms.leave(second.member, 'lost');
    assert.deepEqual(first.ear.heard.at(-1), { type: 'left', peer: second.member.id, reason: 'lost' });
    rooms.leave(first.member, 'left');
    assert.deepEqual([rooms.size, rooms.members], [0, 0]);
  });
});

describe('identityOf', () => {
  it('gives the same id for the same key, and an id that others can carry', () => {
    const { id, resume } = newIdentity();
    assert.equal(identityOf(resume)?.id, id);
    assert.match(id, /^[\w-]{22}$/);
    assert.notEqual(newIdentity().id, id);
  });

  it('knows what is no key', () => {
    const none = ['', 'short', '/'.repeat(32), 'a'.repeat(33), `${'a'.repeat(32)}\n`];
    for (const resume of none) assert.equal(identityOf(resume), undefined);
  });
});
