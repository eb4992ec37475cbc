import {execFileSync} from 'node:child_process';
import {jwtVerify} from 'jose';
import jsonwebtoken from 'jsonwebtoken';

/** What libraries are asked: a token, at an instant. */
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
  /** Whether it takes each token. */
  judge(questions: readonly Question[]): Promise<readonly boolean[]>;
}

/** Where Debian installs PyJWT for. */
export const PYTHON = '/usr/bin/python3';

export type LibraryName = 'jose' | 'jsonwebtoken' | 'PyJWT';

export const LIBRARIES: Readonly<Record<LibraryName, Library>> = {
  jose: {
    called: "jwtVerify(token, secret, {algorithms: ['HS256'], audience: clientId, clockTolerance: 10, requiredClaims: ['exp']})",
    judge: (questions) =>
      Promise.all(
        questions.map(({token, secret, clientId, now}) =>
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
        ),
      ),
  },
  jsonwebtoken: {
    called: "verify(token, secret, {algorithms: ['HS256'], audience: clientId, clockTolerance: 10})",
    judge: async (questions) =>
      questions.map(({token, secret, clientId, now}) => {
        try {
          jsonwebtoken.verify(token, secret, {algorithms: ['HS256'], audience: clientId, clockTolerance: 10, clockTimestamp: now});
          return true;
        } catch {
          return false;
        }
      }),
  },
  PyJWT: {
    called: "decode(token, secret, algorithms=['HS256'], audience=client_id, leeway=10, options={'require': ['exp']})",
    judge: async (questions) =>
      JSON.parse(
        execFileSync(PYTHON, ['-c', SCRIPT], {input: JSON.stringify(questions), maxBuffer: 64_000_000, encoding: 'utf8'}),
      ) as boolean[],
  },
};

/** PyJWT takes the time from `datetime.now`, which is what stands still here. */
const SCRIPT = `
import sys, json, datetime, warnings
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
print(json.dumps([takes(q) for q in json.load(sys.stdin)]))
`;
