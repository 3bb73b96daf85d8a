import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CHECK_CODES,
  CHECK_STEPS,
  waitingStep,
  type CheckCode,
  type CheckFigures,
} from '../../../components/call/check/check-report.js';
import { CHECK_ENGLISH, checkSentence, checkSummary, checkTranslator } from '../../../components/i18n/check-catalogue.js';

const text = checkTranslator();
/** Every figure that a sentence may name. */
const FIGURES: CheckFigures = {
  ...{ width: 640, height: 480, framesPerSecond: 30, roundTripMs: 42, stunServers: 1, turnServers: 2, bitrateKbps: 950 },
  relayProtocols: ['tcp', 'udp'],
};
const sentenceOf = (code: CheckCode, figures = FIGURES): string =>
  checkSentence({ ...waitingStep('camera'), state: 'failed', code, figures }, text);

describe('the catalogue of the check', () => {
  it('has a sentence for each finding, without a gap', () => {
    for (const code of CHECK_CODES) {
      assert.match(sentenceOf(code), /^\S.*\.$/, code);
      assert.doesNotMatch(sentenceOf(code), /[{}]|undefined/, code);
    }
  });

  it('names the device that a step is about', () => {
    const about = (name: 'microphone' | 'picture'): string =>
      checkSentence({ ...waitingStep(name), state: 'failed', code: 'device-in-use' }, text);
    assert.match(about('microphone'), /your microphone/);
    assert.match(about('picture'), /your camera/);
  });

  it('tells a rate in the unit that people know', () => {
    assert.match(sentenceOf('bitrate-video'), /^950 kbit\/s:/);
    assert.match(sentenceOf('bitrate-video', { bitrateKbps: 12_340 }), /^12\.3 Mbit\/s:/);
  });

  it('names transports as support knows them', () => {
    assert.equal(sentenceOf('turn-relays'), 'It passes data on, by TCP and UDP.');
  });

  it('says what to do while a step runs, and nothing before', () => {
    assert.equal(checkSentence({ ...waitingStep('sound'), state: 'running' }, text), CHECK_ENGLISH['say-something']);
    assert.equal(checkSentence(waitingStep('sound'), text), '');
  });

  it('sums up', () => {
    const steps = CHECK_STEPS.map(waitingStep);
    const passed = steps.map((step) => ({ ...step, state: 'passed' as const, code: 'device-works' as const }));
    const withSome = (count: number, state: 'failed' | 'warning' | 'running'): string =>
      checkSummary(
        passed.map((step, index) => (index < count ? { ...step, state } : step)),
        text,
      );
    assert.equal(checkSummary(steps, text), CHECK_ENGLISH.introduction);
    assert.equal(checkSummary(passed, text), CHECK_ENGLISH['all-well']);
    assert.equal(withSome(1, 'running'), 'Checking, step 1 of 9…');
    assert.equal(withSome(1, 'warning'), CHECK_ENGLISH['some-limits']);
    assert.equal(withSome(1, 'failed'), CHECK_ENGLISH['one-problem']);
    assert.match(withSome(3, 'failed'), /3 problems/);
  });

  it('prefers the texts of the page', () => {
    assert.equal(checkTranslator({ start: 'Los' })('start'), 'Los');
    assert.equal(checkTranslator({ start: 'Los' })('stop'), 'Stop');
  });
});
