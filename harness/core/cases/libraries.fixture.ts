import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {jwtVerify} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import {PYTHON} from './python.fixture.ts';

/** A token that libraries judge, at an instant. */
export interface Question {
  readonly token: string;
  readonly secret: string;
  readonly clientId: string;
  /** Seconds since 1970. */
  readonly now: number;
}

export interface Library {
  /** With the options that it is called with. */
  readonly called: string;
  /** The versions that the table of disagreements holds for: those that were asked. */
  readonly versions: string;
  judge(questions: readonly Question[]): Promise<Verdicts>;
}

export interface Verdicts {
  /** The version that answered. */
  readonly version: string;
  /** Whether it takes each token. */
  readonly takes: readonly boolean[];
}

export type LibraryName = 'jose' | 'jsonwebtoken' | 'PyJWT';

export const LIBRARIES: Readonly<Record<LibraryName, Library>> = {
  jose: {
    called:
      "jwtVerify(token, secret, {algorithms: ['HS256'], audience: clientId, clockTolerance: 10, requiredClaims: ['exp']})",
    versions: '>=6.2.17 <7',
    judge: async (questions) => {
      const takes = questions.map(({token, secret, clientId, now}) =>
        jwtVerify(token, new TextEncoder().encode(secret), {
          algorithms: ['HS256'],
          audience: clientId,
          clockTolerance: 10,
          requiredClaims: ['exp'],
          currentDate: new Date(now * 1000),
        }).then(
          () => true,
          () => false,
        ),
      );

      return {version: installedVersion('jose'), takes: await Promise.all(takes)};
    },
  },
  jsonwebtoken: {
    called: "verify(token, secret, {algorithms: ['HS256'], audience: clientId, clockTolerance: 10})",
    versions: '>=9.0.3 <10',
    judge: async (questions) => {
      const takes = questions.map(({token, secret, clientId, now}) => {
        try {
          jsonwebtoken.verify(token, secret, {
            algorithms: ['HS256'],
            audience: clientId,
            clockTolerance: 10,
            clockTimestamp: now,
          });
          return true;
        } catch {
          return false;
        }
      });

      return {version: installedVersion('jsonwebtoken'), takes};
    },
  },
  PyJWT: {
    called:
      "decode(token, secret, algorithms=['HS256'], audience=client_id, leeway=10, options={'require': ['exp']})",
    versions: '>=2.6.0 <2.6.0-1+deb12u2 || >=2.15.1 <2.15.2',
    judge: async (questions) => {
      const options = {input: JSON.stringify(questions), maxBuffer: 64_000_000, encoding: 'utf8'} as const;
      return JSON.parse(execFileSync(PYTHON, ['-c', SCRIPT], options)) as Verdicts;
    },
  },
};

function installedVersion(name: string): string {
  return (createRequire(import.meta.url)(`${name}/package.json`) as {version: string}).version;
}

/**
 * PyJWT reads the time from `datetime.now`, which is frozen here. Debian fixes bugs without a new upstream version, so
 * the version of Debian's own copy is that of the package.
 */
const SCRIPT = `
import sys, json, datetime, warnings, subprocess
warnings.simplefilter('ignore')
import jwt, jwt.api_jwt
def at(now):
    class Frozen(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.fromtimestamp(now, tz)
        @classmethod
        def utcnow(cls):
            return datetime.datetime.utcfromtimestamp(now)
    jwt.api_jwt.datetime = Frozen
def takes(q):
    at(q['now'])
    try:
        jwt.decode(q['token'], q['secret'], algorithms=['HS256'], audience=q['clientId'], leeway=10, options={'require': ['exp']})
        return True
    except jwt.PyJWTError:
        return False
    except Exception:
        return False
def version():
    if jwt.__file__.startswith('/usr/lib/python3/dist-packages/'):
        found = subprocess.run(['dpkg-query', '-W', '-f', '\${Version}', 'python3-jwt'], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.strip()
    return jwt.__version__
print(json.dumps({'version': version(), 'takes': [takes(q) for q in json.load(sys.stdin)]}))
`;
