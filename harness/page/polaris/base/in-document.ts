import {
  isDefault,
  NATIVE_PROPERTIES,
  type Command,
  type PageElement,
} from '../../elements/base/page-element.ts';
import {attributesOf, type PolarisRow} from '../polaris-row.ts';
import {inForm} from './in-form.ts';
import {notingChanges} from './noting-changes.ts';
import {hideOwnAttributes} from './own-attributes.ts';

/** The constructor of an element without its own static members. */
export type ElementClass = new () => PageElement;

/** A class that the browser can register. */
export interface DocumentElementClass extends ElementClass {
  readonly formAssociated: boolean;
  readonly observedAttributes: readonly string[];
}

/** A `command` event: of the browser for native buttons, of `sendCommand` for Polaris elements. */
interface CommandLike extends Event {
  readonly command?: string;
  readonly source?: Element | null;
}

const COMMANDS: ReadonlySet<string> = new Set(['--auto', '--show', '--hide', '--toggle']);

/**
 * Makes an element of the app's own document out of an element for extensions: attributes set first values,
 * events bubble as native ones do, and controls take part in forms.
 */
export function inDocument(Base: ElementClass, row: PolarisRow): DocumentElementClass {
  const attributes = attributesOf(row);

  // Abstract for the compiler only: every class that comes here renders.
  abstract class InDocument extends notingChanges(inForm(Base, row)) {
    static readonly observedAttributes = [...attributes.keys()];
    /** Without events, so that native ones pass. */
    static readonly spec = {properties: row.properties, booleans: row.booleans ?? [], events: []};

    constructor() {
      super();
      this.addEventListener('command', (event) => obeyEvent(this, event));
    }

    override attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
      const name = attributes.get(attribute);
      if (name === undefined || NATIVE_PROPERTIES.has(name)) return this.changed();
      Reflect.set(this, name, row.booleans?.includes(name) === true ? value !== null : value, this);
    }

    override reveal(name: string): unknown {
      const value = super.reveal(name);
      return isDefault(value) ? (row.defaults?.[name] ?? value) : value;
    }
  }

  hideOwnAttributes(InDocument.prototype);
  return InDocument as unknown as DocumentElementClass;
}

function obeyEvent(element: PageElement, event: CommandLike): void {
  const {command = '', source} = event;
  if (event.target !== element || !COMMANDS.has(command)) return;
  element.obey(command as Command, (source ?? element) as PageElement);
}
