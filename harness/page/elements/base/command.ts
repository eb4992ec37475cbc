import {SimhostError} from '../../../errors.ts';
import {PageElement, type Command} from './page-element.ts';

const COMMANDS: readonly Command[] = ['--auto', '--show', '--hide', '--toggle', '--copy'];

/**
 * Sends the command of an invoker to the element that its `commandFor` names.
 *
 * @throws {SimhostError} `ERR_NO_COMMAND_TARGET`, `ERR_UNKNOWN_COMMAND`
 */
export function sendCommand(invoker: PageElement, id: string, command: string): void {
  const target = nearestById(invoker, id);
  if (!(target instanceof PageElement)) {
    throw new SimhostError(
      'ERR_NO_COMMAND_TARGET',
      `<${invoker.localName}> has commandFor="${id}", and no element has that id.`,
      {
        next: 'Render an element with that id in the same extension.',
      },
    );
  }

  const known = COMMANDS.find((candidate) => candidate === (command || '--auto'));
  if (known !== undefined && target.obey(known, invoker)) return;

  throw new SimhostError(
    'ERR_UNKNOWN_COMMAND',
    `<${target.localName} id="${id}"> has no command "${command || '--auto'}".`,
    {
      next: 'Name a modal, sheet, popover, menu, details, announcement or clipboard item, and a command that it has.',
    },
  );
}

/** Finds the nearest element with an id, because other extensions in the page may use the same id. */
export function nearestById(element: Element, id: string): Element | null {
  if (id === '') return null;
  for (let scope = element.parentNode; scope !== null; scope = scope.parentNode) {
    if (!(scope instanceof Element || scope instanceof DocumentFragment || scope instanceof Document))
      continue;
    const found = scope.querySelector(`#${CSS.escape(id)}`);
    if (found !== null) return found;
  }

  return null;
}
