import {nearestById} from '../../elements/base/command.ts';
import {followLink} from './follow-link.ts';
import {sendCommand} from './send-command.ts';

/** Acts on a press of an element: sends its command, follows its link, or submits or resets its form. */
export function activate(element: HTMLElement, event: Event, textOf: (name: string) => string): void {
  const [commandFor, href, type] = [textOf('commandFor'), textOf('href'), textOf('type')];

  if (commandFor !== '') {
    sendCommand(element, nearestById(element, commandFor), textOf('command') || '--auto');
  } else if (href !== '') {
    const download = textOf('download');
    const isDownload = element.hasAttribute('download') || download !== '';
    followLink(element, event, {
      href,
      target: textOf('target'),
      download: isDownload ? download : undefined,
    });
  } else if (type === 'submit') element.closest('form')?.requestSubmit();
  else if (type === 'reset') element.closest('form')?.reset();
}
