import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shrinkCss, shrinkHtml } from '../../scripts/shrink.mjs';

describe('The text of a template', () => {
  it('keeps the space that parts two values: words, or the ids of a label', () => {
    assert.equal(shrinkHtml(' '), ' ');
    assert.equal(shrinkHtml('\n      '), ' ');
  });

  it('loses its indentation, and nothing that is seen', () => {
    assert.equal(shrinkHtml('\n    <p\n      class="a"\n    >'), '<p class="a">');
    assert.equal(shrinkHtml('<b>Two words</b> and a third'), '<b>Two words</b> and a third');
    assert.equal(shrinkHtml(''), '');
  });
});

describe('The text of a style sheet', () => {
  it('loses comments and what is no part of a value', () => {
    assert.equal(shrinkCss('.a > .b :focus {\n  /* why */\n  margin: 0.5em 1.0em;\n}'), '.a>.b :focus{margin:.5em 1.0em}');
  });
});
