/** Attributes that the elements set on themselves, because tests find roles and names by attributes. */
const OWN = /^(?:role|aria-.+|tabindex|popover|style|data-heading-level)$/;

/**
 * Leaves an element's own attributes out of `attributes`. React compares that list with the server's HTML
 * when it hydrates, and reports attributes that it does not know.
 */
export function hideOwnAttributes(prototype: Element): void {
  Object.defineProperty(prototype, 'attributes', {
    configurable: true,
    get(this: Element) {
      const all = Reflect.get<Element, 'attributes'>(Element.prototype, 'attributes', this);
      return new Proxy(all, {get: (_target, name) => read(shownOf(all), all, name)});
    },
  });
}

function shownOf(all: NamedNodeMap): readonly Attr[] {
  return [...all].filter(({name}) => !OWN.test(name));
}

function read(shown: readonly Attr[], all: NamedNodeMap, name: string | symbol): unknown {
  if (name === 'length') return shown.length;
  if (name === Symbol.iterator) return () => shown.values();
  if (name === 'item') return (index: number) => shown[index] ?? null;
  if (typeof name === 'string' && /^\d+$/.test(name)) return shown[Number(name)];
  const value: unknown = Reflect.get(all, name);
  return typeof value === 'function' ? (value.bind(all) as unknown) : value;
}
