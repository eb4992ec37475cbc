import {messageOf} from '../../../../errors.ts';
import type {Mount} from '../../../../wire/control.ts';
import {make} from '../../../elements/base/dom.ts';
import type {PageElement} from '../../../elements/base/page-element.ts';
import type {PrintDocument, PrintDocuments} from '../../print-documents.ts';

const NAME = 'Document to print';

export const PRINT_PREVIEW_CSS: string = `
.sim-dialog-print { inline-size: min(900px, calc(100vw - 32px)); }
.sim-print { display: grid; gap: 16px; }
@media (min-width: 720px) { .sim-print { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } }
.sim-print-preview { display: grid; align-content: start; gap: 12px; min-inline-size: 0; }
.sim-print-document {
  display: grid; min-block-size: 280px; overflow: hidden; background: var(--sim-page);
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius);
}
.sim-print-document p { place-self: center; margin: 0; padding: 16px; color: var(--sim-quiet); text-align: center; }
.sim-print-document [role='alert'] { color: var(--sim-critical); overflow-wrap: anywhere; }
.sim-print-document iframe { inline-size: 100%; block-size: min(420px, 50vh); border: 0; background: white; }
.sim-print-document img { max-inline-size: 100%; place-self: center; }
.sim-print-preview > [role='status']:empty { display: none; }
.sim-print-preview > .sim-primary { justify-self: end; min-inline-size: 120px; }
.sim-print .sim-primary:disabled { opacity: 0.5; cursor: default; }
`;

/**
 * The document of a print action, with the button that prints it. HTML is shown from a `blob:` URL in a sandboxed frame
 * without scripts, as the admin was seen to do.
 */
export class PrintPreview {
  readonly root: HTMLElement;
  readonly #mount: Mount;
  readonly #container: HTMLElement;
  readonly #documents: PrintDocuments;
  readonly #document = make('div', {class: 'sim-print-document'});
  readonly #status = make('span', {role: 'status', class: 'sim-quiet'});
  readonly #print = make('button', {class: 'sim-primary', type: 'button'}, 'Print');
  #source: string | null = null;
  #address = '';

  constructor(mount: Mount, container: HTMLElement, documents: PrintDocuments) {
    this.#mount = mount;
    this.#container = container;
    this.#documents = documents;

    this.root = make(
      'div',
      {class: 'sim-print'},
      container,
      make('div', {class: 'sim-print-preview'}, this.#document, this.#print, this.#status),
    );

    this.#print.addEventListener('click', () => {
      documents.printed(mount, this.#source ?? '');
      this.#status.textContent = 'The document was printed.';
    });
    this.changed();
  }

  /** Shows the document that the print action names now. */
  changed(): void {
    const action = this.#container.querySelector<PageElement>('s-admin-print-action');
    const source = String(action?.reveal('src') ?? '');
    if (source === this.#source) return;

    this.#source = source;
    this.#show({}, source === '' ? 'No document to print.' : 'Loading the document…');
    if (source !== '') void this.#load(source);
  }

  async #load(source: string): Promise<void> {
    try {
      const loaded = await this.#documents.load(this.#mount, source);
      if (source === this.#source) this.#showDocument(loaded);
    } catch (error) {
      if (source === this.#source) this.#show({role: 'alert'}, messageOf(error));
    }
  }

  /** Shows a message in place of a document. */
  #show(attributes: Readonly<Record<string, string>>, text: string): void {
    this.#empty();
    this.#document.append(make('p', attributes, text));
    this.#print.disabled = true;
  }

  #showDocument({kind, content}: PrintDocument): void {
    const size = `${Math.ceil(content.size / 1024)} KB`;
    this.#empty();
    this.#document.append(
      kind === 'pdf' ? make('p', {}, `PDF document, ${size}`) : this.#view(kind, content),
    );
    this.#print.disabled = false;
  }

  #view(kind: 'html' | 'image', content: Blob): HTMLElement {
    this.#address = URL.createObjectURL(content);
    const src = this.#address;
    if (kind === 'image') return make('img', {alt: NAME, src});
    return make('iframe', {title: NAME, sandbox: '', src});
  }

  #empty(): void {
    URL.revokeObjectURL(this.#address);
    this.#address = '';
    this.#status.textContent = '';
    this.#document.replaceChildren();
  }
}
