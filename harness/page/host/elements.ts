import type {Elements} from '../elements/chunk.ts';
import {ELEMENTS_SOURCE_ID} from '../../wire/sandbox-start.ts';
import {runSource} from './source.ts';

let loaded: Elements | undefined;

/** The elements of the page, whose script runs when it is first asked for. */
export function elements(): Elements {
  loaded ??= load();
  return loaded;
}

function load(): Elements {
  runSource(ELEMENTS_SOURCE_ID);
  const scope = globalThis as {simhostElements?: Elements};
  const made = scope.simhostElements;
  delete scope.simhostElements;
  if (made === undefined) throw new Error("The page's document holds no elements.");
  return made;
}
