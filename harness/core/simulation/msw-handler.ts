import type {RequestHandler} from 'msw';

/**
 * A request handler of MSW, described by its public members. Classes with private members only fit their own copy of a
 * package, and a CommonJS project sees another copy of msw's types than simhost does.
 */
export type MswHandler = Pick<RequestHandler, 'info' | 'isUsed' | 'predicate' | 'log'>;
