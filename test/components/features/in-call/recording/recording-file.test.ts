import { expect } from '@open-wc/testing';
import { DiskFile } from '../../../../../components/features/in-call/recording/recording-file.js';
import { uniqueName } from '../../../../support/endpoints.js';

const MEGABYTE = 2 ** 20;

describe('the file of a recording on disk', () => {
  it('holds most of what was written, should the browser end without a word', async () => {
    const folder = await navigator.storage.getDirectory();
    const name = uniqueName('film');
    const handle = await folder.getFileHandle(name, { create: true });
    try {
      const file = await DiskFile.open(handle);
      const part = (value: number): Blob => new Blob([new Uint8Array(MEGABYTE).fill(value)]);
      const kept: number[] = [];
      for (let written = 1; written <= 36; written++) {
        await file.write(part(written));
        kept.push((await handle.getFile()).size / MEGABYTE);
      }
      expect(kept[14]).to.equal(0);
      expect(kept[15]).to.equal(16);
      expect(kept[35]).to.equal(32);
      await file.close();
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      expect(bytes.length).to.equal(36 * MEGABYTE);
      for (let written = 1; written <= 36; written++) expect(bytes[(written - 1) * MEGABYTE]).to.equal(written);
    } finally {
      await folder.removeEntry(name);
    }
  });
});
