import {isFragment, type ComponentNode, type ModelNode} from './component-tree.ts';

/** The open content of each `Disclosure`: as the extension sets it, or as its activators left it. */
export class Disclosures {
  readonly #rerender: () => void;
  readonly #opened = new Map<string, readonly string[]>();

  constructor(rerender: () => void) {
    this.#rerender = rerender;
  }

  /** Returns the disclosure of a node. */
  of(node: ComponentNode): Disclosure {
    const targets = new Set(targetsIn(node));
    const {open: given, defaultOpen, onToggle} = node.props;
    const open =
      given === undefined
        ? (this.#opened.get(node.id) ?? listOf(defaultOpen, targets))
        : listOf(given, targets);

    return {
      hides: (id) => typeof id === 'string' && targets.has(id) && !open.includes(id),
      toggle: (id) => {
        const next = open.includes(id) ? open.filter((each) => each !== id) : [...open, id];
        this.#opened.set(node.id, next);
        this.#rerender();
        if (typeof onToggle === 'function') onToggle(next);
      },
    };
  }
}

export interface Disclosure {
  /** Whether the content with this id is closed. */
  hides(id: unknown): boolean;
  toggle(id: string): void;
}

/** Reads the ids of open content; `true` opens all of it. */
function listOf(open: unknown, targets: ReadonlySet<string>): readonly string[] {
  if (open === true) return [...targets];
  if (Array.isArray(open)) return open.map(String);
  return typeof open === 'string' ? [open] : [];
}

/** Lists the ids that activators inside a node name in `toggles`. */
function targetsIn(node: ModelNode): readonly string[] {
  if (node.kind === 'text') return [];
  const inProps = node.kind === 'component' ? Object.values(node.props).filter(isFragment) : [];
  const own =
    node.kind === 'component' && typeof node.props['toggles'] === 'string' ? [node.props['toggles']] : [];
  return [...own, ...[...node.children, ...inProps].flatMap(targetsIn)];
}
