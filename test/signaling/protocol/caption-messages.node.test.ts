import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CAPTION_WISHES, CAPTIONS, checkMessage, RECORDINGS } from '../../../signaling/protocol/index.js';

const caption = { type: 'caption', id: 1, text: 'Hello.', lang: 'en', final: true };

describe('captions that others send', () => {
  it('are taken as they are meant', () => {
    assert.equal(checkMessage(caption, CAPTIONS).ok, true);
    assert.equal(checkMessage({ ...caption, lang: 'zh-Hans-CN' }, CAPTIONS).ok, true);
    assert.equal(checkMessage({ type: 'caption-wish', on: true }, CAPTION_WISHES).ok, true);
  });

  const wrong: [string, object][] = [
    ['no words', { text: '' }],
    ['more words than anybody says', { text: 'x'.repeat(501) }],
    ['half a character', { text: '\ud83d' }],
    ['a language that is none', { lang: 'en" onclick="' }],
    ['an endless language', { lang: 'en'.repeat(30) }],
    ['no language', { lang: '' }],
    ['a number that is none', { id: -1 }],
    ['words that are none', { text: ['Hello.'] }],
    ['neither final nor not', { final: 'yes' }],
  ];
  for (const [what, change] of wrong) {
    it(`are dropped with ${what}`, () => assert.equal(checkMessage({ ...caption, ...change }, CAPTIONS).ok, false));
  }
});

describe('what others say of recording', () => {
  it('is yes or no', () => {
    assert.equal(checkMessage({ type: 'recording', on: true }, RECORDINGS).ok, true);
    assert.equal(checkMessage({ type: 'recording', on: 1 }, RECORDINGS).ok, false);
    assert.equal(checkMessage({ type: 'recording' }, RECORDINGS).ok, false);
  });
});
