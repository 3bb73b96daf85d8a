import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MEMORY_KEY, recall, remember } from '../../../../components/features/devices/memory.js';

/** What a browser has for `localStorage`; `denied` throws as browsers do. */
class Storage {
  denied = false;
  readonly #items = new Map<string, string>();
  getItem(key: string): string | null {
    this.#check();
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#check();
    this.#items.set(key, value);
  }
  #check(): void {
    if (this.denied) throw new DOMException('Access is denied', 'SecurityError');
  }
}

describe('what a person prefers', () => {
  let storage: Storage;
  beforeEach(() => {
    storage = new Storage();
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'localStorage'));

  it('is remembered piece by piece', () => {
    remember({ name: 'Ada', mirror: false });
    remember({ audioinput: 'headset', resolution: '360p' });
    assert.deepEqual(recall(), { name: 'Ada', mirror: false, audioinput: 'headset', resolution: '360p' });
  });

  it('is nothing where storage is denied', () => {
    storage.denied = true;
    remember({ name: 'Ada' });
    assert.deepEqual(recall(), {});
  });

  for (const stored of ['', '{', 'null', '[]', '"x"', '{"version":2,"name":"Ada"}']) {
    it(`is nothing when ${JSON.stringify(stored)} is stored`, () => {
      storage.setItem(MEMORY_KEY, stored);
      assert.deepEqual(recall(), {});
    });
  }

  it('is only what is as it should be', () => {
    const wrong = { version: 1, name: 'x'.repeat(1000), audioinput: 7, mirror: 'no', resolution: '9p', video: false, evil: 1 };
    storage.setItem(MEMORY_KEY, JSON.stringify(wrong));
    assert.deepEqual(recall(), { video: false });
  });
});
