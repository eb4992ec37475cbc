import {randomUUID} from 'node:crypto';
import {relative} from 'node:path';
import {Journal} from '../../core/simulation/journal.ts';
import type {Situation} from '../../core/simulation/situation.ts';
import {deviationsFrom, situationOf} from '../../core/simulation/situation.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../core/world/people.ts';
import {manifest} from '../../node/server/manifest.ts';
import type {ConsoleSession} from '../../node/server/console-session.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import {USUAL_LAYOUT} from '../../wire/console.ts';
import type {ConsoleLayout, ConsoleState, ConsoleWelcome, Deviation} from '../../wire/console.ts';
import type {JournalEntry} from '../../wire/journal.ts';
import type {DevSession} from '../line-commands.ts';
import type {ShownExtension} from '../shown-extension.ts';
import {showTarget} from '../shown-targets.ts';
import {answerTo, loggedRequest} from './console-answers.ts';
import type {StartOptions} from '../copy/copied-command.ts';
import type {GivenSettings} from '../given-settings.ts';
import {simulationFacts} from './console-facts.ts';
import {SituationFields} from './situation-fields.ts';
import {type ConsoleActions, runVerb} from './console-verbs.ts';
import {issuedToken} from './given-token-rows.ts';
import {OwnTokens} from './own-tokens.ts';
import {changedLayout, keepLayout, readLayout} from './kept-layout.ts';

export interface DevConsoleParts {
  readonly session: DevSession;
  readonly local: LocalGateway;
  readonly shown: readonly ShownExtension[];
  readonly folders: readonly string[];
  /** Whether the layout is kept for the next start. */
  readonly keepsLayout: boolean;
  /** Writes a line to the terminal. */
  readonly print: (line: string) => void;
  /** The options that stay as they are. */
  readonly startOptions: StartOptions;
  /** The settings as they are now. */
  readonly givenSettings: () => GivenSettings;
  /** Gives the extensions the settings of the start. */
  readonly resetSettings: () => void;
}

/** The consoles' view of one `simhost dev`. */
export class DevConsole implements ConsoleSession {
  readonly #parts: DevConsoleParts;
  readonly #journal: Journal;
  readonly #run = randomUUID();
  readonly #listeners = new Set<() => void>();
  readonly #ownTokens: OwnTokens;
  #layout: ConsoleLayout;
  #start: Situation;
  #personAtStart: string | null;
  readonly #heldAtStart: boolean;
  readonly #fields: SituationFields;

