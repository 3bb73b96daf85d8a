import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isRightToLeft, languageFor, type Language } from '../../../components/i18n/languages/language-for.js';
import { LANGUAGES } from '../../../components/i18n/languages/languages.js';
import type { Texts } from '../../../components/i18n/languages/translation.js';

const FOLDER = new URL('../../../components/i18n/', import.meta.url);

/** Texts that a language has in common with English. */
const SAME = new Set([
  '{name}',
  ', ',
  '{step}: {state}',
  'OK',
  'Problem',
  'Chat',
  'Esc',
  'Status',
  'Relay (TURN)',
  'Messages',
  'Participants',
  'Full HD (1080p)',
  '“{text}”',
]);

/** All English texts of an area, by its name in the folder. */
async function englishOf(area: string): Promise<Texts> {
  const module = (await import(`${FOLDER.href}${area === 'base' ? '' : `${fileOf(area)}-`}catalogue.ts`)) as Record<
    string,
    unknown
  >;
  const [texts] = Object.entries(module).flatMap(([name, value]) => (/ENGLISH$|^FAILURES$/.test(name) ? [value as Texts] : []));
  assert.ok(texts, area);
  return texts;
}

const fileOf = (area: string): string => (area === 'failures' ? 'failure' : area);

const areas = readdirSync(FOLDER)
  .flatMap((file) => /^(?:(.+)-)?catalogue\.ts$/.exec(file) ?? [])
  .filter((_, index) => index % 2 === 1)
  .map((area) => area ?? 'base')
  .map((area) => (area === 'failure' ? 'failures' : area));

/** What a language says for an area; nothing where it has no file for it. */
async function textsOf(language: string, area: string): Promise<Texts> {
  const folder = new URL(`languages/${language}/`, FOLDER);
  if (!readdirSync(folder).includes(`${area}.ts`)) return {};
  const [texts] = Object.values((await import(`${folder.href}${area}.ts`)) as Record<string, Texts>);
  return texts ?? {};
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the languages', () => {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    it(`has every text in ${language}, filled in as in English`, async () => {
      const missing: string[] = [];
      for (const area of areas) {
        const english = await englishOf(area);
        const texts = await textsOf(language, area);
        for (const [key, text] of Object.entries(english)) {
          const translated = texts[key];
          if (translated === undefined) missing.push(`${area}: ${key}`);
          else {
            assert.deepEqual(placeholders(translated), placeholders(text), `${area}: ${key}`);
            assert.notEqual(translated.trim(), '', `${area}: ${key}`);
            if (!SAME.has(text)) assert.notEqual(translated, text, `${area}: ${key}`);
          }
        }
        assert.deepEqual(
          Object.keys(texts).filter((key) => !(key in english)),
          [],
          area,
        );
      }
      assert.deepEqual(missing, []);
    });

    it(`keeps names of another direction apart in ${language}`, async () => {
      if (!isRightToLeft(language)) return;
      for (const area of areas) {
        for (const text of Object.values(await textsOf(language, area))) {
          assert.doesNotMatch(text, /(?<!\u2068)\{(?:name|subject|text)\}/, text);
        }
      }
    });

    it(`loads in ${language} what belongs to the areas of a bundle`, async () => {
      const { TEXTS } = await LANGUAGES[language].call();
      assert.equal(TEXTS['join'], (await textsOf(language, 'base'))['join']);
      for (const bundle of Object.values(LANGUAGES[language])) assert.ok(Object.keys((await bundle()).TEXTS).length > 10);
    });
  }
});

describe('the language of a tag', () => {
  const cases: [string, Language | undefined][] = [
    ['', undefined],
    ['en', undefined],
    ['en-DE', undefined],
    ['nl', undefined],
    ['de', 'de'],
    ['de-CH-1901', 'de'],
    ['DE-at', 'de'],
    ['pt-BR', 'pt'],
    ['iw', 'he'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', undefined],
    ['zh-Hant', undefined],
    ['constructor', undefined],
  ];
  for (const [tag, language] of cases) {
    it(`of “${tag}” is ${language ?? 'English'}`, () => assert.equal(languageFor(tag), language));
  }
});
