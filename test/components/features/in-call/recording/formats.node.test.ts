import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partName, recordingName } from '../../../../../components/features/in-call/recording/formats.js';

const NOW = new Date(2026, 2, 31, 9, 5);
const nameOf = (room: string): string => recordingName(room, { mimeType: 'video/webm', extension: 'webm' }, NOW);

describe('the name of a recording', () => {
  it('tells which call it was, and when', () => assert.equal(nameOf('Stand-up'), 'Stand-up 2026-03-31 09.05.webm'));
  it('holds nothing that a file system refuses', () => {
    assert.equal(nameOf('../a\\b:c*d?"e"<f>|g\u0000\u202e'), 'a b c d e f g 2026-03-31 09.05.webm');
  });
  it('is not endless', () => assert.ok(nameOf('x'.repeat(128)).length < 90));
  it('has the number of each further part', () => {
    assert.equal(partName(nameOf('v1.2'), 1), 'v1.2 2026-03-31 09.05.webm');
    assert.equal(partName(nameOf('v1.2'), 3), 'v1.2 2026-03-31 09.05 (3).webm');
  });
  it('does without a room', () => assert.equal(nameOf('///'), '2026-03-31 09.05.webm'));
});
