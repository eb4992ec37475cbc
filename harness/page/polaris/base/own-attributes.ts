/** Attributes that the elements set on themselves, because tests find roles and names by attributes. */
const OWN = /^(?:role|aria-.+|tabindex|popover|style|data-heading-level)$/;

/**
 * Leaves an element's own attributes out of `attributes`, for callers that count. React counts when it
 * hydrates, and reports attributes that the server's HTML does not have. Callers that iterate see all
 * attributes: axe-core does, and needs the roles.
 */
export function hideOwnAttributes(prototype: Element): void {
  Object.defineProperty(prototype, 'attributes', {
    configurable: true,
    get(this: Element) {
      const all = Reflect.get<Element, 'attributes'>(Element.prototype, 'attributes', this);
      return new Proxy(all, {get: (_target, name) => read(all, name)});
    },
  });
}

function read(all: NamedNodeMap, name: string | symbol): unknown {
  const counted = (): readonly Attr[] => [...all].filter((attribute) => !OWN.test(attribute.name));
  if (name === 'length') return counted().length;
  if (name === 'item') return (index: number) => counted()[index] ?? null;
  if (typeof name === 'string' && /^\d+$/.test(name)) return counted()[Number(name)];
  if (name === Symbol.iterator) return () => [...all].values();

  const value: unknown = Reflect.get(all, name);
  return typeof value === 'function' ? (value.bind(all) as unknown) : value;
}
