import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {Caption, CAPTION_CSS, ERROR_CSS, FieldError} from './base/field.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${CAPTION_CSS}
${ERROR_CSS}
:host { display: block; color: var(--sim-text); }
.zone {
  position: relative; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 6px;
  min-block-size: 96px; padding: 16px; text-align: center; color: var(--sim-quiet); font-size: var(--sim-size-small);
  overflow-wrap: anywhere; border: 1px dashed var(--sim-control); border-radius: var(--sim-radius);
  background: var(--sim-surface);
}
.zone:hover { background: var(--sim-subdued); }
.zone:has(input:focus-visible) { box-shadow: var(--sim-focus); }
.zone:has([aria-invalid='true']) { border-color: var(--sim-critical); }
.zone:has(input:disabled) { background: var(--sim-subdued); border-color: var(--sim-border); }
input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0; cursor: pointer; }
input:disabled { cursor: not-allowed; }
.error { margin-block-start: 4px; }
`);

/** An area that takes files: dropped on it, or chosen after a press. */
export class DropZone extends PageElement {
  readonly #caption = new Caption();
  protected readonly input: HTMLInputElement = make('input', {id: 'input', type: 'file'});
  readonly #hint = make('span', {'aria-hidden': 'true'});
  readonly #error = new FieldError();

  constructor() {
    super(STYLE, {delegatesFocus: true});
    const zone = make(
      'div',
      {class: 'zone'},
      iconDrawing(iconPath('upload')),
      make('slot'),
      this.#hint,
      this.input,
    );
    this.root.append(this.#caption.node, zone, this.#error.node);

    for (const type of ['input', 'change']) {
      this.input.addEventListener(type, (event) => {
        event.stopPropagation();
        this.#emitValue(type);
      });
    }

    this.input.addEventListener('drop', (event) => this.#drop(event));
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value' && String(value ?? '') === '') this.input.value = '';
    super.receive(name, value);
  }

  override reveal(name: string): unknown {
    if (name === 'files') return [...(this.input.files ?? [])];
    return name === 'value' ? this.input.value : super.reveal(name);
  }

  override resetControl(): void {
    this.input.value = '';
    this.changed();
  }

  #emitValue(type: string): void {
    this.emit(type, {state: {value: this.input.value, files: [...(this.input.files ?? [])]}});
    this.changed();
  }

  /** Checks dropped files against `accept`, as the browser's own dialog does for chosen files. */
  #drop(event: DragEvent): void {
    event.preventDefault();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    const taken = dropped
      .filter((file) => accepts(this.textOf('accept'), file))
      .slice(0, this.flag('multiple') ? undefined : 1);
    if (taken.length < dropped.length) this.emit('droprejected');
    if (taken.length === 0) return;

    const transfer = new DataTransfer();
    for (const file of taken) transfer.items.add(file);
    this.input.files = transfer.files;
    for (const type of ['input', 'change']) this.#emitValue(type);
  }

  protected override render(): void {
    const {input} = this;
    const multiple = this.flag('multiple');
    const unseen = this.textOf('labelAccessibilityVisibility') === 'exclusive';
    this.#caption.render(this.textOf('label'), {required: this.flag('required'), unseen});
    const names = [...(input.files ?? [])].map(({name}) => name);
    const invitation = multiple ? 'Add files' : 'Add a file';
    this.#hint.textContent = names.length > 0 ? names.join(', ') : invitation;
    input.multiple = multiple;
    input.disabled = this.flag('disabled');
    input.required = this.flag('required');
    setOrRemove(input, 'accept', this.textOf('accept'));
    setOrRemove(input, 'name', this.textOf('name'));
    setOrRemove(
      input,
      'aria-label',
      this.textOf('accessibilityLabel') || (this.textOf('label') === '' ? 'Add files' : ''),
    );

    this.#error.render(input, this.textOf('error'));
  }
}

/**
 * Whether `accept` allows a file: it lists extensions, MIME types, and MIME types of any subtype.
 *
 * @see https://html.spec.whatwg.org/multipage/input.html#attr-input-accept
 */
function accepts(accept: string, {name, type}: File): boolean {
  const known = accept
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');

  const fits = (part: string): boolean => {
    if (part.startsWith('.')) return name.toLowerCase().endsWith(part);
    return part.endsWith('/*') ? type.startsWith(part.slice(0, -1)) : type === part;
  };

  return known.length === 0 || known.some(fits);
}
