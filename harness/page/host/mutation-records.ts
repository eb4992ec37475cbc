import {SimhostError} from '../../errors.ts';
import {attributeNames} from '../../wire/element-spec.ts';
import type {RemoteListener} from '../../wire/sandbox.ts';
import type {NodeDescription, PageTree} from './page-tree.ts';

// The numbers of remote-dom's mutation records (`@remote-dom/core`, `source/types.ts`).
const INSERT_CHILD = 0;
const REMOVE_CHILD = 1;
const UPDATE_TEXT = 2;
const UPDATE_PROPERTY = 3;
const PROPERTY = 1;
const ATTRIBUTE = 2;
const LISTENER = 3;
const TEXT = 3;
const COMMENT = 8;

/** The id of a tree's root. */
export const ROOT_ID = '~';

/** Applies a batch of remote-dom's mutation records to a tree. */
export function applyRecords(tree: PageTree, records: readonly unknown[]): void {
  for (const record of records) apply(tree, record as MutationRecord);
  tree.settle();
}

function apply(tree: PageTree, record: MutationRecord): void {
  switch (record[0]) {
    case INSERT_CHILD:
      return tree.insert(record[1], decode(record[2]), record[3]);
    case REMOVE_CHILD:
      return tree.remove(record[1], record[2]);
    case UPDATE_TEXT:
      return tree.setText(record[1], record[2]);
    case UPDATE_PROPERTY: {
      const [, id, name, value, type = PROPERTY] = record;
      if (type === LISTENER) return tree.setListener(id, name, (value as RemoteListener | null) ?? undefined);
      return tree.setProperty(id, type === ATTRIBUTE ? propertyOf(name) : name, value);
    }
    default:
      throw new SimhostError('ERR_TREE', `Unknown change of the tree: ${JSON.stringify(record)}.`);
  }
}

function decode(node: SerializedNode): NodeDescription {
  if (node.type === TEXT) return {kind: 'text', id: node.id, data: node.data};
  if (node.type === COMMENT) return {kind: 'comment', id: node.id, data: node.data};
  return {
    kind: 'element',
    id: node.id,
    tag: node.element,
    properties: {...renamed(node.attributes ?? {}), ...node.properties},
    listeners: node.eventListeners ?? {},
    children: node.children.map(decode),
  };
}

/**
 * Renames attributes to properties. The sandbox sends most attributes as properties; only `slot` and
 * attributes of native elements arrive as attributes.
 */
function renamed(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [propertyOf(name), value]));
}

function propertyOf(attribute: string): string {
  return attributeNames(attribute)[0] ?? attribute;
}

type MutationRecord =
  | readonly [typeof INSERT_CHILD, parent: string, child: SerializedNode, index: number]
  | readonly [typeof REMOVE_CHILD, parent: string, index: number]
  | readonly [typeof UPDATE_TEXT, id: string, text: string]
  | readonly [typeof UPDATE_PROPERTY, id: string, name: string, value: unknown, type?: number];

type SerializedNode =
  | {readonly id: string; readonly type: typeof TEXT; readonly data: string}
  | {readonly id: string; readonly type: typeof COMMENT; readonly data: string}
  | {
      readonly id: string;
      readonly type: 1;
      readonly element: string;
      readonly properties?: Readonly<Record<string, unknown>>;
      readonly attributes?: Readonly<Record<string, string>>;
      readonly eventListeners?: Readonly<Record<string, RemoteListener>>;
      readonly children: readonly SerializedNode[];
    };
