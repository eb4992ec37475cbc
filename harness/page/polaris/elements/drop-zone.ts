import {DropZone} from '../../elements/drop-zone.ts';

/** A drop zone whose files a form sends. */
export class PolarisDropZone extends DropZone {
  override receive(name: string, value: unknown): void {
    super.receive(name, value);
    if (name !== 'files') return;

    const transfer = new DataTransfer();
    for (const file of Array.isArray(value) ? value : []) if (file instanceof File) transfer.items.add(file);
    this.input.files = transfer.files;
    this.changed();
  }

  override reveal(name: string): unknown {
    return name === 'files' ? [...(this.input.files ?? [])] : super.reveal(name);
  }
}
