import {computeAccessibleName, getRole} from 'dom-accessibility-api';
import type {FoundByRole} from '../../../wire/deed.ts';

/** An element with the role and the name by which assistive technology, and a test, find it. */
export interface Accessible {
  readonly element: Element;
  readonly role: string;
  readonly name: string;
}

/** Returns the role and the name of an element; `null` if it has no role. */
export function accessibleOf(element: Element): Accessible | null {
  const role = roleOf(element);
  return role === null ? null : {element, role, name: computeAccessibleName(element).trim()};
}

/** Lists the visible elements with a role below a root, in the order in which they are drawn. */
export function accessiblesIn(root: Element): readonly Accessible[] {
  return drawnChildren(root).flatMap((child) => {
    if (isHidden(child)) return [];
    const own = accessibleOf(child);
    return [...(own === null ? [] : [own]), ...accessiblesIn(child)];
  });
}

/** Describes how a test finds one of the elements. */
export function foundAmong({element, role, name}: Accessible, all: readonly Accessible[]): FoundByRole {
  const alike = all.filter((other) => other.role === role);
  const same = alike.filter((other) => other.name === name);
  const position = same.findIndex((other) => other.element === element);

  return {
    role,
    name,
    exact: alike.some((other) => other.name !== name && contains(other.name, name)),
    nth: same.length > 1 && position >= 0 ? position : null,
  };
}

/** Playwright compares names without case. */
function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function roleOf(element: Element): string | null {
  const role = getRole(element);
  return role === null || role === 'generic' || role === 'none' || role === 'presentation' ? null : role;
}

/** The children as they are drawn: those of the shadow tree, and in a slot those that it holds. */
function drawnChildren(element: Element): readonly Element[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedElements({flatten: true});
    return assigned.length > 0 ? assigned : [...element.children];
  }
  return [...(element.shadowRoot ?? element).children];
}

function isHidden(element: Element): boolean {
  // A slot has no box.
  const isDrawn = element instanceof HTMLSlotElement || element.checkVisibility({visibilityProperty: true});
  return !isDrawn || element.getAttribute('aria-hidden') === 'true';
}
