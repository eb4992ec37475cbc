import type {Clock} from '../../clock.ts';

/** A number that grows whenever pages must forget the tokens that they hold. */
export class TokenEpoch {
  #value = 0;

  /** Tokens expire by themselves as time passes. Only a clock that goes back leaves tokens from the future. */
  constructor(clock: Clock) {
    let before = clock.now();
    clock.onMove(() => {
      if (clock.now() < before) this.advance();
      before = clock.now();
    });
  }

  /** The current number. */
  get value(): number {
    return this.#value;
  }

  /** Makes pages forget their tokens when they get the next state. */
  advance(): void {
    this.#value++;
  }
}
