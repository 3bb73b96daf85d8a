import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyOf } from '../../../../../components/features/in-call/shortcuts/key-of.js';

describe('the key of a shortcut', () => {
  const cases: [why: string, key: string, code: string, expected: string][] = [
    ['is the letter that it writes', 'm', 'KeyM', 'm'],
    ['is the letter wherever it stands: M of a French keyboard', 'm', 'Semicolon', 'm'],
    ['is the same with Shift or Caps Lock', 'M', 'KeyM', 'm'],
    ['of a Cyrillic letter is the Latin one on it', 'ь', 'KeyM', 'm'],
    ['of a Hebrew letter, too', 'צ', 'KeyM', 'm'],
    ['of an Arabic letter, too', 'ة', 'KeyM', 'm'],
    ['of a Latin letter with a mark is that letter', 'é', 'Digit2', 'é'],
    ['of a wide letter is the narrow one', 'ｍ', 'KeyM', 'm'],
    ['of a question mark is one in other scripts, too', '؟', 'Slash', '?'],
    ['of a wide question mark, too', '？', 'Slash', '?'],
    ['of a comma, too', '،', 'Comma', ','],
    ['without a character is its name, which is no letter', 'Enter', 'KeyM', 'enter'],
    ['of an input method is none', 'Process', 'KeyM', 'process'],
  ];
  for (const [why, key, code, expected] of cases) it(why, () => assert.equal(keyOf({ key, code }), expected));
});
