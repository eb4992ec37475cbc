import {make, PageElement, type Command} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** Text that a button copies; there is nothing to see. */
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
    // Not there in a page without HTTPS.
    if (isSecureContext) return await navigator.clipboard.writeText(text).then(() => true);
  } catch {
    // Without permission, or without focus: the older way may still be open.
  }

  const area = make('textarea', {style: 'position: fixed; opacity: 0'});
  area.value = text;
  root.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();

  return copied;
}

const STYLE = styleSheets(':host { position: fixed; inline-size: 0; block-size: 0; overflow: hidden; }');
