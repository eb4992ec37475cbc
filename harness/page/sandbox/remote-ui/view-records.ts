import {
  MUTATION_TYPE_INSERT_CHILD,
  MUTATION_TYPE_REMOVE_CHILD,
  MUTATION_TYPE_UPDATE_PROPERTY,
  MUTATION_TYPE_UPDATE_TEXT,
  NODE_TYPE_ELEMENT,
  NODE_TYPE_TEXT,
  UPDATE_PROPERTY_TYPE_EVENT_LISTENER,
  UPDATE_PROPERTY_TYPE_PROPERTY,
} from '@remote-dom/core';
import type {ViewElement, ViewNode} from './element-view.ts';

type MutationRecord = readonly unknown[];

/**
 * Computes the mutation records of remote-dom that make the children of a node equal to others. A child that
 * only moves is removed and inserted again.
 */
export function childRecords(
  parent: string,
  before: readonly ViewNode[],
  after: readonly ViewNode[],
): MutationRecord[] {
  const records: MutationRecord[] = [];
  const now = [...before];
  const wanted = new Set(after.map(keyOf));

  for (let index = now.length - 1; index >= 0; index--) {
    if (wanted.has(keyOf(now[index] as ViewNode))) continue;
    records.push([MUTATION_TYPE_REMOVE_CHILD, parent, index]);
    now.splice(index, 1);
  }

  after.forEach((node, index) => {
    const at = now.findIndex((candidate, position) => position >= index && keyOf(candidate) === keyOf(node));
    const known = now[at];

    if (known !== undefined && at === index) {
      records.push(...nodeRecords(known, node));
      return;
    }

    if (at !== -1) {
      records.push([MUTATION_TYPE_REMOVE_CHILD, parent, at]);
      now.splice(at, 1);
    }

    records.push([MUTATION_TYPE_INSERT_CHILD, parent, serialize(node), index]);
    now.splice(index, 0, node);
  });

  return records;
}

function nodeRecords(before: ViewNode, after: ViewNode): MutationRecord[] {
  if (after.kind === 'text') {
    return before.kind === 'text' && before.text !== after.text
      ? [[MUTATION_TYPE_UPDATE_TEXT, after.id, after.text]]
      : [];
  }

  if (before.kind === 'text') return [];
  return [
    ...memberRecords(after.id, before.properties, after.properties, UPDATE_PROPERTY_TYPE_PROPERTY),
    ...memberRecords(after.id, before.listeners, after.listeners, UPDATE_PROPERTY_TYPE_EVENT_LISTENER),
    ...childRecords(after.id, before.children, after.children),
  ];
}

function memberRecords(
  id: string,
  before: ViewElement['properties'],
  after: ViewElement['properties'],
  type: number,
): MutationRecord[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => [MUTATION_TYPE_UPDATE_PROPERTY, id, name, after[name], type]);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item, index) => Object.is(item, b[index]))
  );
}

function serialize(node: ViewNode): object {
  if (node.kind === 'text') return {id: node.id, type: NODE_TYPE_TEXT, data: node.text};
  const {id, tag, properties, listeners, children} = node;

  return {
    id,
    type: NODE_TYPE_ELEMENT,
    element: tag,
    properties,
    eventListeners: listeners,
    children: children.map(serialize),
  };
}

/** Identifies a node. A node with another tag is another node. */
function keyOf(node: ViewNode): string {
  return node.kind === 'text' ? `${node.id} ` : `${node.id} ${node.tag}`;
}
