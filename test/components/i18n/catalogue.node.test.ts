import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CALL_ERROR_CODES, CallError } from '../../../components/call/errors.js';
import { FAILURES } from '../../../components/i18n/failure-catalogue.js';
import { IN_CALL_ENGLISH } from '../../../components/i18n/in-call-catalogue.js';
import { addEnglish, errorSentence, loadSentences, translate, translator } from '../../../components/i18n/translate.js';

describe('the catalogue', () => {
  it('has words for what was not loaded yet', () => {
    assert.equal(translate('removed'), translate('failed'));
  });

  it('takes up what is loaded later', async () => {
    await loadSentences();
    assert.equal(translate('removed'), FAILURES.removed);
  });

  it('has a sentence for each failure', () => {
    for (const code of CALL_ERROR_CODES) assert.match(translate(code), /[.…]$/, code);
  });

  it('names the device in each sentence about one', () => {
    for (const code of CALL_ERROR_CODES.filter((name) => name.startsWith('device-') || name === 'insecure-context')) {
      assert.match(errorSentence(new CallError(code, { device: 'camera' }), translate), /camera/, code);
      assert.match(errorSentence(new CallError(code), translate), /microphone and camera/, code);
    }
  });

  it('leaves no gap in the sentence of a failure', () => {
    for (const code of CALL_ERROR_CODES) {
      assert.doesNotMatch(errorSentence(new CallError(code), translate), /[{}]|undefined/, code);
    }
  });
});

describe('the sentence of somebody who can’t be reached', () => {
  it('tells the reason', () => {
    addEnglish(IN_CALL_ENGLISH);
    const error = new CallError('peer-unreachable', { recoverable: true, subject: 'Bob', trouble: 'peer-silent' });
    assert.equal(errorSentence(error, translate), 'No connection to Bob. No answer. Their page may be asleep or offline.');
  });
});

describe('translating', () => {
  it('fills in what is known, and leaves the rest', () => {
    assert.equal(translate('said-came', { name: 'Ada' }), 'Ada joined');
    assert.equal(translate('said-came'), '{name} joined');
  });

  it('takes strangers’ words as they are', () => {
    assert.equal(translate('said-came', { name: '$& {name} <b>' }), '$& {name} <b> joined');
  });

  it('prefers the first catalogue that knows the text', () => {
    const text = translator({ join: 'Mitmachen' }, { join: 'Entrer', leave: 'Partir' });
    assert.equal(text('join'), 'Mitmachen');
    assert.equal(text('leave'), 'Partir');
    assert.equal(text('cancel'), 'Cancel');
  });

  it('lets a page say nothing at all', () => {
    assert.equal(translator({ waiting: '' })('waiting'), '');
  });
});
