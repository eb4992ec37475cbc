import {make} from '../../elements/base/dom.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {styleSheets} from '../../elements/base/style.ts';
import {Select, type Option} from '../../elements/select.ts';

const STYLE = styleSheets(':host { display: none; }');

/** A group of options. The select renders it. */
export class OptionGroup extends PageElement {
  constructor() {
    super(STYLE);
  }

  protected override render(): void {
    const list = this.closest('s-select');
    if (list instanceof Select) list.changed();
  }
}

/** A select of the app's own document. It has groups, and the first option is its value until one is chosen. */
export class PolarisSelect extends Select {
  protected override sentTypes(): readonly string[] {
    return ['input', 'change', 'blur'];
  }

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

  protected override listOf(
    options: readonly Option[],
    rows: readonly HTMLOptionElement[],
  ): readonly HTMLElement[] {
    const groups = new Map<Element, HTMLOptGroupElement>();
    const nodes = new Set<HTMLElement>();

    options.forEach((option, at) => {
      const row = rows[at];
      const around = option.closest('s-option-group');
      if (row === undefined) return;
      if (around === null) return nodes.add(row);

      const group = groups.get(around) ?? make('optgroup', {label: option.groupLabel});
      group.disabled = around.hasAttribute('disabled');
      groups.set(around, group);
      group.append(row);
      nodes.add(group);
    });

    return [...nodes];
  }
}
