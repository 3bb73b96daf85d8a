import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speechLanguage } from '../../../../../components/features/in-call/captions/speech-language.js';
import { CAPTIONS, checkMessage } from '../../../../../signaling/protocol/index.js';

const accepts = (lang: string): boolean => checkMessage({ type: 'caption', id: 1, text: 'So', lang, final: true }, CAPTIONS).ok;

describe('the language of speech', () => {
  it('is what the page says, else what the browser says', () => {
    assert.equal(speechLanguage(['de-AT', 'en-GB']), 'de-AT');
    assert.equal(speechLanguage([undefined, 'en-GB']), 'en-GB');
    assert.equal(speechLanguage([' ', 'en-GB']), 'en-GB');
  });

  it('is taken from what is nearly a tag, and is always one that receivers take', () => {
    assert.equal(speechLanguage(['en_US', 'fr']), 'en-US');
    assert.equal(speechLanguage(['zh-hans-cn-u-nu-hanidec', 'fr']), 'zh-Hans-CN');
    for (const wish of ['en_US', 'français', 'C', 'x', '<b>', 'en-US@posix', `de-${'abcdefgh-'.repeat(8)}x`]) {
      assert.ok(accepts(speechLanguage([wish])), wish);
    }
  });

  it('is English where nobody says anything that makes sense', () => assert.equal(speechLanguage(['!', 'C']), 'en'));
});
