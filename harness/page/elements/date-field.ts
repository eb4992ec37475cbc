import {Calendar, CALENDAR_CSS} from './base/calendar.ts';
import {dayOf, dayRulesOf, firstMonth, isAllowed, languageOf, monthOf} from './base/dates.ts';
import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {make} from './base/dom.ts';
import {FIELD_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {TextField} from './text-field.ts';

const PATTERN = 'YYYY-MM-DD';

const STYLE = styleSheets(`
${FIELD_CSS}
${CALENDAR_CSS}
.opener {
  display: flex; padding: 6px; margin-inline-end: -6px; border: 0; border-radius: 6px; background: none;
  cursor: pointer;
  color: var(--sim-quiet);
}
.opener:hover { color: var(--sim-text); background: var(--sim-subdued); }
.opener:disabled { cursor: not-allowed; }
.panel .calendar { inline-size: 300px; }
.panel {
  margin-block-start: 6px; padding: 12px; inline-size: fit-content; max-inline-size: 100%;
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large); background: var(--sim-surface);
}
`);

/** A date that is typed as `YYYY-MM-DD` or chosen in a calendar. */
export class DateField extends TextField {
  readonly #opener = make(
    'button',
    {type: 'button', class: 'opener', 'aria-label': 'Open calendar', 'aria-expanded': 'false'},
    iconDrawing(iconPath('calendar')),
  );
  readonly #calendar = new Calendar({choose: (day) => this.#choose(day), turn: (month) => this.#turn(month)});
  readonly #panel = make('div', {class: 'panel', hidden: ''}, this.#calendar.node);
  #view: string | undefined;

  constructor() {
    super('text', STYLE);
    this.control.placeholder = PATTERN;
    this.box.append(this.#opener);
    this.fieldError.node.before(this.#panel);
    this.#opener.addEventListener('click', () => this.#show(this.#panel.hidden !== false));

    this.root.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || this.#panel.hidden) return;
      event.preventDefault();
      this.#show(false);
      this.#opener.focus();
    });
  }

  override receive(name: string, value: unknown): void {
    if (name === 'view') this.#view = String(value ?? '') === '' ? undefined : String(value);
    super.receive(name, value);
  }

  /** Checks the date after `change` only, not while the customer still types. */
  protected override emitValue(type: string): void {
    super.emitValue(type);
    if (type !== 'change') return;
    const {value} = this.control;
    const day = dayOf(value);
    if (value !== '' && (day === undefined || !this.#allowed(day))) this.emit('invalid', {state: {value}});
    this.changed();
  }

  #show(shown: boolean): void {
    this.#panel.hidden = !shown;
    this.#opener.setAttribute('aria-expanded', String(shown));
    this.render();
  }

  #turn(month: string): void {
    this.#view = month;
    this.render();
    this.emit('viewchange', {state: {view: month}, detail: month});
  }

  #choose(day: string): void {
    this.control.value = day;
    this.#show(false);
    this.typed('input');
    this.typed('change');
    this.control.focus();
  }

  #allowed(day: string): boolean {
    return isAllowed(
      day,
      dayRulesOf((name) => this.textOf(name)),
    );
  }

  protected override render(): void {
    super.render();
    this.control.placeholder = this.textOf('placeholder') || PATTERN;
    this.#opener.disabled = this.flag('disabled') || this.flag('readOnly');
    if (this.#panel.hidden) return;

    const chosen = dayOf(this.control.value);
    this.#calendar.render({
      month: firstMonth(this.#view ?? '', this.textOf('defaultView'), monthOf(chosen ?? '')),
      language: languageOf(this),
      disabled: false,
      selected: (day) => day === chosen,
      within: () => false,
      allowed: (day) => this.#allowed(day),
    });
  }
}
