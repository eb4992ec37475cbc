import {isFragment, type ComponentNode, type ModelNode} from './component-tree.ts';

/** What of a `Disclosure` is open: what the extension says, or what its activators did. */
export class Disclosures {
  readonly #redraw: () => void;
  readonly #opened = new Map<string, readonly string[]>();

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

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
        this.#redraw();
        if (typeof onToggle === 'function') onToggle(next);
      },
    };
  }
}

export interface Disclosure {
  /** Whether the content of that id is closed. */
  hides(id: unknown): boolean;
  toggle(id: string): void;
}

function listOf(open: unknown, targets: ReadonlySet<string>): readonly string[] {
  if (open === true) return [...targets];
  return Array.isArray(open) ? open.map(String) : typeof open === 'string' ? [open] : [];
}

/** The ids that activators inside name in `toggles`. */
function targetsIn(node: ModelNode): readonly string[] {
  if (node.kind === 'text') return [];
  const inProps = node.kind === 'component' ? Object.values(node.props).filter(isFragment) : [];
  const own =
    node.kind === 'component' && typeof node.props['toggles'] === 'string' ? [node.props['toggles']] : [];
  return [...own, ...[...node.children, ...inProps].flatMap(targetsIn)];
}
