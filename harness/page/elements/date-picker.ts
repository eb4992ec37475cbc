import {Calendar, CALENDAR_CSS, type CalendarView} from './base/calendar.ts';
import {
  addDays,
  addMonths,
  dayRulesOf,
  daysOf,
  firstMonth,
  isAllowed,
  languageOf,
  monthOf,
} from './base/dates.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${CALENDAR_CSS}
.months { display: flex; flex-wrap: wrap; gap: 16px; }
`);

export class DatePicker extends PageElement {
  readonly #calendar = new Calendar({choose: (day) => this.#choose(day), turn: (month) => this.#turn(month)});
  /** The month after, if two are visible. */
  readonly #second = new Calendar({choose: (day) => this.#choose(day), turn: (month) => this.#turn(month)});
  /** The value that the customer chose or the extension set. */
  #value: string | undefined;
  #view: string | undefined;

  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'months'}, this.#calendar.node, this.#second.node));
  }

  override receive(name: string, value: unknown): void {
    const given = value === undefined || value === null ? undefined : String(value);
    if (name === 'value') this.#value = given;
    if (name === 'view') this.#view = given === '' ? undefined : given;
    super.receive(name, value);
  }

  override reveal(name: string): unknown {
    if (name === 'value') return this.#shown;
    return name === 'view' ? this.#month : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    return this.has('defaultValue') && this.reveal('value') !== this.#default;
  }

  override resetControl(): void {
    this.#value = undefined;
    this.changed();
  }

  protected override onNative(event: Event): void {
    if (event.type === 'focus') this.emit('focus');
    if (event.type === 'blur') this.emit('blur', {state: {value: this.#shown}});
  }

  get #type(): 'single' | 'multiple' | 'range' {
    return this.choice('type', ['single', 'multiple', 'range']);
  }

  get #shown(): string {
    return this.#value ?? this.#default;
  }

  get #default(): string {
    return this.textOf('defaultValue');
  }

  get #month(): string {
    return firstMonth(
      this.#view ?? '',
      this.textOf('defaultView'),
      monthOf(daysOf(this.#shown, this.#type)[0] ?? ''),
    );
  }

  #turn(month: string): void {
    this.#view = month;
    this.render();
    this.emit('viewchange', {state: {view: month}, detail: month});
  }

  #choose(day: string): void {
    const days = daysOf(this.#shown, this.#type);
    const type = this.#type;
    const [start] = days;
    // The second day ends a range. A day before the first one starts the range again.
    const ends = type === 'range' && days.length === 1 && start !== undefined && day >= start;

    if (type === 'multiple') this.#value = toggled(days, day).toSorted().join(',');
    else this.#value = ends ? `${start}--${day}` : day;

    this.render();
    const state = {value: this.#value};
    this.emit('input', {state});
    if (type !== 'range' || ends) this.emit('change', {state});
  }

  protected override render(): void {
    const days = daysOf(this.#shown, this.#type);
    const [from, to] = days;

    setOrRemove(this, 'role', 'group');
    setOrRemove(this, 'aria-disabled', this.flag('disabled') ? 'true' : undefined);

    const rules = dayRulesOf((name) => this.textOf(name));

    const isDouble = this.textOf('visibleMonths') === '2';
    const view = {
      language: languageOf(this),
      disabled: this.flag('disabled'),
      selected: (day: string) => days.includes(day),
      within: (day: string) =>
        this.#type === 'range' &&
        from !== undefined &&
        to !== undefined &&
        day > from &&
        day <= addDays(to, -1),
      allowed: (day: string) => isAllowed(day, rules),
    } satisfies Omit<CalendarView, 'month'>;

    this.#calendar.render({...view, month: this.#month});
    this.#second.node.hidden = !isDouble;
    if (isDouble) this.#second.render({...view, month: addMonths(this.#month, 1), follows: true});
  }
}

/** Adds a day to a list, or removes it. */
function toggled(days: readonly string[], day: string): readonly string[] {
  return days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
}
