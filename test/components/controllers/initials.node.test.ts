import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { initials } from '../../../components/controllers/initials.js';

describe('initials', () => {
  const cases: [string, string][] = [
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['  Maximiliane von Hohenlohe ', 'MH'],
    ['Édouard lucas', 'ÉL'],
    ['Ибн Сина', 'ИС'],
    ['山田 花子', '山花'],
    ['ada.lovelace@example.com', 'AC'],
    ['🦊 Fox', '🦊F'],
    ['👩‍🚀', '👩‍🚀'],
    ['"Bob"', 'B'],
    ['Bob (he)', 'BH'],
    ['7 of 9', '79'],
    ['', ''],
    ['   ', ''],
    ['!!! ???', ''],
    ['\u202Eada', 'A'],
  ];
  for (const [name, expected] of cases) {
    it(`of ${JSON.stringify(name)} are ${JSON.stringify(expected)}`, () => assert.equal(initials(name), expected));
  }

  it('never hold half a character', () => {
    assert.equal(initials('\uD83D Ada'), 'A');
  });
});
