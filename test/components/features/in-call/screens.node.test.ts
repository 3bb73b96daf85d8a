import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Participant } from '../../../../components/call/participant.js';
import { isScreen, screensOf } from '../../../../components/features/in-call/screens.js';
import { SCREEN_ENGLISH } from '../../../../components/i18n/screen-catalogue.js';
import { addEnglish, translate } from '../../../../components/i18n/translate.js';

addEnglish(SCREEN_ENGLISH);

const face = {} as MediaStream;
const screen = {} as MediaStream;
const ada: Participant = {
  id: 'ada',
  displayName: ' Ada ',
  local: false,
  audio: false,
  video: false,
  screen: true,
  screenStream: screen,
  handRaisedAt: 1,
  speaking: true,
  connectionState: 'connected',
  quality: 'poor',
  trouble: undefined,
  stream: face,
};

describe('shared screens among people', () => {
  it('are shown by tiles of their own, with a picture and without what belongs to the person', () => {
    const [shown, ...more] = screensOf([{ ...ada, screenStream: undefined }, ada], translate);
    assert.equal(more.length, 0);
    assert.ok(shown);
    assert.ok(isScreen(shown));
    assert.ok(!isScreen(ada));
    assert.equal(shown.displayName, 'Ada’s screen');
    assert.equal(shown.stream, screen);
    assert.notEqual(shown.id, ada.id);
    assert.deepEqual([shown.video, shown.audio, shown.speaking, shown.quality], [true, true, false, 'unknown']);
    assert.equal(shown.handRaisedAt, undefined);
  });

  it('are named for guests, and for oneself, who is not mirrored there', () => {
    const names = screensOf(
      [
        { ...ada, displayName: '' },
        { ...ada, local: true },
      ],
      translate,
    );
    assert.deepEqual(
      names.map(({ displayName, local }) => [displayName, local]),
      [
        ['Guest’s screen', false],
        ['Your screen', false],
      ],
    );
  });
});
