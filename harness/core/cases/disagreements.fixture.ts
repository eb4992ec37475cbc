import type {CaseId} from './case-id.ts';
import type {LibraryName} from './libraries.fixture.ts';

/** A library that answers otherwise than the specification asks, and why. */
export interface Disagreement {
  readonly library: LibraryName;
  /** The versions of the library that do so, as a range. Default: all that were asked. */
  readonly versions?: string;
  readonly id: CaseId;
  /** In which spellings; '' is the only one. */
  readonly variants: readonly string[];
  readonly does: 'takes it' | 'refuses it';
  readonly because: string;
}

const NO_CRIT = 'does not look at crit';
/** CVE-2026-32597, fixed by Debian in the package of 2.6.0. */
const BEFORE_CRIT = '<2.6.0-1+deb12u1';
const LAX_BASE64 = 'decodes base64url leniently';
const INFINITE = 'reads it as infinity, which is later than now';
const REPLACED = 'replaces bytes that are not UTF-8, and reads on';

/** Found by asking; a test holds this list against the libraries. */
export const DISAGREEMENTS: readonly Disagreement[] = [
  {library: 'jose', id: 'sig-padded', variants: [''], does: 'takes it', because: LAX_BASE64},
  {library: 'jose', id: 'sig-nonzero-trailing-bits', variants: [''], does: 'takes it', because: LAX_BASE64},
  {
    library: 'jose',
    id: 'sig-illegal-chars',
    variants: ['blank'],
    does: 'takes it',
    because: 'decodes with atob(), which skips spaces',
  },
  {library: 'jose', id: 'exp-1e400', variants: [''], does: 'takes it', because: INFINITE},
  {
    library: 'jsonwebtoken',
    id: 'crit-unknown',
    variants: ['named', 'named, not there'],
    does: 'takes it',
    because: NO_CRIT,
  },
  {library: 'jsonwebtoken', id: 'crit-empty', variants: [''], does: 'takes it', because: NO_CRIT},
  {
    library: 'jsonwebtoken',
    id: 'crit-not-a-list',
    variants: ['text', 'null', 'object'],
    does: 'takes it',
    because: NO_CRIT,
  },
  {library: 'jsonwebtoken', id: 'crit-registered', variants: [''], does: 'takes it', because: NO_CRIT},
  {library: 'jsonwebtoken', id: 'crit-b64-false', variants: [''], does: 'takes it', because: NO_CRIT},
  {
    library: 'jsonwebtoken',
    id: 'payload-text-of-json',
    variants: [''],
    does: 'takes it',
    because: 'parses JSON inside a string a second time',
  },
  {
    library: 'jsonwebtoken',
    id: 'payload-bad-utf8',
    variants: ['cut sequence', 'lone surrogate', 'overlong slash'],
    does: 'takes it',
    because: REPLACED,
  },
  {
    library: 'jsonwebtoken',
    id: 'exp-missing',
    variants: [''],
    does: 'takes it',
    because: 'has no option that asks for exp',
  },
  {library: 'jsonwebtoken', id: 'exp-1e400', variants: [''], does: 'takes it', because: INFINITE},
  {
    library: 'jsonwebtoken',
    id: 'iat-string',
    variants: ['word', 'digits'],
    does: 'takes it',
    because: 'looks at iat only with the option maxAge',
  },
  {library: 'PyJWT', id: 'sig-padded', variants: [''], does: 'takes it', because: LAX_BASE64},
  {
    library: 'PyJWT',
    versions: '<2.15.1',
    id: 'sig-std-b64',
    variants: [''],
    does: 'takes it',
    because: LAX_BASE64,
  },
  {
    library: 'PyJWT',
    versions: '<2.15.1',
    id: 'sig-nonzero-trailing-bits',
    variants: [''],
    does: 'takes it',
    because: LAX_BASE64,
  },
  {
    library: 'PyJWT',
    versions: BEFORE_CRIT,
    id: 'crit-unknown',
    variants: ['named', 'named, not there'],
    does: 'takes it',
    because: NO_CRIT,
  },
  {
    library: 'PyJWT',
    versions: BEFORE_CRIT,
    id: 'crit-empty',
    variants: [''],
    does: 'takes it',
    because: NO_CRIT,
  },
  {
    library: 'PyJWT',
    versions: BEFORE_CRIT,
    id: 'crit-not-a-list',
    variants: ['text', 'null', 'object'],
    does: 'takes it',
    because: NO_CRIT,
  },
  {
    library: 'PyJWT',
    versions: BEFORE_CRIT,
    id: 'crit-registered',
    variants: [''],
    does: 'takes it',
    because: NO_CRIT,
  },
  {
    library: 'PyJWT',
    id: 'payload-bad-utf8',
    variants: ['lone surrogate'],
    does: 'takes it',
    because: 'Python’s json lets lone surrogates pass in bytes',
  },
  {
    library: 'PyJWT',
    id: 'payload-utf16',
    variants: [''],
    does: 'takes it',
    because: 'Python’s json finds the encoding of bytes by itself',
  },
  {
    library: 'PyJWT',
    versions: '>=2.15.1',
    id: 'iat-string',
    variants: ['digits'],
    does: 'takes it',
    because: 'turns the claim into a number by int()',
  },
  {
    library: 'PyJWT',
    id: 'exp-string',
    variants: ['future'],
    does: 'takes it',
    because: 'turns the claim into a number by int()',
  },
  {
    library: 'PyJWT',
    id: 'nbf-string',
    variants: ['past'],
    does: 'takes it',
    because: 'turns the claim into a number by int()',
  },
];
