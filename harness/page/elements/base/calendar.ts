import {iconDrawing, iconPath} from './icon-drawing.ts';
import {addDays, addMonths, formatDay, monthDays, monthOf} from './dates.ts';
import {make, setOrRemove} from './dom.ts';

/** The month to show, and the state of its days. */
export interface CalendarView {
  readonly month: string;
  readonly language: string;
  readonly disabled: boolean;
  readonly selected: (day: string) => boolean;
  /** Whether a day is between the ends of a range. */
  readonly within: (day: string) => boolean;
  readonly allowed: (day: string) => boolean;
  /** Whether the buttons that turn the month are with another calendar. */
  readonly follows?: boolean;
}

const A_SUNDAY = '2023-01-01';

export const CALENDAR_CSS = `
.calendar { inline-size: 100%; max-inline-size: 336px; }
.bar { display: flex; align-items: center; gap: 8px; margin-block-end: 4px; }
.title { flex: 1; text-align: center; font-weight: 600; }
.calendar button { border: 0; background: none; cursor: pointer; border-radius: 6px; padding: 0; }
.follows .turn { visibility: hidden; }
.turn { display: flex; padding: 8px !important; color: var(--sim-quiet); }
.calendar button:hover { background: var(--sim-subdued); }
[role='row'] { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); }
[role='columnheader'] {
  text-align: center; color: var(--sim-quiet); font-size: var(--sim-size-small); padding-block: 4px;
}
[role='gridcell'] { display: flex; }
[role='gridcell'] button { inline-size: 100%; min-block-size: 38px; font-variant-numeric: tabular-nums; }
button.within { background: var(--sim-info-surface) !important; border-radius: 0 !important; }
button[aria-pressed='true'] { color: var(--sim-on-accent); background: var(--sim-accent) !important; font-weight: 600; }
button[aria-disabled='true'] { color: var(--sim-control); cursor: not-allowed; text-decoration: line-through; }
`;

/** A month as a grid of days, with buttons and arrow keys to move through it. */
export class Calendar {
  readonly #title = make('div', {class: 'title', 'aria-live': 'polite'});
  readonly #grid = make('div', {role: 'grid'});
  readonly node: HTMLElement;
  #view: CalendarView | undefined;
  #focused: string | undefined;

  readonly #turn: (month: string) => void;

  constructor({choose, turn}: {choose: (day: string) => void; turn: (month: string) => void}) {
    this.#turn = turn;
    const step = (label: string, icon: string, count: number): HTMLElement => {
      const button = make(
        'button',
        {type: 'button', 'aria-label': label, class: 'turn'},
        iconDrawing(iconPath(icon)),
      );

      button.addEventListener('click', () => {
        if (this.#view !== undefined) turn(addMonths(this.#view.month, count));
      });

      return button;
    };

    const bar = make(
      'div',
      {class: 'bar'},
      step('Previous month', 'chevron-left', -1),
      this.#title,
      step('Next month', 'chevron-right', 1),
    );

    this.node = make('div', {class: 'calendar'}, bar, this.#grid);
    this.#grid.addEventListener('click', ({target}) => {
      if (!(target instanceof HTMLElement) || target.getAttribute('aria-disabled') === 'true') return;
      const day = target.dataset['day'];
      if (day === undefined) return;
      this.#focused = day;
      choose(day);
    });

    this.#grid.addEventListener('keydown', (event) => this.#move(event));
  }

  render(view: CalendarView): void {
    const before = this.#view;
    const heldFocus = this.#grid.matches(':focus-within');
    this.#view = view;
    this.node.classList.toggle('follows', view.follows ?? false);
    // The buttons stay as long as the month does, so that pointer and focus stay on them.
    const isNewMonth = before?.month !== view.month || before.language !== view.language;
    if (isNewMonth) this.#draw(view);

    const {days} = monthDays(view.month);
    const stop =
      days.find((day) => day === this.#focused) ??
      days.find(view.selected) ??
      days.find(view.allowed) ??
      days[0];

    for (const button of this.#buttons()) {
      const day = button.dataset['day'] ?? '';
      button.tabIndex = day === stop ? 0 : -1;
      setOrRemove(button, 'aria-pressed', String(view.selected(day)));
      setOrRemove(button, 'aria-disabled', view.disabled || !view.allowed(day) ? 'true' : undefined);
      button.classList.toggle('within', view.within(day));
    }

    if (heldFocus && isNewMonth) this.#focus(this.#focused);
  }

  #draw({month, language}: CalendarView): void {
    const {days, startsOn} = monthDays(month);
    this.#title.textContent = formatDay(`${month}-01`, language, {month: 'long', year: 'numeric'});
    this.#grid.setAttribute('aria-label', this.#title.textContent);
    const empty = (): HTMLElement => make('div', {role: 'gridcell'});
    const cells = [...Array.from({length: startsOn}, empty), ...days.map((day) => dayCell(day, language))];
    const rows = [weekdays(language)];

    for (let at = 0; at < cells.length; at += 7) rows.push(cells.slice(at, at + 7));
    this.#grid.replaceChildren(...rows.map((row) => make('div', {role: 'row'}, ...row)));
  }

  #buttons(): HTMLElement[] {
    return [...this.#grid.querySelectorAll<HTMLElement>('[data-day]')];
  }

  #move(event: KeyboardEvent): void {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    const days = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7}[event.key];
    if (from === undefined || days === undefined || this.#view === undefined) return;

    event.preventDefault();
    const to = addDays(from, days);
    this.#focused = to;
    if (monthOf(to) !== this.#view.month) this.#turn(monthOf(to));

    this.#focus(to);
  }

  #focus(day: string | undefined): void {
    this.#grid.querySelector<HTMLElement>(`[data-day="${day ?? ''}"]`)?.focus();
  }
}

function dayCell(day: string, language: string): HTMLElement {
  const label = formatDay(day, language, {dateStyle: 'long'});
  return make(
    'div',
    {role: 'gridcell'},
    make('button', {type: 'button', 'data-day': day, 'aria-label': label}, String(Number(day.slice(8)))),
  );
}

function weekdays(language: string): HTMLElement[] {
  return Array.from({length: 7}, (_, index) => {
    const day = addDays(A_SUNDAY, index);
    const label = formatDay(day, language, {weekday: 'long'});
    return make(
      'div',
      {role: 'columnheader', 'aria-label': label},
      formatDay(day, language, {weekday: 'narrow'}),
    );
  });
}
