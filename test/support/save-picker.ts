import { uniqueName } from './endpoints.js';

/** A dialog for tests, which nobody but a person can use: whoever asks for a file gets one in the page's own file system. */
export interface FakeSavePicker {
  /** The names that were suggested, in order. */
  readonly suggested: string[];
  /** What the last one asked for holds by now. */
  saved(): Promise<File>;
  /** Puts the browser's own dialog back, if it has one. */
  restore(): void;
}

/**
 * Puts a dialog in the place of the browser's. The file that it gives is a true one.
 * @param refusal what to refuse with instead
 */
export function fakeSavePicker(refusal?: DOMException): FakeSavePicker {
  const suggested: string[] = [];
  let handle: FileSystemFileHandle | undefined;
  const own = Object.getOwnPropertyDescriptor(window, 'showSaveFilePicker');
  Object.defineProperty(window, 'showSaveFilePicker', {
    configurable: true,
    value: async ({ suggestedName }: { suggestedName: string }): Promise<FileSystemFileHandle> => {
      suggested.push(suggestedName);
      if (refusal) throw refusal;
      const folder = await navigator.storage.getDirectory();
      return (handle = await folder.getFileHandle(uniqueName(), { create: true }));
    },
  });
  return {
    suggested,
    saved: async () => {
      if (!handle) throw new Error('no file was asked for');
      return handle.getFile();
    },
    restore: () => {
      if (own) Object.defineProperty(window, 'showSaveFilePicker', own);
      else delete window.showSaveFilePicker;
    },
  };
}
