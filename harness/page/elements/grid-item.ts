import {Box} from './box.ts';

export class GridItem extends Box {
  protected override outside(): string {
    const spans = [
      ['grid-column', this.textOf('gridColumn')],
      ['grid-row', this.textOf('gridRow')],
    ] as const;

    const rules = spans
      .filter(([, value]) => /^(auto|span \d+)$/.test(value))
      .map(([css, value]) => `${css}: ${value};`);

    return `:host { ${rules.join(' ')} }`;
  }
}
