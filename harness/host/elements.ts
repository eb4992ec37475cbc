import type {Elements} from '../elements/chunk.ts';
import {ELEMENTS_SOURCE_ID} from '../wire/sandbox-start.ts';

let loaded: Elements | undefined;

/**
 * The elements of the page. Their script stands in the document as text and runs when it is first asked for, so that the
 * browser need not compile it before the first sandbox starts.
 */
export function elements(): Elements {
  loaded ??= load();
  return loaded;
}

function load(): Elements {
  const script = document.createElement('script');
  script.textContent = document.getElementById(ELEMENTS_SOURCE_ID)?.textContent ?? '';
  document.head.append(script);
  script.remove();
  const scope = globalThis as {simhostElements?: Elements};
  const made = scope.simhostElements;
  delete scope.simhostElements;
  if (made === undefined) throw new Error("The page's document holds no elements.");
  return made;
}
