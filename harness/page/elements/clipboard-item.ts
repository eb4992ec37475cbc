import {make} from './base/dom.ts';
import {PageElement, type Command} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(':host { position: fixed; inline-size: 0; block-size: 0; overflow: hidden; }');

/** Text that a button copies. The element itself is invisible. */
export class ClipboardItem extends PageElement {
  constructor() {
    super(STYLE);
  }

  override obey(command: Command): boolean {
    if (command !== '--copy' && command !== '--auto') return false;
    void this.#copy();
    return true;
  }

  async #copy(): Promise<void> {
    const copied = await write(this.textOf('text'), this.root);
    this.emit(copied ? 'copy' : 'copyerror');
  }

  protected override render(): void {}
}

async function write(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    // A page without HTTPS has no clipboard API.
    if (isSecureContext) return await navigator.clipboard.writeText(text).then(() => true);
  } catch {
    // Fails without permission or focus. The older way may still work.
  }

  const area = make('textarea', {style: 'position: fixed; opacity: 0'});
  area.value = text;
  root.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();

  return copied;
}
