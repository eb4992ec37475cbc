import {SimhostError} from '../errors.ts';
import {ELEMENTS} from '../wire/elements.ts';
import {Banner} from './banner.ts';
import {Button} from './button.ts';
import {Checkbox} from './checkbox.ts';
import {define, type PageElementClass} from './element.ts';
import {Heading} from './heading.ts';
import {Link} from './link.ts';
import {Page} from './page.ts';
import {Paragraph} from './paragraph.ts';
import {Section} from './section.ts';
import {Spinner} from './spinner.ts';
import {Stack} from './stack.ts';
import {adoptTokens} from './style.ts';
import {TextField} from './text-field.ts';
import {Text} from './text.ts';

const CLASSES: Readonly<Record<string, PageElementClass>> = {
  's-page': Page,
  's-section': Section,
  's-stack': Stack,
  's-heading': Heading,
  's-text': Text,
  's-paragraph': Paragraph,
  's-banner': Banner,
  's-button': Button,
  's-link': Link,
  's-text-field': TextField,
  's-checkbox': Checkbox,
  's-spinner': Spinner,
};

/** Registers every element of the table in this page and gives the page the tokens; calling it again does nothing. */
export function defineElements(): void {
  adoptTokens();
  for (const [tag, spec] of Object.entries(ELEMENTS)) {
    if (customElements.get(tag) !== undefined) continue;
    const elementClass = CLASSES[tag];
    if (elementClass === undefined) {
      throw new SimhostError('ERR_NO_ELEMENT', `<${tag}> is in the table of elements and has no class.`, {
        next: 'Add its class to harness/elements/define.ts.',
      });
    }
    define(tag, spec, elementClass);
  }
}
