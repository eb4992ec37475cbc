import {Select} from '../../elements/select.ts';

/** A select of the app's own document. The first option is its value until one is chosen. */
export class PolarisSelect extends Select {
  override reveal(name: string): unknown {
    const value = super.reveal(name);
    return name !== 'value' || (typeof value === 'string' && value !== '') ? value : this.#first();
  }

  override resetControl(): void {
    super.resetControl();
    const first = this.options().find((option) => option.isDefault)?.optionValue ?? this.#first();
    this.receive('value', this.getAttribute('value') ?? first);
  }

  #first(): string {
    return this.options().find((option) => !option.isDisabled)?.optionValue ?? '';
  }
}
