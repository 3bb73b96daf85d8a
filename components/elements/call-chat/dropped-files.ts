/** True when what is dragged is, or holds, something from the person's disk. */
export const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** What was dropped: the files, and whether there were folders among them, which no browser hands over as a file. */
export function droppedFiles({ dataTransfer }: DragEvent): { files: File[]; hasFolder: boolean } {
  let hasFolder = false;
  const files = [...(dataTransfer?.items ?? [])].flatMap((item) => {
    if (item.kind !== 'file') return [];
    // The File and Directory Entries API; the prefix is part of its name.
    if (item.webkitGetAsEntry()?.isDirectory) hasFolder = true;
    else return item.getAsFile() ?? [];
    return [];
  });
  return { files, hasFolder };
}
