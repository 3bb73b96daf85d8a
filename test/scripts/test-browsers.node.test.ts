import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testBrowsers } from '../../scripts/test-browsers.mjs';

describe('The browsers that components are tested in', () => {
  it('can be one that was wished for', () => {
    assert.deepEqual(testBrowsers('Chromium'), ['Chromium']);
    assert.deepEqual(testBrowsers('Firefox'), ['Firefox']);
  });

  it('are not one that nobody knows', () => {
    assert.throws(() => testBrowsers('firefox'), { name: 'TypeError', message: /Chromium or Firefox, not "firefox"/ });
  });
});
