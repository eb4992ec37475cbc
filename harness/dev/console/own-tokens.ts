import type {IssuedToken} from '../../core/simulation/remembered-tokens.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import type {Deviation} from '../../wire/console.ts';
import {claimsOf, readDraft, secondsNow} from './token-editor.ts';

/** The tokens that a person makes in the console, and the one that waits for the extension. */
export class OwnTokens {
  readonly #simulation: SimulationCore;
  readonly #note: (text: string) => void;
  readonly #numbers = new Set<number>();

  /** `note` writes a line between the requests. */
  constructor(simulation: SimulationCore, note: (text: string) => void) {
    this.#simulation = simulation;
    this.#note = note;
    simulation.tokens.given.taken.subscribe(({number}) => note(`Token ${number} was given out`));
  }

  /** The numbers of the tokens that a person made. */
  get numbers(): ReadonlySet<number> {
    return this.#numbers;
  }

  /** The token that waits, as a difference to the start. */
  get deviations(): readonly Deviation[] {
    const {waiting} = this.#simulation.tokens.given;
    return waiting === null
      ? []
      : [{topic: 'token', text: `token ${waiting} will answer the next request for a token`}];
  }

  /** Signs the claims of a draft, and returns the number of the token. */
  async mint(draft: unknown): Promise<number> {
    return (await this.#mint(draft)).number;
  }

  /** Signs the claims of a draft, makes the token what is given out next, and returns its number. */
  async give(draft: unknown): Promise<number> {
    const token = await this.#mint(draft);
    this.#simulation.tokens.given.give(token);
    this.#note(`Token ${token.number} will answer the next request for a token`);
    this.#forgetTokens();
    return token.number;
  }

  /** Lets the platform make the next token again. */
  takeBack(): void {
    this.#simulation.tokens.given.give(null);
    this.#note('The platform will make the next token');
    this.#forgetTokens();
  }

  async #mint(given: unknown): Promise<IssuedToken> {
    const draft = readDraft(given);
    const claims = claimsOf(draft, secondsNow(this.#simulation));
    const token = await this.#simulation.tokens.given.mint(draft.kind as TokenKind, claims);
    this.#numbers.add(token.number);
    return token;
  }

  /** A page keeps a token while it is good, so it must ask again. */
  #forgetTokens(): void {
    this.#simulation.tokenEpoch.advance();
    this.#simulation.pages.update();
  }
}