  private constructor(parts: DevConsoleParts, journal: Journal, layout: ConsoleLayout) {
    this.#parts = parts;
    this.#journal = journal;
    this.#layout = layout;
    this.#fields = new SituationFields({
      session: parts.session,
      given: parts.givenSettings,
      note: (text) => journal.note('field', text),
    });
    this.#ownTokens = new OwnTokens(this.#simulation, (text) => {
      journal.note('token', text);
      this.#changed();
    });
    this.#start = this.#situation();
    this.#personAtStart = this.#person();
    this.#heldAtStart = parts.session.cors.isHeld;

    this.#simulation.pages.onUpdate(() => this.#changed());
    this.#simulation.events.deliveries.subscribe(() => this.#changed());
    for (const {builds} of parts.shown) builds.changes.subscribe(() => this.#changed());
    parts.session.cors.onChange((isHeld) => {
      journal.note('cors', isHeld ? 'Held to CORS' : 'Not held to CORS');
      this.#changed();
    });
  }

  /** Creates the view. The journal begins here, so create it before the page opens. */
  static async open(parts: DevConsoleParts): Promise<DevConsole> {
    const layout = parts.keepsLayout ? await readLayout(parts.folders) : USUAL_LAYOUT;
    const journal = new Journal(parts.session.simulation);
    journal.note('start', 'Started');
    if (parts.shown.length > 0) parts.session.simulation.extensions.changeLook({outline: true});
    return new DevConsole(parts, journal, layout);
  }

  get id(): string {
    return this.#parts.local.id;
  }

  get secrets(): readonly string[] {
    return this.#simulation.secrets;
  }

  get tokens(): number {
    return this.#simulation.tokens.given.count;
  }

  /** Takes the present situation as the one to which Reset goes back. */
  started(): void {
    this.#start = this.#situation();
    this.#personAtStart = this.#person();
    this.#fields.started();
  }

  welcome(): ConsoleWelcome {
    const {version} = manifest();
    const {session, folders} = this.#parts;
    return {
      version,
      run: this.#run,
      folders: folders.map((folder) => relative('.', folder) || '.'),
      people: session.page.people,
      noun: session.page.noun,
      page: session.page.url,
    };
  }

  state(windows: number): ConsoleState {
    const {session, local} = this.#parts;
    return {
      ...simulationFacts(session.simulation, session.page),
      holdsToCors: session.page.hasCorsSwitch ? session.cors.isHeld : null,
      deviations: this.#deviations(),
      changes: this.#fields.changed().map(({id, label, value}) => ({id, label, value})),
      onRealTime: local.backendsOnRealTime(),
      look: session.simulation.extensions.pageState.look,
      windows,
      layout: this.#layout,
    };
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  since(n: number): readonly JournalEntry[] {
    return this.#journal.since(n);
  }

  onEntry(listener: (entry: JournalEntry) => void): () => void {
    return this.#journal.onEntry(listener);
  }

  do(verb: string, arg: unknown): unknown {
    return runVerb(this.#actions, verb, arg);
  }

  get(what: string, key: unknown): unknown {
    const own = {journal: this.#journal, ownTokens: this.#ownTokens.numbers, fields: this.#fields};
    return answerTo({...this.#parts, ...own}, what, key);
  }

  reveal(number: number): string {
    const {token} = issuedToken(this.#simulation, number);
    this.#parts.print(`The console has copied token ${number}.`);
    return token;
  }

  get #simulation(): SimulationCore {
    return this.#parts.session.simulation;
  }

  get #actions(): ConsoleActions {
    const {session, folders, keepsLayout} = this.#parts;
    return {
      session,
      restart: () => session.page.restart(),
      fields: this.#fields,
      reset: ({field}) => (field === undefined ? this.#reset() : this.#fields.undo(field)),
      resend: (n) => this.#resend(n),
      ownTokens: this.#ownTokens,
      changeLayout: async (change) => {
        this.#layout = changedLayout(this.#layout, change);
        this.#changed();
        if (keepsLayout) await keepLayout(folders, this.#layout);
      },
    };
  }

  /** Only differences are undone, so that nothing restarts without a reason. */
  async #reset(): Promise<void> {
    const topics = new Set(this.#deviations().map(({topic}) => topic));
    const {clock} = this.#simulation;

    for (const id of new Set(this.#simulation.armedCases().map((armed) => armed.id)))
      this.#simulation.disarm(id);
    if (topics.has('clock')) {
      clock.resume();
      clock.advance(this.#start.clock.offset - clock.state.offset);
      if (this.#start.clock.frozenAt !== null) clock.freeze(this.#start.clock.frozenAt);
      clock.skew(this.#start.skews);
    }

    if (topics.has('token')) this.#ownTokens.takeBack();
    if (topics.has('cors')) this.#parts.session.cors.switch(this.#heldAtStart);
    if (topics.has('target')) await this.#showTargetsOfStart();
    if (topics.has('customer')) await this.#signInPersonOfStart();
    if (topics.has('field')) await this.#fields.undoWorld();
    if (topics.has('language')) this.#simulation.update({locale: this.#start.language});
    if (topics.has('setting')) this.#parts.resetSettings();
    else if (topics.has('language')) await this.#parts.session.page.restart();
  }

  async #showTargetsOfStart(): Promise<void> {
    for (const {name, target} of this.#start.mounts) {
      const isShown = this.#parts.shown.some((each) => each.name === name && each.target === target);
      if (!isShown) await showTarget(this.#parts.shown, this.#simulation, target);
    }
  }

  async #signInPersonOfStart(): Promise<void> {
    const {page} = this.#parts.session;
    const name = this.#personAtStart;
    if (name === null || page.signInByName === undefined) await page.signIn(this.#customerOfStart());
    else await page.signInByName(name);
  }

  #customerOfStart(): Parameters<SimulationCore['signIn']>[0] {
    const {customer} = this.#start;
    if (customer === null) return null;
    return Object.values(PEOPLE).find(({id}) => id === customer.id) ?? {id: customer.id};
  }

  async #resend(n: number): Promise<void> {
    const request = loggedRequest(this.#journal, n);
    const {local, session} = this.#parts;
    await local.resend(request.id, () => this.#simulation.mint(session.page.tokenKind));
  }

  #deviations(): readonly Deviation[] {
    const {isHeld} = this.#parts.session.cors;
    const cors = {topic: 'cors', text: isHeld ? 'held to CORS' : 'not held to CORS'} as const;
    const written = this.#fields
      .changed()
      .filter(({kind}) => kind === 'world')
      .map(({section, label}) => ({topic: 'field', text: `${section}: ${label} differs`}) as const);

    const changed = [...deviationsFrom(this.#start, this.#situation()), ...written];
    const others = [...changed, ...this.#personDeviation(), ...this.#ownTokens.deviations];
    return isHeld === this.#heldAtStart ? others : [...others, cors];
  }

  #personDeviation(): readonly Deviation[] {
    const {customer} = this.#parts.session.page.facts();
    if (customer === undefined || customer.name === this.#personAtStart) return [];
    return [{topic: 'customer', text: `${customer.label} is signed in`}];
  }

  /** Names the person that only this kind of page knows, such as a member of staff; `null` for a customer. */
  #person(): string | null {
    return this.#parts.session.page.facts().customer?.name ?? null;
  }

  #situation(): Situation {
    const {pages, clock} = this.#simulation;
    return situationOf({pages, clock, armedCases: () => this.#simulation.armedCases()});
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
