/** Lets go of what was put into a bounded memory first, where it holds more than so many. To be called with each that is put into it. */
export function forgetOldest(memory: Pick<Map<string, unknown> | Set<string>, 'size' | 'delete' | 'keys'>, most: number): void {
  const [oldest] = memory.keys();
  if (oldest !== undefined && memory.size > most) memory.delete(oldest);
}
