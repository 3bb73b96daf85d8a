/** What stands in a panel of a room: an element whose parts are parts of the room, too, and which may be one itself. */
export function panelContent<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parts: readonly string[],
  part?: string,
): HTMLElementTagNameMap[Tag] {
  const content = document.createElement(tag);
  if (part) content.part.add(part);
  content.setAttribute('exportparts', parts.join(', '));
  return content;
}
