import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  RINGING_ENGLISH,
  ringingTranslator,
  standingOf,
  type RingingMessageKey,
} from '../../../components/i18n/ringing-catalogue.js';

const keys = Object.keys(RINGING_ENGLISH) as RingingMessageKey[];

describe('the catalogue of ringing', () => {
  it('has a sentence for each way in which a call ends, in plain words', () => {
    const ends = keys.filter((key) => key.startsWith('end-'));
    assert.equal(ends.length, 12);
    for (const key of ends) assert.match(RINGING_ENGLISH[key], /^[A-Z].*\.$/, key);
  });

  it('leaves no gap in a text that is filled in', () => {
    const words = { name: 'Ada', text: 'Later', device: 'microphone', subject: 'an order', duration: '0:12' };
    for (const key of keys) assert.doesNotMatch(ringingTranslator()(key, words), /[{}]|undefined/, key);
  });

  it('takes a stranger’s words as they are', () => {
    assert.equal(ringingTranslator()('connected-to', { name: '{text} <b>' }), 'Connected to {text} <b>');
  });

  it('prefers the texts of the page', () => {
    const text = ringingTranslator({ calling: 'Es wird angerufen…' });
    assert.equal(text('calling'), 'Es wird angerufen…');
    assert.equal(text('ringing'), RINGING_ENGLISH.ringing);
  });

  it('tells where a call stands, and how it ended', () => {
    const text = ringingTranslator();
    const call = { state: 'preparing', reason: undefined, video: false, remoteName: '' } as const;
    assert.equal(standingOf(call, text), RINGING_ENGLISH['allow-microphone']);
    assert.equal(standingOf({ ...call, video: true }, text), RINGING_ENGLISH['allow-microphone-and-camera']);
    assert.equal(standingOf({ ...call, state: 'inviting' }, text), RINGING_ENGLISH.calling);
    assert.equal(standingOf({ ...call, state: 'ringing' }, text), RINGING_ENGLISH.ringing);
    assert.equal(standingOf({ ...call, state: 'accepted' }, text), RINGING_ENGLISH.connecting);
    assert.equal(standingOf({ ...call, state: 'connected' }, text), RINGING_ENGLISH.connected);
    assert.equal(standingOf({ ...call, state: 'connected', remoteName: 'Ada' }, text), 'Connected to Ada');
    assert.equal(standingOf({ ...call, state: 'ended', reason: 'busy' }, text), RINGING_ENGLISH['end-busy']);
  });
});
