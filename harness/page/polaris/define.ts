import {defineAccessor} from '../elements/base/define-class.ts';
import {adoptTokens, TOKENS} from '../elements/base/style.ts';
import {handlerProperties} from './base/handler-properties.ts';
import {inDocument} from './base/in-document.ts';
import {CLASSES} from './classes.ts';
import {POLARIS_TABLE} from './polaris-table.ts';

/** Registers every element of the table in this document. A tag that is registered already stays as it is. */
export function definePolaris(): void {
  // The page keeps its own colour scheme.
  adoptTokens(document, `:root { ${TOKENS} }`);

  for (const [tag, row] of Object.entries(POLARIS_TABLE)) {
    const elementClass = CLASSES[tag];
    if (elementClass === undefined || customElements.get(tag) !== undefined) continue;

    const defined = inDocument(elementClass, row);
    for (const name of row.properties) defineAccessor(defined.prototype, name);
    handlerProperties(defined.prototype, row.events ?? []);
    customElements.define(tag, defined);
  }
}
