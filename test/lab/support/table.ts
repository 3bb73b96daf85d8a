/** Rows under their heads, in columns that stand under each other; numbers stand at the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const write = (line: readonly string[]): string =>
    widths
      .map((width, column) => (isNumber(line[column]) ? line[column].padStart(width) : (line[column] ?? '').padEnd(width)))
      .join('  ')
      .trimEnd();
  return [write(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(write)].join('\n');
}

const isNumber = (cell: string | undefined): cell is string => cell !== undefined && /^[\d.,]+$/.test(cell);
