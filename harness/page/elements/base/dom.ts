/** Creates an element with attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * Replaces a node by one with another tag, and keeps its attributes and children. Returns the node itself if
 * its tag is right.
 */
export function retag(node: HTMLElement, tag: keyof HTMLElementTagNameMap): HTMLElement {
  if (node.localName === tag) return node;
  const next = make(tag);
  for (const {name, value} of [...node.attributes]) next.setAttribute(name, value);
  next.append(...node.childNodes);
  node.replaceWith(next);
  return next;
}

/** Sets an attribute, or removes it if the value is undefined or empty. */
export function setOrRemove(node: Element, name: string, value: string | undefined): void {
  if (value === undefined || value === '') node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
