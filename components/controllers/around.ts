/** The value of an attribute at the element or the nearest one around it, through shadow roots, as `lang` and `dir` are inherited. */
export function nearest(element: Element, attribute: string): string | undefined {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value !== null) return value;
  }
  return undefined;
}

/** The root that an element stands in, and those around it, up to the document. */
export function* rootsAround(element: Element): Generator<Node> {
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    yield root;
    if (!(root instanceof ShadowRoot)) return;
  }
}
