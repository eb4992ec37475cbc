import {refuse} from '../model/user-errors.ts';

interface Handled {
  readonly id: string;
  readonly handle: string;
}

/** The resource that gets a handle, and the others of its kind. */
export interface HandleOf {
  readonly title: string;
  readonly others: readonly Handled[];
  /** The handle of a title without letters and digits, for example `product`. */
  readonly fallback: string;
  /** The path of the argument, in the error about a handle that is taken. */
  readonly path: readonly string[];
}

/**
 * Returns the handle that a mutation gives, in the form of an address, or one that follows from the title. A given one
 * that is taken is refused, and one from the title gets a number.
 */
export function handleFor(
  given: string | null | undefined,
  {title, others, fallback, path}: HandleOf,
): string {
  const taken = (handle: string): boolean => others.some((other) => other.handle === handle);

  if (given != null && given.trim() !== '') {
    const handle = slugOf(given) || fallback;
    if (taken(handle)) refuse(path, `Handle '${handle}' already in use. Please provide a new handle.`);
    return handle;
  }

  const base = slugOf(title) || fallback;
  if (!taken(base)) return base;

  let number = 1;
  while (taken(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
}
