import type {Clock} from '../../clock.ts';
import type {Extensions} from './extensions.ts';
import type {LiveWorld} from './live-world.ts';
import type {SharedPageState} from './pages.ts';
import type {TokenEpoch} from './token-epoch.ts';

/** The parts of a simulation that all pages show. */
export interface ShownParts {
  readonly clock: Clock;
  readonly tokenEpoch: TokenEpoch;
  readonly live: LiveWorld;
  readonly extensions: Extensions;
}

/** Returns the state that all host pages show. */
export function sharedPageState({clock, tokenEpoch, live, extensions}: ShownParts): SharedPageState {
  return {
    clock: clock.stateOf('browser'),
    tokenEpoch: tokenEpoch.value,
    ...live.state(),
    ...extensions.pageState,
  };
}
