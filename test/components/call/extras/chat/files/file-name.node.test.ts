import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileNameOf } from '../../../../../../components/call/extras/chat/files/file-name.js';

describe('the name of a stranger’s file', () => {
  const cases: [string, string][] = [
    ['Résumé (1).pdf', 'Résumé (1).pdf'],
    ['نامه\u200cها.pdf', 'نامه\u200cها.pdf'],
    ['👩\u200d👧.png', '👩\u200d👧.png'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\evil.bat', 'C__evil.bat'],
    // Read backwards from there: "exe.jpg".
    ['\u202Egpj.exe', '_gpj.exe'],
    ['a\u0000b\nc', 'a_b_c'],
    // Blank, and no blanks: letters of Korean that fill a place, what keeps letters apart, a sign of Braille without a dot.
    ['a\u3164\u115f\u1160\uffa0.exe', 'a____.exe'],
    ['a\u034f\u180b\u2800.exe', 'a___.exe'],
    ['❤\ufe0f.png', '❤\ufe0f.png'],
    ['\u200d\ufe0f.exe', 'exe'],
    ['.bashrc', 'bashrc'],
    ['CON.txt', '_CON.txt'],
    ['console.txt', 'console.txt'],
    ['name. . ', 'name'],
    [' . ', 'file'],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(96)}.pdf`],
    [`${'😀'.repeat(60)}.pdf`, `${'😀'.repeat(48)}.pdf`],
    [`${'報告書'.repeat(30)}.pdf`, `${'報告書'.repeat(21)}報告.pdf`],
    [`a.${'x'.repeat(200)}`, `a.${'x'.repeat(98)}`],
    [`${'x'.repeat(98)}. ${'y'.repeat(50)}`, 'x'.repeat(98)],
  ];
  for (const [claimed, name] of cases) {
    it(`is ${JSON.stringify(name)} for ${JSON.stringify(claimed).slice(0, 40)}`, () => assert.equal(fileNameOf(claimed), name));
  }

  it('is never a path, hidden, empty or too long, whatever somebody claims', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (claimed) => {
        const name = fileNameOf(claimed);
        assert.ok(name.length > 0 && name.length <= 101, 'its length');
        assert.ok(Buffer.byteLength(name) <= 201, 'its bytes');
        assert.doesNotMatch(name, /[/\\:\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]|^[.\s]|[.\s]$/u);
      }),
    );
  });
});
