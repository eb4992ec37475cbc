import type {Elements} from '../elements/base/chunk.ts';
import {ELEMENTS_SOURCE_ID} from '../../wire/sandbox-start.ts';
import {runInlineScript} from './inline-script.ts';

let loaded: Elements | undefined;

/** Returns the elements of the page. Their script runs on the first call. */
export function pageElements(): Elements {
  loaded ??= load();
  return loaded;
}

function load(): Elements {
  runInlineScript(ELEMENTS_SOURCE_ID);
  const scope = globalThis as {simhostElements?: Elements};
  const made = scope.simhostElements;
  delete scope.simhostElements;
  if (made === undefined) throw new Error("The page's document holds no elements.");
  return made;
}
